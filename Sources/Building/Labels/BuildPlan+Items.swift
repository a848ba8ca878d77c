import Content
import Core
import Labels
import Markdown
import Uploads
import Whitepapers

extension BuildPlan {
    /// Everything of the project that has a label, but for portions, whatever becomes of it:
    /// drafts and expired pages too, since their labels matter later.
    var labelledItems: [LabelledItem] {
        project.tree.pages.indices.map(item(ofPage:)) + uploadItems + whitepaperItems
            + redirectItems
    }

    private func item(ofPage index: Int) -> LabelledItem {
        let page = project.tree.pages[index]
        return LabelledItem(
            .page, page.file, label: page.isBroken ? nil : clearances.labels[index],
            place: page.frontMatter.label?.span ?? SourceSpan(file: page.file, range: 0..<0),
            account: page.file, downgrades: page.frontMatter.downgrades)
    }

    private var uploadItems: [LabelledItem] {
        zip(project.uploads.uploads, uploads.labels).map { upload, label in
            LabelledItem(
                .upload, upload.file, label: label,
                place: upload.label?.span ?? SourceSpan(file: upload.file),
                account: upload.file + ".yml", downgrades: upload.downgrades)
        }
    }

    private var whitepaperItems: [LabelledItem] {
        var items: [LabelledItem] = []
        for paper in whitepapers {
            let file = paper.whitepaper.folder + "/whitepaper.yml"
            let declaration = paper.whitepaper.declaration
            items.append(
                LabelledItem(
                    .whitepaper, file, label: paper.clearance.whitepaper?.label,
                    place: declaration.label?.span ?? SourceSpan(file: file, range: 0..<0),
                    account: file, downgrades: declaration.downgrades))
            items += paper.parts(in: file)
            items += paper.texts.map { text in
                LabelledItem(
                    .whitepaperItem, text.source.file, label: text.label,
                    place: text.labelSpan ?? SourceSpan(file: text.source.file, range: 0..<0),
                    account: text.source.file, downgrades: text.downgrades)
            }
        }
        return items
    }

    private var redirectItems: [LabelledItem] {
        let file = "Content/redirects.yml"
        return zip(project.redirects.entries, routes.formers.labels).map { entry, label in
            LabelledItem(
                .redirect, file + "#" + entry.from.value, label: label,
                place: entry.label?.span ?? entry.from.span, account: file,
                downgrades: entry.downgrades, isRecorded: label != .lowest)
        }
    }
}

extension PlannedWhitepaper {
    /// Editions and facts; only those are recorded that state a label themselves.
    fileprivate func parts(in file: String) -> [LabelledItem] {
        let declaration = whitepaper.declaration
        let editions = whitepaper.editions.map(\.declaration).map { edition in
            LabelledItem(
                .edition, file + "#edition/" + edition.version.value,
                label: clearance.editions[edition.version.value]?.label,
                place: edition.label?.span ?? edition.version.span, account: file,
                downgrades: declaration.downgrades,
                isRecorded: edition.label != nil || !edition.handling.isEmpty)
        }
        return editions
            + declaration.facts.map { fact in
                LabelledItem(
                    .fact, file + "#fact/" + fact.key.value,
                    label: clearance.facts[fact.key.value]?.label,
                    place: fact.label?.span ?? fact.key.span, account: file,
                    downgrades: declaration.downgrades,
                    isRecorded: fact.label != nil || !fact.handling.isEmpty)
            }
    }

    /// A file of an edition, and the lowest label with which an edition shows it.
    struct LabelledText {
        let source: MarkdownSource
        let label: Label?
        /// Where its item states a label.
        let labelSpan: SourceSpan?
        let downgrades: [Downgrade]
    }

    /// The files of all editions, each once; a translation ranks as its original does.
    var texts: [LabelledText] {
        var places: [String: Int] = [:]
        var texts: [LabelledText] = []
        for edition in whitepaper.editions {
            for item in edition.items {
                let label = clearance.label(of: item, in: edition)
                for text in item.texts.values.sorted(by: { $0.language < $1.language }) {
                    add(text, of: item, label, &texts, &places)
                }
            }
        }
        return texts
    }

    private func add(
        _ text: ItemText, of item: EditionItem, _ label: Label?, _ texts: inout [LabelledText],
        _ places: inout [String: Int]
    ) {
        guard let place = places[text.source.file] else {
            places[text.source.file] = texts.count
            texts.append(
                LabelledText(
                    source: text.source, label: label, labelSpan: item.label?.span,
                    downgrades: text.downgrades))
            return
        }
        let known = texts[place]
        guard let label, let least = known.label, !least.flows(to: label) else { return }
        texts[place] = LabelledText(
            source: known.source, label: least.met(with: label),
            labelSpan: item.label?.span ?? known.labelSpan, downgrades: known.downgrades)
    }
}
