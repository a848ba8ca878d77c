import SiteFixtures
import TestSupport
import Testing

/// A whitepaper of many editions: what is written grows with what changed.
struct ManyEditionsTests {
    /// A site whose editions change two controls each.
    static func archive(editions: Int, controls: Int) -> String {
        let ids = (0..<controls).map { "\(5 + $0 / 20).\(1 + $0 / 5 % 4).\(1 + $0 % 5)" }
        var files = BuiltSite.plainSite + "\n-- Content/whitepapers/w/catalogue.csv --\n"
        files += "id,title_ja,title_en\n"
        files += ids.map { "\($0),管理策 \($0),Control \($0)\n" }.joined()
        files += "-- Content/whitepapers/w/editions/1.0/section-1.md --\n"
        files += "---\nid: \"1\"\ntitle: 管理策\ncontrols: true\n---\n"
        var declaration = """
            -- Content/whitepapers/w/whitepaper.yml --
            title: W
            product: P
            standard: S
            path: /w/
            catalogue: catalogue.csv
            editions:

            """
        for edition in 0..<editions {
            let changed = edition == 0 ? ids : changes(edition, ids)
            let day = "20\(10 + edition / 12)-\(edition % 12 < 9 ? "0" : "")\(edition % 12 + 1)-01"
            declaration += "  - {version: \"1.\(edition)\", date: \(day), approver: A"
            if edition > 0 {
                let entries = changed.map { "{id: \($0)}" }.joined(separator: ", ")
                declaration += ", changes: [\(entries)]"
            }
            declaration += "}\n"
            for id in changed {
                files += """
                    -- Content/whitepapers/w/editions/1.\(edition)/\(id).md --
                    ---
                    control: \(id)
                    responsibility: provider
                    ---
                    管理策 \(id) の記述。第 \(edition) 回の改訂で改めた。

                    """
            }
        }
        return files + declaration
    }

    private static func changes(_ edition: Int, _ ids: [String]) -> [String] {
        [ids[edition * 2 % ids.count], ids[(edition * 2 + 1) % ids.count]]
    }

    @Test func hasFewComparisonsAndNoneShowsWhatDidNotChange() throws {
        let site = try BuiltSite(Self.archive(editions: 30, controls: 60))
        #expect(site.findings == [])
        let comparisons = site.files.keys.filter { $0.hasPrefix("public/w/compare/") }
        // 29 pairs of neighbours, and 28 older ones with the current edition.
        #expect(comparisons.count == 29 + 28)
        #expect(site.files.keys.filter { $0.hasPrefix("public/w/history/") }.count == 61)
        for edition in 1..<30 {
            let html = site.text("public/w/compare/1.\(edition - 1)..1.\(edition)/index.html")
            let shown = html.matches(of: /<h2 id="([0-9][^"]*)">/).count
            #expect(shown == 2, "1.\(edition)")
        }
        let whole = site.text("public/w/compare/1.0..1.29/index.html")
        #expect(whole.matches(of: /<h2 id="([0-9][^"]*)">/).count == 58)
    }
}
