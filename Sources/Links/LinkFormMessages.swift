import Core

/// Links that mean the right place but do not write it rightly.
extension Diagnostic {
    static func wrongCase(_ link: WrittenLink, is name: String, right: String) -> Diagnostic {
        Diagnostic(
            .error, "link.wrong-case", at: link.span,
            en: "'\(link.destination)' differs by case from '\(name)'",
            ja: "「\(link.destination)」は「\(name)」と大文字小文字が違います",
            fix: link.replacing(with: right))
    }

    static func notNFC(_ link: WrittenLink, right: String) -> Diagnostic {
        Diagnostic(
            .warning, "link.not-nfc", at: link.span,
            en: "the link is written with decomposed characters (NFD); the site uses NFC",
            ja: "リンクの濁点などが分解された形（NFD）で書かれています。サイトの URL は NFC です",
            fix: link.replacing(with: right))
    }

    static func undecodable(_ link: WrittenLink) -> Diagnostic {
        Diagnostic(
            .error, "link.bad-encoding", at: link.span,
            en: "'\(link.destination)' is not percent-encoded UTF-8",
            ja: "「\(link.destination)」のパーセント符号化が正しくありません（UTF-8 ではありません）",
            fix: .advice(
                en: "write the letters themselves, and '%25' for a percent sign",
                ja: "文字をそのまま書いてください。「%」そのものは「%25」と書きます"))
    }

    static func encodedTwice(_ link: WrittenLink, right: String) -> Diagnostic {
        Diagnostic(
            .error, "link.encoded-twice", at: link.span,
            en: "'\(link.destination)' is percent-encoded twice",
            ja: "「\(link.destination)」は二重にパーセント符号化されています",
            fix: link.replacing(with: right))
    }
}
