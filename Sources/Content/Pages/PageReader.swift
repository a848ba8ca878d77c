import Core
import SystemPackage

/// Reads the front matter of one page after another; a value, so that many threads may use it.
struct PageReader: Sendable {
    let project: String
    let site: SiteConfiguration
    let folders: [Folder]
    let asOf: Moment
    let includesDrafts: Bool

    /// Most bytes read at first; front matter that is longer costs a second read.
    private static let firstRead = 4096

    /// What was read of one page.
    struct Reading: Sendable {
        let page: Page
        let diagnostics: [Diagnostic]
        /// Packed for a later build; empty where nothing is kept, or nothing fit to be.
        var head: ArraySlice<UInt8> = []
    }

    /// Reads the page; fails only where the disk does.
    ///
    /// - Parameters:
    ///   - packed: What an earlier build packed of the same bytes; empty reads the file.
    ///   - keepsHead: Whether the result has it packed.
    func read(
        _ found: FoundPage, packed: ArraySlice<UInt8> = [], keepsHead: Bool = false
    ) -> Result<Reading, FileError> {
        if let known = PageHead(packed: packed) {
            var reading = page(found, known, hash: nil, [])
            reading.head = packed
            return .success(reading)
        }
        do throws(FileError) {
            var bytes = try readFile(project + "/" + found.file, limit: Self.firstRead)
            var (block, diagnostics) = FrontMatterBlock.find(in: bytes, file: found.file)
            if !diagnostics.isEmpty || block.body.isEmpty, bytes.count == Self.firstRead {
                bytes = try readFile(project + "/" + found.file)
                (block, diagnostics) = FrontMatterBlock.find(in: bytes, file: found.file)
            }
            let head = block.yaml.map { PageHead(bytes[$0], file: found.file) }
            var reading = page(found, head, hash: block.hash(in: bytes), diagnostics)
            // Without it, the findings depend on the text.
            if keepsHead, let head { reading.head = head.packed }
            return .success(reading)
        } catch {
            return .failure(error)
        }
    }

    private func page(
        _ found: FoundPage, _ head: PageHead?, hash: Int?, _ blockFindings: [Diagnostic]
    ) -> Reading {
        var diagnostics = blockFindings
        let (name, nameFindings) = PageName.read(
            found.name, file: found.file, languages: site.languages)
        diagnostics += nameFindings
        var frontMatter = FrontMatter()
        if let head {
            // A folder's own page is no entry of the folder's collection.
            let (read, findings) = FrontMatter.read(
                head, file: found.file, zone: site.zone,
                collection: name.stem == "index" ? nil : collection(of: found.folder))
            frontMatter = read
            diagnostics += findings
        } else if diagnostics.isEmpty {
            diagnostics.append(.noFrontMatter(file: found.file))
        }
        let (route, routeFindings) = route(of: found, name: name, slug: frontMatter.slug)
        diagnostics += routeFindings
        let folder = folders[found.folder].path
        let page = Page(
            file: found.file, key: (folder.isEmpty ? "" : folder + "/") + name.stem + ".md",
            language: name.language ?? site.defaultLanguage, folder: found.folder,
            frontMatter: frontMatter, frontMatterHash: hash, route: route,
            exclusion: exclusion(of: frontMatter), isBroken: frontMatter.title == nil)
        return Reading(page: page, diagnostics: diagnostics)
    }

    private func collection(of folder: Int) -> Collection? {
        var next: Int? = folder
        while let index = next {
            if let name = folders[index].settings.collection?.value {
                return site.collections.first { $0.id == name }
            }
            next = folders[index].parent
        }
        return nil
    }

    private func exclusion(of page: FrontMatter) -> Page.Exclusion? {
        let now = asOf.secondsSince1970
        if let expiry = page.expireAt, expiry.value.secondsSince1970 <= now { return .expired }
        if includesDrafts { return nil }
        if page.isDraft { return .draft }
        if let start = page.publishAt, start.value.secondsSince1970 > now { return .scheduled }
        return nil
    }

    private func route(
        of found: FoundPage, name: PageName, slug: Located<String>?
    ) -> (String, [Diagnostic]) {
        let prefix = name.language.map { "/" + $0 } ?? ""
        let base = prefix + folders[found.folder].route
        if let slug {
            guard let segment = urlSegment(slug.value), !segment.contains("/") else {
                return (base + name.stem + "/", [.badSlug(slug.value, at: slug.span)])
            }
            return (base + segment + "/", [])
        }
        if name.stem == "index" { return (base, []) }
        guard let segment = urlSegment(name.stem) else {
            return (base + name.stem + "/", [.badName(found.name, file: found.file)])
        }
        return (base + segment + "/", [])
    }
}

extension Diagnostic {
    fileprivate static func noFrontMatter(file: String) -> Diagnostic {
        Diagnostic(
            .error, "front-matter.missing", at: SourceSpan(file: file, range: 0..<0),
            en: "the page has no front matter, so it has no title",
            ja: "フロントマターがないため、ページの題名がありません",
            fix: .advice(
                en: "begin the file with the lines '---', 'title: …' and '---'",
                ja: "ファイルの先頭に「---」「title: 題名」「---」の三行を加えてください"))
    }

    fileprivate static func badSlug(_ slug: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "front-matter.bad-slug", at: span,
            en: "slug '\(slug)' cannot become part of a URL",
            ja: "slug「\(slug)」は URL に使えません",
            fix: .advice(
                en: "use letters, digits and '-', without '/', in 255 bytes at most",
                ja: "文字、数字、「-」だけを使い、「/」は含めず、255 バイト以内にしてください"))
    }
}
