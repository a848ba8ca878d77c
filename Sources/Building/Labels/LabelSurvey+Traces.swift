import Content
import Core
package import Labels
import Markdown
import Uploads
import Whitepapers

extension LabelSurvey {
    /// How an item's label came about.
    package func trace(of item: Item) -> LabelTrace {
        let project = plan.project
        switch item.kind {
        case .page:
            guard let page = project.tree.pages.first(where: { $0.file == item.path }) else {
                break
            }
            return plan.clearances.assignment.trace(of: page)
        case .upload:
            guard let upload = project.uploads.uploads.first(where: { $0.file == item.path })
            else { break }
            return plan.uploads.assignment.trace(
                upload.label, handling: upload.handling, folder: upload.folder,
                label: item.effective)
        case .portion:
            guard let portion = portions.first(where: { $0.path == item.path }) else { break }
            return within(portion.words, at: portion.span, ownerOf: item)
        case .redirect:
            guard
                let entry = project.redirects.entries.first(where: {
                    item.path.hasSuffix("#" + $0.from.value)
                })
            else { break }
            return trace(entry.label, entry.handling, item)
        case .whitepaper, .edition, .fact, .whitepaperItem: return whitepaperTrace(of: item)
        }
        return LabelTrace(steps: [], label: item.effective)
    }

    private func whitepaperTrace(of item: Item) -> LabelTrace {
        let folder = item.path.split(separator: "/").prefix(3).joined(separator: "/")
        guard let paper = plan.whitepapers.first(where: { $0.whitepaper.folder == folder }) else {
            return LabelTrace(steps: [], label: item.effective)
        }
        let declaration = paper.whitepaper.declaration
        let name = item.path.drop { $0 != "/" }.drop { $0 != "#" }.dropFirst()
        var own = trace(declaration.label, declaration.handling, item)
        switch item.kind {
        case .edition:
            let edition = paper.whitepaper.editions.first { "edition/" + $0.version == name }
            own = trace(edition?.declaration.label, edition?.declaration.handling ?? [], item)
        case .fact:
            let fact = declaration.facts.first { "fact/" + $0.key.value == name }
            own = trace(fact?.label, fact?.handling ?? [], item)
        case .whitepaperItem:
            let all = paper.whitepaper.editions.flatMap(\.items)
            let stating = all.first { $0.texts.values.contains { $0.source.file == item.path } }
            own = trace(stating?.label, stating?.handling ?? [], item)
        default: return withDefault(own)
        }
        let whole = trace(declaration.label, declaration.handling, item).steps.map {
            LabelTrace.Step(.whole, $0.words, at: $0.span, holds: $0.holds)
        }
        let isLifted = !own.steps.contains { $0.holds && $0.kind == .own }
        own.steps += whole.map {
            .init(.whole, $0.words, at: $0.span, holds: $0.holds && isLifted)
        }
        return withDefault(own)
    }

    /// A portion ranks at least as high as the text around it.
    private func within(
        _ words: String, at span: SourceSpan, ownerOf item: Item
    ) -> LabelTrace {
        let file = String(item.path.prefix { $0 != "#" })
        let owner = items.first { $0.path == file }
        let own = plan.project.scheme?.label(Located(words, at: span)).label
        var steps = [
            LabelTrace.Step(.own, words, at: span, holds: own?.level == item.effective?.level)
        ]
        if let owner, let origin = trace(of: owner).origin, let label = owner.label {
            let holds = owner.effective?.level == item.effective?.level
            steps.append(.init(.whole, label, at: origin, holds: holds && !steps[0].holds))
        }
        return LabelTrace(steps: steps, label: item.effective)
    }

    private func trace(
        _ own: Located<String>?, _ handling: [Located<String>], _ item: Item
    ) -> LabelTrace {
        let scheme = plan.project.scheme
        var steps: [LabelTrace.Step] = []
        if let own {
            let level = scheme?.level(own).level
            steps.append(
                .init(
                    .own, own.value, at: own.span,
                    holds: level != nil && level == item.effective?.level))
        }
        steps += handling.map { .init(.ownHandling, $0.value, at: $0.span, holds: true) }
        return LabelTrace(steps: steps, label: item.effective)
    }

    /// With the scheme's default, where nothing else decides the level.
    private func withDefault(_ trace: LabelTrace) -> LabelTrace {
        guard let scheme = plan.project.scheme, let standard = scheme.standard,
            !trace.steps.contains(where: { $0.kind == .own || $0.kind == .whole })
        else { return trace }
        let step = LabelTrace.Step(
            .siteDefault, scheme.levels[standard.value].id, at: standard.span, holds: true)
        return LabelTrace(steps: trace.steps + [step], label: trace.label)
    }
}
