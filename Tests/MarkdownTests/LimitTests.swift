import Core
import Testing

@testable import Markdown

struct LimitTests {
    private static func text(_ unit: String, bytes: Int) -> String {
        String(repeating: unit, count: bytes / unit.utf8.count + 1)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func aWideTableIsRefusedBeforeItIsParsed(end: String) {
        let header = Self.text("|a", bytes: 4000) + "|\n" + Self.text("|-", bytes: 4000) + "|\n"
        let text = "x\n\n" + header + Self.text("|b\n", bytes: 3000)
        let page = Rendered(text.replacing("\n", with: end))
        #expect(page.codes == ["markdown.table-too-large"])
        let place = page.source(at: page.diagnostics.first?.span)
        #expect(place.hasPrefix("|-|-"))
    }

    @Test func aLongTableIsAccepted() {
        let page = Rendered("| a | b |\n| - | - |\n" + Self.text("| c | d |\n", bytes: 20_000))
        #expect(page.diagnostics.isEmpty)
    }

    @Test func limitsAreThoseOfTheDialect() {
        var dialect = MarkdownDialect()
        dialect.limits.bytes = 10
        #expect(Rendered("01234567890", dialect: dialect).codes == ["markdown.too-long"])
        dialect.limits.bytes = 1000
        dialect.limits.nesting = 5
        #expect(Rendered("> > > > > > a", dialect: dialect).codes == ["markdown.nesting-too-deep"])
        #expect(
            Rendered("**a *b **c *d **e *f** g* h** i* j** k*", dialect: dialect).codes == [
                "markdown.nesting-too-deep"
            ])
        dialect.limits.nesting = 100
        dialect.limits.nodes = 20
        #expect(
            Rendered(Self.text("a\n\n", bytes: 100), dialect: dialect).codes == [
                "markdown.too-many-nodes"
            ])
    }

    static let pathological = [
        "> ", ">", "- ", "1. ", "[", "![", "*", "*a ", "*a **a ", "a* ", "a**b_c* ", "_a ",
        "~a ", "~~a~", "`a``b", "<!-- ", "x <!--", "x <?", "x <![CDATA[", "x <!A ",
        "<a href=\"", "x<", "&a", "[a](b", "[a](<b", "[ (](", "[](", "![[]()", "]",
        "[a]: u\n", "[^1]:", "[^", "[^a] ", "@", "a@b ", "www.", "http://", "://a", "(", "|",
        "a|b\n", "a\n-\n", "||\n", "|-", "a\n", "#", "a\n=\n", "\"", "\\", "```\n",
        ":::note\n", ":::\n", "![a]", "[a] ", "![l", "[\\]", "[a](b \"", "*_", "**_~",
        "**強調。**続き", "**。", "。**", "*。_~", "<a@b", "{{fact:", "{{fact:a}}", "<div>\n",
        "<div\n\n", "x <b>", "[a](b)", "<b></b>", "<p>", "a\n\n", "\u{0}", "\t", "\r",
        "- a\n\n", "<!---->", "https://a.b/「", "a@b.c ", "<a id=a>", "<script>", "# a {#a}\n",
        "<a id=a></a>\n\n# a\n", ":::label a\n", ":::label a\n:::\n", ":::nite\n:::\n",
        ":::label a\n[^a]: b\n:::\n\n", ":::label a\n[a]: b\n:::\n\n", "a@b.c\n\n",
    ]

    /// 1 MB of each ends soon: in about a second optimised, and within the time that a build
    /// for tests, some twenty times slower, is allowed.
    @Test(arguments: pathological) func pathologicalInputEndsSoon(unit: String) {
        #if DEBUG
            let (bytes, limit) = (200_000, Duration.seconds(10))
        #else
            let (bytes, limit) = (1_000_000, Duration.seconds(2))
        #endif
        let duration = ContinuousClock().measure {
            _ = Rendered(Self.text(unit, bytes: bytes))
            _ = Rendered("x " + Self.text(unit, bytes: bytes / 2) + "\n|-|\n[a]: b\n")
        }
        #expect(duration < limit)
    }

    /// Each name is another, so that what is looked up among them all is looked up often.
    @Test(arguments: [
        ":::label a\n[^%]: b\n:::\n\n", ":::label a\n[^%]: b\n\n    c [^%]\n:::\n\n", "<a%>\n\n",
        "<a id=a%></a>\n\n# a%\n\n", "[a%]: b\n", "[^%] [^%]\n\n[^%]: a\n\n", ":::a%\n:::\n",
    ])
    func manyNamesEndSoon(unit: String) {
        let units = (0..<100_000).lazy.map { unit.replacing("%", with: String($0)) }
        var text = ""
        for unit in units where text.utf8.count < 200_000 { text += unit }
        let duration = ContinuousClock().measure { _ = Rendered(text) }
        #expect(duration < .seconds(10))
    }

    @Test func afterManyErrorsTheRestIsNotLookedAt() {
        var dialect = MarkdownDialect()
        dialect.limits.errors = 3
        let three = "<x>\n\n<x>\n\n<x>\n\n"
        #expect(
            Rendered(three, dialect: dialect).codes.allSatisfy { $0 == "markdown.html-element" })
        let page = Rendered(three + "<x>\n\n[a](javascript:b)\n", dialect: dialect)
        #expect(page.codes.filter { $0 == "content.too-many-findings" }.count == 1)
        #expect(!page.codes.contains("markdown.url-scheme"))
        // Warnings forbid nothing, so that the page must still be made.
        let warned = Rendered("[^a]\n\n[^a]\n\n[^a]\n\n[^a]\n\n[^a]\n", dialect: dialect)
        #expect(warned.diagnostics.count == 5 && !warned.html.isEmpty)
    }

    @Test func markupIsCountedOverTheWholePage() {
        var dialect = MarkdownDialect()
        let text = Self.text("a* b\n\n", bytes: 12_000)
        dialect.limits.markup = 2001
        #expect(Rendered(text, dialect: dialect).codes == [])
        dialect.limits.markup = 2000
        #expect(Rendered(text, dialect: dialect).codes == ["markdown.too-many-nodes"])
    }

    @Test func manyMailAddressesInOneParagraphAreRefusedBeforeTheyAreCopied() {
        #expect(
            Rendered(Self.text("a@b.example ", bytes: 200_000)).codes == ["markdown.too-complex"])
        let page = Rendered(Self.text("a@b.example ", bytes: 6000))
        #expect(page.diagnostics.isEmpty && page.references.count == 501)
        #expect(Rendered(Self.text("a@b.example\n\n", bytes: 200_000)).diagnostics.isEmpty)
    }

    @Test func portionsInOneAnotherAreRefusedHoweverDeep() {
        let depth = 20_000
        let text = Self.text(":::label a\n", bytes: 11 * depth - 1) + "a\n"
        let page = Rendered(text + Self.text(":::\n", bytes: 4 * depth - 1))
        #expect(page.codes == ["markdown.nesting-too-deep"])
    }

    @Test func deepListsAndDefinitionsEndSoon() {
        let list = (0..<1000).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined()
        let definition =
            "[a]: " + Self.text("x", bytes: 100_000) + "\n\n" + Self.text("[a] ", bytes: 100_000)
        let tail = Self.text("a\n", bytes: 400_000) + "|-\n"
        let duration = ContinuousClock().measure {
            #expect(Rendered(list).codes == ["markdown.nesting-too-deep"])
            #expect(Rendered(definition).codes == ["markdown.too-complex"])
            #expect(Rendered(tail).codes == ["markdown.too-complex"])
        }
        #expect(duration < .seconds(10))
    }

    @Test func struckTextIsTheSameOnEveryPageAndThread() {
        let text =
            "~~struck~~ www.example.com a~b~c https://example.com/~x and a@b.example **c。**d\n"
        let expected = Rendered(text).html
        #expect(expected.contains("<del>struck</del> <a href=\"http://www.example.com\">"))
        for _ in 0..<8 {
            let pages = parallelMap(count: 2000, jobs: 8) { _ in Rendered(text).html }
            #expect(pages.allSatisfy { $0 == expected })
        }
    }
}
