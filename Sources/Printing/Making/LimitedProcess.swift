import Core
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A program run to its end, or to its time limit: then it and all that it started are killed.
///
/// It blocks its thread, as all work of a build does that `parallelMap` spreads.
struct LimitedProcess {
    /// How it ended.
    enum End: Equatable {
        case exited(Int32)
        case signalled(Int32)
        case late
    }

    /// The program and its arguments; a name without a slash is looked for in `PATH`.
    let command: [String]
    /// The whole environment.
    let environment: [String: String]
    /// A new file that takes what it writes to either output. It reads nothing.
    let output: String
    let limit: Duration

    /// - Throws: `.notInstalled` where there is no such program.
    func run() throws(PDFFailure) -> End {
        let process = try start()
        let clock = ContinuousClock()
        let end = clock.now + limit
        var pause = 1_000
        while true {
            var info = siginfo_t()
            // The dead child is left unread, so that no other process gets its number meanwhile.
            let result = waitid(P_PID, id_t(process), &info, WEXITED | WNOHANG | WNOWAIT)
            let isOver = result == 0 ? info.si_signo == SIGCHLD : errno != EINTR
            let isLate = clock.now >= end
            if isOver || isLate {
                kill(-process, SIGKILL)
                let status = reap(process)
                return isOver ? status : .late
            }
            usleep(UInt32(pause))
            pause = min(pause * 2, 20_000)
        }
    }

    private func reap(_ process: pid_t) -> End {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        // WIFEXITED, WEXITSTATUS and WTERMSIG are macros, which Swift does not see.
        let signal = status & 0x7F
        return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
    }

    private func start() throws(PDFFailure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(
            &actions, 1, output, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGMASK)
                | Int16(POSIX_SPAWN_SETSIGDEF))
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        var words = command.map { strdup($0) } + [nil]
        var settings = variables.map { strdup($0) } + [nil]
        defer { for word in words + settings { free(word) } }
        var process: pid_t = 0
        let result = posix_spawn(&process, command[0], &actions, &attributes, &words, &settings)
        switch result {
        case 0: return process
        case ENOENT, EACCES, ENOEXEC, ENOTDIR: throw .notInstalled(command: command[0])
        default: throw .file(FileError(.open, command[0], Errno(rawValue: result)))
        }
    }
}
