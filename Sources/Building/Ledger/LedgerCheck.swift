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

    /// What is lost of one URL: lines of the ledger and the outputs that lack them.
    private struct Loss {
        let url: String
        let route: Int?
        /// The lines of the URL.
        let lines: ArraySlice<Ledger.Line>
        /// Nothing where the URL as a whole is there.
        var outputs: OutputSet = 0
        var anchors: [(line: Ledger.Line, name: String, outputs: OutputSet)] = []
    }

    init(_ plan: BuildPlan, _ places: [PublishedPlace], unread: Set<Int>) {
        self.plan = plan
        self.places = places
        self.unread = unread
        ledger = plan.project.ledger ?? Ledger()
        names = plan.project.site.outputs.map(\.id)
    }

    /// An error for each URL and anchor that an output has lost.
    func run() -> [Diagnostic] {
        guard !ledger.lines.isEmpty else { return [] }
        if let address = ledger.address, address.value != plan.project.site.url {
            return [.siteMoved(from: address, to: plan.project.site.url)]
        }
        let losses = losses()
        guard !losses.isEmpty else { return unknownOutputs() }
        let candidates = LedgerCandidates(
            places, ledger, languages: Array(plan.project.site.languages.dropFirst()),
            isThorough: losses.count <= 200)
        return unknownOutputs()
            + losses.flatMap { loss -> [Diagnostic] in
                let whole = loss.outputs == 0 ? [] : [lostURL(loss, candidates)]
                return whole + lostAnchors(loss, candidates)
            }
    }

    private func losses() -> [Loss] {
        let sets = ledger.outputSets.map { set in
            set.reduce(0 as OutputSet) { bits, name in
                names.firstIndex(of: name).map { bits | 1 << OutputSet($0) } ?? bits
            }
        }
        var held: [String: (outputs: OutputSet, places: [Int])] = [:]
        held.reserveCapacity(places.count)
        for (index, place) in places.enumerated() {
            held[place.url, default: (0, [])].outputs |= place.outputs
            if !place.anchors.isEmpty { held[place.url]?.places.append(index) }
        }
        let unreadPaths = unread.map { plan.routes.table.routes[$0].path }
        var losses: [Loss] = []
        for group in ledger.groups {
            let lines = ledger.lines[group]
            let url = ledger.url(of: lines[lines.startIndex])
            // Nor is it known whether the list of a folder would be there.
            if unreadPaths.contains(where: { $0.hasPrefix(url) }) { continue }
            let route = plan.routes.table.index(ofPath: url).flatMap {
                plan.routes.table.routes[$0].path == url ? $0 : nil
            }
            let wanted = lines.filter(\.isWhole).reduce(0 as OutputSet) { $0 | sets[$1.outputs] }
            var loss = Loss(url: url, route: route, lines: lines)
            // Of a redirect that leads nowhere, that is what is wrong.
            if !plan.routes.formers.unsound.contains(url) {
                loss.outputs = wanted & ~(held[url]?.outputs ?? 0)
            }
            if let route, lines.contains(where: { !$0.isWhole }) {
                loss.anchors = lostAnchors(
                    lines, on: route, held[url]?.places.map { places[$0] } ?? [], sets)
            }
            if loss.outputs != 0 || !loss.anchors.isEmpty { losses.append(loss) }
        }
        return losses
    }

    private func lostAnchors(
        _ lines: ArraySlice<Ledger.Line>, on route: Int, _ here: [PublishedPlace],
        _ sets: [OutputSet]
    ) -> [(line: Ledger.Line, name: String, outputs: OutputSet)] {
        let outputs: OutputSet
        switch plan.routes.table.routes[route].kind {
        case .page, .list, .edition, .record: outputs = plan.routes.table.routes[route].outputs
        default: return []
        }
        var known: [String: OutputSet] = [:]
        for anchor in here.flatMap(\.anchors) { known[anchor.name, default: 0] |= anchor.outputs }
        return lines.compactMap { line in
            let wanted = sets[line.outputs] & outputs
            guard wanted != 0, let name = ledger.anchor(of: line) else { return nil }
            let missing = wanted & ~(known[name] ?? 0)
            let isUnsound = plan.routes.formers.unsound.contains(
                plan.routes.table.routes[route].path + "#" + name)
            return missing == 0 || isUnsound ? nil : (line, name, missing)
        }
    }

    /// Names that are neither an output's nor, with '-' before it, that of one that was given up.
    private func unknownOutputs() -> [Diagnostic] {
        let unknown = ledger.outputNames.filter { !names.contains($0) && !$0.hasPrefix("-") }
        return unknown.map { name in
            let count = ledger.lines.count { ledger.outputs(of: $0).contains(name) }
            return .unknownOutput(name, lines: count)
        }
    }
}

extension LedgerCheck {
    private func lostAnchors(_ loss: Loss, _ candidates: LedgerCandidates) -> [Diagnostic] {
        guard !loss.anchors.isEmpty, let route = loss.route else { return [] }
        let known = Set(loss.lines.compactMap { ledger.anchor(of: $0) })
        let here = candidates.anchors(of: loss.url)
        let new = here.filter { $0.kind == .place && !known.contains($0.name) }
        return loss.anchors.map { line, name, outputs in
            let target = candidates.anchor(
                for: name, on: loss.url, new: new, outputs: outputs,
                isOnlyOne: loss.anchors.count == 1)
            let former = plan.routes.formers.index(ofAnchor: name, on: route)
            return .lostAnchor(
                LostPlace(
                    url: loss.url, anchor: name, outputs: idents(outputs),
                    since: ledger.day(of: line),
                    line: SourceSpan(file: ledgerFile, range: line.range),
                    repair: repair(
                        loss.url + "#" + name, target, outputs,
                        entry: former.map { plan.routes.formers.all[$0].source })),
                source: plan.routes.table.routes[route].source,
                isHidden: here.contains { $0.name == name })
        }
    }

    private func lostURL(_ loss: Loss, _ candidates: LedgerCandidates) -> Diagnostic {
        let line = loss.lines[loss.lines.startIndex]
        var why = LostPlace.Reason.vanished
        var source: SourceSpan?
        if let route = loss.route {
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
        let former = plan.routes.formers.index(ofPath: loss.url)
            .map { plan.routes.formers.all[$0] }
        if let former {
            source = former.source
            why = .hidden
        }
        let anchors = loss.lines.compactMap { ledger.anchor(of: $0) }
        let target =
            why.isGone
            ? candidates.url(for: loss.url, anchors: anchors, outputs: loss.outputs) : nil
        return .lostURL(
            LostPlace(
                url: loss.url, anchor: nil, outputs: idents(loss.outputs),
                since: ledger.day(of: line),
                line: SourceSpan(file: ledgerFile, range: line.range),
                repair: repair(loss.url, target, loss.outputs, entry: former?.source)),
            source: source, why: why)
    }

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
