import Core

/// Cuts a template's bytes into literal text and tags.
///
/// A tag for a section, a partial or a comment that stands alone on its line takes the line with
/// it, as the Mustache specification says. Partials are never indented: white space put in
/// front of each line would change `<pre>` text.
///
/// - Source: mustache(5); the Mustache specification, "Standalone Lines".
struct TemplateScanner {
    private let file: String
    private let bytes: [UInt8]
    private var position = 0
    /// From here on the text has not been handed out yet.
    private var literalStart = 0
    private var pieces: [TemplatePiece] = []
    private var diagnostics: [Diagnostic] = []

    private init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    /// Cuts `bytes`, the content of `file`.
    static func scan(_ bytes: [UInt8], file: String) -> ([TemplatePiece], [Diagnostic]) {
        var scanner = TemplateScanner(file: file, bytes: bytes)
        while scanner.findOpening() { scanner.readTag() }
        scanner.flush(to: bytes.count)
        return (scanner.pieces, scanner.diagnostics)
    }

    /// Moves to the next `{{`.
    private mutating func findOpening() -> Bool {
        while position + 1 < bytes.count {
            if bytes[position] == UInt8(ascii: "{"), bytes[position + 1] == UInt8(ascii: "{") {
                return true
            }
            position += 1
        }
        return false
    }

    private mutating func flush(to end: Int) {
        if literalStart < end { pieces.append(.literal(literalStart..<end)) }
    }

    /// Reads the tag that starts here, and reports one that is not a tag.
    private mutating func readTag() {
        let start = position
        let sign = start + 2 < bytes.count ? bytes[start + 2] : 0
        let isTriple = sign == UInt8(ascii: "{")
        guard let close = closing(from: start + 2, braces: isTriple ? 3 : 2) else {
            diagnostics.append(.unclosedTag(at: span(start..<start + 2)))
            position = bytes.count
            return
        }
        let range = start..<close + (isTriple ? 3 : 2)
        defer { position = max(position, range.upperBound) }
        guard let kind = Self.kind(of: sign) else {
            let text = String(decoding: bytes[range], as: UTF8.self)
            diagnostics.append(.unsupportedTag(text, at: span(range)))
            return
        }
        let nameRange = trimmed((kind == .escaped ? start + 2 : start + 3)..<close)
        let name = String(decoding: bytes[nameRange], as: UTF8.self)
        guard kind == .comment || Self.isName(name, of: kind) else {
            diagnostics.append(.malformedName(name, at: span(range)))
            return
        }
        add(TemplateTag(kind: kind, name: name, nameRange: nameRange, range: range))
    }

    private mutating func add(_ tag: TemplateTag) {
        var taken = tag.range
        if tag.kind != .escaped, tag.kind != .raw, let line = wholeLine(around: tag.range) {
            taken = line
        }
        if tag.kind == .escaped || tag.kind == .raw, isUnquotedAttribute(at: tag.range.lowerBound) {
            diagnostics.append(.unquotedAttribute(tag.name, at: span(tag.range)))
        }
        flush(to: max(taken.lowerBound, literalStart))
        if tag.kind != .comment { pieces.append(.tag(tag)) }
        literalStart = taken.upperBound
        position = taken.upperBound
    }

    private func closing(from start: Int, braces: Int) -> Int? {
        var index = start
        while index + braces <= bytes.count {
            if bytes[index..<index + braces].allSatisfy({ $0 == UInt8(ascii: "}") }) {
                return index
            }
            index += 1
        }
        return nil
    }

    /// The line that `range` has for itself, with its line break; nil if it shares the line.
    private func wholeLine(around range: Range<Int>) -> Range<Int>? {
        var start = range.lowerBound
        while start > 0, Self.isBlank(bytes[start - 1]) { start -= 1 }
        guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
        var end = range.upperBound
        while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
        if end == bytes.count { return start..<end }
        if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count { end += 1 }
        return bytes[end] == UInt8(ascii: "\n") ? start..<end + 1 : nil
    }

    /// Whether a value put at `position` would be an attribute without quotation marks, out of
    /// which a space breaks.
    private func isUnquotedAttribute(at position: Int) -> Bool {
        guard position > 0, bytes[position - 1] == UInt8(ascii: "=") else { return false }
        var quotes = 0
        for byte in bytes[..<position].reversed() {
            switch byte {
            case UInt8(ascii: "\""): quotes += 1
            case UInt8(ascii: ">"): return false
            case UInt8(ascii: "<"): return quotes.isMultiple(of: 2)
            default: break
            }
        }
        return false
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, Self.isBlank(bytes[start]) { start += 1 }
        while end > start, Self.isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    private func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range: range) }
}

extension TemplateScanner {
    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private static func kind(of sign: UInt8) -> TemplateTag.Kind? {
        switch sign {
        case UInt8(ascii: "{"), UInt8(ascii: "&"): .raw
        case UInt8(ascii: "#"): .section
        case UInt8(ascii: "^"): .inverted
        case UInt8(ascii: "/"): .close
        case UInt8(ascii: ">"): .partial
        case UInt8(ascii: "!"): .comment
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"): nil
        default: .escaped
        }
    }

    /// `.`, or lower-case words with dots between them; a partial's name also with `-`.
    private static func isName(_ name: String, of kind: TemplateTag.Kind) -> Bool {
        if name == "." { return kind != .partial }
        let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { isNameByte($0, hyphen: kind == .partial) }
        }
    }

    private static func isNameByte(_ byte: UInt8, hyphen: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        case UInt8(ascii: "-"): hyphen
        default: false
        }
    }
}

extension Diagnostic {
    fileprivate static func unclosedTag(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "theme.tag-unclosed", at: span,
            en: "this tag has no closing braces", ja: "このタグには閉じの「}}」がありません")
    }

    fileprivate static func unsupportedTag(_ tag: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "theme.tag-unsupported", at: span,
            en: "tags such as '\(tag)' are not supported",
            ja: "「\(tag)」のようなタグには対応していません",
            fix: .advice(
                en: "use variables, sections, inverted sections, partials and comments only",
                ja: "使えるのは変数、セクション、否定セクション、部分テンプレート、コメントだけです"))
    }

    fileprivate static func malformedName(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "theme.name-malformed", at: span,
            en: "'\(name)' is not a name", ja: "「\(name)」は名前として正しくありません",
            fix: .advice(
                en: "a name has letters, digits and '_', with dots between names",
                ja: "名前には英数字と「_」を使い、名前と名前の間は「.」で区切ります"))
    }

    fileprivate static func unquotedAttribute(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "theme.attribute-unquoted", at: span,
            en: "the attribute that holds '\(name)' needs quotation marks",
            ja: "「\(name)」を入れる属性値は引用符で囲む必要があります",
            fix: .replace(with: "\"{{\(name)}}\""))
    }
}
