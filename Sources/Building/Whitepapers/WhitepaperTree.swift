import Content
import Core
import Whitepapers

/// All whitepapers of a project, read and checked.
struct WhitepaperTree: Sendable {
    /// A whitepaper and the editions that are out on the day of the build.
    struct Paper: Sendable {
        let whitepaper: Whitepaper
        /// Oldest first; drafts among them in a preview.
        let editions: [Edition]
    }

    private(set) var papers: [Paper] = []
    /// Files that systems leave behind.
    private(set) var ignored: [String] = []
    /// Files that cannot be used; each has a diagnostic, or belongs to a whitepaper that has.
    private(set) var refused: [String] = []

    /// Reads the whitepapers below Content/whitepapers.
    ///
    /// - Throws: `FileError` where the disk fails.
    static func read(
        _ options: BuildOptions, site: SiteConfiguration
    ) throws(FileError) -> (tree: WhitepaperTree, diagnostics: [Diagnostic]) {
        var tree = WhitepaperTree()
        var (ids, ignored, diagnostics) = try Whitepaper.ids(project: options.project)
        tree.ignored = ignored
        tree.refused = diagnostics.compactMap { $0.span?.file }
        let today = options.asOf.moment(in: site.zone).shown(in: site.zone).date
        for id in ids {
            let loaded = try Whitepaper.load(
                id: id, project: options.project, siteLanguages: site.languages,
                on: today)
            diagnostics += loaded.diagnostics
            tree.ignored += loaded.ignored
            tree.refused += loaded.refused
            guard let whitepaper = loaded.whitepaper else {
                tree.refused += loaded.inputs.map(\.path)
                continue
            }
            if options.isPublication, !whitepaper.hasLockFile {
                diagnostics += whitepaper.checkUnfrozen(on: today)
            }
            let editions = whitepaper.editions(
                publishedBy: today, withDrafts: options.includesDrafts)
            tree.papers.append(Paper(whitepaper: whitepaper, editions: editions))
        }
        return (tree, diagnostics)
    }
}
