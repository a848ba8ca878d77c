import Core

/// A page of the preview itself.
enum PlainPage {
    /// An HTML document in the preview's own style.
    ///
    /// - Parameters:
    ///   - body: HTML.
    ///   - script: The element that loads the panel; empty for none.
    static func document(
        _ title: String, body: String, language: MessageLanguage, script: String = ""
    ) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title.escapedForHTML)</title>
        <link rel="stylesheet" href="\(PreviewResponder.folder)preview.css">
        </head>
        <body>
        <main>
        \(body)
        </main>
        \(script)
        </body>
        </html>

        """
    }

    /// What stands in for the site while nothing of it can be built.
    static func broken(_ language: MessageLanguage, script: String) -> String {
        message(
            Message(en: "The site cannot be built yet", ja: "サイトをまだ生成できません"),
            Message(
                en: "The panel below says what is wrong. This page changes by itself once it is "
                    + "mended.",
                ja: "下の欄に、直すところを表示しています。直すと、この画面は自動で切り替わります。"),
            language, script)
    }

    /// What stands in for a page that cannot be read from the disk.
    static func failed(
        _ cause: Message, _ language: MessageLanguage, script: String
    ) -> String {
        message(
            Message(en: "The page could not be made", ja: "ページを生成できませんでした"), cause,
            language, script)
    }

    /// What is said where the site has no page that says so.
    static func nothing(_ language: MessageLanguage, script: String) -> String {
        message(
            Message(en: "There is nothing here", ja: "ページがありません"),
            Message(en: "The address leads nowhere.", ja: "このアドレスには何もありません。"), language,
            script)
    }

    private static func message(
        _ title: Message, _ text: Message, _ language: MessageLanguage, _ script: String
    ) -> String {
        let (title, text) = (title.text(in: language), text.text(in: language))
        return document(
            title,
            body: "<h1>\(title.escapedForHTML)</h1>\n<p>\(text.escapedForHTML)</p>",
            language: language, script: script)
    }
}
