import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension CommandEngine.Surroundings {
    /// The path of a program: a name without a slash is looked for in the command's own `PATH`.
    ///
    /// - Throws: `.noProgram` where there is none that this user may run.
    /// - Source: execvp(3).
    func program(called name: String) throws(ScanFailure) -> String {
        let folders =
            name.contains("/")
            ? [] : (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
        let paths = folders.isEmpty ? [name] : folders.map { $0 + "/" + name }
        for path in paths {
            let full = FilePath(folder).pushing(FilePath(path)).string
            var status = stat()
            if access(full, X_OK) == 0, stat(full, &status) == 0, status.st_mode & S_IFMT == S_IFREG
            {
                return path
            }
        }
        throw .noProgram(name)
    }
}
