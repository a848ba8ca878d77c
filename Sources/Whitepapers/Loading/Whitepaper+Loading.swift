import Content
package import Core

/// What became of one whitepaper's folder.
package struct LoadedWhitepaper: Sendable {
    /// Nil where `whitepaper.yml` cannot be understood; the diagnostics say why.
    package var whitepaper: Whitepaper?
    /// Every file that was read, in the order of their paths.
    package var inputs: [Whitepaper.Input] = []
    /// Files that systems leave behind, from the project's root.
    package var ignored: [String] = []
    /// Files in the wrong place or of the wrong kind; each has a diagnostic.
    package var refused: [String] = []
    /// What is wrong with its files, each by itself and against one another.
    package var diagnostics: [Diagnostic] = []
}

extension Whitepaper {
    /// The whitepapers of a project: the folders below `Content/whitepapers`.
    ///
    /// - Throws: `FileError` where the disk fails. A project without whitepapers has none.
    package static func ids(
        project: String
    ) throws(FileError) -> (ids: [String], ignored: [String], diagnostics: [Diagnostic]) {
        let folder = "Content/whitepapers"
        guard let status = try fileStatus(project + "/" + folder) else { return ([], [], []) }
        if status.kind == .link { return ([], [], [.symbolicLink(file: folder)]) }
        var ids: [String] = []
        var ignored: [String] = []
        var diagnostics: [Diagnostic] = []
        for entry in try listFolder(project + "/" + folder) {
            let path = folder + "/" + entry.name
            switch entry.kind {
            case .link: diagnostics.append(.symbolicLink(file: path))
            case .other: diagnostics.append(.specialFile(file: path))
            case _ where isSystemFile(entry.name): ignored.append(path)
            case .file: diagnostics.append(.looseFile(entry.name, file: path))
            case .folder where isSoundID(entry.name): ids.append(entry.name)
            case .folder: diagnostics.append(.badID(entry.name, file: path))
            }
        }
        return (ids, ignored, diagnostics)
    }

    /// Reads one whitepaper, composes its editions and checks them against one another, the
    /// revision history, the catalogue and the facts.
    ///
    /// - Parameters:
    ///   - id: The name of its folder.
    ///   - project: The project's folder.
    ///   - siteLanguages: The site's languages, the default first.
    ///   - day: The day of the build, which a review may be due on; nil does not ask.
    /// - Throws: `FileError` where the disk fails; all that is wrong with the files is reported.
    package static func load(
        id: String, project: String, siteLanguages: [String], on day: CalendarDate? = nil
    ) throws(FileError) -> LoadedWhitepaper {
        let path = "Content/whitepapers/" + id
        var folder = try WhitepaperFolder(path, project: project)
        var loading = WhitepaperLoading(
            id: id, path: path, siteLanguages: siteLanguages, day: day)
        let whitepaper = loading.load(&folder)
        return LoadedWhitepaper(
            whitepaper: whitepaper, inputs: WhitepaperLoading.inputs(of: folder),
            ignored: folder.ignored, refused: folder.refused,
            diagnostics: (folder.diagnostics + loading.diagnostics).inReportingOrder())
    }

    private static func isSoundID(_ name: String) -> Bool {
        name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
    }
}

/// Makes a whitepaper of the files in its folder.
private struct WhitepaperLoading {
    let id: String
    let path: String
    let siteLanguages: [String]
    let day: CalendarDate?
    var diagnostics: [Diagnostic] = []

    mutating func load(_ folder: inout WhitepaperFolder) -> Whitepaper? {
        guard let declaration = declaration(in: folder) else { return nil }
        var expected = ["whitepaper.yml", WhitepaperLock.fileName]
        if let name = declaration.catalogue?.value { expected.append(name) }
        folder.expectOnly(expected)
        let catalogue = catalogue(declaration, in: folder)
        let whitepaper = Whitepaper(
            id: id, folder: path, declaration: declaration, catalogue: catalogue,
            editions: editions(declaration, catalogue, in: folder),
            inputs: Self.inputs(of: folder), lock: lock(in: folder))
        // Editions in a wrong order differ from one another in ways that nobody wrote.
        if diagnostics.contains(where: { $0.code == "whitepaper.version-order" }) {
            return whitepaper
        }
        let unread = Set(diagnostics.filter { $0.code.hasPrefix("yaml.") }.map(\.span?.file))
        diagnostics += whitepaper.check(on: day).filter { finding in
            // What could not be read is not missing besides.
            finding.code != "whitepaper.no-responsibility" || !unread.contains(finding.span?.file)
        }
        return whitepaper
    }

    private mutating func lock(in folder: WhitepaperFolder) -> WhitepaperLock? {
        guard let file = folder.file(WhitepaperLock.fileName) else { return nil }
        let (lock, found) = WhitepaperLock.read(file.bytes, file: file.path)
        diagnostics += found
        return lock
    }

