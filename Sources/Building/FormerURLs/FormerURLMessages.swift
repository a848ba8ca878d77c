import Content
import Core
import Labels
import Links

extension Diagnostic {
    static func badFormerURL(_ path: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "content.bad-alias", at: path.span,
            en: "'\(path.value)' cannot be a former URL of this site",
            ja: "「\(path.value)」はこのサイトの以前の URL として使えません",
            fix: .advice(
                en: "write a path that begins with '/', like /old/ or /page/#old, without '?' "
                    + "and '..'",
                ja: "「/」で始まり「?」「..」を含まないパス（例: /old/、/page/#old）を書いてください"))
    }

    static func belowFile(_ path: Located<String>, _ file: Route) -> Diagnostic {
        Diagnostic(
            .error, "content.bad-alias", at: path.span,
            en: "'\(path.value)' lies below '\(file.path)', which is a file and not a folder",
            ja: "「\(path.value)」の上位の「\(file.path)」は、フォルダーではなくファイルです")
    }

    static func repeatedFormer(_ path: Located<String>, first: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "link.redirect-repeated", at: path.span,
            en: "'\(path.value)' is redirected twice",
            ja: "「\(path.value)」の転送が二度書かれています",
            notes: [.init(at: first, en: "first here", ja: "最初の記述はここです")],
            fix: .advice(en: "keep one of the two", ja: "どちらか一つにしてください"))
    }

    static func takenURL(_ path: Located<String>, by route: Route) -> Diagnostic {
        let owner = route.source.map { $0.file } ?? "Hakusho"
        return Diagnostic(
            .error, "link.redirect-from-page", at: path.span,
            en: "'\(path.value)' is redirected, but the site has '\(route.path)'",
            ja: "「\(path.value)」は転送元とされていますが、サイトに「\(route.path)」があります",
            notes: [
                .init(
                    at: route.source, en: "'\(route.path)' belongs to \(owner)",
                    ja: "「\(route.path)」は \(owner) が使っています")
            ],
            fix: .advice(
                en: "remove the former URL ('aliases' or redirects.yml), or give the page another "
                    + "URL",
                ja: "転送元（aliases または redirects.yml）から外すか、ページの URL を変えてください"))
    }

    static func noPageForAnchor(_ from: Located<String>, path: String) -> Diagnostic {
        Diagnostic(
            .error, "link.redirect-from-missing", at: from.span,
            en: "'\(from.value)' moves an anchor, but the site has no page '\(path)'",
            ja: "「\(from.value)」は見出しの移動ですが、サイトにページ「\(path)」がありません",
            fix: .advice(
                en: "redirect the page instead; its anchors go along",
                ja: "ページごと転送してください。見出しもいっしょに転送されます"))
    }

    static func redirectToExcluded(
        _ path: Located<String>, because why: Message
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.redirect-target-excluded", at: path.span,
            en: "the redirect leads to '\(path.value)', which is not published: \(why.en)",
            ja: "転送先「\(path.value)」は公開されていません（\(why.ja)）",
            fix: .advice(
                en: "publish the page, or lead somewhere else",
                ja: "ページを公開するか、別の転送先を書いてください"))
    }

    /// - Parameter to: What the first redirect says; nil where a page's alias does.
    static func leadsToGone(_ last: Located<String>, _ to: Located<String>?) -> Diagnostic {
        let target = to ?? last
        return Diagnostic(
            .error, "link.redirect-target-gone", at: target.span,
            en: "the redirect leads to '\(target.value)', which is gone",
            ja: "転送先「\(target.value)」は公開を終了しています",
            fix: .advice(
                en: "lead somewhere else, or write 'gone: true' here too",
                ja: "別の転送先を書くか、ここも「gone: true」にしてください"))
    }

    static func redirectToNowhere(_ path: Located<String>, nearest: String?) -> Diagnostic {
        Diagnostic(
            .error, "link.redirect-target-missing", at: path.span,
            en: "the redirect leads to '\(path.value)', which the site does not have",
            ja: "転送先「\(path.value)」がサイトにありません",
            fix: nearest.map { .advice(en: "did you mean '\($0)'?", ja: "「\($0)」のことですか") }
                ?? .advice(
                    en: "write a URL of the site, a full address, or 'gone: true'",
                    ja: "サイトにある URL か https:// のアドレスを書くか、「gone: true」にしてください"))
    }

    static func redirectChain(
        _ to: Located<String>, between: [Located<String>], final: String
    ) -> Diagnostic {
        Diagnostic(
            .warning, "link.redirect-chain", at: to.span,
            en: "the redirect leads to '\(to.value)', which is itself redirected to '\(final)'",
            ja: "転送先「\(to.value)」は、さらに「\(final)」へ転送されています",
            notes: between.map { .init(at: $0.span, en: "by way of this", ja: "ここを経由します") },
            fix: .replace(with: yamlText(final)))
    }

    static func redirectLoop(_ hops: [Located<String>]) -> Diagnostic {
        let names = hops.map(\.value) + [hops[0].value]
        let way = names.joined(separator: " → ")
        return Diagnostic(
            .error, "link.redirect-loop", at: hops[0].span,
            en: "redirects lead in a circle: \(way)", ja: "転送が循環しています: \(way)",
            notes: hops.dropFirst().map {
                .init(at: $0.span, en: "by way of this", ja: "ここを経由します")
            },
            fix: .advice(
                en: "let one of them lead to a page, or write 'gone: true'",
                ja: "どれか一つの転送先をページにするか、「gone: true」にしてください"))
    }

    static func unlabelled(_ entry: Redirects.Entry, _ scheme: LabelScheme) -> Diagnostic {
        let list = scheme.levels.map(\.id).joined(separator: ", ")
        return Diagnostic(
            .error, "label.missing", at: entry.from.span,
            en: "the entry leads to no page of the site and has no label, and labels.yml has no "
                + "default",
            ja: "サイト内のページに転送しない項目にラベルがなく、labels.yml に default もありません",
            fix: .advice(
                en: "add 'label: …' (\(list))", ja: "「label: …」を加えてください（\(list)）"))
    }
}
