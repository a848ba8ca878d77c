import Core

/// Finds lines that were meant as the `---` of front matter and are not.
struct NearFences {
    private let bytes: [UInt8]
    private let start: Int
    private let file: String

    /// - Parameter start: Where to begin.
    init(_ bytes: [UInt8], from start: Int, file: String) {
        self.bytes = bytes
        self.start = start
        self.file = file
    }

    /// What keeps the first line with text from opening the front matter: lines or blanks before
    /// it, or dashes that are no hyphens.
    var opening: Diagnostic? {
        var at = start
        while at < bytes.count {
            let line = self.line(at: at)
            let text = String(decoding: bytes[line], as: UTF8.self).trimmingBlanks
            if text.isEmpty {
                at = line.upperBound + 1
                continue
            }
            guard text.isNearFence else { return nil }
            return .notFirst(at: span(of: text, in: line), from: start, isPlain: text == "---")
        }
        return nil
    }

    /// A line of other dashes that was to close the front matter.
    var closing: Diagnostic? {
        var at = start
        while at < bytes.count {
            let line = self.line(at: at)
            let text = String(decoding: bytes[line], as: UTF8.self).trimmingBlanks
            if text.isNearFence, text.utf8.contains(where: { $0 >= 0x80 }) {
                return .closedByOtherDashes(at: span(of: text, in: line))
            }
            at = line.upperBound + 1
        }
        return nil
    }

    private func line(at start: Int) -> Range<Int> {
        start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.count)
    }

    /// The place of `text` in a line that holds nothing but it and blanks.
    private func span(of text: Substring, in line: Range<Int>) -> SourceSpan {
        let whole = String(decoding: bytes[line], as: UTF8.self)
        let first = line.lowerBound + whole.prefix { $0.isBlank }.utf8.count
        return SourceSpan(file: file, range: first..<first + text.utf8.count)
    }
}

extension Character {
    /// Whitespace, or a mark that nobody sees.
    fileprivate var isBlank: Bool { isWhitespace || self == "\u{FEFF}" || self == "\u{200B}" }
}

extension String {
    fileprivate var trimmingBlanks: Substring {
        var text = drop { $0.isBlank }
        while text.last?.isBlank == true { text.removeLast() }
        return text
    }
}

extension Substring {
    /// Three or more dashes of any kind, the long vowel mark of Japanese among them.
    fileprivate var isNearFence: Bool {
        count >= 3 && allSatisfy { "-‐‑‒–—―−－─ー".contains($0) }
    }
}

extension Diagnostic {
    /// - Parameters:
    ///   - start: Where the fence should stand.
    ///   - isPlain: It is `---`, only too late in the file.
    fileprivate static func notFirst(
        at span: SourceSpan, from start: Int, isPlain: Bool
    ) -> Diagnostic {
        let end = span.range?.upperBound ?? start
        let edit = TextEdit(file: span.file, range: start..<end, text: "---")
        return Diagnostic(
            .error, "front-matter.not-first", at: span,
            en: isPlain
                ? "something stands before the '---' that begins the front matter"
                : "front matter begins with three half-width hyphens, and this line differs",
            ja: isPlain
                ? "フロントマターを始める「---」の前に、空行や空白があります"
                : "フロントマターを始める行が、半角ハイフン三つの「---」になっていません",
            fix: .edit(
                [edit],
                en: isPlain
                    ? "delete all before it: '---' must be the very first line"
                    : "make the very first line '---'",
                ja: isPlain
                    ? "「---」がファイルの一行目になるように、前の空行や空白を消してください"
                    : "ファイルの一行目を、半角の「---」だけにしてください"))
    }

    fileprivate static func closedByOtherDashes(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "front-matter.unclosed", at: span,
            en: "these are not three half-width hyphens, so the front matter does not end here",
            ja: "半角ハイフン三つではないため、フロントマターがここで終わりません",
            fix: .replace(with: "---"))
    }
}
