import Content
import Core

extension WhitepaperLock {
    /// Reads whitepaper.lock; line ends and the order of the lines do not matter.
    ///
    /// - Parameter file: Its path from the project's root.
    /// - Returns: Nil where a line cannot be trusted; the diagnostics show each such line.
    static func read(
        _ bytes: [UInt8], file: String
    ) -> (lock: WhitepaperLock?, diagnostics: [Diagnostic]) {
        var reader = LockReader(file: file)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            reader.read(bytes[start..<end])
            start = end + 1
        }
        let lock = reader.finish()
        return (reader.diagnostics.isEmpty ? lock : nil, reader.diagnostics)
    }
}

/// Reads one line after another.
private struct LockReader {
    let file: String
    var diagnostics: [Diagnostic] = []
    private var hasHeader = false
    private var entries: [(version: String, columns: [String], span: SourceSpan)] = []
    private var texts: [String: [WhitepaperLock.Text]] = [:]

    init(file: String) { self.file = file }

    mutating func read(_ line: ArraySlice<UInt8>) {
        let line = line.last == 0x0D ? line.dropLast() : line
        guard let first = line.first, first != 0x23 else { return }
        let span = SourceSpan(file: file, range: line.startIndex..<line.endIndex)
        let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        if !hasHeader, columns == WhitepaperLock.header {
            hasHeader = true
        } else if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(columns[0].prefix(7)) {
            diagnostics.append(.conflict(at: span))
        } else if !hasHeader || !take(columns, span) {
            diagnostics.append(.damaged(at: span))
            hasHeader = true
        }
    }

    private mutating func take(_ columns: [String], _ span: SourceSpan) -> Bool {
        switch columns[0] {
        case "edition" where columns.count == 5:
            let version = columns[1]
            guard DeclarationReading.numbers(version) != nil,
                !entries.contains(where: { $0.version == version })
            else { return false }
            entries.append((version, columns, span))
            return CalendarDate(iso: columns[2]) != nil
                && columns[3...].allSatisfy { SHA256Digest(hex: $0) != nil }
        case "text" where columns.count == 6:
            guard let source = SHA256Digest(hex: columns[4]) else { return false }
            let rendered = SHA256Digest(hex: columns[5])
            guard rendered != nil || columns[5] == WhitepaperLock.Text.withdrawn else {
                return false
            }
            let text = WhitepaperLock.Text(
                anchor: columns[2], language: columns[3], source: source, rendered: rendered,
                span: span)
            let isTwin = texts[columns[1]]?.contains {
                $0.anchor == text.anchor && $0.language == text.language
            }
            texts[columns[1], default: []].append(text)
            return isTwin != true
        default: return false
        }
    }

    /// Holds each edition's digest against its lines and its predecessor.
    mutating func finish() -> WhitepaperLock {
        var lock = WhitepaperLock()
        guard diagnostics.isEmpty else { return lock }
        if !hasHeader {
            diagnostics.append(.damaged(at: SourceSpan(file: file, range: 0..<0)))
        }
        let known = Set(entries.map(\.version))
        for text in texts.filter({ !known.contains($0.key) }).values.joined() {
            text.span.map { diagnostics.append(.damaged(at: $0)) }
        }
        let sorted = entries.sorted { a, b in
            (DeclarationReading.numbers(a.version) ?? []).lexicographicallyPrecedes(
                DeclarationReading.numbers(b.version) ?? [])
        }
        for (version, columns, span) in sorted {
            guard let history = SHA256Digest(hex: columns[3]) else { continue }
            let texts = (texts[version] ?? []).sorted(by: WhitepaperLock.Text.precedes)
            let whole = WhitepaperLock.whole(
                version, columns[2], history, texts, after: lock.editions.last?.whole ?? .zero)
            if whole.hex != columns[4] {
                diagnostics.append(.damaged(at: span))
                break
            }
            lock.editions.append(
                .init(
                    version: version, date: columns[2], history: history, whole: whole,
                    texts: texts, span: span))
        }
        return lock
    }
}

extension Diagnostic {
    fileprivate static func damaged(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.lock-damaged", at: span,
            en: "this line of whitepaper.lock is damaged, or lines of its edition are missing, so "
                + "nobody knows whether a frozen edition has changed",
            ja: "whitepaper.lock のこの行が壊れているか、この版の行が欠けているため、"
                + "凍結した版が変わっていないかを確認できません",
            fix: .advice(
                en: "take the file back from git: git restore \(span.file)",
                ja: "git から元のファイルを戻してください: git restore \(span.file)"))
    }

    fileprivate static func conflict(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.lock-conflict", at: span,
            en: "whitepaper.lock has a merge conflict that is not resolved",
            ja: "whitepaper.lock に未解決のマージの競合が残っています",
            fix: .advice(
                en: "keep the lines of the side that is published; an edition of the other side "
                    + "gets a version of its own and is frozen anew",
                ja: "公開済みの側の行を残してください。もう一方の版は番号を改め、凍結し直します"))
    }
}
