import Core

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The Python that has WeasyPrint: the one that runs Debian's, or any environment's, `weasyprint`.
///
/// That script itself fetches whatever a document asks for, so that it serves only to find the
/// interpreter that its first line names.
struct Interpreter {
    /// The interpreter and its arguments.
    let command: [String]

    /// - Parameters:
    ///   - command: The script, or an interpreter with its arguments.
    ///   - path: Where a name without a slash is looked for: folders, with colons between them.
    init(of command: [String], path: String) throws(PDFFailure) {
        let places =
            command[0].contains("/")
            ? [command[0]]
            : path.split(separator: ":").map { $0 + "/" + command[0] }
        var script: (place: String, start: [UInt8])?
        for place in places where script == nil {
            // A link, as in /usr/local/bin, is the administrator's, and followed.
            if let start = Self.start(of: place) { script = (place, start) }
        }
        guard let script else { throw .notInstalled(command: command[0]) }
        let line = String(decoding: script.start.prefix { $0 != 0x0A }, as: UTF8.self)
        let words = line.dropFirst(2).split(whereSeparator: \.isWhitespace).map(String.init)
        guard line.hasPrefix("#!"), let program = words.first else {
            self.command = [script.place] + command.dropFirst()
            return
        }
        let isSearch = program.hasSuffix("/env") && words.count == 2
        self.command = isSearch ? try Interpreter(of: [words[1]], path: path).command : words
    }

    /// The first bytes of a file, behind any links; nil where there is none.
    private static func start(of path: String) -> [UInt8]? {
        guard let place = realpath(path, nil) else { return nil }
        defer { free(place) }
        return try? readFile(String(cString: place), limit: 512)
    }
}
