import Core
import Testing

@testable import Theming

@Suite struct TemplateLinkTests {
    private func reader(_ template: String) -> TemplateLinkReader {
        var reader = TemplateLinkReader(Array(template.utf8), file: "t")
        reader.read()
        return reader
    }

    /// A template, and the destinations that stand literally in it.
    @Test(arguments: [
        ("<a href=\"/a/\">x</a>", ["/a/"]), ("<a href='/a/?b&amp;c'>", ["/a/?b&c"]),
        ("<a href=\"{{page.url}}\"><img src=\"{{{x}}}/a.png\">", []),
        ("<a href=\"/a/\"{{#is_current}} aria-current=\"page\"{{/is_current}}>", ["/a/"]),
        ("<a {{#x}}href=\"/a/\"{{/x}}>", ["/a/"]), ("{{! <a href=\"/no/\"> }}", []),
        ("<!-- <a href=\"/no/\"> --><link rel=\"icon\" href=\"/i.png\">", ["/i.png"]),
        ("<script>let a = '<a href=\"/no/\">' + (1<b)</script><img src=/a.png>", ["/a.png"]),
        ("<img srcset=\"/a.png 1x, /b.png 2x\">", ["/a.png", "/b.png"]),
        ("<form action=\"/a\"><button formaction=\"/b\"></form>", ["/a", "/b"]),
        ("<object data=\"/a\"></object><p data=\"/no\">", ["/a"]),
        ("<meta http-equiv=\"Refresh\" content=\"5; URL=/a/\">", ["/a/"]),
        ("<meta name=\"x\" content=\"5; url=/no/\">", []),
        ("<p style=\"background: url(/a.png)\">", ["/a.png"]),
        ("<style>p { background: url('/a.png') }</style>", ["/a.png"]),
        ("<blockquote cite=\"/a/\"><video poster=\"/b.png\">", ["/a/", "/b.png"]),
    ])
    func findsWhatStandsLiterally(template: String, destinations: [String]) {
        let reader = reader(template)
        #expect(reader.links.map(\.destination) == destinations)
        let bytes = Array(template.utf8)
        for link in reader.links {
            let written = String(decoding: bytes[link.range], as: UTF8.self)
            #expect(written.replacing("&amp;", with: "&") == link.destination)
        }
    }

    @Test func collectsIDsThatStandLiterally() {
        let reader = reader("<p id=\"a\"><a name='b'></a><i id=\"{{c}}\"></i><map name=\"d\">")
        #expect(reader.anchors == ["a", "b"])
    }

    @Test func anAnchorOfTheThemeThatIsMisspeltIsReported() {
        let theme = ThemeFixture([
            "templates/page.mustache": "<a href=\"#mian\">x</a><p id=\"main\">{{page.title}}</p>\n"
        ])
        #expect(theme.diagnostics.map(\.code) == ["theme.anchor-misspelt"])
        #expect(theme.text(at: theme.diagnostics.first?.span) == "href=\"#mian\"")
    }

    @Test func aStandInKeepsTheNamesOfTheThemeThatItStandsFor() throws {
        let theme = ThemeFixture([
            "theme.yml": "name: x\ncontainers: [card]\n", "templates/special.mustache": "{{no}}\n",
        ])
        #expect(Theme.load(theme.source).0 == nil)
        let standIn = try #require(Theme.standIn(for: theme.source))
        #expect(standIn.containers == ["card"])
        #expect(standIn.templateNames.contains("special"))
    }
}
