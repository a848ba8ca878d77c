import Content
import Core
import Links

extension LinkFix {
    /// Takes what has to change in site.yml and redirects.yml.
    mutating func takeSettings(of site: MovedSite, project: String) throws(FileError) {
        if let bytes = try Self.bytes(of: "Content/site.yml", in: project) {
            takeNavigation(of: site, bytes)
            takeAddresses(of: site, bytes)
        }
        try takeRedirects(of: site, project: project)
    }

    private static func bytes(of file: String, in project: String) throws(FileError) -> [UInt8]? {
        let path = project + "/" + file
        return try fileStatus(path) == nil ? nil : readFile(path)
    }

    private mutating func takeNavigation(of site: MovedSite, _ bytes: [UInt8]) {
        let entries = site.project.site.navigation + site.project.site.footerNavigation
        for case .page(let key) in entries.map(\.target) {
            let moved = site.current(key.value)
            guard moved != key.value, let range = key.span.range else { continue }
            if let place = YAMLPath(of: key.value, at: range, in: bytes) {
                edits.append(
                    TextEdit(file: key.span.file, range: place.range, text: place.text(moved)))
            }
        }
    }

    /// Full addresses of this site (in menus, in security_txt): each up to what ends a value.
    private mutating func takeAddresses(of site: MovedSite, _ bytes: [UInt8]) {
        let root = Array(site.project.site.url.dropLast().utf8)
        let ends: Set<UInt8> = [0x22, 0x27, 0x2C, 0x5D, 0x7D, 0x23, 0x3F]
        var at = 0
        while at + root.count < bytes.count {
            guard bytes[at..<at + root.count].elementsEqual(root) else {
                at += 1
                continue
            }
            let start = at
            at += root.count
            while at < bytes.count, bytes[at] > 0x20, !ends.contains(bytes[at]) { at += 1 }
            let written = String(decoding: bytes[start..<at], as: UTF8.self)
            guard let new = site.rewritten(written, from: "", in: "") else { continue }
            edits.append(TextEdit(file: "Content/site.yml", range: start..<at, text: new))
        }
    }

    private mutating func takeRedirects(
        of site: MovedSite, project: String
    ) throws(FileError) {
        let file = "Content/redirects.yml"
        let bytes = try Self.bytes(of: file, in: project) ?? []
        let here = Set(site.urls.values)
        let taken = Set(site.project.tree.pages.map(\.route))
        var declared: Set<String> = Set(
            site.project.tree.pages.flatMap { $0.frontMatter.aliases.map(\.value) })
        for entry in site.project.redirects.entries {
            let from = PercentEncoding.decode(entry.from.value) ?? entry.from.value
            if here.contains(from) {
                remove(entry, from: bytes)
                continue
            }
            declared.insert(from)
            // What leads to a moved page leads on to where it is: no chain.
            for value in [entry.to, from.contains("#") ? entry.from : nil] {
                guard let value, let range = value.span.range,
                    value.value.hasPrefix("/")
                        || value.value.hasPrefix("http"),
                    let new = site.rewritten(value.value, from: "", in: "")
                else { continue }
                if let place = YAMLPath(of: value.value, at: range, in: bytes) {
                    edits.append(TextEdit(file: file, range: place.range, text: place.text(new)))
                }
            }
        }
        for (from, to) in site.urls.sorted(by: { $0.key < $1.key })
        where site.published.contains(from) {
            let wasPublished = site.project.ledger.map { $0.has(url: from) } ?? true
            guard wasPublished, !declared.contains(from), !taken.contains(from) else { continue }
            redirects.append((from, to))
            let line = "- {from: \(yamlText(from)), to: \(yamlText(to))}"
            if bytes.isEmpty || site.project.redirects.acceptsLines {
                edits.append(TextEdit(file: file, addingLine: line))
            } else {
                left.append((SourceSpan(file: file), Self.byHand(line)))
            }
        }
    }

    /// Takes an entry away whose URL has a page again, with its line.
    private mutating func remove(_ entry: Redirects.Entry, from bytes: [UInt8]) {
        guard let start = entry.from.span.range?.lowerBound else { return }
        let line = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        let text = bytes[line..<end].filter { $0 > 0x20 }
        if text.starts(with: [0x2D, 0x7B]), text.contains(0x7D) {
            edits.append(TextEdit(file: entry.from.span.file, range: line..<end, text: ""))
        } else {
            left.append(
                (
                    entry.from.span,
                    Message(
                        en: "this URL has a page again: remove the redirect",
                        ja: "この URL にはページが戻りました。転送を削除してください")
                ))
        }
    }

    private static func byHand(_ line: String) -> Message {
        Message(
            en: "add the redirect by hand, in the form of the others: \(line)",
            ja: "ほかの項目と同じ書き方で、転送を手で加えてください: \(line)")
    }
}
