#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Machine {
    /// Whether a person watches standard error: a terminal that can move its cursor.
    static var hasTerminal: Bool {
        isatty(STDERR_FILENO) == 1 && !["", "dumb"].contains(environment("TERM") ?? "")
    }

    /// Whether text on standard error is set in colours.
    ///
    /// - Source: no-color.org.
    static var hasColours: Bool { hasTerminal && (environment("NO_COLOR") ?? "").isEmpty }

    /// Columns of the terminal; 80 where it does not tell.
    ///
    /// - Source: ioctl_tty(2), TIOCGWINSZ.
    static var terminalWidth: Int {
        var size = winsize()
        let status = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size)
        return status == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }

    /// Whether text on standard output is set in colours.
    ///
    /// - Source: no-color.org.
    static var printsColours: Bool {
        isatty(STDOUT_FILENO) == 1 && !["", "dumb"].contains(environment("TERM") ?? "")
            && (environment("NO_COLOR") ?? "").isEmpty
    }

    /// A path without links, `.` and `..`; nil where it leads nowhere.
    static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
