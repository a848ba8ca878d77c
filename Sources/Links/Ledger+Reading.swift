import Content
package import Core

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Ledger {
    /// Reads published.tsv.
    ///
    /// - Returns: What can be read of it, and an error for each line that cannot, that is there
    ///   twice, or that a merge has left behind. Lines in another order are read as they are.
    package static func read(
        _ bytes: [UInt8], file: String
    ) -> (ledger: Ledger, diagnostics: [Diagnostic]) {
        var reading = LedgerReading(file: file)
        bytes.withUnsafeBufferPointer { reading.read($0) }
        var lines = reading.lines
        if !reading.isSorted {
            lines.sort { Self.precedes($0, $1, in: bytes) }
            for (line, next) in zip(lines, lines.dropFirst())
            where !Self.precedes(line, next, in: bytes) {
                let (first, second) =
                    line.range.lowerBound < next.range.lowerBound ? (line, next) : (next, line)
                reading.diagnostics.append(
                    .repeatedLine(second.range, first: first.range, file: file))
            }
        }
        return (
            Ledger(
                address: reading.address, bytes: bytes, lines: lines,
                outputSets: reading.outputSets), reading.diagnostics
        )
    }

    /// Whether one line's URL and anchor come before another's. A tab sorts before all that
    /// either may have, so this is the order of the lines' bytes.
    private static func precedes(_ a: Line, _ b: Line, in bytes: [UInt8]) -> Bool {
        bytes[a.url.lowerBound..<a.anchor.upperBound].lexicographicallyPrecedes(
            bytes[b.url.lowerBound..<b.anchor.upperBound])
    }
}

/// Takes the lines of a ledger apart.
private struct LedgerReading {
    let file: String
    var address: Located<String>?
    var lines: [Ledger.Line] = []
    var diagnostics: [Diagnostic] = []
    var outputSets: [[String]] = []
    /// Whether each line comes after the one before, which also means that none is repeated.
    var isSorted = true
    /// Where the last set of outputs stands: mostly, the next line has the same.
    private var lastOutputs = 0..<0
    private var hasHeader = false

