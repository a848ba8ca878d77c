import Content
import Core

extension LockComparison {
    /// Looks for the downgrade that accounts for a lowered label, and reports where there is none.
    ///
    /// - Returns: Whether there is one that holds.
    @discardableResult
    mutating func lower(_ match: RecordedTexts.Match, to label: Label) -> Bool {
        let (entry, item) = (match.entry, match.item)
        let (from, to) = (notation(of: entry), scheme.notation(of: label))
        let candidates = item.downgrades.filter { downgrade in
            downgrade.part?.value == entry.part && !isRecorded(downgrade, of: item)
        }
        let fitting =
            candidates.first { fits($0, from: from, to: to) }
            ?? covering(entry, item, from: from, to: label)
        if let fitting {
            settled.insert(fitting.span)
            guard fitting.on.value <= today else {
                report(.inFuture(fitting, today: today))
                return false
            }
            approved.append(record(fitting, base(of: item)))
            note(
                .lowered, item.path, from: from, to: to,
                formerPath: entry.key == item.key ? nil : entry.key.path)
            return true
        }
        if candidates.isEmpty {
            report(.lowered(match, from: from, to: to, origin: project.origin(item)))
        }
        for downgrade in candidates {
            judge(downgrade, from: from, to: to, entry, item)
        }
        return false
    }

    /// The downgrade of a page as a whole, which accounts for its portions too where they ranked
    /// as the page did, and rank no lower than it does now.
    private func covering(
        _ entry: LabelLock.Entry, _ item: LabelledItem, from: String, to label: Label
    ) -> Downgrade? {
        guard entry.key.kind == .portion,
            let page = lock.entries.first(where: { $0.key.path == entry.file }),
            notation(of: page) == from
        else { return nil }
        return item.downgrades.first { downgrade in
            downgrade.part == nil && !isRecorded(downgrade, of: item)
                && normal(downgrade.from.value) == from
                && scheme.label(downgrade.to).label?.flows(to: label) ?? false
        }
    }

    /// Takes what is stated before there is a lock as history.
    mutating func approveAll() {
        for item in items where item.part == nil {
            approved += item.downgrades.map { record($0, base(of: item)) }
        }
    }

    /// Judges the downgrades that lowered nothing and are not recorded.
    mutating func checkRemainingDowngrades() {
        for item in items where item.part == nil {
            for downgrade in item.downgrades
            where !settled.contains(downgrade.span) && !isRecorded(downgrade, of: item) {
                let path = item.path + (downgrade.part.map { "#" + $0.value } ?? "")
                let known = lock.entries.first {
                    $0.key.path == path && ($0.part != nil) == (downgrade.part != nil)
                }
                let label = items.first { $0.path == path }?.label ?? item.label
                if let entry = known, let label {
                    judge(
                        downgrade, from: notation(of: entry), to: scheme.notation(of: label),
                        entry, item)
                } else {
                    report(.withoutRecord(downgrade))
                }
            }
        }
    }

    /// Says what is wrong with a downgrade that does not fit.
    private mutating func judge(
        _ downgrade: Downgrade, from: String, to: String, _ entry: LabelLock.Entry,
        _ item: LabelledItem
    ) {
        settled.insert(downgrade.span)
        let unknown = [downgrade.from, downgrade.to].flatMap { scheme.label($0).diagnostics }
        if !unknown.isEmpty {
            for diagnostic in unknown { report(diagnostic) }
        } else if normal(downgrade.from.value) != from {
            report(.wrongFrom(downgrade, recorded: from, at: entry.span))
        } else if normal(downgrade.to.value) != to {
            report(.wrongTo(downgrade, effective: to, at: item.place))
        } else {
            report(.lowersNothing(downgrade, recordedAt: entry.span))
        }
    }

    private func fits(_ downgrade: Downgrade, from: String, to: String) -> Bool {
        normal(downgrade.from.value) == from && normal(downgrade.to.value) == to
    }

    /// Whether a downgrade is history already.
    private func isRecorded(_ downgrade: Downgrade, of item: LabelledItem) -> Bool {
        guard !lock.downgrades.isEmpty else { return false }
        let own = base(of: item)
        return ([own] + (formerFiles[own] ?? [])).contains { path in
            let record = record(downgrade, path)
            return lock.downgrades.contains { $0.isSame(as: record) }
        }
    }

    /// The path under which an item's downgrades are recorded.
    private func base(of item: LabelledItem) -> String {
        item.part == nil ? item.path : item.file
    }

