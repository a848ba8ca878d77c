import Core
import Testing

@testable import FilePolicy

@Suite struct SVGTests {
    private static let opening =
        #"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink""#
        + #" xmlns:x="urn:x" xmlns:h="http://www.w3.org/1999/xhtml">"#

    private func examine(_ text: String) -> Examination {
        var found = Examination()
        look(ArraySlice(text.utf8), FilePolicy.Limits(), &found)
        return found
    }

    @Test(arguments: [
        ("svg-script", "<script>alert(1)</script>"),
        ("svg-script", "<g><script href='#a'/></g>"),
        ("svg-script", "<h:script>alert(1)</h:script>"),
        ("svg-script", "<handler type='text/javascript'/>"),
        ("svg-script", "<listener/>"),
        ("svg-foreign-content", "<foreignObject><h:p>a</h:p></foreignObject>"),
        ("svg-foreign-content", "<h:iframe/>"),
        ("svg-foreign-content", "<iframe/>"),
        ("svg-foreign-content", "<m:math xmlns:m='http://www.w3.org/1998/Math/MathML'/>"),
        ("svg-unknown-element", "<blink/>"),
        ("svg-unknown-element", "<RECT/>"),
        ("svg-event-handler", "<g onload='a()'/>"),
        ("svg-event-handler", "<g onLoad='a()'/>"),
        ("svg-event-handler", "<g x:onclick='a()'/>"),
        ("svg-script-link", "<a href='javascript:a()'/>"),
        ("svg-script-link", "<a xlink:href='java&#9;script:a()'/>"),
        ("svg-script-link", "<a xlink:href=' JAVA&#10;SCRIPT:a()'/>"),
        ("svg-script-link", "<a href='&#1114111;vbscript:a()' xlink:href='vbscript:a()'/>"),
        ("svg-script-link", "<animate attributeName='x' values='1; javascript:a()'/>"),
        ("svg-external-reference", "<a href='ftp://example.jp/'/>"),
        ("svg-external-reference", "<a href='#a' ping='https://example.jp/'/>"),
        ("svg-external-reference", "<use href='other.svg#a'/>"),
        ("svg-external-reference", "<use href='https://example.jp/a.svg#a'/>"),
        ("svg-external-reference", "<image xlink:href='//example.jp/a.png'/>"),
        ("svg-external-reference", "<feImage href='a.png'/>"),
        ("svg-external-reference", "<rect fill='url(https://example.jp/a.svg#b)'/>"),
        ("svg-external-reference", "<rect filter=\"url( 'a.svg#b' )\"/>"),
        ("svg-external-reference", "<rect style='mask:\\75rl(a.svg#b)'/>"),
        ("svg-external-reference", "<rect style='mask:\\000075 \\52 L(a.svg#b)'/>"),
        ("svg-external-reference", "<style>text{cursor:url(http://example.jp/),auto}</style>"),
        ("svg-external-reference", "<style>rect{fill:image-set('a.png' 1x)}</style>"),
        ("svg-external-reference", "<style>a{b:'/*';c:url(//e.jp);d:'*/'}</style>"),
        ("svg-external-reference", "<set attributeName='fill' to='url(//example.jp)'/>"),
        ("svg-nested-document", "<image href='data:image/svg+xml,%3Csvg/%3E'/>"),
        ("svg-nested-document", "<a href='data:text/html,a'/>"),
        ("svg-nested-document", "<rect fill='url(data:image/svg+xml,a#b)'/>"),
        ("svg-nested-document", "<image href='data:image/pngx,a'/>"),
        ("svg-animated-link", "<a><set attributeName='xlink:href' to='#b'/></a>"),
        ("svg-animated-link", "<a><animate attributeName=' href' to='#b'/></a>"),
        ("svg-animated-link", "<set attributeName='onclick' to='a()'/>"),
        ("svg-active-style", "<style>@import 'a.css';</style>"),
        ("svg-active-style", "<style><![CDATA[ @\\69mport url(#a); ]]></style>"),
        ("svg-active-style", "<g style='width:expression(a())'/>"),
        ("svg-active-style", "<g style='-moz-binding :none'/>"),
        ("svg-active-style", "<g style='background:javascript:a()'/>"),
        ("svg-external-reference", "<a href='//example.jp/'/><a href='\\\\\\/example.jp/'/>"),
        ("svg-external-reference", "<a href='file:///a'/>"),
        ("svg-external-reference", "<use href='mailto:a@example.jp'/>"),
        ("svg-nested-document", "<image href='data:font/woff2;base64,AAAA'/>"),
        ("svg-nested-document", "<style>@font-face{src:url(data:font/x;base64,A)}</style>"),
        ("svg-active-style", "<g style='WIDTH:EXPRESSION(a())'/>"),
        ("svg-base", "<g xml:base='https://example.jp/'/>"),
    ])
    func refuses(rule: String, body: String) {
        let found = examine(Self.opening + body + "</svg>")
        #expect(found.refusals.map(\.id).contains(rule))
    }

