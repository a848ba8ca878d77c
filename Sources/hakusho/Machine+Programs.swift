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
}
