import Content
import Core

extension Whitepaper {
    /// Reconciles what the revision history says with what the editions' folders change.
    func checkHistory() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (index, edition) in editions.enumerated() {
            let previous = index > 0 ? editions[index - 1] : nil
            diagnostics += checkFolder(of: edition, isFirst: previous == nil)
            diagnostics += edition.files.compactMap { unchanged($0, since: previous) }
            let named = checkNames(in: edition, previous: previous)
            diagnostics += named.diagnostics
            guard let previous else { continue }
            let changed = edition.changedKeys(since: previous)
            for (key, change) in named.keys where !changed.contains(key) {
                diagnostics.append(.notChanged(change.id, edition: edition, key: key))
            }
            for file in edition.files where file.isFirstOfItem(in: edition.files) {
                if changed.contains(file.key), !named.keys.contains(where: { $0.key == file.key }) {
                    let name = name(of: file.key)
                    diagnostics.append(.notNamed(name, languages, file: file, edition: edition))
                }
            }
        }
        return diagnostics
    }

    /// An edition that changes nothing must say why it exists; a draft may just have begun.
    private func checkFolder(of edition: Edition, isFirst: Bool) -> [Diagnostic] {
        if isFirst, edition.files.isEmpty { return [.emptyFirst(edition)] }
        let isSilent = edition.declaration.summary == nil && edition.declaration.changes.isEmpty
        let isOpen = edition.isDraft
        return edition.files.isEmpty && isSilent && !isOpen ? [.changesNothing(edition)] : []
    }

    /// What the entry's changes mean.
    private func checkNames(
        in edition: Edition, previous: Edition?
    ) -> (keys: [(key: ItemKey, change: EditionDeclaration.Change)], diagnostics: [Diagnostic]) {
        var keys: [(key: ItemKey, change: EditionDeclaration.Change)] = []
        var diagnostics: [Diagnostic] = []
        for change in edition.declaration.changes {
            let name = change.id.value
            if let key = key(named: name, in: edition) ?? key(named: name, in: previous) {
                keys.append((key, change))
            } else {
                let items = edition.items + (previous?.items ?? [])
                diagnostics.append(
                    .unknownChange(change.id, known: items.map { self.name(of: $0.key) }))
            }
        }
        return (keys, diagnostics)
    }

    /// A file that says what the edition before said already.
    private func unchanged(_ file: ItemFile, since previous: Edition?) -> Diagnostic? {
        guard file.withdrawal == nil, let old = previous?.item(file.key)?.texts[file.language],
            old.digest == file.text.digest
        else { return nil }
        return .unchangedFile(file, old: old)
    }
}

extension Edition {
    /// The items whose texts differ from those of `previous`, those added and withdrawn included.
    func changedKeys(since previous: Edition) -> Set<ItemKey> {
        var changed = Set<ItemKey>()
        for key in Set(files.map(\.key)) {
            if item(key)?.digest != previous.item(key)?.digest { changed.insert(key) }
        }
        return changed
    }
}

extension ItemFile {
    /// Whether it is the first file of its item, so that several languages are reported once.
    func isFirstOfItem(in files: [ItemFile]) -> Bool {
        files.first { $0.key == key }?.file == file
    }
}

extension Diagnostic {
    fileprivate static func emptyFirst(_ edition: Edition) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.edition-empty", at: edition.declaration.version.span,
            en: "the first edition, \(edition.version), has no files",
            ja: "最初の版 \(edition.version) にファイルがありません",
            fix: .advice(
                en: "write its sections and controls in editions/\(edition.version)",
                ja: "editions/\(edition.version) に節と管理策のファイルを置いてください"))
    }

    fileprivate static func changesNothing(_ edition: Edition) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.edition-empty", at: edition.declaration.version.span,
            en: "edition \(edition.version) changes nothing and does not say why it was made",
            ja: "\(edition.version) 版には変更がなく、発行の理由も書かれていません",
            fix: .advice(
                en: "put what it changes in editions/\(edition.version), or say in 'summary' why "
                    + "it was issued",
                ja: "変更するファイルを editions/\(edition.version) に置くか、「summary」に理由を書いてください"))
    }

    fileprivate static func unknownChange(_ id: Located<String>, known: [String]) -> Diagnostic {
        let nearest = nearestName(to: id.value, in: known)
        return Diagnostic(
            .error, "whitepaper.change-unknown", at: id.span,
            en: "the edition has no section or control '\(id.value)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
            ja: "この版に「\(id.value)」という節や管理策はありません"
                + (nearest.map { "。「\($0)」のことですか" } ?? ""),
            fix: nearest.map { .replace(with: $0) })
    }

    fileprivate static func notChanged(
        _ id: Located<String>, edition: Edition, key: ItemKey
    ) -> Diagnostic {
        let file = "editions/\(edition.version)/\(key.fileName).md"
        return Diagnostic(
            .error, "whitepaper.change-not-made", at: id.span,
            en: "the history says that \(edition.version) changed '\(id.value)', but it did not",
            ja: "改定履歴では \(edition.version) 版で「\(id.value)」を改めたことになっていますが、変更がありません",
            fix: .advice(
                en: "remove the entry '- id: \(id.value)' from the changes of "
                    + "\(edition.version), or write the new text in \(file)",
                ja: "\(edition.version) 版の changes から「- id: \(id.value)」の項目を削除するか、"
                    + "改めた本文を \(file) に書いてください"))
    }

    fileprivate static func notNamed(
        _ name: String, _ languages: [String], file: ItemFile, edition: Edition
    ) -> Diagnostic {
        let texts = languages.map { "\($0): …" }.joined(separator: ", ")
        let summary = languages.count > 1 ? "{\(texts)}" : "…"
        let line = "- {id: \(name), summary: \(summary)}"
        let hasChanges = edition.declaration.hasChanges
        return Diagnostic(
            .error, "whitepaper.change-not-named", at: edition.declaration.changesSpan,
            en: "edition \(edition.version) changed '\(name)', but its changes do not name it",
            ja: "\(edition.version) 版で「\(name)」を改めていますが、改定履歴（changes）に書かれていません",
            notes: [Note(at: file.text.span, en: "changed by this file", ja: "このファイルで改めています")],
            fix: hasChanges
                ? .advice(
                    en: "add under 'changes' of edition \(edition.version): \(line)",
                    ja: "\(edition.version) 版の「changes」に次の行を加えてください: \(line)")
                : .advice(
                    en: "add to edition \(edition.version): changes: [\(line.dropFirst(2))]",
                    ja: "\(edition.version) 版に次の行を加えてください: changes: [\(line.dropFirst(2))]"))
    }

    fileprivate static func unchangedFile(_ file: ItemFile, old: ItemText) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.file-unchanged", at: SourceSpan(file: file.file),
            en: "this file says the same as edition \(old.edition) did",
            ja: "このファイルの内容は \(old.edition) 版と同じです",
            notes: [Note(at: old.span, en: "stated here already", ja: "すでにここに書かれています")],
            fix: .advice(
                en: "remove the file: an edition's folder holds only what it changes",
                ja: "ファイルを削除してください。版のフォルダーには改めたものだけを置きます"))
    }
}
