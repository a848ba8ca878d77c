import Testing

@testable import Theming

@Suite struct StylesheetURLTests {
    /// A style sheet, and its URLs as they mean and as they are written.
    @Test(
        arguments: [
            ("a { background: url(b.png) }", [("b.png", "b.png")]),
            ("a { background: url( \"b c.png\" ) }", [("b c.png", "b c.png")]),
            (
                "a { background: URL('b.png') , url(c.png)}",
                [("b.png", "b.png"), ("c.png", "c.png")]
            ),
            (
                "@import \"x.css\" screen; @import url(y.css);",
                [("x.css", "x.css"), ("y.css", "y.css")]
            ),
            ("@IMPORT 'x.css';", [("x.css", "x.css")]),
            ("@\\69mport 'x.css';", [("x.css", "x.css")]),
            ("/* url(a.png) @import 'b.css'; */", []),
            ("a::after { content: \"url(a.png)\" }", []),
            ("a[href=\"b.png\"] { color: red }", []),
            ("@namespace svg url(http://www.w3.org/2000/svg);", []),
            (
                "@font-face { src: url(\"f.woff2\") format(\"woff2\"), local('F') }",
                [("f.woff2", "f.woff2")]
            ),
            ("a { background: url(a\\29 b.png) }", [("a)b.png", "a\\29 b.png")]),
            ("a { background: url('a\\\nb.png') }", [("ab.png", "a\\\nb.png")]),
            ("a { background: u\\72l(b.png) }", [("b.png", "b.png")]),
            ("a { background: url() url(\"\") }", []),
            (
                "a { background: image-set(\"a.png\" 1x, url(b.png) 2x type(\"image/png\")) }",
                [("a.png", "a.png"), ("b.png", "b.png")]
            ),
            (
                "a { background: url(data:image/png;base64,AA/B) }",
                [("data:image/png;base64,AA/B", "data:image/png;base64,AA/B")]
            ),
            ("a { b: url(c", [("c", "c")]), ("a { b: \"c\nd: url(e)", [("e", "e")]), ("\\", []),
        ] as [(String, [(String, String)])])
    func findsURLsAndNothingElse(css: String, expected: [(String, String)]) {
        let bytes = Array(css.utf8)
        let found = StylesheetURL.all(in: bytes[...])
        #expect(found.map(\.text) == expected.map(\.0))
        let written = found.map { String(decoding: bytes[$0.inner], as: UTF8.self) }
        #expect(written == expected.map(\.1))
    }

    @Test func tellsImportsFromOtherURLs() {
        let css = "@import 'a.css' layer(x) supports(background: url(c.png)); b { c: url(d) }"
        let found = StylesheetURL.all(in: Array(css.utf8)[...])
        #expect(found.map(\.isImport) == [true, false, false])
    }
}
