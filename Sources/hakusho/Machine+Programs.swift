import Core
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Machine {
    /// Becomes another program, which is found as a shell finds it; it may have arguments of its
    /// own, as `code --wait` in EDITOR does. Does not return but by throwing.
    ///
    /// - Throws: `FileError` where there is no shell.
    /// - Source: execv(3); POSIX.1-2024, sh, "-c".
    static func become(_ program: String, _ files: [String]) throws(FileError) -> Never {
        let words = ["sh", "-c", program + " \"$@\"", "sh"] + files
        var arguments = words.map { strdup($0) }
        arguments.append(nil)
        execv("/bin/sh", arguments)
        throw FileError(.open, "/bin/sh", Errno(rawValue: errno))
    }

    /// Has the system show a URL in the user's browser. Where it has no way to, nothing happens:
    /// the address is told as well.
    ///
    /// - Source: xdg-open(1); open(1) of macOS.
    static func openBrowser(_ address: String) {
        #if os(Linux)
            let program = "xdg-open"
        #else
            let program = "open"
        #endif
        let quiet = "exec \(program) \"$1\" >/dev/null 2>&1"
        var arguments: [UnsafeMutablePointer<CChar>?] = []
        for word in ["sh", "-c", quiet, "sh", address] { arguments.append(strdup(word)) }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        var child = pid_t()
        _ = posix_spawn(&child, "/bin/sh", nil, nil, arguments, environ)
    }
}
