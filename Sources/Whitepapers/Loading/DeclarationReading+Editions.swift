import Content
import Core

extension DeclarationReading {
    /// Reads the revision history and checks its versions and dates.
    mutating func editions(
        _ mapping: inout YAMLMapping, _ languages: [String]
    ) -> [EditionDeclaration] {
        guard let nodes = mapping.sequence("editions") else {
            mapping.take([.noEditions(at: mapping.keySpan("editions"))])
            return []
        }
        var editions: [EditionDeclaration] = []
        for node in nodes {
            var entry = YAMLMapping(node, file: mapping.span.file)
            let edition = edition(&entry, languages)
            entry.finish()
            mapping.take(entry)
            guard let edition else { continue }
            if let last = editions.last { checkOrder(of: edition, after: last) }
            let isTwin = editions.contains { $0.version.value == edition.version.value }
            if !isTwin { editions.append(edition) }
        }
        if nodes.isEmpty { mapping.take([.noEditions(at: mapping.keySpan("editions"))]) }
        return editions
    }

    private mutating func edition(
        _ entry: inout YAMLMapping, _ languages: [String]
    ) -> EditionDeclaration? {
        let version = entry.text("version", required: true)
        let date = entry.date("date")
        let label = entry.text("label")
        let handling = entry.texts("handling") ?? []
        let approver = entry.localized("approver", required: date != nil)
        let summary = entry.localized("summary")
        for text in [approver, summary] { check(text, languages) }
        var changes: [EditionDeclaration.Change] = []
        let stated = entry.sequence("changes")
        for node in stated ?? [] {
            var change = YAMLMapping(node, file: entry.span.file)
            let id = change.text("id", required: true)
            let summary = change.localized("summary")
            check(summary, languages)
            change.finish()
            entry.take(change)
            guard let id else { continue }
            if let twin = changes.first(where: { $0.id.value == id.value }) {
                diagnostics.append(.changeTwice(id.value, at: id.span, first: twin.id.span))
            } else {
                changes.append(EditionDeclaration.Change(id: id, summary: summary))
            }
        }
        guard let version else { return nil }
        guard Self.numbers(version.value) != nil else {
            diagnostics.append(.badVersion(version.value, at: version.span))
            return nil
        }
        return EditionDeclaration(
            version: version, date: date, label: label, handling: handling, approver: approver,
            summary: summary, changes: changes,
            changesSpan: stated == nil ? version.span : entry.keySpan("changes"),
            hasChanges: stated != nil)
    }

    /// `1.10` as its numbers; nil for what is not numbers with dots.
    static func numbers(_ version: String) -> [Int]? {
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        return numbers.count == parts.count ? numbers : nil
    }

    private mutating func checkOrder(
        of edition: EditionDeclaration, after last: EditionDeclaration
    ) {
        guard let old = Self.numbers(last.version.value),
            let new = Self.numbers(edition.version.value)
        else { return }
        if !old.lexicographicallyPrecedes(new) {
            diagnostics.append(.versionOutOfOrder(edition.version, after: last.version))
        }
        switch (last.date, edition.date) {
        case (let earlier?, let later?) where later.value < earlier.value:
            diagnostics.append(.dateOutOfOrder(later, of: edition.version.value, after: earlier))
        case (nil, let later?):
            diagnostics.append(.publishedAfterDraft(edition.version, later, draft: last.version))
        default: break
        }
    }
}

extension Diagnostic {
    fileprivate static func noEditions(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.no-editions", at: span,
            en: "the whitepaper declares no edition", ja: "ホワイトペーパーの版が一つも宣言されていません",
            fix: .advice(
                en: "write 'editions:' with an entry '- {version: \"1.0\"}' and the folder "
                    + "editions/1.0",
                ja: "「editions:」に「- {version: \"1.0\"}」を書き、フォルダー editions/1.0 を作ってください"))
    }

    fileprivate static func badVersion(_ version: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.bad-version", at: span,
            en: "'\(version)' is not a version: numbers with dots, like 1.3",
            ja: "「\(version)」は版の番号（例: 1.3）ではありません")
    }

    fileprivate static func changeTwice(
        _ id: String, at span: SourceSpan, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.change-twice", at: span,
            en: "'\(id)' is named twice in the changes of one edition",
            ja: "一つの版の変更点に「\(id)」が二度書かれています",
            notes: [Note(at: first, en: "first named here", ja: "最初の記述はここです")])
    }

    fileprivate static func versionOutOfOrder(
        _ version: Located<String>, after last: Located<String>
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.version-order", at: version.span,
            en: "version '\(version.value)' does not come after '\(last.value)'; "
                + "editions are listed oldest first",
            ja: "版「\(version.value)」が「\(last.value)」より後の番号になっていません。"
                + "版は古い順に書きます",
            notes: [Note(at: last.span, en: "the edition before it", ja: "一つ前の版")],
            fix: .advice(
                en: "put the entries in the order of their numbers, or give this one a number "
                    + "above '\(last.value)'",
                ja: "番号の順に並べ替えるか、この版に「\(last.value)」より大きい番号を付けてください"))
    }

    fileprivate static func dateOutOfOrder(
        _ date: Located<CalendarDate>, of version: String, after earlier: Located<CalendarDate>
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.date-order", at: date.span,
            en: "edition \(version) is dated \(date.value.iso), before its predecessor",
            ja: "\(version) 版の日付 \(date.value.iso) が、一つ前の版の日付より前です",
            notes: [
                Note(
                    at: earlier.span, en: "the predecessor is dated \(earlier.value.iso)",
                    ja: "一つ前の版の日付は \(earlier.value.iso) です")
            ])
    }

    fileprivate static func publishedAfterDraft(
        _ version: Located<String>, _ date: Located<CalendarDate>, draft: Located<String>
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.draft-order", at: date.span,
            en:
                "edition \(version.value) has a date, but its predecessor \(draft.value) is a draft",
            ja: "\(version.value) 版には日付がありますが、一つ前の \(draft.value) 版は草案です",
            notes: [Note(at: draft.span, en: "this has no date", ja: "この版に日付がありません")],
            fix: .advice(
                en: "give edition \(draft.value) its date, or list it last",
                ja: "\(draft.value) 版に日付を書くか、一覧の最後に移してください"))
    }
}
