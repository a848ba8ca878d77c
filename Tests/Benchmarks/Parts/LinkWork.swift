import Core
import Links
import Markdown

/// What is asked of a page's links.
enum LinkWork {
    /// Looks all links of all pages up, then the anchors that they name.
    static func check(_ pages: [GeneratedPage]) -> Part.Work {
        let (table, routes) = table(of: pages)
        let resolver = LinkResolver(
            table: table, languages: ["ja"], site: SiteAddress("https://www.example.jp/"),
            exclusions: [:])
        var anchors: [Int: [Anchor]] = [:]
        for (page, route) in zip(pages, routes) {
            anchors[route] = TextWork.html(of: page).made.anchors.map {
                Anchor(name: $0, outputs: 1)
            }
        }
        let links = zip(pages, routes).flatMap { page, route in
            let origin = LinkOrigin(folder: page.folder, language: "ja", route: route, outputs: 1)
            let document = TextWork.document(page.source, MarkdownDialect())
            return document.references.map { (link: WrittenLink($0), origin: origin) }
        }
        return {
            var noted: [NotedLink] = []
            var length = 0
            for (link, origin) in links {
                let found = resolver.resolve(link, from: origin)
                precondition(found.diagnostics.isEmpty, "a generated link leads nowhere")
                length += found.url?.utf8.count ?? 0
                if let note = found.noted { noted.append(note) }
            }
            let findings = checkAnchors(noted, in: table, anchors: anchors)
            precondition(findings.isEmpty, "a generated link leads to no anchor")
            return length + noted.count
        }
    }

    /// All URLs of the site, and the routes of its pages.
    private static func table(of pages: [GeneratedPage]) -> (RouteTable, [Int]) {
        var table = RouteTable()
        for picture in 0..<GeneratedPage.pictures {
            let path = "/uploads/" + GeneratedPage.picture(picture)
            let route = Route(path: path, kind: .upload(picture), outputs: 1, source: nil)
            precondition(table.add(route) == nil, "two files have one URL")
        }
        let routes = pages.map { page in
            let route = Route(
                path: "/" + page.route, kind: .page(page.number), outputs: 1, source: nil)
            let clash = table.addPage(route, key: page.key, language: "ja")
            precondition(clash == nil, "two pages have one URL")
            return table.routes.count - 1
        }
        return (table, routes)
    }
}
