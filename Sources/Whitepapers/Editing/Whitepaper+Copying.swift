import Core
import Markdown

extension Whitepaper {
    /// The files that begin the change of an item: its effective texts, copied into an edition's
    /// folder, and `whitepaper.yml` with the item among the edition's changes.
    ///
    /// - Parameters:
    ///   - name: A control's or a section's number, or an anchor.
    ///   - language: Only the text in this language; nil for all that there are.
    ///   - bytes: `whitepaper.yml` as it is.
    /// - Returns: Paths from the project's root, the texts first.
    /// - Throws: `WhitepaperRefusal` for a frozen edition, what is unknown, and what is there.
    package func copying(
        _ name: String, into version: String, language: String?, _ bytes: [UInt8]
    ) throws(WhitepaperRefusal) -> [(path: String, bytes: [UInt8])] {
        let edition = try edition(named: version)
        if frozenVersions.contains(version) { throw .frozen(version, next: nextVersion) }
        guard let item = item(named: name, in: edition) else {
            throw unknownItem(name, in: edition)
        }
        let texts = languages.filter { language == nil || $0 == language }
            .compactMap { item.texts[$0] }
        if texts.isEmpty {
            throw .notTranslated(name, language ?? "", known: item.texts.keys.sorted())
        }
        let open = texts.filter { $0.edition != version }
        if open.isEmpty { throw .copied(texts[0].source.file) }
        let changed = try declaringChange(of: self.name(of: item.key), in: edition, bytes)
        var files = open.map { text in
            let suffix = text.language == languages[0] ? "" : "." + text.language
            let path = "\(folder)/editions/\(version)/\(item.key.fileName)\(suffix).md"
            return (path: path, bytes: text.source.bytes)
        }
        if changed != bytes { files.append((declarationFile, changed)) }
        return files
    }

    /// The item that a name means in an edition, whatever the case of its letters.
    package func item(named name: String, in edition: Edition) -> EditionItem? {
        if let key = key(named: name, in: edition) { return edition.item(key) }
        let lower = name.lowercased()
        return edition.items.first { $0.id.lowercased() == lower }
            ?? edition.items.first { $0.anchor.lowercased() == lower }
    }

    /// Why an edition has no item of a name.
    package func unknownItem(_ name: String, in edition: Edition) -> WhitepaperRefusal {
        if let control = catalogue.first(where: { $0.id.lowercased() == name.lowercased() }) {
            let file = ItemKey(.control, control.id).fileName + ".md"
            return .notStated(
                control.id, edition.version, file: "\(folder)/editions/\(edition.version)/\(file)")
        }
        return .unknownItem(
            name, edition.version, known: edition.items.map { self.name(of: $0.key) })
    }
}

extension WhitepaperRefusal {
    fileprivate static func frozen(_ version: String, next: String) -> WhitepaperRefusal {
        WhitepaperRefusal(
            en: "edition \(version) is frozen and never changes; begin a new one: hakusho "
                + "whitepaper new \(next)",
            ja: "\(version) 版は凍結済みで、変更できません。新しい版を始めてください: "
                + "hakusho whitepaper new \(next)")
    }

    fileprivate static func unknownItem(
        _ name: String, _ version: String, known: [String]
    ) -> WhitepaperRefusal {
        let nearest = nearestName(to: name, in: known)
        return WhitepaperRefusal(
            isMisuse: true,
            en: "edition \(version) has no section or control '\(name)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
            ja: "\(version) 版に「\(name)」という節や管理策はありません"
                + (nearest.map { "。「\($0)」のことですか" } ?? ""))
    }

    fileprivate static func notStated(
        _ id: String, _ version: String, file: String
    ) -> WhitepaperRefusal {
        WhitepaperRefusal(
            en: "edition \(version) does not state control '\(id)'; to state it, write \(file)",
            ja: "\(version) 版に管理策「\(id)」の記載はありません。記載するには \(file) を書いてください")
    }

    fileprivate static func notTranslated(
        _ name: String, _ language: String, known: [String]
    ) -> WhitepaperRefusal {
        let list = known.joined(separator: ", ")
        return WhitepaperRefusal(
            isMisuse: true,
            en: "'\(name)' has no text in '\(language)'; it has \(list)",
            ja: "「\(name)」に「\(language)」の本文はありません。あるもの: \(list)")
    }

    fileprivate static func copied(_ file: String) -> WhitepaperRefusal {
        WhitepaperRefusal(
            en: "it is copied already: \(file)", ja: "すでにコピーされています: \(file)")
    }
}
