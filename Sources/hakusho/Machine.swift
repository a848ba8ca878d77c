import Core
import SystemPackage

#if canImport(Glibc)
    import CLinux
    import Glibc
#elseif canImport(Musl)
    import CLinux
    import Musl
#else
    import Darwin
#endif

/// What only the commands ask the machine: libraries get it as arguments.
enum Machine {
    /// The language of messages, from the environment.
    ///
    /// - Source: POSIX.1-2017, XBD 8.2: LC_ALL, then LC_MESSAGES, then LANG.
    static var messageLanguage: MessageLanguage {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        let set = names.lazy.compactMap { environment($0) }.first { !$0.isEmpty }
        return set?.hasPrefix("ja") ?? false ? .ja : .en
    }

    /// The value of an environment variable.
    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// The time of the system's clock, in the zone of the machine.
    static var now: Moment {
        var clock = timespec()
        clock_gettime(CLOCK_REALTIME, &clock)
        var local = tm()
        var seconds = clock.tv_sec
        localtime_r(&seconds, &local)
        return Moment(
            secondsSince1970: Int(clock.tv_sec), zone: ZoneOffset(seconds: Int(local.tm_gmtoff)))
    }

    /// Nanoseconds since 1970, of the clock that stamps files.
    static var nanoseconds: Int64 {
        var clock = timespec()
        clock_gettime(CLOCK_REALTIME, &clock)
        return Int64(clock.tv_sec) * 1_000_000_000 + Int64(clock.tv_nsec)
    }

    /// What this process and the programs that it ran and that have ended have taken of the
    /// processors.
    ///
    /// - Source: getrusage(2).
    static var processorTime: Duration {
        var sum = Duration.zero
        #if canImport(Glibc)
            let both = [RUSAGE_SELF.rawValue, RUSAGE_CHILDREN.rawValue]
        #else
            let both = [RUSAGE_SELF, RUSAGE_CHILDREN]
        #endif
        for who in both {
            var usage = rusage()
            guard getrusage(who, &usage) == 0 else { continue }
            for time in [usage.ru_utime, usage.ru_stime] {
                sum += .seconds(time.tv_sec) + .microseconds(time.tv_usec)
            }
        }
        return sum
    }

    /// Waits, whatever else goes on.
    static func sleep(_ duration: Duration) {
        let parts = duration.components
        usleep(UInt32(parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000))
    }

    /// Which program this is: another build of it is another; nil where the system does not tell.
    /// Besides size and time it is the beginning of the executable, in which the linker states a
    /// digest of the whole.
    ///
    /// - Source: proc_pid_exe(5); ld(1), "--build-id".
    static var programIdentity: String? {
        guard let path = try? absolutePath("/proc/self/exe"),
            let status = try? fileStatus(path), let head = try? readFile(path, limit: 4096)
        else { return nil }
        return "\(status.size) \(status.modified) \(SHA256Digest(of: head).hex)"
    }

    /// Processors that threads can run on.
    static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Whether the system's clock is synchronised; nil where the system does not tell.
    ///
    /// - Source: adjtimex(2), TIME_ERROR.
    static var clockIsSynchronised: Bool? {
        #if os(Linux)
            var state = timex()
            let answer = adjtimex(&state)
            return answer < 0 ? nil : answer != TIME_ERROR
        #else
            return nil
        #endif
    }

    /// The number of this process.
    static var processNumber: Int32 { getpid() }

    /// Who runs the program: the user's name, else the number.
    ///
    /// - Source: getpwuid(3).
    static var userName: String {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else {
            return "uid \(geteuid())"
        }
        return String(cString: name)
    }

    /// A path from the file system's root, without links, `.` and `..`.
    ///
    /// - Throws: `FileError`, also where nothing is there.
    /// - Source: realpath(3).
    static func absolutePath(_ path: String) throws(FileError) -> String {
        guard let resolved = realpath(path, nil) else {
            throw FileError(.examine, path, Errno(rawValue: errno))
        }
        defer { free(resolved) }
        guard let text = String(validatingCString: resolved) else {
            throw FileError(.examine, path, .illegalByteSequence)
        }
        return text
    }

    /// All of standard input.
    ///
    /// - Throws: `FileError`.
    static func readStandardInput() throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = read(STDIN_FILENO, &part, part.count)
            if got == 0 { return bytes }
            if got < 0 {
                if errno == EINTR { continue }
                throw FileError(.read, "-", Errno(rawValue: errno))
            }
            bytes += part[..<got]
        }
    }

    /// A line of standard input, without its end; nil where it has none any more.
    static func readLine() -> String? { Swift.readLine(strippingNewline: true) }

    /// Writes to standard output; a reader that has gone away is no error of ours.
    ///
    /// - Throws: `FileError`, for example where a file that it leads to finds no room.
    static func print(_ bytes: [UInt8]) throws(FileError) {
        guard let cause = write(bytes, to: STDOUT_FILENO), cause != .brokenPipe else { return }
        throw FileError(.write, "-", cause)
    }

    /// Writes to standard error. Where that fails there is nobody left to tell.
    static func report(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

    /// - Returns: Why not all could be written; nil where it was.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Errno? {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                #if canImport(Darwin)
                    let written = Darwin.write(
                        descriptor, buffer.baseAddress! + done, buffer.count - done)
                #elseif canImport(Musl)
                    let written = Musl.write(
                        descriptor, buffer.baseAddress! + done, buffer.count - done)
                #else
                    let written = Glibc.write(
                        descriptor, buffer.baseAddress! + done, buffer.count - done)
                #endif
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return Errno(rawValue: errno) }
                done += written
            }
            return nil
        }
    }
}
