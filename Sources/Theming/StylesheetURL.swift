import Core

/// A URL in a style sheet, and where it stands.
struct StylesheetURL: Equatable {
    /// Without escapes and quotation marks; never empty.
    let text: String
    /// The whole `url(…)`, or the string with its quotation marks.
    let range: Range<Int>
    /// The URL's bytes alone, as written.
    let inner: Range<Int>
    /// Whether it is that of an `@import`.
    let isImport: Bool

    /// The URLs of a style sheet, in its order: `url()`, `src()`, the strings of `image-set()` and
    /// `@import`. Comments, other strings and names of namespaces are none.
    ///
    /// - Source: CSS Syntax Level 3, "Tokenization"; CSS Values Level 4, "URLs".
    static func all(in bytes: ArraySlice<UInt8>) -> [StylesheetURL] {
        var reader = StylesheetReader(bytes)
        reader.read()
        return reader.urls
    }
}

/// Walks over the tokens of a style sheet.
private struct StylesheetReader {
    private(set) var urls: [StylesheetURL] = []
    private let bytes: ArraySlice<UInt8>
    private var at: Int
    /// The at-rule whose prelude is being read, in lower case.
    private var rule = ""
    /// For each open parenthesis: whether it is that of an `image-set(`.
    private var open: [Bool] = []

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    private func byte(_ index: Int) -> UInt8 { index < bytes.endIndex ? bytes[index] : 0 }

    mutating func read() {
        while at < bytes.endIndex {
            switch bytes[at] {
            case 0x2F where byte(at + 1) == 0x2A: skipComment()
            case 0x22, 0x27: readString()
            case 0x40:
                at += 1
                rule = readName().lowercased()
            case 0x28:
                open.append(false)
                at += 1
            case 0x29:
                _ = open.popLast()
                at += 1
            case 0x3B, 0x7B:
                rule = ""
                at += 1
            case let byte where byte.isNamePart || byte == 0x5C: readWord()
            default: at += 1
            }
        }
    }

    private mutating func skipComment() {
        at += 2
        while at < bytes.endIndex, !(bytes[at] == 0x2A && byte(at + 1) == 0x2F) { at += 1 }
        at += 2
    }

    private mutating func readString() {
        let start = at
        let (text, inner) = string()
        if rule == "import" {
            add(text, start..<at, inner, isImport: true)
            rule = "import-done"
        } else if open.last == true {
            add(text, start..<at, inner, isImport: false)
        }
    }

    private mutating func readWord() {
        let start = at
        let name = readName().lowercased()
        guard byte(at) == 0x28 else {
            // A lone backslash is no name.
            if at == start { at += 1 }
            return
        }
        at += 1
        guard name == "url" || name == "src" else {
            open.append(name.hasSuffix("image-set"))
            return
        }
        skipSpace()
        let (text, inner) = byte(at) == 0x22 || byte(at) == 0x27 ? string() : unquoted()
        while at < bytes.endIndex, bytes[at] != 0x29 { at += 1 }
        at = min(at + 1, bytes.endIndex)
        guard rule != "namespace" else { return }
        add(text, start..<at, inner, isImport: rule == "import")
        if rule == "import" { rule = "import-done" }
    }

    private mutating func add(
        _ text: String, _ range: Range<Int>, _ inner: Range<Int>, isImport: Bool
    ) {
        guard !text.isEmpty else { return }
        urls.append(StylesheetURL(text: text, range: range, inner: inner, isImport: isImport))
    }

    private mutating func skipSpace() {
        while at < bytes.endIndex, bytes[at] <= 0x20 { at += 1 }
    }

    /// A string, from its first quotation mark; one that its line ends is left there.
    private mutating func string() -> (text: String, inner: Range<Int>) {
        let quote = bytes[at]
        at += 1
        let start = at
        var text: [UInt8] = []
        while at < bytes.endIndex, bytes[at] != quote, bytes[at] != 0x0A {
            if bytes[at] == 0x5C { readEscape(into: &text) } else { take(into: &text) }
        }
        let inner = start..<at
        if byte(at) == quote { at += 1 }
        return (String(decoding: text, as: UTF8.self), inner)
    }

    private mutating func unquoted() -> (text: String, inner: Range<Int>) {
        let start = at
        var text: [UInt8] = []
        while at < bytes.endIndex, bytes[at] != 0x29, bytes[at] > 0x20 {
            if bytes[at] == 0x5C { readEscape(into: &text) } else { take(into: &text) }
        }
        return (String(decoding: text, as: UTF8.self), start..<at)
    }

    private mutating func readName() -> String {
        var name: [UInt8] = []
        while at < bytes.endIndex {
            if bytes[at].isNamePart {
                take(into: &name)
            } else if bytes[at] == 0x5C, byte(at + 1) != 0x0A, at + 1 < bytes.endIndex {
                readEscape(into: &name)
            } else {
                break
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func take(into text: inout [UInt8]) {
        text.append(bytes[at])
        at += 1
    }

    /// A backslash and what follows it: up to six hexadecimal digits and a space, an end of line,
    /// or a character that means itself.
    private mutating func readEscape(into text: inout [UInt8]) {
        at += 1
        var value: UInt32 = 0
        var digits = 0
        while digits < 6, let digit = byte(at).hexDigit {
            value = value << 4 | UInt32(digit)
            digits += 1
            at += 1
        }
        if digits > 0 {
            if byte(at) <= 0x20, at < bytes.endIndex { at += 1 }
            text += Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
        } else if byte(at) == 0x0D, byte(at + 1) == 0x0A {
            at += 2
        } else if byte(at) == 0x0A || byte(at) == 0x0D {
            at += 1
        } else if at < bytes.endIndex {
            take(into: &text)
        }
    }
}

extension UInt8 {
    fileprivate var isNamePart: Bool {
        switch self {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x5F, 0x80...: true
        default: false
        }
    }
}
