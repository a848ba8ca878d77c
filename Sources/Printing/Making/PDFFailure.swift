package import Core

/// Why there is no PDF.
package enum PDFFailure: Error, Hashable, Sendable {
    /// The program, or what it consists of, is not on this machine.
    case notInstalled(command: String)
    /// It was not done within the time limit, and was killed.
    case late(Duration)
    /// It ended otherwise than it should; with its own last words.
    case failed(status: String, words: String)
    /// The PDF, or something else that was written, has more bytes than are accepted.
    case tooLong(bytes: Int)
    /// The document asks for these URLs, which are not among its resources.
    case refused([String])
    /// Images or styles that could not be read; in the program's words.
    case unreadable([String])
    /// No installed font has these characters.
    case noGlyphs([Unicode.Scalar])
    /// A file could not be read or written.
    case file(FileError)

    /// The sentence in both languages.
    package var message: Message {
        switch self {
        case .notInstalled(let command): Self.absent(command)
        case .late(let limit):
            Message(
                en: "the PDF was not made within \(limit.components.seconds) s",
                ja: "PDF を \(limit.components.seconds) 秒以内に作成できませんでした")
        case .failed(let status, let words):
            Message(
                en: "WeasyPrint failed (\(status)): \(words)",
                ja: "WeasyPrint でエラーが起きました（\(status)）: \(words)")
        case .tooLong(let bytes):
            Message(
                en: "the PDF has more than \(bytes) bytes",
                ja: "PDF が上限の \(bytes) バイトを超えました")
        case .refused(let urls):
            Message(
                en: "a PDF uses files of the site only; not fetched: \(Self.list(urls, ", "))",
                ja: "PDF にはサイト内のファイルだけを使えます。取得しなかったもの: \(Self.list(urls, "、"))")
        case .unreadable(let words):
            Message(
                en: "not readable as an image or a style: \(Self.list(words, "; "))",
                ja: "画像又はスタイルとして読み込めません: \(Self.list(words, "、"))")
        case .noGlyphs(let characters): Self.withoutGlyphs(characters)
        case .file(let error): error.message
        }
    }

    private static func absent(_ command: String) -> Message {
        Message(
            en: "making a PDF needs WeasyPrint, and there is no '\(command)'; install it: "
                + "apt-get install weasyprint fonts-morisawa-bizud-gothic",
            ja: "PDF の作成には WeasyPrint が必要ですが、「\(command)」がありません。次のように"
                + "インストールしてください: apt-get install weasyprint fonts-morisawa-bizud-gothic")
    }

    private static func withoutGlyphs(_ characters: [Unicode.Scalar]) -> Message {
        let names = characters.map { character in
            let digits = String(character.value, radix: 16, uppercase: true)
            let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            return character.properties.isEmojiPresentation
                || character.properties.generalCategory == .otherLetter
                ? "\(character) (\(code))" : code
        }
        return Message(
            en: "no installed font has \(list(names, ", ")); install one: apt-get install "
                + "fonts-morisawa-bizud-gothic (Japanese), fonts-noto-color-emoji (emoji)",
            ja: "次の文字を持つフォントがありません: \(list(names, "、"))。インストールしてください: "
                + "apt-get install fonts-morisawa-bizud-gothic（日本語）、"
                + "fonts-noto-color-emoji（絵文字）")
    }

    /// At most eight, and that there are more.
    private static func list(_ names: [String], _ comma: String) -> String {
        names.prefix(8).joined(separator: comma) + (names.count > 8 ? comma + "…" : "")
    }
}
