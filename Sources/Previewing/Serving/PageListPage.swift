import Building
import Content
import Core

/// The list of all Markdown pages and what an editor has to know of each.
struct PageListPage {
    private let look: Look

    init(_ look: Look) { self.look = look }

    private var language: MessageLanguage { look.language }

    /// The whole document.
    var html: String {
        let title = text("All pages", "ページ一覧")
        guard let site = look.site else {
            return PlainPage.broken(language, script: look.script(for: "/", []))
        }
        let errors = Set(
            look.state.findings.filter { $0.severity == .error }.compactMap { $0.span?.file })
        let rows = site.pages.map { row($0, site, hasError: errors.contains($0.file ?? "")) }
        let heads = [
            text("Title", "題名"), text("File", "ファイル"), text("Label", "ラベル"),
            text("State", "状態"), text("Seen by", "表示する対象"),
        ].map { "<th scope=\"col\">\($0)</th>" }.joined()
        let body = """
            <p><a href="\(url(site.basePath))">\(text("Back to the site", "サイトに戻る"))</a></p>
            <h1>\(title)</h1>
            <p><label>\(text("Filter", "絞り込み"))
            <input type="search" id="filter" autocomplete="off"></label>
            <output id="shown">\(rows.count)</output></p>
            <table id="pages">
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(rows.joined(separator: "\n"))
            </tbody>
            </table>
            """
        return PlainPage.document(
            title, body: body, language: language,
            script: look.script(for: PreviewResponder.folder + "pages", []))
    }

    private func row(_ page: PageAccount, _ site: LiveSite, hasError: Bool) -> String {
        let title = (page.title.isEmpty ? "—" : page.title).escapedForHTML
        let link =
            page.route.map { "<a href=\"\(url(site.basePath + $0.dropFirst()))\">\(title)</a>" }
            ?? title
        let file = page.file ?? ""
        let label = page.label?.text(in: language.rawValue) ?? ""
        var states = page.states.map { state in
            "<span class=\"state \(state.name)\">"
                + "\(state.words.text(in: language).escapedForHTML)</span>"
        }
        if hasError, !page.states.contains(.broken) {
            let words = PageAccount.State.broken.words.text(in: language)
            states.append("<span class=\"state broken\">\(words.escapedForHTML)</span>")
        }
        let cells = [
            link,
            "<a href=\"\(SourcePage.url(of: file, line: nil))\">\(file.escapedForHTML)</a>",
            label.escapedForHTML, states.joined(separator: " "),
            readers(of: page).escapedForHTML,
        ]
        return "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
    }

    /// The outputs that hold it, now or once its time comes.
    private func readers(of page: PageAccount) -> String {
        let outputs = page.outputs.joined(separator: ", ")
        let isToCome = page.states.contains { ["draft", "scheduled"].contains($0.name) }
        return isToCome && !outputs.isEmpty ? text("later: ", "公開後: ") + outputs : outputs
    }

    private func url(_ path: String) -> String {
        ("/" + PercentEncoding.encodePath(String(path.dropFirst()))).escapedForHTML
    }

    private func text(_ en: String, _ ja: String) -> String {
        Message(en: en, ja: ja).text(in: language)
    }
}
