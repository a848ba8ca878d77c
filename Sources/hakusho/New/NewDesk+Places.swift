import ArgumentParser
import Building
import Content
import Core

extension NewDesk {
    /// Where a page is to be.
    struct PagePath {
        /// From the project's folder, with the language's suffix.
        let file: String
        /// Below pages/, without a slash at its end.
        let folder: String
        let language: String
        /// Whether it is its folder's own page.
        let isIndex: Bool
    }

    /// Reads what an author calls a page: `guide/start.md`, `guide/start`, `guide/`, also with
    /// `Content/pages/` before it.
    ///
    /// - Parameter language: What the command line says; nil takes the name's, else the site's.
    /// - Throws: `ExitCode` 64 for a path that no page can have.
    func pagePath(_ written: String, language: String?) throws -> PagePath {
        var path = below(written, "Content/pages/")
        if path.isEmpty || path.hasSuffix("/") { path += "index" }
        if path.hasSuffix(".md") { path = String(path.dropLast(3)) }
        let parts = try checkedParts(path, of: written)
        let stem = parts[parts.count - 1]
        let suffix = site.languages.first { stem.hasSuffix("." + $0) }
        if let language, !site.languages.contains(language) {
            throw options.misuse(.unknownLanguage(language, known: site.languages))
        }
        if let language, let suffix, language != suffix {
            throw options.misuse(.twoLanguages(suffix, language))
        }
        let spoken = language ?? suffix ?? site.defaultLanguage
        let name = suffix.map { String(stem.dropLast($0.count + 1)) } ?? stem
        let ending = spoken == site.defaultLanguage ? ".md" : ".\(spoken).md"
        let folder = parts.dropLast().joined(separator: "/")
        return PagePath(
            file: "Content/pages/" + (folder.isEmpty ? "" : folder + "/") + name + ending,
            folder: folder, language: spoken, isIndex: name == "index")
    }

    /// The folders of pages, as an author is shown them.
    var pageFolders: [String] { prepared.pageFolders }

    /// The language of a page: what the command line says, or the page's name, else what a person
    /// answers where the site has several.
    func language(
        of page: String, _ wish: String?, _ interview: Interview
    ) throws -> String? {
        let stem = page.hasSuffix(".md") ? page.dropLast(3) : page[...]
        let isNamed = site.languages.contains { stem.hasSuffix("." + $0) }
        if wish != nil || isNamed || site.languages.count == 1 { return wish }
        return try interview.ask(.language(site.languages), given: nil)
    }

    /// Reads what an author calls a folder of uploads.
    ///
    /// - Throws: `ExitCode` 64 for a path that no upload can have.
    func uploadFolder(_ written: String) throws -> String {
        let path = below(written, "Content/uploads/")
        if path.isEmpty { return "" }
        return try checkedParts(path, of: written).joined(separator: "/")
    }

    /// Whether a page or an upload without a label of its own has one.
    func hasDefaultLabel(inFolder folder: String) -> Bool {
        prepared.hasDefaultLabel(forPagesIn: folder)
    }

    /// The collection of the pages in a folder.
    func collection(ofFolder folder: String) -> Collection? {
        prepared.collection(ofPagesIn: folder)
    }

    /// The folder that has a collection's pages.
    ///
    /// - Throws: `ExitCode` 1 where no folder.yml names it.
    func folder(ofCollection id: String) throws -> String {
        guard let folder = prepared.folders(ofCollection: id).first else {
            throw options.refusal(.noFolder(id))
        }
        return folder
    }

    private func below(_ written: String, _ folder: String) -> String {
        let path = written.hasPrefix("./") ? String(written.dropFirst(2)) : written
        let inner = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
        return String(inner.drop { $0 == "/" })
    }

    private func checkedParts(_ path: String, of written: String) throws -> [String] {
        let parts = path.split(separator: "/").map(String.init)
        guard !parts.isEmpty else { throw options.misuse(.badName(written)) }
        for part in parts where urlSegment(part) == nil || isSystemFile(part) {
            throw options.misuse(.badName(part))
        }
        return parts
    }
}

/// The name of a file that suits a title: letters and digits of any language, hyphens between the
/// words.
func fileName(for title: String) -> String {
    let words = title.normalizedToNFC.lowercased().split { character in
        !character.isLetter && !character.isNumber && character != "ー"
    }
    let name = words.joined(separator: "-")
    var short = name
    while short.utf8.count > 80 { short.removeLast() }
    return short.isEmpty ? "page" : short
}

extension Message {
    fileprivate static func unknownLanguage(_ code: String, known: [String]) -> Message {
        let list = known.joined(separator: ", ")
        return Message(
            en: "the site has no language '\(code)'; it has: \(list)",
            ja: "サイトに「\(code)」という言語はありません。あるもの: \(list)")
    }

    fileprivate static func twoLanguages(_ suffix: String, _ language: String) -> Message {
        Message(
            en: "the file's name says '\(suffix)', and --language says '\(language)'",
            ja: "ファイル名の言語は「\(suffix)」ですが、--language は「\(language)」です")
    }

    fileprivate static func noFolder(_ collection: String) -> Message {
        Message(
            en:
                "no folder has the pages of '\(collection)'; write 'collection: \(collection)' into "
                + "the folder.yml of one, such as Content/pages/\(collection)/folder.yml",
            ja: "「\(collection)」のページを置くフォルダーがありません。Content/pages/\(collection)/folder.yml "
                + "などに「collection: \(collection)」と書いてください")
    }
}
