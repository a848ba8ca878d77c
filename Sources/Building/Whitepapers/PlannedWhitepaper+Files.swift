import Content
import Core
import Links
import Whitepapers

extension PlannedWhitepaper {
    /// The exports and PDFs of each edition, and the feed of each language.
    static func files(_ paper: WhitepaperTree.Paper, _ sites: [WhitepaperSite?]) -> [File] {
        var outputs: [String: OutputSet] = [:]
        var files: [(path: String, source: SourceSpan)] = []
        let add = { (path: String, output: Int, source: SourceSpan) in
            if outputs[path] == nil { files.append((path, source)) }
            outputs[path, default: 0] |= 1 << OutputSet(output)
        }
        for (output, site) in sites.enumerated() {
            guard let site else { continue }
            for edition in site.editions {
                let folder = site.url(of: edition, language: site.languages(of: edition)[0])
                for name in EditionExport.names {
                    add(folder + name, output, edition.declaration.version.span)
                }
                guard let wish = paper.whitepaper.declaration.pdf, wish.value else { continue }
                for language in site.languages(of: edition) {
                    let permalink = site.url(of: edition, language: language)
                    add(permalink + EditionPDF.name, output, wish.span)
                }
            }
            for language in feedLanguages(of: site) {
                add(
                    site.path(language: language) + RevisionFeed.name, output,
                    paper.whitepaper.declaration.path.span)
            }
        }
        return files.map { File(path: $0.path, outputs: outputs[$0.path] ?? 0, source: $0.source) }
    }

    /// The languages in which an output has a feed of the editions: those of the current one.
    static func feedLanguages(of site: WhitepaperSite) -> [String] {
        guard let current = site.current, !current.isDraft else { return [] }
        return site.languages(of: current)
    }
}
