package import Core

/// What a Markdown file's name says: its stem as it stands in a URL, and its language.
struct PageName {
    /// Without `.md` and the language's suffix.
    let stem: String
    /// Nil for the default language.
    let language: String?

    /// Reads a name like `start.en.md`.
    ///
    /// - Returns: The name, or nil with a diagnostic for a suffix that looks like a language
    ///   which the site does not have.
    static func read(
        _ name: String, file: String, languages: [String]
    ) -> (name: PageName, diagnostics: [Diagnostic]) {
        let stem = name.dropLast(3)
        guard let dot = stem.lastIndex(of: "."), dot != stem.startIndex else {
            return (PageName(stem: String(stem), language: nil), [])
        }
        let suffix = String(stem[stem.index(after: dot)...])
        if languages.contains(suffix) {
            let isDefault = suffix == languages[0]
            return (PageName(stem: String(stem[..<dot]), language: isDefault ? nil : suffix), [])
        }
        let isCode = suffix.utf8.count == 2 && suffix.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        return (
            PageName(stem: String(stem), language: nil),
            isCode ? [.unknownLanguage(suffix, file: file, known: languages)] : []
        )
    }
}

/// A file's or folder's name as it stands in a URL: NFC, spaces as hyphens.
///
/// - Returns: Nil for a name that no URL can carry plainly: one with `? # % \ :` or control
///   characters, one that begins or ends with a space or ends with a dot, or one of more than
///   the 255 bytes that a file's name may have.
package func urlSegment(_ name: String) -> String? {
    let nfc = name.normalizedToNFC
    guard let first = nfc.first, let last = nfc.last, first != " ", last != " ", last != ".",
        nfc.utf8.count <= 255
    else { return nil }
    var segment = ""
    for scalar in nfc.unicodeScalars {
        switch scalar {
        case " ", "\u{3000}": segment.unicodeScalars.append("-")
        case "\u{FFFD}", "?", "#", "%", "\\", ":", "\"", "<", ">", "|", "*", "\u{7F}": return nil
        case _ where scalar.value < 0x20 || scalar.isFormat:
            return nil
        default: segment.unicodeScalars.append(scalar)
        }
    }
    return segment
}

extension Unicode.Scalar {
    /// General category Cf. The table is asked only where it can say so: none is in ASCII.
    fileprivate var isFormat: Bool { value >= 0x80 && properties.generalCategory == .format }
}

extension Diagnostic {
    fileprivate static func unknownLanguage(
        _ code: String, file: String, known: [String]
    ) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .error, "content.unknown-language", at: SourceSpan(file: file),
            en: "'.\(code).md' names a language that site.yml does not list (\(list))",
            ja: "「.\(code).md」の言語は site.yml の languages にありません（\(list)）",
            fix: .advice(
                en: "add '\(code)' to languages, or rename the file",
                ja: "languages に「\(code)」を加えるか、ファイル名を変えてください"))
    }

    /// The error for a file or folder whose name no URL can carry.
    package static func badName(_ name: String, file: String) -> Diagnostic {
        Diagnostic(
            .error, "content.bad-name", at: SourceSpan(file: file),
            en: "'\(name)' cannot become part of a URL",
            ja: "「\(name)」は URL に使えない名前です",
            fix: .advice(
                en: "rename it without ? # % \\ : \" < > | * and control characters, and without "
                    + "a space at its beginning or end",
                ja: "? # % \\ : \" < > | * や制御文字を使わず、始めや終わり（.md の前）に空白のない名前に"
                    + "変えてください"))
    }
}
