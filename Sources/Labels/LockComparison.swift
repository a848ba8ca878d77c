import Content
package import Core

/// What became of the labels since labels.lock was written.
package struct LockComparison {
    /// Lowered labels without a downgrade, and downgrades that do not hold; sorted.
    package private(set) var diagnostics: [Diagnostic] = []
    /// In the order of the items, then of the lock.
    package private(set) var changes: [LockChange] = []

    let lock: LabelLock
    let scheme: LabelScheme
    let order: RecordedOrder
    let today: CalendarDate
    let items: [LabelledItem]
    let project: LockedProject
    let recorded: [LabelLock.Key: LabelLock.Entry]
    /// Recorded entries of which there is no item any more.
    let vanished: [LabelLock.Entry]
    /// Vanished entries that live on in another place.
    private(set) var superseded: [LabelLock.Key: LabelledItem] = [:]
    /// By file: the files that its text was in before.
    private(set) var formerFiles: [String: Set<String>] = [:]
    /// Downgrades that hold and are to be recorded.
    var approved: [LabelLock.Record] = []
    /// The places of downgrades that are approved or reported.
    var settled: Set<SourceSpan> = []

    /// Compares.
    ///
    /// Texts are read of items that are new, and only where they could be ones that are missing.
    ///
    /// - Parameter lock: Nil where the project has none: then nothing was ever recorded.
    /// - Parameter today: A downgrade must not be dated later.
    /// - Throws: `FileError` where a text cannot be read.
    package init(
        _ lock: LabelLock?, _ items: [LabelledItem], in project: LockedProject,
        scheme: LabelScheme, today: CalendarDate
    ) throws(FileError) {
        let known = lock ?? LabelLock()
        self.lock = known
        self.scheme = scheme
        self.today = today
        self.items = items
        self.project = project
        order = RecordedOrder(known, in: scheme)
        recorded = Dictionary(
            known.entries.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let present = Set(items.map(\.key))
        let files = Set(items.map(\.file))
        vanished = known.entries.filter { entry in
            if present.contains(entry.key) { return false }
            let isHidden = files.contains(entry.file) && !project.knowsPortions(entry.file)
            return entry.key.kind != .portion || !isHidden
        }
        diagnostics = order.unknown(known)
        try compare()
        if lock == nil {
            approveAll()
        } else {
            checkRemainingDowngrades()
        }
        diagnostics = diagnostics.inReportingOrder()
    }

    /// What `labels lock` would record: until then it could be lowered unseen.
    package var unrecorded: [LockChange] { changes.filter { $0.kind != .deleted } }

    private mutating func compare() throws(FileError) {
        var new: [LabelledItem] = []
        for item in items {
            guard let label = item.label else { continue }
            if let entry = recorded[item.key] {
                compare(entry, item, label)
            } else if item.isRecorded {
                new.append(item)
            }
        }
        var moved = Set<LabelLock.Key>()
        for match in try RecordedTexts(self, new: new).matches() {
            if settle(match) { moved.insert(match.item.key) }
        }
        for item in new where !moved.contains(item.key) {
            note(.added, item.path, from: nil, to: item.label.map(scheme.notation))
        }
        for entry in vanished where superseded[entry.key] == nil && !entry.isDeleted {
            note(.deleted, entry.key.path, from: notation(of: entry), to: nil)
        }
    }

    private mutating func compare(
        _ entry: LabelLock.Entry, _ item: LabelledItem, _ label: Label
    ) {
        guard let old = order.label(of: entry) else { return }
        let to = scheme.notation(of: label)
        if order.isLowered(entry, to: label) {
            lower(RecordedTexts.Match(entry: entry, item: item), to: label)
        } else if old != label {
            note(.raised, item.path, from: notation(of: entry), to: to)
        } else if entry.isDeleted {
            note(.added, item.path, from: nil, to: to)
        }
    }

    /// Takes a recorded text that was found in another item.
    ///
    /// - Returns: Whether the item is to be counted as moved, and not as a new one.
    private mutating func settle(_ match: RecordedTexts.Match) -> Bool {
        let (entry, item) = (match.entry, match.item)
        guard let label = item.label, let old = order.label(of: entry) else { return false }
        if !match.isCopy { formerFiles[item.file, default: []].insert(entry.file) }
        if order.isLowered(entry, to: label) {
            if lower(match, to: label), !match.isCopy { superseded[entry.key] = item }
            return true
        }
        if match.isCopy { return false }
        superseded[entry.key] = item
        // The page's text around a portion was recorded before.
        if recorded[item.key] != nil { return false }
        // A portion that was edited is still found by its text.
        if item.kind == .portion, entry.file == item.file, old == label { return true }
        note(
            old == label ? .moved : .raised, item.path, from: notation(of: entry),
            to: scheme.notation(of: label), formerPath: entry.key.path)
        return true
    }

    /// A recorded label in today's words.
    func notation(of entry: LabelLock.Entry) -> String {
        order.label(of: entry).map(scheme.notation) ?? lock.levels[entry.level].value
    }

    /// Adds a difference.
    mutating func note(
        _ kind: LockChange.Kind, _ path: String, from: String?, to: String?,
        formerPath: String? = nil
    ) {
        changes.append(
            LockChange(kind: kind, path: path, from: from, to: to, formerPath: formerPath))
    }

    /// Adds a finding.
    mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}

/// One difference between labels.lock and the project.
package struct LockChange: Sendable {
    /// What happened to the item.
    package enum Kind: String, Sendable, CaseIterable {
        /// It is not in the lock.
        case added
        case raised
        /// With a downgrade that holds.
        case lowered
        /// It is in the lock under another path.
        case moved
        /// It is in the lock, and nowhere else any more.
        case deleted
    }

    /// What happened to the item.
    package let kind: Kind
    /// The item's path; of a deleted one, the one that it had.
    package let path: String
    /// Its recorded label; nil for one that was added.
    package let from: String?
    /// Its label now; nil for one that was deleted.
    package let to: String?
    /// Where it was, for one that was moved.
    package let formerPath: String?
}

/// What a comparison asks of the project.
package struct LockedProject {
    /// Whether the portions of a file are among the items: not those of texts that a build
    /// leaves out.
    package let knowsPortions: (String) -> Bool
    /// The place that decides an item's label; nil where that is the item itself.
    package let origin: (LabelledItem) -> SourceSpan?
    /// What the item's text, or its file, is known by.
    package let fingerprint: (LabelledItem) throws(FileError) -> TextFingerprint

    /// Takes what a build knows.
    package init(
        knowsPortions: @escaping (String) -> Bool,
        origin: @escaping (LabelledItem) -> SourceSpan?,
        fingerprint: @escaping (LabelledItem) throws(FileError) -> TextFingerprint
    ) {
        self.knowsPortions = knowsPortions
        self.origin = origin
        self.fingerprint = fingerprint
    }
}
