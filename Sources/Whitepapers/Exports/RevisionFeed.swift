import Core

/// The Atom feed of a whitepaper's editions in one language (RFC 4287).
package struct RevisionFeed: Sendable {
    private let context: ExportContext
    private let language: String
    private let label: ExportLabel?
    /// Newest first; never empty.
    private let editions: [Edition]
    private let page: EditionPage

    /// - Parameters:
    ///   - label: Of all editions that the output shows; nil for a site without labels.
    /// - Returns: Nil where no edition is out; drafts, which have no date, are none.
    package init?(of context: ExportContext, language: String, label: ExportLabel?) {
        editions = context.site.editions.reversed().filter { !$0.isDraft }
        guard let newest = editions.first else { return nil }
        self.context = context
        self.language = language
        self.label = label
        page = EditionPage(of: newest, in: context.site, language: language)
    }

    /// The feed's title for people, also where a page says that there is a feed.
    package var title: String { Self.title(of: page.title, in: language) }

    /// The title of the feed of a whitepaper with this title.
    package static func title(of whitepaper: String, in language: String) -> String {
        language == "ja" ? whitepaper + "の改定履歴" : "Revisions of the " + whitepaper
    }

    /// Where the file lies, from the site's root with a `/` at its end.
    package var folder: String { context.site.path(language: language) }

    /// The feed's file.
    package func files() -> [(name: String, bytes: [UInt8])] { [(Self.name, atom())] }

    /// What the file is called.
    package static let name = "revisions.atom"

    private func atom() -> [UInt8] {
        var atom = AtomWriter(language: language)
        let url = context.absolute(folder + Self.name)
        atom.element("title", title)
        atom.element("id", url)
        atom.element("updated", context.moment(of: editions[0]).iso)
        atom.link("self", url)
        atom.link("alternate", context.absolute(page.currentURL))
        atom.author(page.owner ?? page.product)
        if let words = label?.words[language] { atom.element("rights", words) }
        let entries = Dictionary(page.history.map { ($0.version, $0) }) { first, _ in first }
        for edition in editions {
            guard let entry = entries[edition.version] else { continue }
            atom.entry { write(entry, of: edition, into: &$0) }
        }
        return atom.finish()
    }

    private func write(
        _ entry: HistoryEntry, of edition: Edition, into atom: inout AtomWriter
    ) {
        let permalink = context.absolute(context.site.url(of: edition, language: language))
        let day = context.moment(of: edition).iso
        let version = language == "ja" ? "第\(edition.version)版" : edition.version
        atom.element("title", page.title + " " + version)
        atom.element("id", permalink)
        atom.element("updated", day)
        atom.element("published", day)
        atom.link("alternate", permalink)
        if let summary = entry.summary { atom.element("summary", summary) }
        let html = html(of: entry)
        if !html.isEmpty { atom.content(html: html) }
    }

    /// The summary and the changes, each with a link to the text that it brought.
    private func html(of entry: HistoryEntry) -> String {
        var html = ByteWriter()
        if let summary = entry.summary {
            html.append("<p>" as StaticString)
            html.appendEscaped(summary)
            html.append("</p>" as StaticString)
        }
        if !entry.changes.isEmpty { html.append("<ul>" as StaticString) }
        for change in entry.changes {
            html.append("<li>" as StaticString)
            if let url = change.url {
                html.append("<a href=\"" as StaticString)
                html.appendEscaped(context.absolute(url))
                html.append("\">" as StaticString)
            }
            html.appendEscaped(change.id + " " + change.title)
            html.append(change.url == nil ? withdrawn : "</a>")
            if let summary = change.summary { html.appendEscaped(separator + summary) }
            html.append("</li>" as StaticString)
        }
        if !entry.changes.isEmpty { html.append("</ul>" as StaticString) }
        return html.text
    }

    private var withdrawn: String { language == "ja" ? "（廃止）" : " (withdrawn)" }
    private var separator: String { language == "ja" ? "：" : ": " }
}