    private func record(_ downgrade: Downgrade, _ path: String) -> LabelLock.Record {
        LabelLock.Record(
            path: path + (downgrade.part.map { "#" + $0.value } ?? ""),
            from: normal(downgrade.from.value), to: normal(downgrade.to.value),
            on: downgrade.on.value.iso, by: downgrade.by.onOneLine,
            reason: downgrade.reason.onOneLine)
    }

    /// A label as the lock writes it, if it is one.
    private func normal(_ text: String) -> String {
        let label = scheme.label(Located(text, at: SourceSpan(file: LabelLock.file))).label
        return label.map(scheme.notation) ?? text
    }
}

extension Diagnostic {
    fileprivate static func lowered(
        _ match: RecordedTexts.Match, from: String, to: String, origin: SourceSpan?
    ) -> Diagnostic {
        let (entry, item) = (match.entry, match.item)
        var notes = [
            Note(
                at: entry.span, en: "labels.lock has '\(entry.key.path)' as '\(from)'",
                ja: "labels.lock では「\(entry.key.path)」は「\(from)」です")
        ]
        if match.isCopy {
            notes.append(.init(en: "it is a copy of that text", ja: "その文章の写しです"))
        } else if entry.key != item.key {
            notes.append(
                .init(en: "its text is found here now", ja: "その文章がいまはここにあります"))
        }
        if let origin, origin != item.place {
            notes.append(.init(at: origin, en: "the label is set here", ja: "ラベルはここで決まっています"))
        }
        let part = entry.part.map { "part: \($0), " } ?? ""
        let line =
            "downgrade: {\(part)from: \(from), to: \(to), reason: …, by: …, on: YYYY-MM-DD}"
        return Diagnostic(
            .error, "label.lowered", at: item.place,
            en: "the label was lowered from '\(from)' to '\(to)' without a downgrade",
            ja: "downgrade の記載なしに、ラベルが「\(from)」から「\(to)」に引き下げられています",
            notes: notes,
            fix: .advice(
                en: "raise the label again, or write '\(line)' into \(item.account)",
                ja: "ラベルを元に戻すか、\(item.account) に「\(line)」を加えてください"))
    }

    fileprivate static func wrongFrom(
        _ downgrade: Downgrade, recorded: String, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.downgrade-from", at: downgrade.from.span,
            en: "the downgrade is from '\(downgrade.from.value)', but labels.lock has "
                + "'\(recorded)'",
            ja: "downgrade の from は「\(downgrade.from.value)」ですが、"
                + "labels.lock では「\(recorded)」です",
            notes: [.init(at: span, en: "the recorded label is here", ja: "記録されたラベルはここです")],
            fix: .replace(with: recorded))
    }

    fileprivate static func wrongTo(
        _ downgrade: Downgrade, effective: String, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.downgrade-to", at: downgrade.to.span,
            en: "the downgrade is to '\(downgrade.to.value)', but the effective label is "
                + "'\(effective)'",
            ja: "downgrade の to は「\(downgrade.to.value)」ですが、実際のラベルは「\(effective)」です",
            notes: [.init(at: span, en: "the label is decided here", ja: "ラベルはここで決まります")],
            fix: .replace(with: effective))
    }

    fileprivate static func lowersNothing(
        _ downgrade: Downgrade, recordedAt span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.downgrade-to", at: downgrade.to.span,
            en: "the downgrade lowers nothing", ja: "この downgrade では何も引き下げられません",
            notes: [.init(at: span, en: "the recorded label is here", ja: "記録されたラベルはここです")],
            fix: .advice(en: "remove it", ja: "削除してください"))
    }

    fileprivate static func withoutRecord(_ downgrade: Downgrade) -> Diagnostic {
        Diagnostic(
            .error, "label.downgrade-from", at: downgrade.from.span,
            en: "labels.lock has no record of what is downgraded here",
            ja: "ここで引き下げる対象の記録が labels.lock にありません",
            notes: [
                .init(
                    at: SourceSpan(file: LabelLock.file), en: "it would be recorded here",
                    ja: "記録はここに置かれます")
            ],
            fix: .advice(
                en: "remove the downgrade; what was never recorded needs none",
                ja: "downgrade を削除してください。記録のないものには不要です"))
    }

    fileprivate static func inFuture(_ downgrade: Downgrade, today: CalendarDate) -> Diagnostic {
        Diagnostic(
            .error, "label.downgrade-in-future", at: downgrade.on.span,
            en: "the downgrade is dated \(downgrade.on.value.iso), after \(today.iso)",
            ja: "downgrade の日付 \(downgrade.on.value.iso) は \(today.iso) より後です",
            fix: .advice(
                en: "write the day of the decision, or wait until it has come",
                ja: "決定した日を書くか、その日まで待ってください"))
    }
}
