import Building
import Core
import Foundation
import Links
import SiteFixtures
import Testing

/// Histories and comparisons of the sample.
struct PublishedRecordTests {
    private let site: SampleSite

    init() throws { site = try SampleSite.built.get() }

    private static let folder = "security/whitepaper/"

    @Test func noLinkOfTheSampleIsBroken() {
        #expect(site.report.diagnostics.filter { $0.severity == .error }.map(\.code) == [])
    }

    @Test func comparisonsAreOfAdjacentEditionsAndOfEachWithTheCurrentOne() {
        let expected = ["1.0..1.1", "1.0..1.3", "1.1..1.2", "1.1..1.3", "1.2..1.3"]
        #expect(site.names(in: Self.folder + "compare/") == expected)
        #expect(site.names(in: "en/" + Self.folder + "compare/") == expected)
    }

    @Test(arguments: [
        ("1.2..1.3", ["12.3.1"]), ("1.1..1.2", ["5.1.1"]), ("1.0..1.1", ["18.2.1"]),
        ("1.0..1.3", ["5.1.1", "12.3.1", "18.2.1"]),
    ])
    func aComparisonShowsWhatChangedAndNothingElse(pair: String, expected: [String]) {
        for language in ["", "en/"] {
            let html = site.text(language + Self.folder + "compare/\(pair)/index.html")
            let anchors = html.matches(of: /<h2 id="([^_"][^"]*)">/).map { String($0.1) }
            #expect(anchors == expected)
            #expect(html.contains("<ins class=\"comparison-added\">"))
        }
    }

    @Test func aHistoryHasBothTextsNewestFirstWithWhatChanged() throws {
        let html = site.text(Self.folder + "history/12.3.1/index.html")
        let editions = html.matches(of: /<h2 id="([0-9.]+)">/).map { String($0.1) }
        #expect(editions == ["1.3", "1.0"])
        let letters = html.visibleLetters
        let new = try #require(letters.firstRange(of: "3世代分を保管しています。バックアップは、システム障害"))
        let old = try #require(letters.firstRange(of: "infoCMS10のバックアップは、当社が定期的に取得しています。"))
        #expect(new.lowerBound < old.lowerBound)
        #expect(letters.contains("バックアップの間隔、世代数及び目的を追記しました。"))
        #expect(letters.contains("情報セキュリティ委員会"))
        #expect(html.contains("href=\"/security/whitepaper/1.3/#12.3.1\""))
        #expect(html.contains("<ins class=\"comparison-added\">"))
        let link = "<link rel=\"canonical\" href=\"https://www.infocms.example.jp"
        #expect(html.contains(link + "/security/whitepaper/history/12.3.1/\">"))
    }

    @Test func everyItemHasAHistoryInLowerCase() {
        let names = site.names(in: Self.folder + "history/")
        #expect(names.count == 47 && names.contains("cld.6.3.1"))
        #expect(!site.text(Self.folder + "history/cld.6.3.1/index.html").contains("<ins"))
    }

    @Test func theEditionLeadsToComparisonsHistoriesAndCitations() {
        let html = site.text(Self.folder + "index.html")
        for expected in [
            "<a href=\"/security/whitepaper/compare/1.2..1.3/#12.3.1\">第1.3版で変更</a>",
            "<a href=\"/security/whitepaper/history/12.3.1/\">この管理策の履歴",
            "<code>https://www.infocms.example.jp/security/whitepaper/1.3/#12.3.1</code>",
            "前の版との比較: 1.2 → 1.3", "現行版との比較: 1.0 → 1.3",
        ] { #expect(html.contains(expected), "\(expected)") }
        let old = site.text(Self.folder + "1.1/index.html")
        #expect(old.contains("前の版との比較: 1.0 → 1.1"))
        #expect(old.contains("現行版との比較: 1.1 → 1.3"))
        let canonical =
            "rel=\"canonical\" href=\"https://www.infocms.example.jp/security/whitepaper/"
        #expect(old.contains(canonical + "1.1/\""))
        #expect(site.text(Self.folder + "1.3/index.html").contains(canonical + "\""))
    }

    @Test func theMatrixIsFilteredByRadioButtonsAlone() {
        let html = site.text(Self.folder + "index.html")
        #expect(html.contains("<tr class=\"by-provider\">"))
        #expect(html.contains("id=\"_only-provider\""))
        #expect(!html.contains("<script"))
    }

    @Test func comparisonsWithTheCurrentEditionAreNotPromised() {
        let urls = site.report.published.map(\.url).filter {
            $0.hasPrefix("/security/whitepaper/c")
        }
        #expect(
            urls.sorted()
                == ["1.0..1.1", "1.1..1.2", "1.2..1.3"].map {
                    "/security/whitepaper/compare/\($0)/"
                })
        let promised = Set(site.report.published.map(\.url))
        #expect(promised.contains("/security/whitepaper/history/12.3.1/"))
        #expect(promised.contains("/security/whitepaper/1.3/controls.csv"))
    }

    @Test func everyLinkOfAWhitepapersPagesLeadsSomewhere() throws {
        for (path, bytes) in site.files
        where path.hasPrefix("public/") && path.contains("whitepaper") && path.hasSuffix(".html") {
            let html = String(decoding: bytes, as: UTF8.self)
            let own = path.dropFirst("public/".count).dropLast("index.html".count)
            for match in html.matches(of: /href="(\/[^"#]*)?(#[^"]*)?"/) {
                let page = match.1.map { String($0.dropFirst()) } ?? String(own)
                let file = page.isEmpty || page.hasSuffix("/") ? page + "index.html" : page
                guard let target = site.files["public/" + file] else {
                    Issue.record("\(path): \(match.0)")
                    continue
                }
                guard let fragment = match.2?.dropFirst(), !fragment.isEmpty else { continue }
                let id = "id=\"" + (String(fragment).removingPercentEncoding ?? "") + "\""
                #expect(String(decoding: target, as: UTF8.self).contains(id), "\(path): \(match.0)")
            }
        }
    }
}
