import Building
import Core

/// One look at the site: a state, and as whom and as of when it is looked at.
struct Look: Sendable {
    let state: PreviewState
    let view: PreviewView
    let preview: Preview

    var language: MessageLanguage { preview.setting.language }

    /// The site that is looked at; nil where there is none yet.
    var site: LiveSite? {
        guard let day = view.day else { return state.site }
        // Where it cannot be read, the panel tells of it with the site as it was.
        do throws(FileError) { return try preview.site(on: day) ?? state.site } catch {
            return state.site
        }
    }

    /// What is at a path.
    enum Answer {
        /// A file and its path below the site's root; the page that says so where nothing is found.
        case file([UInt8], path: String, isFound: Bool)
        case moved(String)
        case failed(Message)
    }

    /// What readers find.
    ///
    /// - Parameter path: Begins with the site's base path.
    func answer(at path: String) -> Answer? {
        guard let site, path.hasPrefix(site.basePath) else { return nil }
        let below = "/" + path.dropFirst(site.basePath.count)
        let place = KeptPages.Place(output: view.output(in: site), path: below)
        if isOld(below, of: site), let bytes = preview.kept[place] {
            return .file(bytes, path: below, isFound: true)
        }
        do throws(FileError) {
            if let found = try answer(at: below, of: site) {
                if case .file(let bytes, _, true) = found, view.day == nil, below.hasSuffix("/") {
                    preview.kept.keep(bytes, at: place)
                }
                return found
            }
            let page = try site.notFoundPage(for: below, in: view.output(in: site))
            return page.map { .file($0, path: "/404.html", isFound: false) }
        } catch {
            return .failed(error.message)
        }
    }

    /// Whether a page is shown as it was when it was right: while it is wrong itself, or nothing can
    /// be made of the project.
    ///
    /// - Parameter path: From the site's root.
    func isOld(_ path: String, of site: LiveSite) -> Bool {
        guard view.day == nil else { return false }
        return state.isBroken || state.failure != nil || site.wrongPage(at: path) != nil
    }

    private func answer(at path: String, of site: LiveSite) throws(FileError) -> Answer? {
        let output = view.output(in: site)
        let printer = path.hasSuffix(".pdf") ? preview.setting.printer() : nil
        switch try site.answer(at: path, in: output, printer: printer) {
        case .file(let bytes): return .file(bytes, path: path, isFound: true)
        case .moved(let path): return .moved(path)
        case nil: return nil
        }
    }

    /// A page with the panel's script.
    func adding(toPage bytes: [UInt8], at path: String) -> [UInt8] {
        let script = Array(script(for: path, bytes).utf8)
        let end = Array("</body>".utf8)
        var place = bytes.count - end.count
        while place >= 0, !bytes[place...].starts(with: end) { place -= 1 }
        guard place >= 0 else { return bytes + script }
        return bytes[..<place] + script + bytes[place...]
    }

    /// The element that loads the panel for what was found at a path.
    func script(for path: String, _ bytes: [UInt8]) -> String {
        let folder = PreviewResponder.folder
        return """
            <script type="module" src="\(folder)preview.js" data-path="\(path.escapedForHTML)" \
            data-digest="\(digest(of: bytes))"></script>
            """
    }

    /// What tells one look of a page from another: its bytes, and the files that it may show.
    func digest(of bytes: [UInt8]) -> String {
        SHA256Digest(of: bytes).hex.prefix(16) + "-\(state.fileNumber)"
    }

    /// The same for what is at a path now.
    func digest(at path: String) -> String {
        guard case .file(let bytes, _, _)? = answer(at: path) else { return digest(of: []) }
        return digest(of: bytes)
    }
}

extension String {
    /// As text, or as the value of an attribute between `"`.
    var escapedForHTML: String {
        var writer = ByteWriter()
        writer.appendEscaped(self)
        return writer.text
    }
}
