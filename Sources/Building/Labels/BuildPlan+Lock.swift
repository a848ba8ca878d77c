import Content
import Core
import Labels
import Markdown
import Whitepapers

extension BuildPlan {
    /// What is wrong with the labels, compared with those recorded.
    ///
    /// - Parameter portions: Those of the texts that an output holds.
    /// - Throws: `FileError`.
    func checkLock(
        _ portions: [NotedPortion], options: BuildOptions
    ) throws(FileError) -> [Diagnostic] {
        guard project.scheme != nil, project.lock != nil || options.isPublication,
            let comparison = try compareLock(portions, knowsAll: false, options: options)
        else { return [] }
        var diagnostics = project.lock == nil ? [] : comparison.diagnostics
        let unrecorded = comparison.unrecorded
        if options.isPublication, !unrecorded.isEmpty {
            diagnostics.append(.notRecorded(unrecorded, hasLock: project.lock != nil))
        }
        return diagnostics
    }

    /// Compares all labels with labels.lock.
    ///
    /// - Parameters:
    ///   - portions: Those of the texts that were read.
    ///   - knowsAll: Whether every text was read, and not those alone that an output holds.
    /// - Returns: Nil for a project without labels.
    /// - Throws: `FileError`.
    func compareLock(
        _ portions: [NotedPortion], knowsAll: Bool, options: BuildOptions
    ) throws(FileError) -> LockComparison? {
        guard let scheme = project.scheme else { return nil }
        let items = labelledItems
        let texts = RecordedSources(self, options, portions)
        let hidden = Set(
            project.tree.pages.indices.filter { clearances.outputs[$0] == 0 }
                .map { project.tree.pages[$0].file })
        let today = options.asOf.moment(in: project.site.zone).shown(in: project.site.zone).date
        return try LockComparison(
            project.lock, items + portionItems(portions, in: items),
            in: LockedProject(
                knowsPortions: { knowsAll || !hidden.contains($0) }, origin: origin(of:),
                fingerprint: { item throws(FileError) in try texts.fingerprint(of: item) }),
            scheme: scheme, today: today)
    }

    /// Portions of the same text on one page are one item, with what they both allow.
    private func portionItems(
        _ portions: [NotedPortion], in items: [LabelledItem]
    ) -> [LabelledItem] {
        if portions.isEmpty { return [] }
        let owners = Dictionary(
            items.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var found: [String: LabelledItem] = [:]
        var order: [String] = []
        for portion in portions {
            let known = found[portion.path]
            if known == nil { order.append(portion.path) }
            let least = known?.label.flatMap { label in portion.label?.met(with: label) }
            found[portion.path] = LabelledItem(
                .portion, portion.path, label: known == nil ? portion.label : least,
                place: known?.place ?? portion.span, account: portion.file,
                downgrades: owners[portion.file]?.downgrades ?? [])
        }
        return order.compactMap { found[$0] }
    }

    /// The place that decides the label of a page.
    private func origin(of item: LabelledItem) -> SourceSpan? {
        guard item.kind == .page,
            let page = project.tree.pages.first(where: { $0.file == item.path })
        else { return nil }
        return clearances.assignment.trace(of: page).origin
    }
}

extension Diagnostic {
    fileprivate static func notRecorded(_ changes: [LockChange], hasLock: Bool) -> Diagnostic {
        let first = changes.prefix(3).map(\.path)
        let more = changes.count - first.count
        let en = first.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        let ja = first.joined(separator: "、") + (more > 0 ? " ほか \(more) 件" : "")
        return Diagnostic(
            .warning, "label.not-recorded",
            at: SourceSpan(file: hasLock ? LabelLock.file : "Content/labels.yml"),
            en: "labels.lock does not have the labels of \(changes.count) items, so they could be "
                + "lowered unseen",
            ja: "\(changes.count) 件のラベルが labels.lock に記録されておらず、引き下げても検出できません",
            notes: [.init(en: en, ja: ja)],
            fix: .advice(
                en: "run 'hakusho labels lock' and commit Content/labels.lock",
                ja: "「hakusho labels lock」を実行し、Content/labels.lock をコミットしてください"))
    }
}
