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

    /// Columns of the terminal at standard error; 80 where it does not tell.
    static var terminalWidth: Int { columns(of: STDERR_FILENO) ?? 80 }

    /// Columns for text on standard output: the terminal's, 100 at most; 80 where it goes elsewhere.
    static var outputWidth: Int { min(columns(of: STDOUT_FILENO) ?? 80, 100) }

    /// Whether a person can be asked: standard input and standard error are a terminal, and no CI
    /// runs the program.
    static var canAsk: Bool {
        isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1
            && (environment("CI") ?? "").isEmpty
    }

    /// - Source: ioctl_tty(2), TIOCGWINSZ.
    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        let status = ioctl(descriptor, UInt(TIOCGWINSZ), &size)
        return status == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
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
