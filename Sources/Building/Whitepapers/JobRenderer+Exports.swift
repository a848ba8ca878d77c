import Content
import Core
import Labels
import Links
import Whitepapers

/// The files of one edition in one output, for the list on its pages.
struct EditionDownloads {
    /// Where they lie, as a path from the site's root with a `/` at its end.
    let folder: String
    let files: [ExportListing.File]
    /// The PDF in the language of the page, in that page's own folder.
    var pdf: ExportListing.File?
}

extension JobRenderer {
    /// Writes the files that programs read of an edition, for all outputs that hold it.
    ///
    /// - Returns: By output.
    func writeExports(
        _ paper: PlannedWhitepaper, _ edition: Edition
    ) throws(FileError) -> [Int: EditionDownloads] {
        var downloads: [Int: EditionDownloads] = [:]
        for (output, site) in paper.sites.enumerated() {
            guard let site, site.editions.contains(where: { $0.version == edition.version }),
                let own = paper.clearance.editions[edition.version]?.label
            else { continue }
            var label = own
            var statements: [ItemKey: [String: StatementText]] = [:]
            for item in site.shown(edition) {
                for text in item.texts.values {
                    guard let shown = shown(text, of: item, in: edition, paper, output) else {
                        continue
                    }
                    statements[item.key, default: [:]][text.language] = shown.text
                    label = label.joined(with: shown.label)
                }
            }
            let context = ExportContext(site, url: project.site.url, zone: project.site.zone)
            let export = EditionExport(
                of: edition, in: context, label: project.exportLabel(label),
                statements: statements)
            let files = export.files()
            for file in files { try write(file, in: export.folder, output) }
            downloads[output] = EditionDownloads(
                folder: export.folder, files: ExportListing(files).files)
        }
        return downloads
    }

    private func write(
        _ file: (name: String, bytes: [UInt8]), in folder: String, _ output: Int
    ) throws(FileError) {
        let path = String((folder + file.name).dropFirst())
        try sink?(project.site.outputs[output].id, path, file.bytes)
    }

    /// A text of an item as an edition shows it in one output.
    func shown(
        _ text: ItemText, of item: EditionItem, in edition: Edition, _ paper: PlannedWhitepaper,
        _ output: Int
    ) -> ShownStatement? {
        request(text, of: item, in: edition, paper).flatMap { request in
            statements.text(request, for: output, with: plan.bodies)
        }
    }

    /// What is asked for a text of an item, for all outputs that show it in an edition; nil where
    /// it has no usable label.
    func request(
        _ text: ItemText, of item: EditionItem, in edition: Edition, _ paper: PlannedWhitepaper
    ) -> BodyRequest? {
        let outputs =
            paper.clearance.outputs(of: item) & paper.clearance.outputs(of: edition)
        let page = paper.pages.first { $0.edition.version == edition.version }
        guard let label = paper.clearance.label(of: item, in: edition), let page,
            let route = plan.routes.table.index(ofPath: page.permalink.normalizedToNFC)
        else { return nil }
        var request = BodyRequest(
            source: text.source, label: label, outputs: outputs, route: route, folder: "",
            language: text.language)
        request.whitepaper = paper.whitepaper.id
        request.claims = text.claims
        return request
    }
}

extension Project {
    /// A label as files for programs state it; nil for a site without labels.
    func exportLabel(_ label: Label) -> ExportLabel? {
        scheme.map { scheme in
            ExportLabel(
                id: scheme.notation(of: label),
                words: Dictionary(
                    uniqueKeysWithValues: site.languages.map {
                        ($0, scheme.words(for: label, language: $0))
                    }))
        }
    }
}
