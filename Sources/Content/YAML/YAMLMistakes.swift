import Core

/// Finds what an author most likely did where text cannot be read as YAML.
///
/// The parser names the place at which it gave up, which is often a line or more behind the
/// mistake, and in terms of its own grammar.
struct YAMLMistakes {
    private let file: String
    private let lines: [Line]

    /// One line of the text that could not be read.
    private struct Line {
        /// Where it begins in the file.
        let start: Int
        /// Without its end.
        let text: String
    }

    init(file: String, bytes: ArraySlice<UInt8>) {
        self.file = file
        lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            let isMarked = line.last == 0x0D
            return Line(
                start: line.startIndex,
                text: String(decoding: isMarked ? line.dropLast() : line, as: UTF8.self))
        }
    }

    /// The mistakes that explain a failure.
    ///
    /// - Parameter line: Where the parser stopped, from 1; nil where it read all as one text.
    /// - Returns: Every colon that is no YAML, else the last other mistake before that line.
    func found(upTo line: Int?) -> [Diagnostic] {
        let read = Self.withoutBlockTexts(lines.prefix(line ?? lines.count))
        let colons = read.compactMap { colon(in: $0) }
        guard line != nil else { return colons }
        guard colons.isEmpty else {
            // The line at which the parser stopped may have a mistake of its own.
            let own = read.last.flatMap {
                colon(in: $0) == nil ? tab(in: $0) ?? value(in: $0) : nil
            }
            return colons + (own.map { [$0] } ?? [])
        }
        for line in read.reversed() {
            if let found = tab(in: line) ?? value(in: line) { return [found] }
        }
        return []
    }

    /// Without the lines of texts after `|` and `>`, in which every sign means itself.
    ///
    /// - Source: YAML 1.2.2, section 8.1.
    private static func withoutBlockTexts(_ lines: ArraySlice<Line>) -> [Line] {
        var kept: [Line] = []
        // How far the line is indented that a text belongs to.
        var owner: Int?
        for line in lines {
            let indentation = line.text.prefix { $0 == " " }.count
            if let depth = owner {
                if indentation > depth || line.text.allSatisfy(\.isWhitespace) { continue }
                owner = nil
            }
            kept.append(line)
            let value = Key(line.text)?.rest.drop { $0 == ":" || $0 == " " }
            if let first = value?.first, first == "|" || first == ">" { owner = indentation }
        }
        return kept
    }

    /// A full-width colon behind a key, or a colon without the space that ends it.
    private func colon(in line: Line) -> Diagnostic? {
        // What is no word is no key: `9:00` is a time.
        guard let key = Key(line.text), key.name.utf8.allSatisfy({ $0 < 0x80 }),
            !key.name.allSatisfy(\.isNumber)
        else { return nil }
        let rest = key.rest
        let gap = rest.prefix { $0.isBlank }
        guard let mark = rest.dropFirst(gap.count).first, mark == "：" || mark == ":" else {
            return nil
        }
        let value = rest.dropFirst(gap.count + 1)
        let blanks = value.prefix { $0.isBlank }
        if mark == ":" {
            // `http://…` is an address, and what ends behind the colon is a key without a value.
            guard let next = value.first, next != " ", next != "\t", !value.hasPrefix("//") else {
                return nil
            }
        }
        let place = span(line, rest.startIndex..<blanks.endIndex)
        return mark == "："
            ? .fullWidthColon(key.name, at: place) : .noSpace(key.name, at: place)
    }

    private func tab(in line: Line) -> Diagnostic? {
        let indentation = line.text.prefix { $0 == " " || $0 == "\t" }
        guard indentation.count < line.text.count, let tab = indentation.firstIndex(of: "\t")
        else { return nil }
        return .tab(at: span(line, tab..<indentation.endIndex))
    }

    /// A value that needs quotation marks, or lacks the end of what it begins.
    private func value(in line: Line) -> Diagnostic? {
        guard let key = Key(line.text), key.rest.hasPrefix(": ") else { return nil }
        let value = key.rest.dropFirst(2).drop { $0 == " " }
        guard let first = value.first, first != "#" else { return nil }
        let place = span(line, value.startIndex..<value.endIndex)
        switch first {
        case "\"", "'":
            return value.dropFirst().contains(first) ? nil : .quoteOpen(first, at: place)
        case "[", "{":
            let close: Character = first == "[" ? "]" : "}"
            guard let end = value.lastIndex(of: close) else {
                return .listOpen(first, close, at: place)
            }
            let rest = value[value.index(after: end)...].drop { $0 == " " }
            return rest.isEmpty || rest.first == "#"
                ? nil : .quotes(value, at: place, begins: first)
        case "@", "`", "%", "*", "&", "!":
            return .quotes(value, at: place, begins: first)
        case "|", ">": return nil
        default:
            let hasColon = value.contains(": ") || value.hasSuffix(":")
            return hasColon ? .quotes(value, at: place, begins: nil) : nil
        }
    }

    private func span(_ line: Line, _ range: Range<String.Index>) -> SourceSpan {
        let offset = { (index: String.Index) in line.text[..<index].utf8.count }
        return SourceSpan(
            file: file,
            range: line.start + offset(range.lowerBound)..<line.start + offset(range.upperBound))
    }
}

