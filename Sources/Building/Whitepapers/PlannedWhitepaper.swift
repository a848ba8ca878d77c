import Content
import Core
import Labels
import Links
import Markdown
import Theming
import Whitepapers

/// A whitepaper's pages, decided before the first of its texts is rendered.
struct PlannedWhitepaper: Sendable {
    let whitepaper: Whitepaper
    let clearance: WhitepaperClearance
    /// By output; nil where the output does not hold the whitepaper.
    let sites: [WhitepaperSite?]
    /// The pages of one edition stand together.
    let pages: [Page]
    /// Files that programs read.
    let files: [File]
    /// None where the theme has no template for them.
    let comparisons: [Comparison]
    /// None where the theme has no template for them.
    let histories: [History]

    /// A file beside the pages, for all outputs that have it.
    struct File: Sendable {
        let path: String
        let outputs: OutputSet
        /// What declares it.
        let source: SourceSpan
    }

    /// An edition in one language, for all outputs that hold it.
    struct Page: Sendable {
        let edition: Edition
        let language: String
        let outputs: OutputSet
        /// Where it stays for ever.
        let permalink: String
        /// Where it is too, in outputs whose current edition it is.
        let currentPath: String
        /// These outputs: one that must not see the newest edition has an older one there.
        let currentOutputs: OutputSet

        /// All its paths, and the outputs that have the page there.
        var paths: [(path: String, outputs: OutputSet)] {
            [(permalink, outputs)]
                + (currentOutputs == 0 ? [] : [(currentPath, currentOutputs)])
        }
    }

    /// Plans the whitepapers of a project.
    static func all(
        _ project: Project, _ clearances: Clearances
    ) -> (papers: [PlannedWhitepaper], diagnostics: [Diagnostic]) {
        var papers: [PlannedWhitepaper] = []
        var diagnostics: [Diagnostic] = []
        for paper in project.whitepapers.papers {
            let (clearance, found) = WhitepaperClearance.decide(
                paper.whitepaper, project, clearances)
            diagnostics += found
            papers.append(PlannedWhitepaper(paper, clearance, project))
        }
        return (papers, diagnostics)
    }

    private init(
        _ paper: WhitepaperTree.Paper, _ clearance: WhitepaperClearance, _ project: Project
    ) {
        whitepaper = paper.whitepaper
        self.clearance = clearance
        let prefixes = Dictionary(
            uniqueKeysWithValues: project.site.languages.map {
                ($0, String(LanguageSite.root(of: $0, in: project.site).dropLast()))
            })
        sites = project.site.outputs.indices.map { output in
            let bit: OutputSet = 1 << OutputSet(output)
            guard clearance.outputs & bit != 0 else { return nil }
            return WhitepaperSite(
                paper.whitepaper,
                editions: paper.editions.filter { clearance.outputs(of: $0) & bit != 0 },
                prefixes: prefixes,
                facts: paper.whitepaper.declaration.facts.filter {
                    (clearance.facts[$0.key.value]?.outputs ?? 0) & bit != 0
                },
                shows: { clearance.outputs(of: $0) & bit != 0 })
        }
        pages = Self.pages(paper, sites)
        files = Self.files(paper, sites)
        let templates = project.theme.templateNames
        comparisons = templates.contains("comparison") ? Self.comparisons(sites) : []
        histories = templates.contains("control-history") ? Self.histories(sites) : []
    }

    /// The indices of the pages of each edition.
    var editionPages: [Range<Int>] {
        var ranges: [Range<Int>] = []
        for index in pages.indices {
            let version = pages[index].edition.version
            if let last = ranges.last, pages[last.lowerBound].edition.version == version {
                ranges[ranges.count - 1] = last.lowerBound..<index + 1
            } else {
                ranges.append(index..<index + 1)
            }
        }
        return ranges
    }

    private static func pages(
        _ paper: WhitepaperTree.Paper, _ sites: [WhitepaperSite?]
    ) -> [Page] {
        var pages: [Page] = []
        for edition in paper.editions {
            for language in paper.whitepaper.languages {
                var outputs: OutputSet = 0
                var currentOutputs: OutputSet = 0
                var example: WhitepaperSite?
                for (output, site) in sites.enumerated() {
                    guard let site,
                        site.editions.contains(where: { $0.version == edition.version }),
                        site.languages(of: edition).contains(language)
                    else { continue }
                    let bit: OutputSet = 1 << OutputSet(output)
                    outputs |= bit
                    if site.current?.version == edition.version { currentOutputs |= bit }
                    example = site
                }
                guard let example else { continue }
                pages.append(
                    Page(
                        edition: edition, language: language, outputs: outputs,
                        permalink: example.url(of: edition, language: language),
                        currentPath: example.path(language: language),
                        currentOutputs: currentOutputs))
            }
        }
        return pages
    }
}

extension SiteRoutes {
    /// Adds the pages of all whitepapers.
    mutating func addEditions(_ papers: [PlannedWhitepaper]) {
        for paper in papers {
            for page in paper.pages {
                for (path, outputs) in page.paths {
                    let source =
                        path == page.permalink
                        ? page.edition.declaration.version.span
                        : paper.whitepaper.declaration.path.span
                    addEdition(
                        Route(
                            path: path.normalizedToNFC, kind: .edition, outputs: outputs,
                            source: source))
                }
            }
            addRecords(of: paper)
            for file in paper.files {
                add(
                    Route(
                        path: file.path.normalizedToNFC, kind: .file, outputs: file.outputs,
                        source: file.source))
            }
        }
    }
}

extension SiteRoutes {
    /// Adds an edition's page, or its outputs where they have another edition at the same URL than
    /// the outputs that are known.
    private mutating func addEdition(_ route: Route) {
        if let known = table.index(ofPath: route.path), table.routes[known].kind == .edition,
            table.routes[known].source == route.source,
            table.routes[known].outputs & route.outputs == 0
        {
            table.widen(known, to: route.outputs)
        } else {
            add(route)
        }
    }
}

extension PlannedWhitepaper {
    /// What keeps the edition at a path from some outputs; nil where this whitepaper has none
    /// there.
    func statement(at path: String, hidden: OutputSet) -> (LabelStatement, Label)? {
        let page = pages.first { page in page.paths.contains { $0.path.normalizedToNFC == path } }
        guard let page, let entry = clearance.editions[page.edition.version] else { return nil }
        return (LabelStatement(own: entry.own, handling: entry.handling), entry.label)
    }

    /// States what became of the whitepaper's files.
    func account(in accounting: inout Accounting) {
        let shown = Set(pages.map(\.edition.version))
        let hidden = Set(
            whitepaper.editions.flatMap(\.items)
                .filter { clearance.outputs(of: $0) == 0 }
                .flatMap { $0.texts.values.map(\.source.file) })
        for input in whitepaper.inputs {
            let edition = whitepaper.editions.first {
                input.path.hasPrefix(whitepaper.folder + "/editions/" + $0.version + "/")
            }
            let isHidden = edition.map { clearance.outputs(of: $0) == 0 } ?? false
            if clearance.outputs == 0 || isHidden || hidden.contains(input.path) {
                accounting.record(input.path, .excluded("label"))
            } else if let edition, !shown.contains(edition.version) {
                accounting.record(input.path, .excluded(edition.isDraft ? "draft" : "scheduled"))
            } else {
                accounting.record(input.path, .published)
            }
        }
    }
}
