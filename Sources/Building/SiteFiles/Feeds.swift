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
        var atom = AtomWriter(language: language)
        atom.element("title", title(in: project))
        atom.element("id", project.absolute(route))
        let newest = dates.max() ?? Moment(secondsSince1970: 0, zone: .utc)
        atom.element("updated", newest.iso)
        atom.link("self", project.absolute(route))
        atom.link("alternate", project.absolute(list.route))
        atom.author((project.site.organization ?? project.site.title).text(in: language))
        mark(&atom, with: site.label(of: pages, clearances), project)
        for page in pages {
            let label = clearances.labels[page] ?? .lowest
            atom.entry { write(all[page], label, project, newest, into: &$0) }
        }
        return atom.finish()
    }

    private func write(
        _ page: Page, _ label: Label, _ project: Project, _ newest: Moment,
        into atom: inout AtomWriter
    ) {
        let front = page.frontMatter
        atom.element("title", front.title?.value ?? "")
        atom.element("id", project.absolute(page.route))
        atom.element("updated", (front.lastChange ?? newest).iso)
        if let date = front.date { atom.element("published", date.value.iso) }
        atom.link("alternate", project.absolute(page.route))
        if let text = front.description { atom.element("summary", text) }
        for tag in front.tags { atom.category(tag.value) }
        mark(&atom, with: label, project)
    }

    /// A label in words for people (RFC 4287, section 4.2.10), and as categories for programs.
    private func mark(_ atom: inout AtomWriter, with label: Label, _ project: Project) {
        guard let scheme = project.scheme else { return }
        atom.element("rights", scheme.words(for: label, language: language))
        let names = [scheme.levels[label.level]] + scheme.terms(of: label)
        let terms =
            names.map { ($0.id, $0.name.text(in: language)) }
            + scheme.profiles.map { profile in
                let text = profile.value(for: label).text(in: language)
                return (text, text)
            }
        for (term, name) in terms {
            atom.category(term, scheme: "http://purl.org/dc/terms/accessRights", label: name)
        }
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
