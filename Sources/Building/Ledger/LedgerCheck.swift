import Content
import Core
import Labels
import Links

/// Compares what a build has with everything that was ever published (promise 3 of the design).
///
/// Each output is compared with the lines that name it and no others. No byte of an output
/// depends on the ledger: what is lost is an error, and redirects.yml settles it.
struct LedgerCheck {
    let plan: BuildPlan
    let places: [PublishedPlace]
    /// Routes whose texts could not be read: what they have is not known.
    let unread: Set<Int>
    private let ledger: Ledger
    private let ledgerFile = "Content/published.tsv"
    private let names: [String]
    /// By URL: the outputs that have it, in whatever form.
    private var held: [String: OutputSet] = [:]
    private let candidates: LedgerCandidates

    init(_ plan: BuildPlan, _ places: [PublishedPlace], unread: Set<Int>) {
        self.plan = plan
        self.places = places
        self.unread = unread
        ledger = plan.project.ledger ?? Ledger()
        names = plan.project.site.outputs.map(\.id)
        if ledger.lines.isEmpty {
            candidates = LedgerCandidates([], ledger, languages: [])
            return
        }
        held.reserveCapacity(places.count)
        for place in places { held[place.url, default: 0] |= place.outputs }
        candidates = LedgerCandidates(
            places, ledger, languages: Array(plan.project.site.languages.dropFirst()))
    }

    /// An error for each URL and anchor that an output has lost.
    func run() -> [Diagnostic] {
        guard !ledger.lines.isEmpty else { return [] }
        let sets = ledger.outputSets.map { set in
            set.reduce(0 as OutputSet) { bits, name in
                names.firstIndex(of: name).map { bits | 1 << OutputSet($0) } ?? bits
            }
        }
        var diagnostics: [Diagnostic] = unknownOutputs()
        let unreadPaths = unread.map { plan.routes.table.routes[$0].path }
        for group in ledger.groups {
            let lines = ledger.lines[group]
            guard let first = lines.first else { continue }
            let url = ledger.url(of: first)
            let route = plan.routes.table.index(ofPath: url).flatMap {
                plan.routes.table.routes[$0].path == url ? $0 : nil
            }
            // Nor is it known whether the list of a folder would be there.
            if unreadPaths.contains(where: { $0.hasPrefix(url) }) { continue }
            let lost = lines.filter(\.isWhole).reduce(0 as OutputSet) { $0 | sets[$1.outputs] }
                & ~held[url, default: 0]
            if lost != 0 { diagnostics.append(lostURL(url, first, lost, route, lines)) }
            if let route, first.range != lines[lines.endIndex - 1].range {
                diagnostics += lostAnchors(of: url, route, lines.filter { !$0.isWhole }, sets)
            }
        }
        return diagnostics
    }

    // MARK: Anchors

    private func lostAnchors(
        of url: String, _ route: Int, _ lines: [Ledger.Line], _ sets: [OutputSet]
    ) -> [Diagnostic] {
        let outputs: OutputSet
        switch plan.routes.table.routes[route].kind {
        case .page, .list, .edition: outputs = plan.routes.table.routes[route].outputs
        default: return []
        }
        let anchors = candidates.anchors(of: url)
        var lost: [(line: Ledger.Line, name: String, outputs: OutputSet)] = []
        for line in lines {
            let wanted = sets[line.outputs] & outputs
            guard wanted != 0, let name = ledger.anchor(of: line) else { continue }
            let missing = wanted & ~anchors.outputs(of: name)
            if missing != 0 { lost.append((line, name, missing)) }
        }
        guard !lost.isEmpty else { return [] }
        let known = Set(lines.compactMap { ledger.anchor(of: $0) })
        let new = anchors.places.filter { !known.contains($0.name) }
        return lost.map { line, name, outputs in
            let target = candidates.anchor(
                for: name, on: url, new: new, outputs: outputs, isOnlyOne: lost.count == 1)
            let hidden = anchors.outputs(of: name) != 0
            let former = plan.routes.formers.index(ofAnchor: name, on: route)
            return .lostAnchor(
                LostPlace(
                    url: url, anchor: name, outputs: idents(outputs), since: ledger.day(of: line),
                    line: SourceSpan(file: ledgerFile, range: line.range),
                    repair: repair(
                        url + "#" + name, target, outputs,
                        entry: former.map { plan.routes.formers.all[$0].source })),
                source: plan.routes.table.routes[route].source, isHidden: hidden)
        }
    }

    // MARK: URLs

    private func lostURL(
        _ url: String, _ line: Ledger.Line, _ lost: OutputSet, _ route: Int?,
        _ lines: ArraySlice<Ledger.Line>
    ) -> Diagnostic {
        var why = LostPlace.Reason.vanished
        var source: SourceSpan?
        if let route {
            let found = plan.routes.table.routes[route]
            source = found.source
            if let exclusion = plan.routes.exclusions[route] {
                why = .excluded(exclusion)
            } else if case .upload = found.kind {
                why = .unreferenced
            } else {
                why = .hidden
            }
        }
        let former = plan.routes.formers.index(ofPath: url).map { plan.routes.formers.all[$0] }
        if let former {
            source = former.source
            why = .hidden
        }
        let anchors = lines.compactMap { ledger.anchor(of: $0) }
        let target = why.isGone ? candidates.url(for: url, anchors: anchors, outputs: lost) : nil
        return .lostURL(
            LostPlace(
                url: url, anchor: nil, outputs: idents(lost), since: ledger.day(of: line),
                line: SourceSpan(file: ledgerFile, range: line.range),
                repair: repair(url, target, lost, entry: former?.source)),
            source: source, why: why)
    }

    private func unknownOutputs() -> [Diagnostic] {
        ledger.outputNames.filter { !names.contains($0) }.map { name in
            let count = ledger.lines.count { ledger.outputs(of: $0).contains(name) }
            return .unknownOutput(name, lines: count)
        }
    }

    // MARK: What settles it

    /// The line of redirects.yml that would settle a loss.
    ///
    /// - Parameter entry: An entry that is there already, but not for these outputs.
    private func repair(
        _ from: String, _ target: String?, _ outputs: OutputSet, entry: SourceSpan?
    ) -> LostPlace.Repair {
        let label = label(for: outputs)
        if let entry, let label { return .label(label, of: entry) }
        var line = "- {from: \(yamlText(from)), "
        line += target.map { "to: \(yamlText($0))}" } ?? "gone: true"
        if target == nil { line += label.map { ", label: \($0)}" } ?? "}" }
        return .line(
            line, isLikely: target != nil && plan.project.redirects.acceptsLines)
    }

    /// The label that all of these outputs may see; nil where the site has none.
    private func label(for outputs: OutputSet) -> String? {
        guard let scheme = plan.project.scheme else { return nil }
        let levels = plan.clearances.clearances.enumerated()
            .filter { outputs & (1 << OutputSet($0.offset)) != 0 }.map(\.element.level)
        return levels.min().map { scheme.levels[$0].id }
    }

    private func idents(_ outputs: OutputSet) -> [String] {
        names.indices.filter { outputs & (1 << OutputSet($0)) != 0 }.map { names[$0] }
    }
}
