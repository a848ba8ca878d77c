import Content
import Core
import Labels
import Links
import Uploads
import Whitepapers

/// Asks a plan where each item is, and why it is nowhere else.
struct SurveyReading {
    typealias Item = LabelSurvey.Item
    typealias Absence = LabelSurvey.Absence

    let plan: BuildPlan
    /// By upload: the outputs that refer to it.
    let uploads: UploadUses
    let portions: [NotedPortion]

    private var project: Project { plan.project }

    var items: [Item] {
        pages + uploadItems + plan.whitepapers.flatMap(items(of:)) + redirects
    }

    private var pages: [Item] {
        let byFile = Dictionary(grouping: portions, by: \.file)
        return project.tree.pages.enumerated().flatMap { index, page in
            let label = plan.clearances.labels[index]
            let why: Absence? =
                page.isBroken || label == nil
                ? .failed : page.exclusion.flatMap { Absence(rawValue: $0.rawValue) }
            let own = item(
                .page, page.file, label, hidden: why,
                names: [String(page.file.dropFirst("Content/pages/".count))] + urls(page.route))
            return [own] + items(of: byFile[page.file] ?? [], whole: why)
        }
    }

    private func items(of portions: [NotedPortion], whole why: Absence?) -> [Item] {
        var seen = Set<String>()
        return portions.filter { seen.insert($0.path).inserted }.map { portion in
            item(.portion, portion.path, portion.label, hidden: why)
        }
    }

    private var uploadItems: [Item] {
        project.uploads.uploads.enumerated().map { index, upload in
            let used = uploads.outputs[index, default: 0]
            return item(
                .upload, upload.file, plan.uploads.labels[index],
                names: [String(upload.file.dropFirst("Content/uploads/".count))]
                    + urls(upload.route)
            ) { output in used & (1 << OutputSet(output)) == 0 ? .unreferenced : nil }
        }
    }

    private func items(of paper: PlannedWhitepaper) -> [Item] {
        let whitepaper = paper.whitepaper
        let file = whitepaper.folder + "/whitepaper.yml"
        let known = plan.labelledItems.filter { $0.path.hasPrefix(whitepaper.folder + "/") }
        let byFile = Dictionary(grouping: portions, by: \.file)
        let shown = Set(paper.pages.map(\.edition.version))
        var items: [Item] = []
        for one in known {
            switch one.kind {
            case .whitepaper:
                let names = [whitepaper.id, whitepaper.folder] + urls(whitepaper.path)
                items.append(item(.whitepaper, file, one.label, names: names))
            case .edition:
                let version = name(after: "edition/", in: one.path)
                items.append(
                    item(
                        .edition, one.path, one.label, hidden: absence(version, shown, paper),
                        names: urls(whitepaper.path + version + "/")))
            case .fact: items.append(item(.fact, one.path, one.label))
            case .whitepaperItem:
                let parts = one.path.dropFirst(whitepaper.folder.count + 10)
                let version = String(parts.prefix { $0 != "/" })
                let why = absence(version, shown, paper)
                items.append(item(.whitepaperItem, one.path, one.label, hidden: why))
                items += self.items(of: byFile[one.path] ?? [], whole: why)
            default: break
            }
        }
        let stated = Set(known.map(\.path))
        let others = whitepaper.inputs.map(\.path).filter {
            $0.hasSuffix(".md") && !stated.contains($0)
        }
        return items
            + others.map {
                item(.whitepaperItem, $0, paper.clearance.whitepaper?.label, hidden: .withdrawn)
            }
    }

    /// Why no output holds what an edition brought.
    private func absence(
        _ version: String, _ shown: Set<String>, _ paper: PlannedWhitepaper
    ) -> Absence? {
        guard !shown.contains(version),
            let edition = paper.whitepaper.editions.first(where: { $0.version == version }),
            paper.clearance.outputs(of: edition) != 0
        else { return nil }
        return edition.isDraft ? .draft : .scheduled
    }

    private var redirects: [Item] {
        var used = uploads
        let formers = plan.settleFormers(&used).formers
        return zip(project.redirects.entries, plan.routes.formers.labels).map { entry, label in
            let outputs = formers.first { $0.source == entry.from.span }?.outputs ?? 0
            return item(
                .redirect, "Content/redirects.yml#" + entry.from.value, label,
                names: urls(entry.from.value)
            ) { output in outputs & (1 << OutputSet(output)) == 0 ? .target : nil }
        }
    }

    /// - Parameters:
    ///   - hidden: Why no output holds it, whatever its label.
    ///   - missing: Why an output that may hold it does not.
    private func item(
        _ kind: LabelledItem.Kind, _ path: String, _ label: Label?, hidden: Absence? = nil,
        names: [String] = [], missing: (Int) -> Absence? = { _ in nil }
    ) -> Item {
        let clearances = plan.clearances.clearances
        let absences = clearances.indices.map { output -> Absence? in
            guard let label else { return .failed }
            return hidden ?? (label.flows(to: clearances[output]) ? missing(output) : .label)
        }
        return Item(
            kind: kind, path: path, label: label.flatMap { project.scheme?.notation(of: $0) },
            words: label.flatMap(words), absences: absences, names: names, effective: label)
    }

    private func words(_ label: Label) -> LocalizedText? {
        guard let scheme = project.scheme else { return nil }
        return LocalizedText(
            ["en", "ja"].map { (language: $0, text: scheme.words(for: label, language: $0)) })
    }

    /// A path of the site, and the whole address.
    private func urls(_ route: String) -> [String] {
        [route, project.site.origin + project.url(route)]
    }

    private func name(after prefix: String, in path: String) -> String {
        String(path.drop { $0 != "#" }.dropFirst(prefix.count + 1))
    }
}
