package import Content
package import Core
package import Labels
import Links
import Whitepapers

/// Every labelled item of a project, and which outputs hold it: what `labels explain` and
/// `labels list` tell.
package struct LabelSurvey: Sendable {
    /// One item and where it is found.
    package struct Item: Sendable {
        /// A page, an upload, …
        package let kind: LabelledItem.Kind
        /// From the project's root.
        package let path: String
        /// A level and its marks; nil where the item has no usable label.
        package let label: String?
        /// The same in words, by language.
        package let words: LocalizedText?
        /// By output, in the order of site.yml: why it does not hold the item; nil where it does.
        package let absences: [Absence?]
        /// Whatever else people call it: its path below its folder, its URLs.
        package let names: [String]
        let effective: Label?
    }

    /// Why an output does not hold an item.
    package enum Absence: String, Sendable, CaseIterable {
        /// Its label ranks above the output's clearance.
        case label
        case draft
        /// Its time is still to come.
        case scheduled
        case expired
        /// No text of the output refers to the file.
        case unreferenced
        /// A later edition says that it holds no more.
        case withdrawn
        /// What it leads to is not there.
        case target
        /// It has an error.
        case failed
    }

    /// The names of the outputs, in the order of site.yml.
    package let outputs: [String]
    /// Sorted by path.
    package let items: [Item]
    let plan: BuildPlan
    let portions: [NotedPortion]

    /// The item that people mean by a path or a URL; nil where it is nothing.
    package func item(named name: String) -> Item? {
        let wanted = Self.plain(name)
        return items.first { Self.plain($0.path) == wanted }
            ?? items.first { $0.names.contains { Self.plain($0) == wanted } }
    }

    /// The path or URL that a wrong one most likely meant.
    package func nearest(to name: String) -> String? {
        nearestName(to: name, in: items.lazy.flatMap { [$0.path] + $0.names })
    }

    /// Without what makes no difference: percent-encoding, a slash at the end, `./` before.
    private static func plain(_ name: String) -> String {
        var text = (PercentEncoding.decode(name[...]) ?? name).normalizedToNFC
        if text.hasPrefix("./") { text.removeFirst(2) }
        if text.hasSuffix("/index.html") { text.removeLast(10) }
        if text.count > 1, text.hasSuffix("/") { text.removeLast() }
        return text
    }
}

extension PreparedBuild {
    /// Looks at every label of the project, and at what a build would put where.
    ///
    /// - Returns: Nil where the project cannot be built at all; the diagnostics say why.
    /// - Throws: `FileError` where the disk fails.
    package func survey() throws(FileError) -> (survey: LabelSurvey?, diagnostics: [Diagnostic]) {
        let report = try run(into: nil)
        guard let project else { return (nil, report.diagnostics) }
        let plan = BuildPlan(project)
        let portions = try RecordedSources(plan, options, []).allPortions().portions
        let reading = SurveyReading(plan: plan, uploads: report.uploads, portions: portions)
        let items = reading.items.sorted {
            ($0.path, $0.kind.rawValue) < ($1.path, $1.kind.rawValue)
        }
        let survey = LabelSurvey(
            outputs: project.site.outputs.map(\.id), items: items, plan: plan, portions: portions)
        return (survey, report.diagnostics)
    }
}
