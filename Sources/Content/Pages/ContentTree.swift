package import Core

/// All pages and folders below Content/pages, with every title and URL, and no text.
package struct ContentTree: Sendable {
    /// Parents before children.
    package var folders: [Folder] = []
    /// Sorted by file.
    package var pages: [Page] = []
    /// By page: what was read before its text, packed for a later build; empty unless it is kept.
    package var heads: [ArraySlice<UInt8>] = []
    /// Files that are no pages and why they do not count: `.DS_Store` and the like.
    package var ignored: [String] = []
    /// Files that have been accounted for as configuration (folder.yml).
    package var settings: [String] = []
    /// Files that are in the wrong place or of the wrong kind; each has a diagnostic.
    package var refused: [String] = []

    /// A tree without any page or folder.
    package init() {}

    /// Reads the tree.
    ///
    /// - Parameters:
    ///   - project: The project's folder.
    ///   - asOf: The moment for which drafts, `publish_at` and `expire_at` are decided.
    ///   - includesDrafts: Whether drafts and scheduled pages count as published (a preview).
    ///   - heads: Whether what is read of the pages is kept.
    /// - Throws: `FileError` where the disk fails; a wrong file is a diagnostic.
    package static func read(
        project: String, site: SiteConfiguration, asOf: Moment, jobs: Int,
        includesDrafts: Bool = false, heads: PageHeads = .dropped
    ) throws(FileError) -> (tree: ContentTree, diagnostics: [Diagnostic]) {
        var walk = ContentWalk(project: project, site: site)
        try walk.enter(path: "", parent: nil, route: "/")
        let reader = PageReader(
            project: project, site: site, folders: walk.tree.folders, asOf: asOf,
            includesDrafts: includesDrafts)
        let found = walk.found
        let earlier = heads.earlier(of: found.count)
        let read = parallelMap(count: found.count, jobs: jobs) { index in
            reader.read(
                found[index], packed: earlier.isEmpty ? [] : earlier[index],
                keepsHead: heads.areKept)
        }
        var tree = walk.tree
        var diagnostics = walk.diagnostics
        tree.pages.reserveCapacity(read.count)
        for result in read {
            switch result {
            case .failure(let error): throw error
            case .success(let reading):
                tree.pages.append(reading.page)
                diagnostics += reading.diagnostics
                if heads.areKept { tree.heads.append(reading.head) }
            }
        }
        return (tree, diagnostics)
    }
}

/// A Markdown file that the walk came by.
struct FoundPage: Sendable {
    let file: String
    let name: String
    let folder: Int
}

/// Goes through pages/ and sorts its files by what they are.
private struct ContentWalk {
    let project: String
    let site: SiteConfiguration
    var tree = ContentTree()
    var found: [FoundPage] = []
    var diagnostics: [Diagnostic] = []

    init(project: String, site: SiteConfiguration) {
        self.project = project
        self.site = site
    }

    mutating func enter(path: String, parent: Int?, route: String) throws(FileError) {
        let file = path.isEmpty ? "Content/pages" : "Content/pages/" + path
        if parent == nil, try fileStatus(project + "/" + file) == nil { return }
        let entries = try listFolder(project + "/" + file)
        let settings = try readSettings(entries, folder: file)
        let index = tree.folders.count
        tree.folders.append(Folder(path: path, settings: settings, parent: parent, route: route))
        for entry in entries {
            try take(entry, path: path, file: file + "/" + entry.name, folder: index, route: route)
        }
    }

    private mutating func take(
        _ entry: FolderEntry, path: String, file: String, folder: Int, route: String
    ) throws(FileError) {
        switch entry.kind {
        case .link:
            refuse(file, .symbolicLink(file: file))
        case .other:
            refuse(file, .specialFile(file: file))
        case _ where isSystemFile(entry.name):
            tree.ignored.append(file)
        case _ where entry.name.unicodeScalars.contains("\u{FFFD}"):
            refuse(file, .badName(entry.name, file: file))
        case .folder:
            guard let segment = urlSegment(entry.name) else {
                refuse(file, .badName(entry.name, file: file))
                return
            }
            let below = path.isEmpty ? entry.name : path + "/" + entry.name
            try enter(path: below, parent: folder, route: route + segment + "/")
        case .file where entry.name == "folder.yml":
            tree.settings.append(file)
        case .file where entry.name.hasSuffix(".md"):
            found.append(FoundPage(file: file, name: entry.name, folder: folder))
        case .file:
            refuse(file, .unexpectedFile(entry.name, file: file))
        }
    }

    private mutating func refuse(_ file: String, _ diagnostic: Diagnostic) {
        tree.refused.append(file)
        diagnostics.append(diagnostic)
    }

    private mutating func readSettings(
        _ entries: [FolderEntry], folder: String
    ) throws(FileError) -> FolderSettings {
        guard entries.contains(where: { $0.name == "folder.yml" && $0.kind == .file }) else {
            return FolderSettings()
        }
        let file = folder + "/folder.yml"
        let bytes = try readFile(project + "/" + file)
        let (settings, found) = FolderSettings.read(
            bytes, file: file, collections: site.collections.map(\.id))
        diagnostics += found
        return settings
    }
}

/// Whether a file is one that systems and editors leave behind, and no author's.
package func isSystemFile(_ name: String) -> Bool {
    name.hasPrefix(".") || name == "Thumbs.db" || name == "desktop.ini" || name.hasSuffix("~")
}

extension Diagnostic {
    /// The error for a link in Content, which is never followed.
    package static func symbolicLink(file: String) -> Diagnostic {
        Diagnostic(
            .error, "content.symbolic-link", at: SourceSpan(file: file),
            en: "symbolic links are not followed", ja: "シンボリックリンクは使えません",
            fix: .advice(
                en: "put the file itself here", ja: "リンク先のファイルそのものを置いてください"))
    }

    /// The error for a device, a pipe or a socket in Content, which is never opened.
    package static func specialFile(file: String) -> Diagnostic {
        Diagnostic(
            .error, "content.special-file", at: SourceSpan(file: file),
            en: "this is neither a file nor a folder (a device, a pipe or a socket)",
            ja: "通常のファイルでもフォルダーでもありません（デバイス、パイプ、ソケットなど）",
            fix: .advice(en: "remove it", ja: "取り除いてください"))
    }

    /// The name of a page that was saved with another ending, such as `start.md.txt`.
    private static func pageName(meantBy name: String) -> String? {
        let lower = name.lowercased()
        for ending in [".md.txt", ".markdown", ".mkd", ".md"] where lower.hasSuffix(ending) {
            return name.dropLast(ending.count) + ".md"
        }
        return nil
    }

    fileprivate static func unexpectedFile(_ name: String, file: String) -> Diagnostic {
        let nearest = pageName(meantBy: name) ?? nearestName(to: name, in: ["folder.yml"])
        return Diagnostic(
            .error, "content.unexpected-file", at: SourceSpan(file: file),
            en: "'\(name)' is not a page; pages/ holds Markdown (.md) and folder.yml only",
            ja: "「\(name)」はページではありません。pages には Markdown（.md）と folder.yml だけを置きます",
            fix: nearest.map { .advice(en: "rename it to \($0)", ja: "名前を \($0) に変えてください") }
                ?? .advice(
                    en: "move it to Content/uploads and refer to it as /uploads/\(name)",
                    ja: "Content/uploads に移し、/uploads/\(name) として参照してください"))
    }
}
