package import Content
package import Core

/// Decides the effective label of each page: its own or the nearest folder's default, joined
/// with every floor above it (design section 4).
package struct LabelAssignment: Sendable {
    let scheme: LabelScheme?
    let folders: [Folder]
    /// By folder: the default in force, the floor and the marks, joined downwards.
    private(set) var inherited: [Inherited] = []

    /// What a folder hands down to its pages.
    struct Inherited: Sendable {
        var level: Int?
        var floor = 0
        var floorSpan: SourceSpan?
        var marks: UInt64 = 0
    }

    /// Reads the labels of all folders.
    ///
    /// - Parameter scheme: Nil where the project has no labels.yml: then all is public.
    package static func prepare(
        _ scheme: LabelScheme?, folders: [Folder]
    ) -> (assignment: LabelAssignment, diagnostics: [Diagnostic]) {
        var assignment = LabelAssignment(scheme: scheme, folders: folders)
        var diagnostics: [Diagnostic] = []
        for folder in folders {
            var inherited = folder.parent.map { assignment.inherited[$0] } ?? Inherited()
            if let name = folder.settings.label {
                let (level, found) = assignment.level(name)
                diagnostics += found
                inherited.level = level ?? inherited.level
            }
            if let name = folder.settings.floor {
                let (level, found) = assignment.level(name)
                diagnostics += found
                if let level, level > inherited.floor {
                    inherited.floor = level
                    inherited.floorSpan = name.span
                }
            }
            let (marks, found) = assignment.marks(folder.settings.handling)
            diagnostics += found
            inherited.marks |= marks
            assignment.inherited.append(inherited)
        }
        return (assignment, diagnostics)
    }

    private init(scheme: LabelScheme?, folders: [Folder]) {
        self.scheme = scheme
        self.folders = folders
    }

    /// The effective label of `page`; nil where it has none, or a wrong one.
    package func label(of page: Page) -> (label: Label?, diagnostics: [Diagnostic]) {
        label(
            page.frontMatter.label, handling: page.frontMatter.handling, folder: page.folder,
            missing: { .unlabelled(file: page.file, scheme: $0) })
    }

    /// The effective label of anything that lies in a folder; nil where it has none, or a wrong
    /// one.
    ///
    /// - Parameters:
    ///   - own: The level that it states itself.
    ///   - folder: Its index among the folders with which the assignment was prepared.
    ///   - missing: The error for what has no label, where labels.yml has no default.
    package func label(
        _ own: Located<String>?, handling: [Located<String>], folder: Int,
        missing: (LabelScheme) -> Diagnostic
    ) -> (label: Label?, diagnostics: [Diagnostic]) {
        guard let scheme else {
            let stated = [own].compactMap(\.self) + handling
            return (.lowest, stated.map { .noScheme(at: $0.span) })
        }
        var (marks, diagnostics) = scheme.marks(handling)
        let inherited = inherited[folder]
        marks |= inherited.marks
        guard let own else {
            guard let level = inherited.level ?? scheme.defaultLevel else {
                return (nil, diagnostics + [missing(scheme)])
            }
            return (Label(level: max(level, inherited.floor), handling: marks), diagnostics)
        }
        let (level, found) = scheme.level(own)
        diagnostics += found
        guard let level else { return (nil, diagnostics) }
        if level < inherited.floor, let span = inherited.floorSpan {
            let floor = scheme.levels[inherited.floor].id
            diagnostics.append(.belowFloor(own, floor: floor, floorSpan: span))
        }
        return (Label(level: max(level, inherited.floor), handling: marks), diagnostics)
    }

    /// The clearance of an output.
    package func clearance(
        of output: SiteConfiguration.Output
    ) -> (label: Label, diagnostics: [Diagnostic]) {
        guard let scheme else {
            let stated = [output.clearance].compactMap(\.self) + output.handling
            return (.lowest, stated.map { .noScheme(at: $0.span) })
        }
        let (marks, diagnostics) = scheme.marks(output.handling)
        guard let name = output.clearance else {
            return (Label(level: 0, handling: marks), diagnostics)
        }
        let (level, found) = scheme.level(name)
        return (Label(level: level ?? 0, handling: marks), diagnostics + found)
    }

    private func level(_ name: Located<String>) -> (level: Int?, diagnostics: [Diagnostic]) {
        scheme?.level(name) ?? (nil, [.noScheme(at: name.span)])
    }

    private func marks(
        _ names: [Located<String>]
    ) -> (marks: UInt64, diagnostics: [Diagnostic]) {
        scheme?.marks(names) ?? (0, names.map { .noScheme(at: $0.span) })
    }
}

extension Diagnostic {
    /// A label where the project has no scheme.
    package static func noScheme(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "label.no-scheme", at: span,
            en: "there is no Content/labels.yml, so there are no labels",
            ja: "Content/labels.yml がないため、ラベルは使えません",
            fix: .advice(
                en: "write labels.yml with your levels, or remove the label",
                ja: "labels.yml を作ってラベルを定義するか、ここのラベルを削除してください"))
    }

    fileprivate static func unlabelled(file: String, scheme: LabelScheme) -> Diagnostic {
        let list = scheme.levels.map(\.id).joined(separator: ", ")
        return Diagnostic(
            .error, "label.missing", at: SourceSpan(file: file, range: 0..<0),
            en: "the page has no label, and labels.yml has no default",
            ja: "ページにラベルがなく、labels.yml に default もありません",
            fix: .advice(
                en: "add 'label: …' (\(list))", ja: "「label: …」を加えてください（\(list)）"))
    }

    fileprivate static func belowFloor(
        _ own: Located<String>, floor: String, floorSpan: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.below-floor", at: own.span,
            en: "label '\(own.value)' ranks below the floor '\(floor)' of its folder",
            ja: "ラベル「\(own.value)」は、フォルダーの下限「\(floor)」より低くなっています",
            notes: [.init(at: floorSpan, en: "the floor is set here", ja: "下限はここで決められています")],
            fix: .replace(with: floor))
    }
}
