import Core
import Labels
import Links
import Markdown
import Theming
import Whitepapers

extension JobRenderer {
    /// Renders an edition in all its languages for all outputs that hold it, with its files.
    func renderEdition(
        _ paper: PlannedWhitepaper, _ pages: ArraySlice<PlannedWhitepaper.Page>
    ) throws(FileError) -> JobResult {
        var result = JobResult()
        guard let edition = pages.first?.edition else { return result }
        let downloads = sink == nil ? [:] : try writeExports(paper, edition)
        for page in pages { try render(page, of: paper, downloads, &result) }
        return result
    }

    private func render(
        _ page: PlannedWhitepaper.Page, of paper: PlannedWhitepaper,
        _ downloads: [Int: EditionDownloads], _ result: inout JobResult
    ) throws(FileError) {
        var views: [(output: Int, view: EditionPage)] = []
        for (output, site) in paper.sites.enumerated()
        where page.outputs & (1 << OutputSet(output)) != 0 {
            guard let site else { continue }
            views.append(
                (output, EditionPage(of: page.edition, in: site, language: page.language)))
        }
        var bodies: [ItemKey: [BodyResult.Body]] = [:]
        var anchors: [Anchor] = []
        var uses: [UploadUse] = []
        for statement in statements(of: views) {
            let body = render(statement, paper, page)
            bodies[statement.section.item.key, default: []] += body.bodies
            result.links += body.links
            uses += body.uploads
            result.external += body.external
            result.portions += body.portions
            result.diagnostics += body.diagnostics
            anchors.append(
                Anchor(name: statement.section.item.anchor, outputs: statement.outputs))
            anchors += body.anchors
        }
        result.uploads += uses
        let formers = note(anchors, of: page, &result)
        guard sink != nil else { return }
        for (output, view) in views {
            var parts = EditionParts(
                view: view, bodies: bodies, paper: paper, page: page, output: output,
                changes: changes(on: page, view, paper, output), downloads: downloads[output])
            guard let label = label(of: parts) else { continue }
            let pdf = try writePDF(parts, label, uses, &result)
            parts.downloads?.pdf = pdf
            try write(parts, label, formers)
        }
    }

    /// Notes the anchors of a page at each of its paths.
    ///
    /// - Returns: By path: the former ones.
    private func note(
        _ anchors: [Anchor], of page: PlannedWhitepaper.Page, _ result: inout JobResult
    ) -> [String: FormerAnchors] {
        var formers: [String: FormerAnchors] = [:]
        for (path, outputs) in page.paths {
            guard let route = plan.routes.table.index(ofPath: path.normalizedToNFC)
            else { continue }
            let own = anchors.map { anchor in
                Anchor(
                    name: anchor.name, outputs: anchor.outputs & outputs, kind: anchor.kind,
                    portion: anchor.portion)
            }
            result.anchors.append((route, own))
            let former = FormerAnchors(of: route, besides: own, in: plan)
            result.take(former, route: route)
            formers[path] = former
        }
        return formers
    }

    /// Writes an edition's page of one output, at each of its paths.
    private func write(
        _ parts: EditionParts, _ label: Label, _ formers: [String: FormerAnchors]
    ) throws(FileError) {
        let (view, page, output) = (parts.view, parts.page, parts.output)
        guard let context = plan.context(output: output, language: page.language) else { return }
        let value =
            context.value(of: parts, label: label)
            + context.downloads(parts.downloads, at: page.permalink)
        let versions = versions(of: page, parts.paper, output)
        for (path, outputs) in page.paths where outputs & (1 << OutputSet(output)) != 0 {
            var members = context.members(of: view, at: path, label: label, versions: versions)
            if let former = formers[path]?.html(for: output, language: page.language) {
                members.removeAll { $0.name == "content" }
                members.append(("content", .html(former)))
            }
            let all = context.value(
                route: path, page: members, more: [("whitepaper", .object(value))],
                feed: context.feed(of: parts.paper))
            try write("whitepaper", all, path, context)
        }
    }

    /// The label of all that an edition's page shows in one output.
    private func label(of parts: EditionParts) -> Label? {
        let shown = parts.view.sections.compactMap { parts.body(of: $0.item)?.label }
        return parts.paper.clearance.editions[parts.page.edition.version].map { entry in
            shown.reduce(entry.label) { $0.joined(with: $1) }
        }
    }

    /// A statement and the outputs that show it below a heading of the same level.
    private struct Statement {
        let section: EditionSection
        var outputs: OutputSet
    }

    private func statements(of views: [(output: Int, view: EditionPage)]) -> [Statement] {
        var statements: [Statement] = []
        var known: [ItemKey: [Int]] = [:]
        for (output, view) in views {
            for section in view.sections {
                let same = known[section.item.key]?.first {
                    statements[$0].section.level == section.level
                }
                if let same {
                    statements[same].outputs |= 1 << OutputSet(output)
                } else {
                    known[section.item.key, default: []].append(statements.count)
                    statements.append(Statement(section: section, outputs: 1 << OutputSet(output)))
                }
            }
        }
        return statements
    }

    private func render(
        _ statement: Statement, _ paper: PlannedWhitepaper, _ page: PlannedWhitepaper.Page
    ) -> BodyResult {
        let section = statement.section
        guard
            var request = request(section.text, of: section.item, in: page.edition, paper),
            let route = plan.routes.table.index(ofPath: page.permalink.normalizedToNFC)
        else { return BodyResult() }
        request.outputs = statement.outputs
        request.route = route
        request.idPrefix = section.idPrefix
        request.headingShift = section.headingShift
        return statements.body(request, with: plan.bodies)
    }

    /// The pages of the same edition in all languages.
    private func versions(
        of page: PlannedWhitepaper.Page, _ paper: PlannedWhitepaper, _ output: Int
    ) -> [PlannedWhitepaper.Page] {
        paper.pages.filter {
            $0.edition.version == page.edition.version
                && $0.outputs & (1 << OutputSet(output)) != 0
        }
    }
}
