@testable import Core

/// Findings of each kind in a file with wide, combined and astral characters, tabs and CR LF.
enum FormatFixture {
    static let file = "Content/pages/手順 1.md"

    /// Line 1 is a title; line 2 has a tab, a combined letter and a family; line 3 ends the file.
    static let text = "題: x\r\n\te\u{301} 👨‍👩‍👧 [a](guid.md)\r\nend"

    static func sources() -> SourceLines {
        let bytes = Array(text.utf8)
        return SourceLines { $0 == file ? bytes : nil }
    }

    /// The bytes of a part of the text.
    static func span(of part: String) -> SourceSpan {
        guard let found = text.utf8.firstRange(of: part.utf8) else {
            preconditionFailure("no '\(part)' in the text")
        }
        let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
        return SourceSpan(file: file, range: start..<start + part.utf8.count)
    }

    /// A broken link whose destination alone is to be changed.
    static var link: Diagnostic {
        Diagnostic(
            .error, "link.page-missing", at: span(of: "[a](guid.md)"),
            en: "no page 'guid.md'", ja: "「guid.md」がありません",
            notes: [
                .init(at: span(of: "x"), en: "see here", ja: "ここを参照"),
                .init(en: "looked everywhere", ja: "すべて探しました"),
            ],
            fix: .replace(at: span(of: "guid.md"), with: "guide.md"))
    }

    /// A warning about a whole file.
    static var stray: Diagnostic {
        Diagnostic(
            .warning, "content.stray-file", at: SourceSpan(file: "Content/a,b:100%"),
            en: "'a' is {{left}} out [1]", ja: "除外")
    }

    /// A note about nothing in particular.
    static var note: Diagnostic {
        Diagnostic(.note, "yaml.syntax", at: nil, en: "just so", ja: "参考")
    }

    /// What a hostile author may bring into messages and names.
    static var hostile: Diagnostic {
        Diagnostic(
            .error, "yaml.syntax", at: SourceSpan(file: "a\n::error::b\u{1B}[2J<&\"'>.md"),
            en: "x\r\n::set-output name=a::b\u{0}\u{7}\u{FFFE} ]]> <b> & \"q\" %0A \\ {0} [l](1)",
            ja: "同上")
    }

    static let all = [note, stray, link, hostile]
}

extension JSONValue {
    /// A member of an object.
    subscript(_ name: String) -> JSONValue? { self[member: name] }

    /// An element of an array.
    subscript(_ index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }
}