    init(file: String) { self.file = file }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        lines.reserveCapacity(bytes.count / 48)
        var start = 0
        while start < bytes.count {
            let feed = memchr(base + start, 0x0A, bytes.count - start)
            let end = feed.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
            var last = end
            if last > start, bytes[last - 1] == 0x0D { last -= 1 }
            readLine(start..<last, bytes)
            start = end + 1
        }
    }

    private mutating func readLine(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
        let text = UnsafeBufferPointer(rebasing: bytes[range])
        guard let first = text.first else { return damaged(range, .empty) }
        if first != 0x2F {
            if first == 0x23 {
                if lines.isEmpty, !hasHeader, readHeader(range, text) {
                    hasHeader = true
                    return
                }
                return damaged(range, .header)
            }
            if [0x3C, 0x3D, 0x3E, 0x7C].contains(first), text.count >= 7,
                text.prefix(7).allSatisfy({ $0 == first })
            {
                diagnostics.append(.conflictMarker(range, file: file))
                return
            }
            return damaged(range, .url)
        }
        if !hasHeader {
            // It says what the lines are, and where the site is at home. Told once.
            hasHeader = true
            damaged(range, .noHeader)
        }
        var tabs = (0, 0, 0)
        var count = 0
        for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x7F {
            guard byte == 0x09 else { return damaged(range, .control) }
            switch count {
            case 0: tabs.0 = index
            case 1: tabs.1 = index
            case 2: tabs.2 = index
            default: return damaged(range, .columns)
            }
            count += 1
        }
        guard count == 3 else { return damaged(range, .columns) }
        let at = range.lowerBound
        let outputs = at + tabs.1 + 1..<at + tabs.2
        let day = at + tabs.2 + 1..<range.upperBound
        guard isDay(UnsafeBufferPointer(rebasing: bytes[day])) else { return damaged(range, .day) }
        guard let set = outputSet(outputs, bytes) else { return damaged(range, .outputs) }
        let line = Ledger.Line(
            range: range, url: at..<at + tabs.0, anchor: at + tabs.0 + 1..<at + tabs.1,
            outputs: set, day: day)
        if let before = lines.last, isSorted {
            isSorted = precedes(before, line, bytes)
        }
        lines.append(line)
    }

    /// - Returns: Whether the line is the first one of a ledger of this version.
    private mutating func readHeader(
        _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let header = Ledger.header.utf8
        guard text.starts(with: header) else { return false }
        if text.count == header.count { return true }
        let rest = text.dropFirst(header.count)
        let word = " at ".utf8
        guard address == nil, rest.starts(with: word), rest.count > word.count else { return false }
        let start = range.lowerBound + header.count + word.count
        address = Located(
            String(decoding: rest.dropFirst(word.count), as: UTF8.self),
            at: SourceSpan(file: file, range: start..<range.upperBound))
        return true
    }

    private func precedes(
        _ a: Ledger.Line, _ b: Ledger.Line, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        let left = a.url.lowerBound..<a.anchor.upperBound
        let right = b.url.lowerBound..<b.anchor.upperBound
        let order = memcmp(
            base + left.lowerBound, base + right.lowerBound, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
    }

    private func isDay(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 10 else { return false }
        for (index, byte) in text.enumerated() {
            if index == 4 || index == 7 {
                if byte != 0x2D { return false }
            } else if !(0x30...0x39).contains(byte) {
                return false
            }
        }
        return true
    }

    /// The place of a set of names; nil where a name is empty.
    private mutating func outputSet(
        _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        if !outputSets.isEmpty, range.count == lastOutputs.count,
            let base = bytes.baseAddress,
            memcmp(base + range.lowerBound, base + lastOutputs.lowerBound, range.count) == 0
        {
            return lastSet
        }
        let names = bytes[range].split(separator: 0x2C, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard names.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else { return nil }
        if let known = outputSets.firstIndex(of: names) {
            lastSet = known
        } else {
            lastSet = outputSets.count
            outputSets.append(names)
        }
        lastOutputs = range
        return lastSet
    }

    private var lastSet = 0

    private mutating func damaged(_ range: Range<Int>, _ why: Diagnostic.LedgerDamage) {
        diagnostics.append(.damagedLine(range, file: file, why))
    }
}

extension Diagnostic {
    fileprivate enum LedgerDamage {
        case empty, header, noHeader, url, control, columns, outputs, day

        var message: Message {
            switch self {
            case .empty: Message(en: "it is empty", ja: "空の行です")
            case .header:
                Message(
                    en: "only the first line may begin with '#', and this version knows it as '"
                        + Ledger.header.replacingTabs + "'",
                    ja: "「#」で始まる行は先頭の一行だけで、この版では「" + Ledger.header.replacingTabs
                        + "」です")
            case .noHeader:
                Message(
                    en: "before it, the ledger's first line is missing ('"
                        + Ledger.header.replacingTabs + "')",
                    ja: "台帳の先頭行（「" + Ledger.header.replacingTabs + "」）がありません")
            case .url:
                Message(en: "it does not begin with a URL ('/')", ja: "URL（「/」）で始まっていません")
            case .control: Message(en: "it has a control character", ja: "制御文字が含まれています")
            case .columns:
                Message(
                    en: "it does not have four columns with tabs between them",
                    ja: "タブ区切りの四列になっていません")
            case .outputs:
                Message(en: "its third column names no outputs", ja: "三列目が出力の名前ではありません")
            case .day:
                Message(
                    en: "its last column is no date (2026-01-15)", ja: "最後の列が日付（2026-01-15）ではありません")
            }
        }
    }

    fileprivate static func damagedLine(
        _ range: Range<Int>, file: String, _ why: LedgerDamage
    ) -> Diagnostic {
        Diagnostic(
            .error, "publish.ledger-damaged", at: SourceSpan(file: file, range: range),
            en: "this line is not one that Hakusho wrote: \(why.message.en)",
            ja: "この行は Hakusho が書いた形ではありません。\(why.message.ja)",
            fix: .advice(
                en: "take the line from the version control system as it was; 'publish' adds what "
                    + "is new",
                ja: "バージョン管理から元の行に戻してください。新しい行は publish が加えます"))
    }

    fileprivate static func conflictMarker(_ range: Range<Int>, file: String) -> Diagnostic {
        Diagnostic(
            .error, "publish.ledger-conflict", at: SourceSpan(file: file, range: range),
            en: "a merge has left its marker here", ja: "マージの競合の印が残っています",
            fix: .advice(
                en:
                    "keep the lines of both sides and remove the markers; the order does not matter",
                ja: "両方の行を残し、印の行だけを削除してください。行の順序は問いません"))
    }

    fileprivate static func repeatedLine(
        _ range: Range<Int>, first: Range<Int>, file: String
    ) -> Diagnostic {
        Diagnostic(
            .error, "publish.ledger-repeated", at: SourceSpan(file: file, range: range),
            en: "this URL and anchor have a line already", ja: "この URL と見出しの行がすでにあります",
            notes: [
                .init(
                    at: SourceSpan(file: file, range: first), en: "the other line is here",
                    ja: "もう一つの行はここです")
            ],
            fix: .advice(
                en: "make one line of the two: the outputs of both, and the earlier date",
                ja: "二つを一行にまとめてください（出力は両方を合わせ、日付は早いほう）"))
    }
}

extension String {
    fileprivate var replacingTabs: String { map { $0 == "\t" ? "⇥" : String($0) }.joined() }
}
