import Content
import Core
import Links

extension LanguageSite {
    /// Computes lists, tags and neighbours of one output in one language.
    ///
    /// - Parameter visible: The outputs of each page.
    static func assemble(
        output: Int, language: String, project: Project, visible: [OutputSet]
    ) -> (site: LanguageSite, diagnostics: [Diagnostic]) {
        let assembly = Assembly(output: output, language: language, project: project, visible)
        let folders = assembly.folderLists()
        let (tags, diagnostics) = assembly.terms()
        let site = LanguageSite(
            output: output, language: language, folders: folders, tags: tags,
            neighbours: neighbours(folders))
        return (site, diagnostics)
    }

    private static func neighbours(
        _ folders: [Int: FolderList]
    ) -> [Int: (previous: Int?, next: Int?)] {
        var neighbours: [Int: (previous: Int?, next: Int?)] = [:]
        for list in folders.values {
            let pages = list.entries.compactMap { entry in
                if case .page(let page) = entry { page } else { nil }
            }
            for (place, page) in pages.enumerated() {
                neighbours[page] = (
                    place > 0 ? pages[place - 1] : nil,
                    place + 1 < pages.count ? pages[place + 1] : nil
                )
            }
        }
        return neighbours
    }
}

private struct Assembly {
    let language: String
    let project: Project
    /// The pages that this output shows in this language.
    private let pages: [Int]

    init(output: Int, language: String, project: Project, _ visible: [OutputSet]) {
        self.language = language
        self.project = project
        pages = project.tree.pages.indices.filter { index in
            visible[index] & (1 << OutputSet(output)) != 0
                && project.tree.pages[index].language == language
        }
    }

    func folderLists() -> [Int: LanguageSite.FolderList] {
        let tree = project.tree
        var indices: [Int: Int] = [:]
        var members: [Int: [Int]] = [:]
        var shown = Set<Int>()
        for page in pages {
            let folder = tree.pages[page].folder
            if tree.pages[page].isIndex {
                indices[folder] = page
            } else {
                members[folder, default: []].append(page)
            }
            var next: Int? = folder
            while let index = next, shown.insert(index).inserted {
                next = tree.folders[index].parent
            }
        }
        var children: [Int: [Int]] = [:]
        for folder in shown.sorted() {
            if let parent = tree.folders[folder].parent {
                children[parent, default: []].append(folder)
            }
        }
        var lists: [Int: LanguageSite.FolderList] = [:]
        for folder in shown {
            let title = title(ofFolder: folder, index: indices[folder])
            let entries = sortedEntries(
                of: folder, pages: members[folder] ?? [], folders: children[folder] ?? [],
                indices: indices)
            lists[folder] = LanguageSite.FolderList(
                index: indices[folder], title: title, route: route(ofFolder: folder),
                entries: entries)
        }
        return lists
    }

    func terms() -> (terms: [LanguageSite.Term], diagnostics: [Diagnostic]) {
        guard project.site.taxonomies.contains("tags") else { return ([], []) }
        var diagnostics: [Diagnostic] = []
        /// By tag as it is written: its place in `found`.
        var known: [String: Int] = [:]
        var found: [(name: String, segment: String, pages: [Int], source: SourceSpan)] = []
        for page in pages {
            for tag in project.tree.pages[page].frontMatter.tags {
                if let place = known[tag.value] {
                    if found[place].pages.last != page { found[place].pages.append(page) }
                    continue
                }
                guard let segment = urlSegment(tag.value), !segment.contains("/") else {
                    diagnostics.append(.badTag(tag))
                    continue
                }
                known[tag.value] = found.count
                found.append((tag.value.normalizedToNFC, segment, [page], tag.span))
            }
        }
        let root = LanguageSite.root(of: language, in: project.site) + "tags/"
        let terms = found.sortedByBytes { $0.name }.map { tag in
            LanguageSite.Term(
                name: tag.name, route: root + tag.segment + "/", pages: newestFirst(tag.pages),
                source: tag.source)
        }
        return (terms, diagnostics)
    }

    private func route(ofFolder folder: Int) -> String {
        let root = LanguageSite.root(of: language, in: project.site)
        return root + project.tree.folders[folder].route.dropFirst()
    }

    private func title(ofFolder folder: Int, index: Int?) -> String {
        if let index, let title = project.tree.pages[index].frontMatter.title {
            return title.value
        }
        let settings = project.tree.folders[folder].settings
        if let title = settings.title { return title.text(in: language) }
        let name = project.tree.folders[folder].name
        return name.isEmpty ? project.site.title.text(in: language) : name
    }

    private func sorting(ofFolder folder: Int) -> Collection.Sorting? {
        var next: Int? = folder
        while let index = next {
            if let name = project.tree.folders[index].settings.collection?.value {
                return project.site.collections.first { $0.id == name }?.sorting
            }
            next = project.tree.folders[index].parent
        }
        return nil
    }

    /// Folders and pages in one list: by date in a collection that says so, else by `order` and
    /// then by title.
    private func sortedEntries(
        of folder: Int, pages: [Int], folders: [Int], indices: [Int: Int]
    ) -> [LanguageSite.ListEntry] {
        let sorting = sorting(ofFolder: folder) ?? .order
        if sorting == .date {
            return folders.map { .folder($0) } + newestFirst(pages).map { .page($0) }
        }
        let tree = project.tree
        let usesOrder = sorting == .order
        var keyed: [(order: Int, title: String, file: String, entry: LanguageSite.ListEntry)] = []
        for page in pages {
            let front = tree.pages[page].frontMatter
            keyed.append(
                (
                    usesOrder ? front.order ?? .max : 0, front.title?.value ?? "",
                    tree.pages[page].file, .page(page)
                ))
        }
        for child in folders {
            let order =
                indices[child].flatMap { tree.pages[$0].frontMatter.order }
                ?? tree.folders[child].settings.order
            keyed.append(
                (
                    usesOrder ? order ?? .max : 0, title(ofFolder: child, index: indices[child]),
                    tree.folders[child].path, .folder(child)
                ))
        }
        keyed.sort { a, b in
            if a.order != b.order { return a.order < b.order }
            if a.title != b.title { return a.title.precedesByBytes(b.title) }
            return a.file.precedesByBytes(b.file)
        }
        return keyed.map(\.entry)
    }

    private func newestFirst(_ pages: [Int]) -> [Int] {
        let all = project.tree.pages
        return pages.sorted { a, b in
            let dates = (
                all[a].frontMatter.date?.value.secondsSince1970 ?? .min,
                all[b].frontMatter.date?.value.secondsSince1970 ?? .min
            )
            if dates.0 != dates.1 { return dates.0 > dates.1 }
            return all[a].file.precedesByBytes(all[b].file)
        }
    }
}

extension Diagnostic {
    fileprivate static func badTag(_ tag: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "content.bad-tag", at: tag.span,
            en: "tag '\(tag.value)' cannot become part of a URL",
            ja: "タグ「\(tag.value)」は URL に使えません",
            fix: .advice(
                en: "write it without / ? # % \\ : and quotes",
                ja: "/ ? # % \\ : や引用符を使わずに書いてください"))
    }
}