    @Test(arguments: [
        ("svg-root", "<html xmlns='http://www.w3.org/1999/xhtml'/>"),
        ("svg-namespace", "<svg/>"),
        ("svg-external-doctype", "<!DOCTYPE svg SYSTEM 'a.dtd'>" + opening + "</svg>"),
        (
            "svg-external-doctype",
            "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://e.jp/svg11.dtd'>" + opening
                + "</svg>"
        ),
        ("svg-root", "<a xmlns='http://www.w3.org/2000/svg'/>"),
        ("svg-doctype", "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + opening + "&a;</svg>"),
        (
            "svg-doctype",
            "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'a()'>]>" + opening + "</svg>"
        ),
        ("svg-stylesheet-instruction", "<?xml-stylesheet href='a.xsl'?>" + opening + "</svg>"),
        ("svg-malformed", opening + "<g></svg>"),
        ("svg-malformed", opening + "</svg><script/>"),
        ("svg-malformed", opening + "&nbsp;</svg>"),
        ("svg-encoding", "<?xml version='1.0' encoding='Shift_JIS'?>" + opening + "</svg>"),
        ("svg-malformed", ""),
    ])
    func refusesTheDocument(rule: String, text: String) {
        #expect(examine(text).refusals.first?.id == rule)
    }

    @Test func tellsTheLineThatIsBroken() {
        let rule = examine(Self.opening + "\n<g>\n</h></svg>").refusals.first
        #expect(rule?.message.en.contains("line 3") == true)
        #expect(rule?.message.ja.contains("3 行目") == true)
    }

    @Test(arguments: [
        "<a href='https://example.jp/' target='_blank'><text>例</text></a>",
        "<a xlink:href='#b'/><use xlink:href=' #b'/><use href=''/>",
        "<image href='data:image/png;base64,AAAA'/><image href='DATA:image/jpeg;base64,AAAA'/>",
        "<style>.a { fill: url(#b) } /* note */ .b { fill: url('#c') } @media print {}</style>",
        "<rect fill=\"url('#a')\" style='fill:url(&quot;#b&quot;)' transform='rotate(4)'/>",
        "<set attributeName='fill' to='red' begin='a.click'/>",
        "<a href='mailto:a@e.jp'/><a href='tel:03-1234'/><a href='a/b.html'/><a href='/a?b:c'/>",
        "<style>@font-face { src: url(data:font/woff2;base64,AAAA) }</style>",
        "<style>@font-face{src:url('data:application/x-font-ttf;charset=utf-8;base64,A')}</style>",
        "<x:anything x:b='javascript'><x:c/></x:anything>",
        "<desc>onload javascript: url(http://example.jp)</desc>",
        "<text aria-label='url(a)'>@import expression(</text>",
        "<path d='M0 0L1 1'/><filter id='f'><feGaussianBlur stdDeviation='2'/></filter>",
    ])
    func passes(body: String) {
        let found = examine(
            "<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
                + "'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>" + Self.opening + body
                + "</svg>")
        #expect(found.refusals.isEmpty)
        #expect(found.unscannable == nil)
        #expect(found.disclosures.isEmpty)
    }

    @Test func reportsWhoDrewIt() {
        let found = examine(
            """
            <svg xmlns="http://www.w3.org/2000/svg"
              xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
              xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
              xmlns:dc="http://purl.org/dc/elements/1.1/"
              sodipodi:docname="図.svg" inkscape:export-filename="C:\\Users\\yamada\\図.png">
              <metadata><dc:creator><title>山田 花子</title></dc:creator>
              <dc:creator> </dc:creator></metadata>
            </svg>
            """)
        #expect(
            found.disclosures == [
                Disclosure(.author, value: "yamada", isRemovable: false),
                Disclosure(.author, value: "山田 花子", isRemovable: false),
            ])
        #expect(found.refusals.isEmpty)
    }