    static func inputs(of folder: WhitepaperFolder) -> [Whitepaper.Input] {
        let files = folder.files + folder.editions.flatMap(\.files)
        return files.map { Whitepaper.Input(path: $0.path, digest: SHA256Digest(of: $0.bytes)) }
            .sortedByBytes { $0.path }
    }

    private mutating func declaration(in folder: WhitepaperFolder) -> WhitepaperDeclaration? {
        guard let file = folder.file("whitepaper.yml") else {
            diagnostics.append(.noDeclaration(folder: path))
            return nil
        }
        let (root, found) = YAMLNode.parse(file.bytes[...], file: file.path)
        diagnostics += found
        guard root != nil || found.isEmpty else { return nil }
        let reading = DeclarationReading(root, file: file.path, siteLanguages: siteLanguages)
        diagnostics += reading.diagnostics
        return reading.declaration
    }

    private mutating func catalogue(
        _ declaration: WhitepaperDeclaration, in folder: WhitepaperFolder
    ) -> [CatalogueControl] {
        guard let name = declaration.catalogue else { return [] }
        guard let file = folder.file(name.value) else {
            diagnostics.append(.noCatalogue(name, files: folder.files.map(\.name)))
            return []
        }
        let reading = CatalogueReading(
            file.bytes, file: file.path, languages: declaration.languages)
        diagnostics += reading.diagnostics
        return reading.controls
    }

    private mutating func editions(
        _ declaration: WhitepaperDeclaration, _ catalogue: [CatalogueControl],
        in folder: WhitepaperFolder
    ) -> [Edition] {
        var reading = ItemReading(catalogue: catalogue, languages: declaration.languages)
        let controls = Dictionary(catalogue.map { ($0.id, $0) }) { first, _ in first }
        var composition = Composition()
        var editions: [Edition] = []
        for entry in declaration.editions {
            let own = folder.editions.first { $0.version == entry.version.value }
            let files = own.map { reading.read($0) } ?? []
            composition = composition.applying(
                files, originalLanguage: declaration.languages[0], catalogue: controls)
            editions.append(
                Edition(
                    declaration: entry, items: composition.inDocumentOrder(), files: files,
                    hasFolder: own != nil))
        }
        diagnostics += reading.diagnostics
        let declared = declaration.editions.map(\.version.value)
        for edition in folder.editions where !declared.contains(edition.version) {
            diagnostics.append(
                .undeclared(edition, known: declared, at: declaration.editionsSpan))
        }
        return editions
    }
}

extension Diagnostic {
    fileprivate static func looseFile(_ name: String, file: String) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.unexpected-file", at: SourceSpan(file: file),
            en: "'\(name)' is not in the folder of a whitepaper",
            ja: "「\(name)」がホワイトペーパーのフォルダーの外にあります",
            fix: .advice(
                en: "whitepapers/ holds one folder for each whitepaper",
                ja: "whitepapers にはホワイトペーパーごとのフォルダーだけを置きます"))
    }

    fileprivate static func badID(_ name: String, file: String) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.bad-id", at: SourceSpan(file: file),
            en: "a whitepaper's folder is named with a to z, 0 to 9 and '-', not '\(name)'",
            ja: "ホワイトペーパーのフォルダー名「\(name)」に使えるのは英小文字、数字、「-」だけです")
    }

    fileprivate static func noDeclaration(folder: String) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.no-declaration", at: SourceSpan(file: folder + "/whitepaper.yml"),
            en: "the whitepaper has no whitepaper.yml", ja: "ホワイトペーパーに whitepaper.yml がありません",
            fix: .advice(
                en: "write it with title, product, standard, path and editions",
                ja: "title、product、standard、path、editions を書いた whitepaper.yml を作ってください"))
    }

    fileprivate static func noCatalogue(_ name: Located<String>, files: [String]) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.no-catalogue", at: name.span,
            en: "there is no catalogue '\(name.value)' beside whitepaper.yml",
            ja: "whitepaper.yml と同じフォルダーに「\(name.value)」がありません",
            fix: nearestName(to: name.value, in: files).map { .replace(with: $0) })
    }

    fileprivate static func undeclared(
        _ folder: WhitepaperFolder.EditionFolder, known: [String], at span: SourceSpan
    ) -> Diagnostic {
        let line = "- version: \"\(folder.version)\""
        return Diagnostic(
            .error, "whitepaper.edition-undeclared", at: SourceSpan(file: folder.path),
            en: "whitepaper.yml declares no edition '\(folder.version)'",
            ja: "whitepaper.yml に「\(folder.version)」版がありません",
            notes: [
                Note(
                    at: span, en: "declared are: \(known.joined(separator: ", "))",
                    ja: "宣言されている版: \(known.joined(separator: ", "))")
            ],
            fix: .advice(
                en: "add '\(line)' to 'editions' (with 'date: 2025-02-03' and 'approver: …' once "
                    + "it is published), or rename the folder",
                ja: "「editions」に「\(line)」を加えるか（発行時に「date: 2025-02-03」と"
                    + "「approver: …」を加えます）、フォルダー名を直してください"))
    }
}
