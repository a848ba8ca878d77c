import Content
import Core
import Markdown

/// Reads the files of an edition's folder.
struct ItemReading {
    let catalogue: [CatalogueControl]
    /// The whitepaper's, the original first.
    let languages: [String]
    /// What has been found wrong.
    var diagnostics: [Diagnostic] = []

    init(catalogue: [CatalogueControl], languages: [String]) {
        self.catalogue = catalogue
        self.languages = languages
    }

    /// Reads all files of one folder; one with an error that hides what it is gives nothing.
    mutating func read(_ folder: WhitepaperFolder.EditionFolder) -> [ItemFile] {
        var items: [ItemFile] = []
        for file in folder.files {
            guard let item = read(file, edition: folder.version) else { continue }
            let twin = items.first { $0.key == item.key && $0.language == item.language }
            if let twin {
                diagnostics.append(.itemTwice(item, first: twin))
            } else {
                items.append(item)
            }
        }
        return items
    }

    private mutating func read(_ file: WhitepaperFolder.File, edition: String) -> ItemFile? {
        let name = language(of: file)
        let (block, found) = FrontMatterBlock.find(in: file.bytes, file: file.path)
        diagnostics += found
        guard let yaml = block.yaml else {
            if found.isEmpty { diagnostics.append(.noFrontMatter(file: file.path)) }
            return nil
        }
        if String(validating: file.bytes, as: UTF8.self) == nil {
            diagnostics.append(.notUTF8(in: file.bytes[...], file: file.path))
            return nil
        }
        let (root, yamlFindings) = YAMLNode.parse(file.bytes[yaml], file: file.path)
        diagnostics += yamlFindings
        var mapping = YAMLMapping(root, file: file.path)
        guard let (key, span) = key(&mapping) else {
            diagnostics += mapping.diagnostics
            return nil
        }
        let source = MarkdownSource(file: file.path, bytes: file.bytes, body: block.body)
        let item = item(
            key, at: span, &mapping, language: name.language, edition: edition, source: source)
        mapping.finish()
        diagnostics += mapping.diagnostics
        if name.stem != key.fileName {
            diagnostics.append(.fileName(file.path, stem: name.stem, key: key, at: span))
        }
        return item
    }

    /// The file's language and its name without language and ending.
    private mutating func language(
        of file: WhitepaperFolder.File
    ) -> (stem: String, language: String) {
        let stem = file.name.dropLast(3)
        guard let dot = stem.lastIndex(of: ".") else { return (String(stem), languages[0]) }
        let suffix = String(stem[stem.index(after: dot)...])
        if languages.contains(suffix) { return (String(stem[..<dot]), suffix) }
        if suffix.utf8.count == 2, suffix.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
            diagnostics.append(
                .unknownLanguage(suffix, known: languages, at: SourceSpan(file: file.path)))
            return (String(stem[..<dot]), suffix)
        }
        return (String(stem), languages[0])
    }

    /// What the file says that it is: `control` or `id`.
    private mutating func key(_ mapping: inout YAMLMapping) -> (ItemKey, SourceSpan)? {
        switch (mapping.text("control"), mapping.text("id")) {
        case (let control?, nil):
            if catalogue.contains(where: { $0.id == control.value }) {
                return (ItemKey(.control, control.value), control.span)
            }
            diagnostics.append(.unknownControl(control, known: catalogue.map(\.id)))
            return nil
        case (nil, let id?):
            guard ItemNumber(section: id.value) != nil else {
                diagnostics.append(.badSectionNumber(id.value, at: id.span))
                return nil
            }
            return (ItemKey(.section, id.value), id.span)
        case (_?, let id?):
            diagnostics.append(.controlAndSection(at: id.span))
            return nil
        case (nil, nil):
            // A wrong type has been reported; only absence has not.
            if mapping.diagnostics.isEmpty { diagnostics.append(.neither(at: mapping.span)) }
            return nil
        }
    }

    private mutating func item(
        _ key: ItemKey, at span: SourceSpan, _ mapping: inout YAMLMapping, language: String,
        edition: String, source: MarkdownSource
    ) -> ItemFile {
        let isControl = key.kind == .control
        let withdrawn = mapping.bool("withdrawn")
        let isWithdrawn = withdrawn?.value == true
        let isSection = !isControl
        let text = ItemText(
            language: language, edition: edition, source: source, span: span,
            title: mapping.text("title", required: isSection && !isWithdrawn),
            label: mapping.text("label"), handling: mapping.texts("handling") ?? [],
            downgrades: Downgrade.readAll(&mapping),
            responsibility: isControl ? mapping.choice("responsibility") : nil,
            customerActions: isControl ? mapping.texts("customer_actions")?.map(\.value) ?? [] : [],
            evidence: isControl ? mapping.texts("evidence")?.map(\.value) ?? [] : [],
            claims: claims(&mapping),
            listsControls: isSection ? mapping.bool("controls") : nil,
            showsHistory: isSection ? mapping.bool("history") : nil)
        if isWithdrawn, !text.statement.isEmpty {
            diagnostics.append(.withdrawnWithText(key.id, at: withdrawn?.span ?? span))
        }
        return ItemFile(key: key, text: text, withdrawal: isWithdrawn ? withdrawn?.span : nil)
    }

    private mutating func claims(_ mapping: inout YAMLMapping) -> [ItemText.Claim] {
        guard var nested = mapping.mapping("claims") else { return [] }
        let claims = nested.keys.compactMap { key in
            nested.text(key.value).map {
                ItemText.Claim(key: key.value, keySpan: key.span, value: $0)
            }
        }
        mapping.take(nested)
        return claims
    }
}
