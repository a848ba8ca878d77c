import Core

/// What is wrong with the place that a link leads to.
extension Diagnostic {
    static func emptyDestination(_ link: WrittenLink) -> Diagnostic {
        Diagnostic(
            .error, "link.destination-empty", at: link.span,
            en: "the link does not say where it leads", ja: "リンク先が書かれていません",
            fix: .advice(
                en: "write a path or an address, or take the link away",
                ja: "パスかアドレスを書くか、リンクを外してください"))
    }

    static func invalid(_ link: WrittenLink) -> Diagnostic {
        Diagnostic(
            .error, "link.outside-project", at: link.span,
            en: "link '\(link.destination)' leads out of the project",
            ja: "リンク「\(link.destination)」はプロジェクトの外を指しています",
            fix: .advice(
                en: "write a path below Content/pages, or a full address (https://…)",
                ja: "Content/pages より下のパスか、https:// で始まるアドレスを書いてください"))
    }

    /// - Parameter fix: What its form tells; nil where `nearest` is all that is known.
    static func missingPage(
        _ key: String, _ link: WrittenLink, nearest: String?, fix: Fix? = nil
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.page-missing", at: link.span,
            en: "link to a page that does not exist: '\(link.destination)'",
            ja: "リンク先のページがありません:「\(link.destination)」",
            notes: [
                .init(
                    en: "looked for Content/pages/\(key)", ja: "探した場所: Content/pages/\(key)")
            ],
            fix: fix
                ?? nearest.map {
                    .advice(
                        en: "did you mean Content/pages/\($0)?",
                        ja: "Content/pages/\($0) のことですか")
                } ?? .pathOrPage)
    }

    static func missingUpload(
        _ path: String, _ link: WrittenLink, nearest: String?
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.upload-missing", at: link.span,
            en: "there is no file Content\(path)", ja: "ファイル Content\(path) がありません",
            fix: nearest.map { .advice(en: "did you mean '\($0)'?", ja: "「\($0)」のことですか") }
                ?? .advice(
                    en: "put the file into Content/uploads", ja: "ファイルを Content/uploads に入れてください"))
    }

    static func missingPath(
        _ path: String, _ link: WrittenLink, nearest: String?, fix: Fix? = nil
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.page-missing", at: link.span,
            en: "link to a URL that the site does not have: '\(link.destination)'",
            ja: "リンク先の URL がサイトにありません:「\(link.destination)」",
            notes: [.init(en: "looked for '\(path)'", ja: "探した URL:「\(path)」")],
            fix: fix
                ?? nearest.map { .advice(en: "did you mean '\($0)'?", ja: "「\($0)」のことですか") }
                ?? .pathOrPage)
    }

    /// A link that is written to the page as it stands, and names the file in place of the URL.
    static func fileForURL(_ path: String, _ link: WrittenLink, right: String) -> Diagnostic {
        Diagnostic(
            .error, "link.page-missing", at: link.span,
            en: "link to a URL that the site does not have: '\(link.destination)'",
            ja: "リンク先の URL がサイトにありません:「\(link.destination)」",
            notes: [
                .init(
                    en: "here the page's URL is needed, not its file",
                    ja: "ここにはファイル名ではなく、ページの URL を書きます")
            ],
            fix: link.replacing(with: right))
    }

    static func toRedirect(_ link: WrittenLink, to address: String, right: String) -> Diagnostic {
        Diagnostic(
            .warning, "link.to-redirect", at: link.span,
            en: "'\(link.destination)' is a former URL, which leads on to '\(address)'",
            ja: "「\(link.destination)」は以前の URL で、「\(address)」に転送されます",
            fix: link.replacing(with: right))
    }

    static func toGoneAnchor(_ noted: NotedLink) -> Diagnostic {
        Diagnostic(
            .error, "link.page-excluded", at: noted.span,
            en: "link to '#\(noted.fragment)', which is gone, says redirects.yml",
            ja: "「#\(noted.fragment)」は redirects.yml で公開終了とされています",
            fix: .advice(en: "remove the link", ja: "リンクを外してください"))
    }

    static func excluded(_ link: WrittenLink, route: Route, because why: Message) -> Diagnostic {
        if case .upload = route.kind { return excludedFile(link, route, why) }
        return Diagnostic(
            .error, "link.page-excluded", at: link.span,
            en: "link to a page that is not published: \(why.en)",
            ja: "公開されないページへのリンクです。リンク先は\(why.ja)",
            notes: [.init(at: route.source, en: "the page is here", ja: "リンク先のページです")],
            fix: .advice(
                en: "remove the link, or publish the page", ja: "リンクを外すか、リンク先を公開してください"))
    }

    private static func excludedFile(
        _ link: WrittenLink, _ route: Route, _ why: Message
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.page-excluded", at: link.span,
            en: "link to a file that is not published: \(why.en)",
            ja: "公開されないファイルへのリンクです（\(why.ja)）",
            notes: [.init(at: route.source, en: "the file is here", ja: "リンク先のファイルです")],
            fix: .advice(
                en: "remove the link, or put a file there that can be published",
                ja: "リンクを外すか、公開できるファイルに差し替えてください"))
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

    static func missingAnchor(
        _ noted: NotedLink, route: Route, repair: AnchorRepair
    ) -> Diagnostic {
        let file = route.source?.file ?? route.path
        let fix: Fix =
            switch repair {
            case .none:
                .advice(
                    en: "write '#' and the text of a heading of that page",
                    ja: "「#」の後に、そのページにある見出しの文字を書いてください")
            case .heading(let name):
                noted.link.replacing(
                    with: noted.link.with(fragment: name),
                    en: "the link to the heading of that text is '#\(name)'",
                    ja: "その見出しへは「#\(name)」と書きます")
            case .near(let name):
                .advice(en: "did you mean '#\(name)'?", ja: "「#\(name)」のことですか")
            }
        return Diagnostic(
            .error, "link.anchor-missing", at: noted.span,
            en: "'\(route.path)' has no heading or anchor '#\(noted.fragment)'",
            ja: "「\(route.path)」に「#\(noted.fragment)」という見出し（アンカー）がありません",
            notes: [
                .init(
                    at: route.source.map { SourceSpan(file: $0.file) },
                    en: "the page is made from \(file)", ja: "リンク先のページは \(file) です")
            ],
            fix: fix)
    }
}

extension Diagnostic.Fix {
    /// Where nothing is known that the link could have meant.
    fileprivate static let pathOrPage = Self.advice(
        en: "write the path of a page that exists, as seen from this file, or add the page",
        ja: "このファイルから見た、実在するページのパスに直すか、そのページを作ってください")
}