/// A word at the beginning of a line, as a key is.
private struct Key {
    let name: Substring
    /// What follows it.
    let rest: Substring

    init?(_ line: String) {
        var text = line.drop { $0 == " " }
        if text.hasPrefix("- ") { text = text.dropFirst(2).drop { $0 == " " } }
        name = text.prefix { !$0.isWhitespace && !":：\"'#[]{},".contains($0) }
        guard !name.isEmpty else { return nil }
        rest = text[name.endIndex...]
    }
}

extension Character {
    /// A space of either width, or a tab.
    fileprivate var isBlank: Bool { self == " " || self == "\t" || self == "\u{3000}" }
}

extension Diagnostic {
    fileprivate static func fullWidthColon(
        _ key: Substring, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "yaml.syntax", at: span,
            en: "the colon after '\(key)' is full-width", ja: "「\(key)」の後のコロンが全角です",
            fix: .replace(
                [(span, ": ")],
                en: "write a half-width colon and a space, like '\(key): …'",
                ja: "「\(key): …」のように、半角のコロンと半角の空白に直してください"))
    }

    fileprivate static func noSpace(_ key: Substring, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "yaml.syntax", at: span,
            en: "no half-width space follows the colon after '\(key)'",
            ja: "「\(key)」のコロンの後に、半角の空白がありません",
            fix: .replace(
                [(span, ": ")],
                en: "put a half-width space after the colon, like '\(key): …'",
                ja: "「\(key): …」のように、コロンの後に半角の空白を入れてください"))
    }

    fileprivate static func tab(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "yaml.syntax", at: span,
            en: "the line is indented with a tab", ja: "行の字下げにタブ文字が使われています",
            fix: .replace(
                [(span, "  ")],
                en: "indent it with two half-width spaces instead",
                ja: "タブ文字の代わりに、半角の空白を二つ入れてください"))
    }

    /// - Parameter first: The sign at its beginning that needs the quotation marks; nil for a
    ///   colon within.
    fileprivate static func quotes(
        _ value: Substring, at span: SourceSpan, begins first: Character?
    ) -> Diagnostic {
        let text = value.reversed().drop { $0 == " " }.reversed()
        let escaped = String(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return Diagnostic(
            .error, "yaml.syntax", at: span,
            en: first.map { "a text that begins with '\($0)' needs quotation marks" }
                ?? "a text that holds a colon and a space needs quotation marks",
            ja: first.map { "「\($0)」で始まる文字列は、引用符で囲まないと読めません" }
                ?? "「: 」（コロンと空白）を含む文字列は、引用符で囲まないと読めません",
            fix: .replace(
                [(span, "\"\(escaped)\"")],
                en: "enclose it in half-width quotation marks: \"\(escaped)\"",
                ja: "全体を半角の引用符で囲んでください: \"\(escaped)\""))
    }

    fileprivate static func quoteOpen(_ quote: Character, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "yaml.syntax", at: span,
            en: "the quotation mark that begins here is never closed",
            ja: "ここから始まる引用符が閉じられていません",
            fix: .advice(
                en: "put \(quote) at the end of the text", ja: "文字列の終わりに \(quote) を書いてください"))
    }

    fileprivate static func listOpen(
        _ open: Character, _ close: Character, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "yaml.syntax", at: span,
            en: "the bracket '\(open)' that begins here is never closed",
            ja: "ここから始まる括弧「\(open)」が閉じられていません",
            fix: .advice(
                en: "put '\(close)' at the end; a text that begins with '\(open)' needs "
                    + "quotation marks",
                ja: "終わりに「\(close)」を書いてください。「\(open)」で始まる文なら、全体を引用符で囲みます"))
    }
}