    @Test func givesUpOnTooManyElements() {
        var limits = FilePolicy.Limits()
        limits.xmlElements = 3
        var found = Examination()
        let text = Self.opening + "<g/><g/><g/></svg>"
        look(ArraySlice(text.utf8), limits, &found)
        #expect(found.unscannable != nil)
    }

    @Test func survivesThousandsOfMutations() {
        let text =
            Self.opening + "<style>a{b:url(\\23 c)}</style><a href='https://e.jp/'/>"
            + "<image href='data:image/png;base64,AA'/></svg>"
        for mutant in Mutations(of: Array(text.utf8), count: 2000, seed: 5) {
            var found = Examination()
            look(mutant[...], FilePolicy.Limits(), &found)
        }
    }

    @Test func asksForUTF8() {
        let text =
            Array((Self.opening + "<text>").utf8) + [0x95, 0x5C] + Array("</text></svg>".utf8)
        var found = Examination()
        look(text[...], FilePolicy.Limits(), &found)
        #expect(found.refusals.map(\.id) == ["svg-encoding"])
    }

    @Test func refusesImagesBeyondTheLimit() {
        var limits = FilePolicy.Limits()
        limits.svgBytes = 10
        var found = Examination()
        look(Array(Self.opening.utf8)[...], limits, &found)
        #expect(found.refusals.map(\.id) == ["svg-too-large"])
    }

    @Test(arguments: [
        "<style>|url(|</style>", "<style>|a(|</style>", "<style>|:|</style>", "<style>|@|</style>",
        "<g fill='|\\75 rl(|'/>", "|<g fill='url(a)'/>|", "|<b/>|", "|<g x:a='' y='a:('/>|", "|\n|",
        "<text>|&lt;|</text>", "<g style='|expression(|'/>", "<style>|url(     |</style>",
    ])
    func readsHostileImagesInBoundedTime(pattern: String) {
        let parts = pattern.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        let body = String(repeating: parts[1], count: (1 << 18) / parts[1].utf8.count)
        let text = Self.opening + parts[0] + body + parts[2] + "</svg>"
        let time = ContinuousClock().measure { _ = examine(text) }
        #expect(time < .seconds(20))
    }

    @Test func givesUpOnNamespacesOfEnormousNames() {
        let name = String(repeating: "n", count: 1 << 20)
        let attributes = (0..<100_000).map { " y:a\($0)=''" }.joined()
        var found = Examination()
        let time = ContinuousClock().measure {
            found = examine(Self.opening + "<g xmlns:y='\(name)'\(attributes)/></svg>")
        }
        #expect(found.unscannable != nil)
        #expect(time < .seconds(5))
    }

    @Test(arguments: [128, 129, 100_000])
    func givesUpOnAnElementOfMoreAttributesThanAnyDrawingHas(count: Int) {
        let many = (0..<count).map { " a\($0)='b:c'" }.joined()
        let start = ContinuousClock.now
        #expect((examine(Self.opening + "<g\(many)/></svg>").unscannable == nil) == (count == 128))
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test func readsStylesOfManyFunctionsInLinearTime() {
        let text = String(repeating: "url(", count: 50_000)
        let start = ContinuousClock.now
        let refusals = Array(text.utf8).withUnsafeBufferPointer { SVGStyle($0).refusals }
        #expect(!refusals.isEmpty)
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}

/// Looks through an image that is a file by itself.
private func look(
    _ bytes: ArraySlice<UInt8>, _ limits: FilePolicy.Limits, _ found: inout Examination
) {
    var budget = ArchiveBudget(limits)
    examineSVG(bytes, limits, &budget, &found)
}
