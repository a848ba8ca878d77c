import Core

extension Diagnostic {
    static func invalid(_ reference: WrittenLink) -> Diagnostic {
        Diagnostic(
            .error, "link.outside-project", at: reference.span,
            en: "link '\(reference.destination)' leads out of the project",
            ja: "リンク「\(reference.destination)」はプロジェクトの外を指しています",
            fix: .advice(
                en: "write a path below Content/pages, or a full address (https://…)",
                ja: "Content/pages より下のパスか、https:// で始まるアドレスを書いてください"))
    }

    static func missingPage(
        _ key: String, _ reference: WrittenLink, nearest: String?
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.page-missing", at: reference.span,
            en: "link to a page that does not exist: '\(reference.destination)'",
            ja: "リンク先のページがありません:「\(reference.destination)」",
            notes: [
                .init(
                    en: "looked for Content/pages/\(key)", ja: "探した場所: Content/pages/\(key)")
            ],
            fix: nearest.map {
                .advice(
                    en: "did you mean Content/pages/\($0)?", ja: "Content/pages/\($0) のことですか")
            })
    }

    static func missingUpload(
        _ path: String, _ reference: WrittenLink, nearest: String?
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.upload-missing", at: reference.span,
            en: "there is no file Content\(path)", ja: "ファイル Content\(path) がありません",
            fix: nearest.map { .advice(en: "did you mean '\($0)'?", ja: "「\($0)」のことですか") }
                ?? .advice(
                    en: "put the file into Content/uploads", ja: "ファイルを Content/uploads に入れてください"))
    }

    static func missingPath(
        _ path: String, _ reference: WrittenLink, nearest: String?
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.page-missing", at: reference.span,
            en: "link to a URL that the site does not have: '\(reference.destination)'",
            ja: "リンク先の URL がサイトにありません:「\(reference.destination)」",
            notes: [.init(en: "looked for '\(path)'", ja: "探した URL:「\(path)」")],
            fix: nearest.map { .advice(en: "did you mean '\($0)'?", ja: "「\($0)」のことですか") })
    }

    static func wrongCase(
        _ path: String, _ reference: WrittenLink, right: String
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.wrong-case", at: reference.span,
            en: "the URL '\(path)' differs by case from '\(right)'",
            ja: "URL「\(path)」は「\(right)」と大文字小文字が違います",
            fix: .advice(en: "write '\(right)'", ja: "「\(right)」と書いてください"))
    }

    static func notNFC(_ path: String, _ reference: WrittenLink) -> Diagnostic {
        Diagnostic(
            .warning, "link.not-nfc", at: reference.span,
            en: "the URL is written with decomposed characters (NFD); the site uses NFC",
            ja: "URL の濁点などが分解された形（NFD）で書かれています。サイトの URL は NFC です",
            fix: .advice(en: "write '\(path)'", ja: "「\(path)」と書き直してください"))
    }

    static func excluded(
        _ reference: WrittenLink, route: Route, because why: Message
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.page-excluded", at: reference.span,
            en: "link to a page that is not published: \(why.en)",
            ja: "公開されないページへのリンクです（\(why.ja)）",
            notes: [.init(at: route.source, en: "the page is here", ja: "リンク先のページです")],
            fix: .advice(
                en: "remove the link, or publish the page", ja: "リンクを外すか、リンク先を公開してください"))
    }

    static func hiddenAnchor(_ link: NotedLink, portion: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "label.anchor-too-high", at: link.span,
            en: "some readers of this link cannot see '#\(link.fragment)', where it leads: it "
                + "stands in a labelled portion",
            ja: "リンク先の「#\(link.fragment)」はラベル付きの囲みの中にあり、このリンクの読者の一部には見えません",
            notes: [
                .init(
                    at: portion, en: "the portion gets its label here",
                    ja: "囲みのラベルはここで決められています")
            ],
            fix: .advice(
                en: "put the link into a ':::label' portion of the same level, or link to a part "
                    + "of the page that all its readers see",
                ja: "リンクを同じラベルの「:::label」の囲みに入れるか、リンクの読者全員に見える箇所へ"
                    + "リンクしてください"))
    }

    static func missingAnchor(_ link: NotedLink, route: Route, nearest: String?) -> Diagnostic {
        let file = route.source?.file ?? route.path
        return Diagnostic(
            .error, "link.anchor-missing", at: link.span,
            en: "'\(route.path)' has no anchor '#\(link.fragment)'",
            ja: "「\(route.path)」にアンカー「#\(link.fragment)」がありません",
            notes: [
                .init(
                    at: route.source.map { SourceSpan(file: $0.file) },
                    en: "the page is made from \(file)", ja: "リンク先のページは \(file) です")
            ],
            fix: nearest.map { .advice(en: "did you mean '#\($0)'?", ja: "「#\($0)」のことですか") })
    }
}
