package import Content
package import Core
import Markdown

extension Whitepaper {
    /// The editions whose digests the lock holds.
    package var frozenVersions: Set<String> { Set(lock?.editions.map(\.version) ?? []) }

    /// From the project's root.
    package var lockFile: String { folder + "/" + WhitepaperLock.fileName }

    /// The lock with an edition frozen, and those before it that are not.
    ///
    /// - Returns: The file's new bytes, and the versions that are new in it; none where all are
    ///   frozen already. Bytes are nil where a text uses a fact that it does not claim, as the
    ///   diagnostics say.
    /// - Throws: `WhitepaperRefusal` for an unknown edition and for a draft.
    package func freezing(
        _ version: String
    ) throws(WhitepaperRefusal) -> (bytes: [UInt8]?, frozen: [String], diagnostics: [Diagnostic]) {
        let edition = try edition(named: version)
        if edition.isDraft { throw .draft(version, file: folder + "/whitepaper.yml") }
        var lock = lock ?? WhitepaperLock()
        var (new, diagnostics): ([String], [Diagnostic]) = ([], [])
        for edition in editions {
            if !frozenVersions.contains(edition.version) {
                diagnostics += unclaimedFacts(in: edition)
                new.append(edition.version)
                lock.editions.append(
                    state(of: edition, after: lock.editions.last?.whole ?? .zero))
            }
            if edition.version == version { break }
        }
        return (diagnostics.isEmpty ? lock.bytes : nil, new, diagnostics.inReportingOrder())
    }

    /// The edition of that version.
    ///
    /// - Throws: `WhitepaperRefusal` with the nearest version.
    package func edition(named version: String) throws(WhitepaperRefusal) -> Edition {
        if let edition = editions.first(where: { $0.version == version }) { return edition }
        throw .unknownEdition(version, known: editions.map(\.version))
    }

    /// What the lock keeps of an edition.
    func state(of edition: Edition, after previous: SHA256Digest) -> WhitepaperLock.Frozen {
        let texts = edition.files.map { state(of: $0, in: edition) }
            .sorted(by: WhitepaperLock.Text.precedes)
        let date = edition.date?.iso ?? ""
        let history = edition.declaration.digest
        return WhitepaperLock.Frozen(
            version: edition.version, date: date, history: history,
            whole: WhitepaperLock.whole(edition.version, date, history, texts, after: previous),
            texts: texts, span: nil)
    }

    /// What the lock keeps of one file.
    func state(of file: ItemFile, in edition: Edition) -> WhitepaperLock.Text {
        let title = edition.item(file.key)?.title(in: file.language) ?? ""
        let rendered =
            file.withdrawal == nil ? title + "\n" + blocks(of: file.text).plainText : nil
        return WhitepaperLock.Text(
            anchor: file.key.anchor, language: file.language, source: file.text.digest,
            rendered: rendered.map { SHA256Digest(of: Array($0.utf8)) }, span: nil)
    }

    /// Facts that a text shows and does not claim: a frozen text keeps the value of its own day,
    /// not that which the fact has later.
    private func unclaimedFacts(in edition: Edition) -> [Diagnostic] {
        edition.files.filter { $0.withdrawal == nil }.flatMap { file in
            (document(of: file.text)?.facts ?? []).compactMap { use in
                let key = ownKey(use)
                if file.text.claims.contains(where: { $0.key == key }) { return nil }
                return .notClaimed(
                    key, value: fact(key, in: file.language), at: use.span,
                    version: edition.version)
            }
        }
    }
}

extension EditionDeclaration {
    /// SHA-256 of what the revision history says of the edition. Its label is not among it: labels
    /// are recorded in labels.lock, and may be raised later.
    var digest: SHA256Digest {
        func json(_ text: Located<LocalizedText>?) -> JSONValue {
            guard let text = text?.value else { return .null }
            let languages = text.languages.sorted()
            return .array(
                [.string(text.text(in: ""))]
                    + languages.map { [.string($0), .string(text.text(in: $0))] })
        }
        var writer = ByteWriter()
        writer.append(json: [
            "version": .string(version.value),
            "date": .string(date?.value.iso ?? ""),
            "approver": json(approver),
            "summary": json(summary),
            "changes": .array(changes.map { [.string($0.id.value), json($0.summary)] }),
        ])
        return SHA256Digest(of: writer.bytes)
    }
}

extension WhitepaperRefusal {
    static func unknownEdition(_ version: String, known: [String]) -> WhitepaperRefusal {
        let nearest = nearestName(to: version, in: known)
        let list = known.joined(separator: ", ")
        return WhitepaperRefusal(
            isMisuse: true,
            en: "there is no edition '\(version)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? "; there are \(list)"),
            ja: "「\(version)」という版はありません"
                + (nearest.map { "。「\($0)」のことですか" } ?? "。版: \(list)"))
    }

    fileprivate static func draft(_ version: String, file: String) -> WhitepaperRefusal {
        WhitepaperRefusal(
            en: "edition \(version) is a draft; first write 'date: 2026-04-01' and 'approver: …' "
                + "into its entry in \(file)",
            ja: "\(version) 版は草案です。先に \(file) のこの版の項目に"
                + "「date: 2026-04-01」と「approver: …」を書いてください")
    }
}

extension Diagnostic {
    fileprivate static func notClaimed(
        _ key: String, value: String?, at span: SourceSpan, version: String
    ) -> Diagnostic {
        let line = "\(key): \(value ?? "…")"
        let isForeign = key.contains("/")
        return Diagnostic(
            .error, "whitepaper.fact-not-claimed", at: span,
            en: "edition \(version) cannot be frozen: this text shows the fact '\(key)' and does "
                + "not claim it, so it would change with the fact",
            ja: "この文章はファクト「\(key)」を claims に書かずに使っており、ファクトが変わると文章も変わるため、"
                + "\(version) 版を凍結できません",
            fix: isForeign
                ? .advice(
                    en: "write the value itself: facts of another whitepaper cannot be claimed",
                    ja: "値をそのまま書いてください（ほかのホワイトペーパーのファクトは claims に書けません）")
                : .advice(
                    en: "add under 'claims' in the file's front matter: \(line)",
                    ja: "ファイル先頭の「claims」に次の行を加えてください: \(line)"))
    }
}
