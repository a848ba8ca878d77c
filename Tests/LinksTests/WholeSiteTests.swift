import Building
import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

/// The sample site as a reader would crawl it: what is written is looked at, and not what was
/// checked.
@Suite struct WholeSiteTests {
    @Test func everyLinkOfEveryFileLeadsToAFileAndAnElement() throws {
        let (report, files) = try BuiltSite.build(PackageFolder.url)
        #expect(!report.diagnostics.hasErrors)
        let written = Set(files.keys)
        var ids: [String: Set<String>] = [:]
        var checked = 0
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            let output = String(path.prefix { $0 != "/" })
            for link in Self.links(in: String(decoding: bytes, as: UTF8.self), of: path) {
                guard let (file, fragment) = Self.place(of: link, in: output, from: path) else {
                    continue
                }
                checked += 1
                #expect(written.contains(file), "\(path) links to \(link)")
                guard let fragment, !fragment.isEmpty, fragment != "top" else { continue }
                if ids[file] == nil {
                    let target = String(decoding: files[file] ?? [], as: UTF8.self)
                    ids[file] = Set(
                        target.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) })
                }
                #expect(ids[file]?.contains(fragment) == true, "\(path) links to \(link)")
            }
        }
        #expect(checked > 500)
    }

    /// The URLs in a file of HTML or XML.
    private static func links(in text: String, of path: String) -> [String] {
        if path.hasSuffix("sitemap.xml") {
            return text.matches(of: /<loc>([^<]*)</).map { String($0.output.1) }
        }
        guard path.hasSuffix(".html") || path.hasSuffix(".xml") else { return [] }
        return text.matches(of: /\s(?:href|src)="([^"]*)"/).map {
            String($0.output.1).replacing("&amp;", with: "&")
        }
    }

    /// The file and the fragment that a URL leads to; nil for another site.
    private static func place(
        of link: String, in output: String, from path: String
    ) -> (file: String, fragment: String?)? {
        var rest = link[...]
        if let site = rest.firstRange(of: "https://www.infocms.example.jp/"),
            site.lowerBound == rest.startIndex
        {
            rest = "/" + rest[site.upperBound...]
        }
        var fragment: String?
        if let hash = rest.firstIndex(of: "#") {
            fragment = PercentEncoding.decode(rest[rest.index(after: hash)...])
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: "?") { rest = rest[..<mark] }
        if rest.isEmpty { return fragment == nil ? nil : (path, fragment) }
        guard rest.hasPrefix("/"), !rest.hasPrefix("//"),
            let decoded = PercentEncoding.decode(rest)
        else { return nil }
        return (output + decoded + (decoded.hasSuffix("/") ? "index.html" : ""), fragment)
    }
}
