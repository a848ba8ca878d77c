import Content
package import Core

extension Whitepaper {
    /// `whitepaper.yml` with an entry for a new draft.
    ///
    /// - Parameter bytes: The file as it is.
    /// - Throws: `WhitepaperRefusal` for a version that cannot come next, while there is a draft,
    ///   and for a file that is written in a way which cannot be edited.
    package func declaringDraft(
        _ version: String, in bytes: [UInt8]
    ) throws(WhitepaperRefusal) -> [UInt8] {
        guard let numbers = DeclarationReading.numbers(version) else { throw .noVersion(version) }
        if editions.contains(where: { $0.version == version }) { throw .exists(version) }
        if let draft = editions.first(where: \.isDraft) {
            throw .draftFirst(draft.version, file: declarationFile)
        }
        if let last = editions.last,
            let old = DeclarationReading.numbers(last.version),
            !old.lexicographicallyPrecedes(numbers)
        {
            throw .outOfOrder(version, last: last.version, next: nextVersion)
        }
        var lines = DeclarationLines(bytes)
        let line = "- version: \"\(version)\""
        guard let last = declaration.editions.last,
            let place = last.version.span.range?.lowerBound,
            let entry = lines.entry(around: lines.line(at: place))
        else { throw .byHand(line, in: "editions", file: declarationFile) }
        lines.insert([String(repeating: " ", count: entry.dash) + line], at: entry.lines.upperBound)
        let expected =
            declaration.editions.map(EntryState.init)
            + [EntryState(version: version, isDraft: true, changes: [])]
        guard states(in: lines.bytes) == expected else {
            throw .byHand(line, in: "editions", file: declarationFile)
        }
        return lines.bytes
    }

    /// `whitepaper.yml` with an item among the changes of an edition; the same bytes where it is
    /// named already.
    ///
    /// - Parameters:
    ///   - name: As `name(of:)` gives it.
    ///   - bytes: The file as it is.
    /// - Throws: `WhitepaperRefusal` for a file that is written in a way which cannot be edited.
    func declaringChange(
        of name: String, in edition: Edition, _ bytes: [UInt8]
    ) throws(WhitepaperRefusal) -> [UInt8] {
        let known = edition.declaration.changes
        let key = key(named: name, in: edition)
        if known.contains(where: { self.key(named: $0.id.value, in: edition) == key }) {
            return bytes
        }
        let isNumber = Double(name) != nil
        let id = "id: " + (isNumber ? "\"\(name)\"" : name)
        let byHand = WhitepaperRefusal.byHand(
            "- " + id, in: "changes: (\(edition.version))", file: declarationFile)
        var lines = DeclarationLines(bytes)
        guard let place = edition.declaration.version.span.range?.lowerBound,
            let entry = lines.entry(around: lines.line(at: place)),
            Self.insert(id, into: &lines, entry, edition.declaration)
        else { throw byHand }
        let expected = declaration.editions.map { entry in
            var state = EntryState(entry)
            if entry.version.value == edition.version { state.changes.append(name) }
            return state
        }
        guard states(in: lines.bytes) == expected else { throw byHand }
        return lines.bytes
    }

    /// From the project's root.
    package var declarationFile: String { folder + "/whitepaper.yml" }

    /// - Returns: False where no place was found.
    private static func insert(
        _ id: String, into lines: inout DeclarationLines, _ entry: DeclarationLines.Entry,
        _ edition: EditionDeclaration
    ) -> Bool {
        let spaces = { (count: Int) in String(repeating: " ", count: count) }
        guard edition.hasChanges, let start = edition.changesSpan.range?.lowerBound else {
            if lines.isFlow(entry) {
                return lines.insert("changes: [{\(id)}]", before: 0x7D, in: entry.lines)
            }
            lines.insert(
                [spaces(entry.keys) + "changes:", spaces(entry.keys + 2) + "- " + id],
                at: entry.lines.upperBound)
            return true
        }
        let line = lines.line(at: start)
        if lines.isFlow(entry) || lines.value(of: line).hasPrefix("[") {
            let end =
                lines.isFlow(entry)
                ? entry.lines.upperBound : lines.end(of: line, deeperThan: entry.keys)
            return lines.insert("{\(id)}", before: 0x5D, in: line..<end)
        }
        guard let last = edition.changes.last?.id.span.range?.lowerBound,
            let change = lines.entry(around: lines.line(at: last))
        else {
            lines.insert([spaces(entry.keys + 2) + "- " + id], at: line + 1)
            return true
        }
        lines.insert([spaces(change.dash) + "- " + id], at: change.lines.upperBound)
        return true
    }

    /// What the editions of a changed `whitepaper.yml` are; nil where it cannot be read.
    private func states(in bytes: [UInt8]) -> [EntryState]? {
        let (root, found) = YAMLNode.parse(bytes[...], file: declarationFile)
        if root == nil || found.hasErrors { return nil }
        let reading = DeclarationReading(root, file: declarationFile, siteLanguages: languages)
        return reading.declaration?.editions.map(EntryState.init)
    }
}

/// An entry of the revision history, for a comparison before and after an edit.
private struct EntryState: Equatable {
    let version: String
    let isDraft: Bool
    var changes: [String]
}

extension EntryState {
    init(_ entry: EditionDeclaration) {
        self.init(
            version: entry.version.value, isDraft: entry.date == nil,
            changes: entry.changes.map(\.id.value))
    }
}

extension WhitepaperRefusal {
    fileprivate static func noVersion(_ version: String) -> WhitepaperRefusal {
        WhitepaperRefusal(
            isMisuse: true,
            en: "'\(version)' is not a version: numbers with dots, like 1.3",
            ja: "「\(version)」は版の番号（例: 1.3）ではありません")
    }

    fileprivate static func exists(_ version: String) -> WhitepaperRefusal {
        WhitepaperRefusal(
            en: "there is an edition \(version) already", ja: "\(version) 版はすでにあります")
    }

    fileprivate static func draftFirst(_ draft: String, file: String) -> WhitepaperRefusal {
        WhitepaperRefusal(
            en: "edition \(draft) is still a draft: finish it first, with 'date' and 'approver' in "
                + file,
            ja: "\(draft) 版がまだ草案です。先に \(file) に「date」と「approver」を書いて発行してください")
    }

    fileprivate static func outOfOrder(
        _ version: String, last: String, next: String
    ) -> WhitepaperRefusal {
        WhitepaperRefusal(
            en: "'\(version)' does not come after \(last), the newest edition; the next would be "
                + next,
            ja: "「\(version)」は最新の \(last) 版より後の番号ではありません。次は \(next) です")
    }

    fileprivate static func byHand(
        _ line: String, in list: String, file: String
    ) -> WhitepaperRefusal {
        WhitepaperRefusal(
            en: "\(file) is written in a way that a program cannot edit; add to '\(list)' by hand: "
                + line,
            ja: "\(file) は自動で書き換えられない書き方です。「\(list)」に次の行を手で加えてください: \(line)")
    }
}
