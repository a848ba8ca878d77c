import Core
import Foundation
import Testing

@testable import Printing

/// The HTML of a printed edition.
struct EditionPrintTests {
    private static func model() -> PrintModel {
        var model = PrintModel(
            language: "ja", title: "A & <b>白書</b>", product: "製品", standard: "規格", version: "1.0",
            address: "https://example.jp/w/?a&b")
        model.owner = "\"委員会\""
        model.sections = [
            PrintModel.Section(
                number: "1", anchor: "a<", level: 2, title: "<目的>", body: Array("<p>本文</p>".utf8))
        ]
        return model
    }

    private static func html(_ model: PrintModel) -> String {
        String(decoding: EditionPrint(model).html(), as: UTF8.self)
    }

    @Test func escapesAllButTheStatement() {
        let html = Self.html(Self.model())
        #expect(html.contains("<title>A &amp; &lt;b&gt;白書&lt;/b&gt; 第1.0版</title>"))
        #expect(html.contains("<meta name=\"author\" content=\"&quot;委員会&quot;\">"))
        #expect(html.contains("<h2 id=\"a&lt;\"><span class=\"number\">1</span> &lt;目的&gt;</h2>"))
        #expect(html.contains("<p>本文</p>"))
        #expect(!html.contains("<b>"))
    }

    @Test func leavesOutWhatTheEditionDoesNotHave() {
        var model = Self.model()
        let html = Self.html(model)
        for word in ["改訂履歴", "責任分界の一覧", "記載の対象外", "情報区分", "dcterms"] {
            #expect(!html.contains(word), "\(word)")
        }
        #expect(html.contains("<p class=\"date\">下書き（未発行）</p>"))
        model.date = CalendarDate(year: 2025, month: 2, day: 3)
        model.language = "en"
        #expect(Self.html(model).contains("<p class=\"date\">3 February 2025</p>"))
        #expect(Self.html(model).contains("dcterms.created\" content=\"2025-02-03\""))
    }

    @Test func comesInTheStatedOrder() throws {
        var model = Self.model()
        model.history = [
            PrintModel.Revision(
                version: "1.0", date: nil, approver: nil, summary: nil,
                changes: [(name: "1 目的", anchor: "a<", summary: "改めた"), ("2", nil, nil)])
        ]
        model.matrix = [
            PrintModel.Responsibility(number: "5", anchor: "5", title: "x", responsibility: "共同")
        ]
        model.notCovered = [PrintModel.NotCovered(number: "6", title: "y", reason: "z")]
        model.sections[0].showsHistory = true
        let html = Self.html(model)
        let marks = [
            "class=\"cover\"", "id=\"_document\"", "id=\"_contents\"", "id=\"_history\"",
            "<main>", "id=\"a&lt;\"", "class=\"page\" href=\"#_history\"", "id=\"_matrix\"",
            "id=\"_not-covered\"",
        ]
        let places = try marks.map { try #require(html.range(of: $0), "\($0)").lowerBound }
        #expect(places == places.sorted())
        #expect(html.contains("<a href=\"#a&lt;\">1 目的</a><br>改めた"))
    }

    @Test(arguments: [
        ("<a href=\"https://a.jp/\">https://a.jp/</a>", true),
        ("<a href=\"https://a.jp/\">https://a.jp</a>", false),
        ("<a href=\"x\" title=\"y\">x</a>", false), ("<a href=\"x", false), ("", false),
    ])
    func marksALinkThatIsItsOwnText(html: String, isMarked: Bool) {
        let text = "前" + html
        let marked = String(decoding: PrintedLinks.marked(Array(text.utf8)), as: UTF8.self)
        #expect(marked == (isMarked ? text.replacing("/\">", with: "/\" class=\"bare\">") : text))
    }

    @Test func showsTheColoursOfTheTrafficLightProtocol() {
        var model = Self.model()
        model.label = "社内"
        model.profiles = ["TLP:AMBER+STRICT", "ISO <x>"]
        let html = Self.html(model)
        #expect(html.contains("<span>社内</span> <span class=\"tlp tlp-amber\">TLP:AMBER+STRICT"))
        #expect(html.contains("<span>ISO &lt;x&gt;</span>"))
        #expect(html.contains("<meta name=\"keywords\" content=\"社内, TLP:AMBER+STRICT, ISO &lt;x"))
    }
}
