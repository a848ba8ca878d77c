package import Core

/// The file in which successes and failures are remembered: a header, then one sorted line for
/// each address, `URL#FRAGMENT` for each anchor, its fields apart by tabs.
///
/// ```
/// # hakusho external-links 1
/// https://a.example/	ok	2026-01-15T00:00:00Z	https://b.example/	-
/// https://c.example/	failing	2026-01-13T00:00:00Z	2026-01-15T00:00:00Z	3
/// ```
package struct LinkMemory: Hashable, Sendable {
    /// By address; an anchor's with its `#`.
    package var histories: [String: LinkHistory] = [:]

    /// Nothing remembered.
    package init() {}

    private static let header = "# hakusho external-links "
    private static let version = "1"
    /// A larger file is not one of ours.
    private static let limit = 64 << 20

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - path: On the disk; nothing there is nothing remembered.
    ///   - file: The same from the project's root, for findings.
    /// - Returns: What could be read, and a note where some could not.
    /// - Throws: `FileError` where the disk fails.
    package static func read(
        _ path: String, file: String
    ) throws(FileError) -> (memory: LinkMemory, diagnostics: [Diagnostic]) {
        guard try fileStatus(path) != nil else { return (LinkMemory(), []) }
        return parse(try readFile(path, limit: limit), file: file)
    }

    static func parse(
        _ bytes: [UInt8], file: String
    ) -> (memory: LinkMemory, diagnostics: [Diagnostic]) {
        var memory = LinkMemory()
        let lines = bytes.split(separator: 0x0A)
        guard let first = lines.first else { return (memory, []) }
        let head = String(decoding: first, as: UTF8.self)
        guard head == header + version else {
            let isOurs = head.hasPrefix(header)
            return (memory, [isOurs ? .foreignMemory(file) : .damagedMemory(lines.count, file)])
        }
        var damaged = 0
        for line in lines.dropFirst() {
            if let (url, history) = entry(line) {
                memory.histories[url] = history
            } else {
                damaged += 1
            }
        }
        return (memory, damaged == 0 ? [] : [.damagedMemory(damaged, file)])
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (String, LinkHistory)? {
        let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
            .compactMap { String(validating: $0, as: UTF8.self) }
        guard fields.count == 5, fields[0].hasPrefix("http"),
            let moment = Moment(iso: fields[2], defaultZone: .utc)
        else { return nil }
        let start = moment.secondsSince1970
        switch fields[1] {
        case "ok":
            let (moved, down) = (fields[3], fields[4])
            return (
                fields[0],
                .good(
                    .init(
                        checked: start, movedTo: moved == "-" ? nil : moved,
                        downgradedTo: down == "-" ? nil : down))
            )
        case "failing":
            guard let last = Moment(iso: fields[3], defaultZone: .utc), let count = Int(fields[4]),
                count > 0, last.secondsSince1970 >= start
            else { return nil }
            return (
                fields[0],
                .failing(.init(first: start, last: last.secondsSince1970, count: count))
            )
        default: return nil
        }
    }

    /// The file's bytes.
    package var bytes: [UInt8] {
        var writer = ByteWriter(reservingCapacity: histories.count * 100 + 64)
        writer.append(Self.header + Self.version + "\n")
        let sorted = histories.sortedByBytes { $0.key }
        for (url, history) in sorted {
            let fields =
                switch history {
                case .good(let good):
                    [
                        "ok", iso(good.checked), good.movedTo ?? "-", good.downgradedTo ?? "-",
                    ]
                case .failing(let failing):
                    ["failing", iso(failing.first), iso(failing.last), String(failing.count)]
                }
            writer.append(([url] + fields).joined(separator: "\t") + "\n")
        }
        return writer.bytes
    }

    private func iso(_ seconds: Int) -> String {
        Moment(secondsSince1970: seconds, zone: .utc).iso
    }

    /// Writes the file as one step, in a folder that is made where it is missing.
    ///
    /// - Throws: `FileError`; then the old file is as it was.
    package func write(_ path: String) throws(FileError) {
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            let folder = String(path[..<slash])
            if try fileStatus(folder) == nil {
                try makeFolder(folder)
                // What a check remembers belongs to a machine, not into the history of a site.
                if folder.hasSuffix("/.hakusho") || folder == ".hakusho" {
                    try replaceFile(folder + "/.gitignore", with: Array("*\n".utf8))
                }
            }
        }
        try replaceFile(path, with: bytes)
    }
}

extension Diagnostic {
    fileprivate static func damagedMemory(_ lines: Int, _ file: String) -> Diagnostic {
        Diagnostic(
            .note, "link.external-memory-damaged", at: SourceSpan(file: file),
            en: lines == 1
                ? "one line of this file cannot be read and is forgotten"
                : "\(lines) lines of this file cannot be read and are forgotten",
            ja: "このファイルの \(lines) 行を読めないため、その記録は使いません")
    }

    fileprivate static func foreignMemory(_ file: String) -> Diagnostic {
        Diagnostic(
            .note, "link.external-memory-version", at: SourceSpan(file: file),
            en: "this file is of another version of Hakusho; every link is asked anew",
            ja: "このファイルは別のバージョンの Hakusho が書いたものです。すべてのリンクを確認し直します")
    }
}
