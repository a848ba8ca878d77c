import Core
import Labels
import Links
import Markdown
import Theming
import Whitepapers

extension JobRenderer {
    /// Renders an edition in one language for all outputs that hold it.
    func renderEdition(
        _ paper: PlannedWhitepaper, _ page: PlannedWhitepaper.Page
    ) throws(FileError) -> JobResult {
        var views: [(output: Int, view: EditionPage)] = []
        for (output, site) in paper.sites.enumerated()
        where page.outputs & (1 << OutputSet(output)) != 0 {
            guard let site else { continue }
            views.append(
                (output, EditionPage(of: page.edition, in: site, language: page.language)))
        }
        var bodies: [ItemKey: [BodyResult.Body]] = [:]
        var result = JobResult()
        for statement in statements(of: views) {
            let body = render(statement, paper, page)
            bodies[statement.section.item.key, default: []] += body.bodies
            result.links += body.links
            result.uploads += body.uploads
            result.external += body.external
            result.portions += body.portions
            result.diagnostics += body.diagnostics
            let own = Anchor(name: statement.section.item.anchor, outputs: statement.outputs)
            for (path, outputs) in page.paths {
                guard let route = plan.routes.table.index(ofPath: path.normalizedToNFC)
                else { continue }
                let anchors = ([own] + body.anchors).map { anchor in
                    Anchor(
                        name: anchor.name, outputs: anchor.outputs & outputs, kind: anchor.kind,
                        portion: anchor.portion)
                }
                result.anchors.append((route, anchors))
            }
        }
        var formers: [String: FormerAnchors] = [:]
        for (path, _) in page.paths {
            guard let route = plan.routes.table.index(ofPath: path.normalizedToNFC)
            else { continue }
            let own = result.anchors.filter { $0.route == route }.flatMap(\.anchors)
            let former = FormerAnchors(of: route, besides: own, in: plan)
            result.take(former, route: route)
            formers[path] = former
        }
        guard sink != nil else { return result }
        for (output, view) in views {
            try write(view, bodies, paper, page, output, formers)
        }
        return result
    }

    /// Writes an edition's page of one output, at each of its paths.
    private func write(
        _ view: EditionPage, _ bodies: [ItemKey: [BodyResult.Body]], _ paper: PlannedWhitepaper,
        _ page: PlannedWhitepaper.Page, _ output: Int, _ formers: [String: FormerAnchors]
    ) throws(FileError) {
        guard let label = label(of: page, view, bodies, paper, output),
            let context = plan.context(output: output, language: page.language)
        else { return }
        let bit: OutputSet = 1 << OutputSet(output)
        let value = context.value(of: view, label: label) { item in
            bodies[item.key]?.first { $0.outputs & bit != 0 }?.html ?? []
        }
        for (path, outputs) in page.paths where outputs & bit != 0 {
            var members = context.members(
                of: view, at: path, label: label, versions: versions(of: page, paper, output))
            if let former = formers[path]?.html(for: output, language: page.language) {
                members.removeAll { $0.name == "content" }
                members.append(("content", .html(former)))
            }
            let all = context.value(route: path, page: members, more: [("whitepaper", value)])
            try write("whitepaper", all, path, context)
        }
    }

    /// The label of all that an edition's page shows in one output.
    private func label(
        of page: PlannedWhitepaper.Page, _ view: EditionPage,
        _ bodies: [ItemKey: [BodyResult.Body]], _ paper: PlannedWhitepaper, _ output: Int
    ) -> Label? {
        let bit: OutputSet = 1 << OutputSet(output)
        let shown = view.sections.compactMap { section in
            bodies[section.item.key]?.first { $0.outputs & bit != 0 }?.label
        }
        return paper.clearance.editions[page.edition.version].map { entry in
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
        guard let label = paper.clearance.label(of: section.item, in: page.edition),
            let route = plan.routes.table.index(ofPath: page.permalink.normalizedToNFC)
        else { return BodyResult() }
        var request = BodyRequest(
            source: section.text.source, label: label, outputs: statement.outputs, route: route,
            folder: "", language: section.text.language)
        request.idPrefix = section.idPrefix
        request.headingShift = section.headingShift
        request.whitepaper = paper.whitepaper.id
        request.claims = section.text.claims
        return plan.bodies.render(request)
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
