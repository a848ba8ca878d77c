import Core
import Testing

@testable import Markdown

/// Attempts to bring a script to the page. Each must be an error, and what is written must not
/// run.
struct AttackTests {
    static let attacks = [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//x.example/x.js></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<img src=x onerror\u{0C}=alert(1) alt=x>",
        "<svg onload=alert(1)>",
        "<svg/onload=alert(1)>",
        "<math><a xlink:href=javascript:alert(1)>x</a></math>",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc='<script>x</script>'></iframe>",
        "<object data=javascript:alert(1)></object>",
        "<embed src=javascript:alert(1)>",
        "<form action=javascript:alert(1)><input type=submit></form>",
        "<button formaction=javascript:alert(1)>x</button>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
        "<a href=\" javascript:alert(1)\">x</a>",
        "<a href=\"java\tscript:alert(1)\">x</a>",
        "<a href=\"java&#9;script:alert(1)\">x</a>",
        "<a href=\"java&Tab;script:alert(1)\">x</a>",
        "<a href=\"java&NewLine;script:alert(1)\">x</a>",
        "<a href=\"javascript&colon;alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>",
        "<a href=\"&#x6A;avascript:alert(1)\">x</a>",
        "<a href=\"&#106avascript:alert(1)\">x</a>",
        "<a href=\"&#0000106avascript:alert(1)\">x</a>",
        "<a href=\"\u{01}javascript:alert(1)\">x</a>",
        "<a href=\"&#1;javascript:alert(1)\">x</a>",
        "<a href=javascript:alert(1)>x</a>",
        "<a href='vbscript:msgbox(1)'>x</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
        "<a href=\"file:///etc/passwd\">x</a>",
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](&#106;avascript:alert(1))",
        "[x](java&Tab;script:alert(1))",
        "[x](javascript\\:alert(1))",
        "[x](javascript&colon;alert(1))",
        "[x][a]\n\n[a]: javascript:alert(1)",
        "![x](javascript:alert(1))",
        "![x](data:image/svg+xml;base64,PHN2Zz4=)",
        "[x](data:text/html;base64,PHM+)",
        "![x](data:text/html,x)",
        "<javascript:alert(1)>",
        "<vbscript:alert(1)>",
        "[x](vbscript:x)",
        "[x](file:///etc/passwd)",
        "[x](blob:x)",
        "<style>*{background:url(//x.example)}</style>",
        "<div style=\"background:url(javascript:alert(1))\">x</div>",
        "<link rel=stylesheet href=//x.example>",
        "<meta http-equiv=refresh content='0;url=//x.example'>",
        "<base href=//x.example>",
        "<img srcset=\"javascript:alert(1) 2x\" alt=x>",
        "<video poster=javascript:alert(1)></video>",
        "<video><source onerror=alert(1)></video>",
        "<details ontoggle=alert(1) open>x</details>",
        "<a href=\"x\" onclick=alert(1)>x</a>",
        "<a\u{0C}onclick=alert(1) href=x>x</a>",
        "<a/onclick=alert(1)/href=x>x</a>",
        "<p/onmouseover=alert(1)>x</p>",
        "<b onmouseover=alert`1`>x</b>",
        "<x onclick=alert(1)>y</x>",
        "<template><script>x</script></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\" alt=x></textarea>",
        "<!--><script>alert(1)</script>-->",
        "<!---><img src=x onerror=alert(1)>-->",
        "<!-- --!><img src=x onerror=alert(1)> -->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
        "<!x><script>y</script>",
        "<img alt=\"x\" src=\"x\"onerror=\"alert(1)\">",
        "<img \"\"\"><script>alert(1)</script>\">",
        "<div title=\"a\nb\" onclick=x>y</div>",
        "<div title='\"' onclick='alert(1)'>x</div>",
        "<p id=\"x\" =onclick=alert(1)>x</p>",
        "</p onclick=x><script>y</script>",
        "<xmp><p title=\"</xmp><svg/onload=alert(1)>\">",
        "<plaintext>",
        "<frameset onload=alert(1)>",
        "<applet code=x></applet>",
        "<div><svg><style><img src=x onerror=alert(1)></style></svg></div>",
        "<a href=\"https://ok.example\" target=_blank>x</a>",
        "<img src=\"x` `<script>alert(1)</script>\" style=x alt=y>",
        "<input autofocus onfocus=alert(1)>",
        "<body onload=alert(1)>",
    ]

    @Test(arguments: attacks) func attacksAreErrorsAndCannotRun(attack: String) throws {
        for markdown in [attack, "文 " + attack, "- " + attack, "> x\n> " + attack] {
            let page = Rendered(markdown)
            guard page.diagnostics.hasErrors else {
                // What libcmark-gfm takes for text is harmless text.
                #expect(
                    !page.html.contains(try Regex("<(?!/?(p|li|ul|blockquote)>)")), "\(page.html)")
                continue
            }
            check(page.html)
        }
    }

    /// Reads the page as a browser would, and looks at every tag.
    private func check(_ html: String) {
        let bytes = Array(html.utf8)
        var tokens = HTMLTokenizer(bytes)
        while let token = tokens.next() {
            switch token {
            case .text: break
            case .comment, .fault: Issue.record("not a tag: \(html)")
            case .tag(let tag):
                let known = HTMLVocabulary.attributes(of: tag.name)
                #expect(known != nil, "\(html)")
                for attribute in tag.attributes {
                    let name = attribute.name
                    #expect(
                        known?.contains(name) == true || HTMLVocabulary.isGlobal(name), "\(html)")
                    guard ["href", "src", "srcset", "poster", "cite"].contains(name) else {
                        continue
                    }
                    let value = CharacterReferences.decode(attribute.value.map { bytes[$0] } ?? [])
                    #expect(URLPolicy.allows(value, embedded: name != "href"), "\(html)")
                }
            }
        }
    }

    @Test(arguments: [
        "a.md", "../b.md#c", "#題", "/x", "//host/x", "?q=a:b", "a/b:c", "注意:x.md", "https://x",
        "HTTP://x",
        "mailto:a@b", "tel:+81", "", "a b:c", "1:2",
    ])
    func harmlessURLsPass(url: String) {
        #expect(URLPolicy.allows(url, embedded: false))
    }

    @Test func imagesMayBeDataOfFourTypes() {
        for type in ["png", "jpeg", "gif", "webp"] {
            #expect(URLPolicy.allows("data:image/\(type);base64,AA", embedded: true))
            #expect(!URLPolicy.allows("data:image/\(type);base64,AA", embedded: false))
        }
    }
}
