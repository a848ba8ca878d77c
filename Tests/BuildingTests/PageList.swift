import Building
import Core
import SiteFixtures
import TestSupport

/// Writes the sources of pages for fixtures.
func page(_ path: String, _ lines: String = "", title: String? = nil, text: String = "Text.")
    -> String
{
    "-- Content/pages/\(path) --\n---\ntitle: \(title ?? path)\n\(lines)---\n\(text)\n"
}

/// A site.yml with a title, a URL and these lines.
func settings(_ lines: String) -> String {
    "-- Content/site.yml --\ntitle: Example\nurl: https://www.example.jp/\n\(lines)\n"
}

extension String {
    /// The targets of the links in each entry of a list, in order.
    var entryLinks: [String] {
        matches(of: /<p class="entry-title"><a href="([^"]*)"/).map { String($0.output.1) }
    }

    /// Texts and targets of the links within an element of a class.
    func links(within name: String) -> [String] {
        guard let start = firstRange(of: "class=\"\(name)\"") else { return [] }
        let rest = self[start.upperBound...]
        let end = rest.firstRange(of: "</nav>")?.lowerBound ?? rest.endIndex
        return rest[..<end].matches(of: /<a [^>]*href="([^"]*)"/).map { String($0.output.1) }
    }
}
