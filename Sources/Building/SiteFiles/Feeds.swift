import Content
import Core
import Labels

/// The Atom feed of one collection in one language (RFC 4287).
struct Feeds: Sendable {
    let collection: Collection
    /// The collection's folder.
    let folder: Int
    let language: String
    let route: String

    /// All feeds of a site: one for each folder that is given to a collection with a feed, so
    /// that no folder takes it from another, which readers may see when they do not see the first.
    static func all(in project: Project) -> [Feeds] {
        let folders = project.tree.folders
        return project.site.collections.filter(\.hasFeed).flatMap { collection in
            folders.indices.filter { index in
                folders[index].settings.collection?.value == collection.id
                    && !isWithin(collection.id, folders[index].parent, folders)
            }
            .flatMap { folder in
                project.site.languages.map { language in
                    let root = LanguageSite.root(of: language, in: project.site)
                    return Feeds(
                        collection: collection, folder: folder, language: language,
                        route: root + folders[folder].route.dropFirst() + "feed.xml")
                }
            }
        }
    }

    /// Whether a folder or one around it is given to the collection already.
    private static func isWithin(
        _ collection: String, _ folder: Int?, _ folders: [Folder]
    ) -> Bool {
        var next = folder
        while let index = next {
            if folders[index].settings.collection?.value == collection { return true }
            next = folders[index].parent
        }
        return false
    }

    /// The feed's title for people.
    func title(in project: Project) -> String {
        let name = collection.title?.text(in: language) ?? collection.id
        return name + " | " + project.site.title.text(in: language)
    }

    /// Whether `site` has anything to show in it.
    func isShown(in site: LanguageSite) -> Bool {
        guard site.language == language, let list = site.folders[folder] else { return false }
        return list.entries.contains { if case .page = $0 { true } else { false } }
    }

    /// The feed as `site` shows it: the newest 50 pages; nil where it shows none of them.
    ///
    /// The feed is marked with the highest label of its entries, and each entry with its own.
    func atom(_ site: LanguageSite, _ project: Project, _ clearances: Clearances) -> [UInt8]? {
        guard let list = site.folders[folder] else { return nil }
        var pages = list.entries.compactMap { entry in
            if case .page(let page) = entry { page } else { nil }
        }
        let all = project.tree.pages
        pages = Array(pages.prefix(50))
        guard !pages.isEmpty else { return nil }
        let dates = pages.compactMap { all[$0].frontMatter.lastChange }
        var xml = ByteWriter()
        xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" as StaticString)
        xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language)\">\n")
        appendElement("title", title(in: project), to: &xml)
        appendElement("id", project.absolute(route), to: &xml)
        let newest = dates.max() ?? Moment(secondsSince1970: 0, zone: .utc)
        appendElement("updated", newest.iso, to: &xml)
        appendLink("self", route, project, to: &xml)
        appendLink("alternate", list.route, project, to: &xml)
        let author = (project.site.organization ?? project.site.title).text(in: language)
        xml.append("<author><name>" as StaticString)
        xml.appendEscaped(author)
        xml.append("</name></author>\n" as StaticString)
        appendMark(site.label(of: pages, clearances), project, to: &xml)
        for page in pages {
            let label = clearances.labels[page] ?? .lowest
            appendEntry(all[page], label, project, newest, to: &xml)
        }
        xml.append("</feed>\n" as StaticString)
        return xml.bytes
    }

    private func appendEntry(
        _ page: Page, _ label: Label, _ project: Project, _ newest: Moment,
        to xml: inout ByteWriter
    ) {
        let front = page.frontMatter
        xml.append("<entry>\n" as StaticString)
        appendElement("title", front.title?.value ?? "", to: &xml)
        appendElement("id", project.absolute(page.route), to: &xml)
        appendElement("updated", (front.lastChange ?? newest).iso, to: &xml)
        if let date = front.date { appendElement("published", date.value.iso, to: &xml) }
        appendLink("alternate", page.route, project, to: &xml)
        if let text = front.description { appendElement("summary", text, to: &xml) }
        for tag in front.tags {
            xml.append("<category term=\"" as StaticString)
            xml.appendEscaped(tag.value)
            xml.append("\"/>\n" as StaticString)
        }
        appendMark(label, project, to: &xml)
        xml.append("</entry>\n" as StaticString)
    }

    /// A label in words for people (RFC 4287, section 4.2.10), and as categories for programs.
    private func appendMark(_ label: Label, _ project: Project, to xml: inout ByteWriter) {
        guard let scheme = project.scheme else { return }
        appendElement("rights", scheme.words(for: label, language: language), to: &xml)
        let names = [scheme.levels[label.level]] + scheme.terms(of: label)
        let terms =
            names.map { ($0.id, $0.name.text(in: language)) }
            + scheme.profiles.map { profile in
                let text = profile.value(for: label).text(in: language)
                return (text, text)
            }
        for (term, name) in terms {
            xml.append(
                "<category scheme=\"http://purl.org/dc/terms/accessRights\" term=\""
                    as StaticString)
            xml.appendEscaped(term)
            xml.append("\" label=\"" as StaticString)
            xml.appendEscaped(name)
            xml.append("\"/>\n" as StaticString)
        }
    }

    private func appendElement(_ name: String, _ text: String, to xml: inout ByteWriter) {
        xml.append("<\(name)>")
        xml.appendEscaped(text)
        xml.append("</\(name)>\n")
    }

    private func appendLink(
        _ relation: String, _ route: String, _ project: Project, to xml: inout ByteWriter
    ) {
        xml.append("<link rel=\"\(relation)\" href=\"")
        xml.appendEscaped(project.absolute(route))
        xml.append("\"/>\n" as StaticString)
    }
}

extension FrontMatter {
    /// When the page last changed, as far as its author says.
    var lastChange: Moment? { (updated ?? date)?.value }
}

extension Project {
    /// The full address of a route, percent-encoded.
    func absolute(_ route: String) -> String {
        site.url + PercentEncoding.encodePath(String(route.dropFirst()))
    }

    /// The URL of a route as pages link to it.
    func url(_ route: String) -> String {
        basePath == "/" ? route : basePath + route.dropFirst()
    }
}
