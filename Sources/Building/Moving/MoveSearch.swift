import Content
package import Core
import Links
import Markdown
import Theming

extension PreparedBuild {
    /// Moves that show by themselves: what was published, or is linked to, is not there, and one
    /// new page is unmistakably what it was.
    ///
    /// - Throws: `FileError` where the disk fails.
    package func detectedMoves() throws(FileError) -> [DetectedMove] {
        guard let project else { return [] }
        var search = try MoveSearch(self, project)
        if project.ledger == nil { search.searchLinks() } else { search.searchLedger() }
        return search.found.sorted { $0.move.from < $1.move.from }
    }
}

/// Looks for pages that have moved.
private struct MoveSearch {
    let project: Project
    /// What the site has now.
    private let published: [PublishedPlace]
    /// By a path that no page has: the pages whose links lead there.
    private var missing: [String: Set<String>] = [:]
    /// The pages to which links lead.
    private var linked: Set<String> = []
    var found: [DetectedMove] = []

    init(_ build: PreparedBuild, _ project: Project) throws(FileError) {
        self.project = project
        published = try build.run(into: nil).published
        let keys = Set(project.tree.pages.map(\.key))
        let texts = try MarkdownTexts(project, folder: build.options.project)
        let results = parallelMap(count: texts.all.count, jobs: build.options.jobs) { index in
            Result { () throws(FileError) in
                try Self.links(of: texts.all[index], project, folder: build.options.project)
            }
        }
        for (text, result) in zip(texts.all, results) {
            for key in try result.get() {
                if keys.contains(key) {
                    linked.insert(key)
                } else {
                    missing[key, default: []].insert(text.page?.key ?? text.file)
                }
            }
        }
    }

    /// The Markdown files that a text links to, without a language's suffix.
    private static func links(
        of text: MarkdownTexts.Text, _ project: Project, folder: String
    ) throws(FileError) -> [String] {
        let bytes = try readFile(folder + "/" + text.file)
        guard firstInvalidUTF8(in: bytes[...]) == nil else { return [] }
        let body = FrontMatterBlock.find(in: bytes, file: text.file).block.body
        var dialect = MarkdownDialect()
        dialect.themeContainers = Set(project.theme.containers)
        let source = MarkdownSource(file: text.file, bytes: bytes, body: body)
        let here = text.page.map { project.tree.folders[$0.folder].path } ?? ""
        var destinations =
            MarkdownDocument.parse(source, dialect: dialect).document?
            .references.map(\.destination) ?? []
        for field in text.page?.frontMatter.fields ?? [] {
            if case .reference(let path) = field.value { destinations.append(path) }
        }
        let naming = PageNaming(project)
        return destinations.compactMap { destination in
            guard case .page(let key) = Destination(destination, in: here).place else { return nil }
            return naming.path(key)
        }
    }

    /// With a ledger: what was published and is lost, and pages that were never published.
    mutating func searchLedger() {
        guard let ledger = project.ledger else { return }
        let here = Set(published.map(\.url))
        let candidates = LedgerCandidates(
            published, ledger, languages: Array(project.site.languages.dropFirst()))
        var byKey: [String: DetectedMove] = [:]
        for group in ledger.groups {
            let lines = ledger.lines[group]
            guard let first = lines.first, first.isWhole else { continue }
            let url = ledger.url(of: first)
            guard url.hasSuffix("/"), !here.contains(url) else { continue }
            let anchors = lines.compactMap { ledger.anchor(of: $0) }
            guard let target = candidates.url(for: url, anchors: anchors, outputs: 0),
                let page = project.tree.pages.first(where: { $0.route == target })
            else { continue }
            let shared = published.filter { $0.url == target }.flatMap(\.anchors)
                .count { anchors.contains($0.name) }
            let move = PageMove(from: formerKey(url, page), to: page.key)
            let sameName = lastPart(url) == lastPart(target)
            let isCertain = sameName || (anchors.count > 1 && shared * 2 > anchors.count)
            let detected = DetectedMove(
                move: move,
                reason: Self.reason(sameName: sameName, shared: shared, of: anchors.count),
                isCertain: isCertain)
            if byKey[page.key]?.isCertain != true { byKey[page.key] = detected }
        }
        found += byKey.values
    }

    private static func reason(sameName: Bool, shared: Int, of count: Int) -> Message {
        if sameName {
            return Message(
                en: "it is new, and has the name of what was published there",
                ja: "新しいページで、公開済みのものと同じ名前です")
        }
        return Message(
            en: "it is new, and has \(shared) of the \(count) anchors that were published there",
            ja: "新しいページで、公開済みの見出し \(count) 個のうち \(shared) 個があります")
    }

    /// The file that made a lost URL: the one that links ask for, else the like of what is there.
    private func formerKey(_ url: String, _ page: Page) -> String {
        let naming = PageNaming(project)
        let path = naming.path(url)
        let all = [path + ".md", path + "/index.md"]
        return all.first { missing[$0] != nil } ?? naming.key(of: path, like: page.key)
    }

    private func lastPart(_ path: String) -> Substring {
        path.split(separator: "/").last ?? ""
    }

    /// Without a ledger: links that lead to no page, and one page of the same name to which no
    /// link leads. Links within a page that has moved lead nowhere too, and prove nothing.
    mutating func searchLinks() {
        var byName: [Substring: Set<String>] = [:]
        for page in project.tree.pages where !page.isIndex {
            byName[lastPart(page.key), default: []].insert(page.key)
        }
        var moved: [(from: String, to: String, sources: Set<String>)] = []
        for (key, sources) in missing {
            let same = byName[lastPart(key)] ?? []
            guard same.count == 1, let target = same.first else { continue }
            moved.append((key, target, sources))
        }
        // A page that links lead to is where it should be.
        moved.removeAll { linked.contains($0.to) }
        let targets = Set(moved.map(\.to))
        for (from, to, sources) in moved {
            let isOnlyOne = moved.count { $0.to == to } == 1
            found.append(
                DetectedMove(
                    move: PageMove(from: from, to: to), reason: Self.sameFileName,
                    isCertain: isOnlyOne && !sources.isSubset(of: targets)))
        }
    }

    private static let sameFileName = Message(
        en: "it is the only file of that name, and no link leads to it",
        ja: "同じ名前のファイルはこれだけで、ほかにここへのリンクがありません")
}
