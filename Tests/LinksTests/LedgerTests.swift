import Content
import Core
import Testing

@testable import Links

/// published.tsv: its form, its damage, and what is added to it.
@Suite struct LedgerTests {
    private static let header = "# url\tanchor\toutputs\tfirst published (version 1)\n"
    private static let address = "https://www.example.jp/base/"
    private static let addressed =
        "# url\tanchor\toutputs\tfirst published (version 1) at \(address)\n"

    private func read(_ text: String) -> (ledger: Ledger, codes: [String]) {
        let (ledger, found) = Ledger.read(Array(text.utf8), file: "published.tsv")
        return (ledger, found.map { "\($0.code) \($0.span?.range?.lowerBound ?? -1)" })
    }

    private func keys(_ ledger: Ledger) -> [String] {
        ledger.lines.map { ledger.url(of: $0) + (ledger.anchor(of: $0).map { "#" + $0 } ?? "") }
    }

    @Test func readsURLsAnchorsOutputsAndDays() {
        let (ledger, found) = read(
            Self.header + "/\t\tpublic,staff\t2026-01-15\n/a/\t責任分界\tstaff\t2025-12-31\n")
        #expect(found == [])
        #expect(keys(ledger) == ["/", "/a/#責任分界"])
        #expect(ledger.lines.map(ledger.outputs) == [["public", "staff"], ["staff"]])
        #expect(ledger.lines.map(ledger.day) == ["2026-01-15", "2025-12-31"])
        #expect(ledger.has(url: "/a/") && !ledger.has(url: "/a"))
    }

    @Test(arguments: ["\r\n", "\n"])
    func linesMayEndAsTheyDoOnAnySystemAndStandInAnyOrder(end: String) {
        let lines = ["/b/\t\tp\t2026-01-15", "/a/\tx\tp\t2026-01-15", "/a/\t\tp\t2026-01-15"]
        let first = Self.header.dropLast()
        let (ledger, found) = read(([String(first)] + lines).joined(separator: end))
        #expect(found == [])
        #expect(keys(ledger) == ["/a/", "/a/#x", "/b/"])
        #expect(ledger.groups.map(\.count) == [2, 1])
    }

    @Test(arguments: [
        ("/a/\t\tp\n", "damaged"), ("/a/\t\tp\t2026-1-15\n", "damaged"),
        ("/a/\t\tp\t2026-01-15\tx\n", "damaged"), ("/a/\t\t\t2026-01-15\n", "damaged"),
        ("/a/\t\tp,\t2026-01-15\n", "damaged"), ("a/\t\tp\t2026-01-15\n", "damaged"),
        ("/a\u{1}/\t\tp\t2026-01-15\n", "damaged"), ("\n", "damaged"), ("# url\n", "damaged"),
        ("<<<<<<< HEAD\n", "conflict"), ("=======\n", "conflict"), (">>>>>>> x\n", "conflict"),
        ("||||||| x\n", "conflict"), ("/0/\t\tq\t2026-01-16\n", "repeated"),
    ])
    func reportsALineThatNobodyShouldHaveWritten(_ line: String, _ code: String) {
        let before = Self.header + "/0/\t\tp\t2026-01-15\n"
        let (ledger, found) = read(before + line + "/z/\t\tp\t2026-01-15\n")
        #expect(found == ["publish.ledger-\(code) \(before.utf8.count)"])
        #expect(keys(ledger).first == "/0/" && keys(ledger).last == "/z/")
    }

    @Test func theFirstLineStatesTheSitesAddress() {
        let text = Self.addressed + "/\t\tp\t2026-01-15\n"
        let (ledger, found) = Ledger.read(Array(text.utf8), file: "published.tsv")
        #expect(found.isEmpty && ledger.lines.count == 1)
        #expect(ledger.address?.value == Self.address)
        let start = Self.header.utf8.count - 1 + 4
        #expect(ledger.address?.span.range == start..<start + Self.address.utf8.count)
        #expect(read(Self.header).ledger.address == nil)
        #expect(read("# url\tanchor\toutputs\tfirst published (version 1) at \n").codes.count == 1)
    }

    @Test func namesTheLinesThatAnEarlierLedgerHad() {
        let earlier = read(
            Self.header + "/\t\tp,s\t2026-01-15\n/a/\t\tp\t2026-01-15\n/a/\tx\tp,m\t2026-01-15\n"
                + "/b/\t\ts\t2026-01-15\n"
        ).ledger
        let now = read(
            Self.header + "/b/\t\t-s\t2026-01-15\n/\t\ts,q\t2026-01-15\n/a/\tx\tp,n\t2026-01-15\n"
                + "/c/\t\tp\t2026-01-15\n/d/\t\tp\t2026-01-15\n"
        ).ledger
        // '/' lacks p; '/a/' is gone; of m nothing is left, so it was renamed; s of '/b/' was
        // given up.
        let lost = now.linesLost(since: earlier)
        #expect(lost.map { earlier.url(of: $0) } == ["/", "/a/"])
        #expect(lost.allSatisfy { $0.isWhole })
        #expect(now.linesLost(since: now).isEmpty)
    }

    /// Else whoever deletes it could move the site and lose every URL unseen.
    @Test func withoutItsFirstLineALedgerIsDamaged() {
        let (ledger, codes) = read("/\t\tp\t2026-01-15\n/a/\t\tp\t2026-01-15\n")
        #expect(codes == ["publish.ledger-damaged 0"])
        #expect(keys(ledger) == ["/", "/a/"])
    }

    @Test func aSecondHeaderIsDamage() {
        #expect(read(Self.header + "/\t\tp\t2026-01-15\n" + Self.header).codes.count == 1)
    }

    private func place(_ url: String, _ outputs: OutputSet, _ anchors: [String] = [])
        -> PublishedPlace
    {
        PublishedPlace(
            url: url, outputs: outputs,
            anchors: anchors.map { Anchor(name: $0, outputs: outputs) })
    }

    @Test func addingSortsByBytesAndKeepsEveryLineAndItsFirstDay() throws {
        let old = Self.header + "/gone/\t\told\t2020-01-01\n/z/\t\tpublic\t2020-01-01\n"
        let (ledger, _) = read(old)
        let day = try #require(CalendarDate(iso: "2026-01-15"))
        let new = ledger.adding(
            [place("/z/", 3), place("/a/b/", 2), place("/a/", 1, ["z", "あ"]), place("/a/", 2)],
            outputs: ["public", "staff"], day: day,
            address: Self.address)
        #expect(
            String(decoding: new, as: UTF8.self) == Self.addressed + """
                /a/\t\tpublic,staff\t2026-01-15
                /a/\tz\tpublic\t2026-01-15
                /a/\tあ\tpublic\t2026-01-15
                /a/b/\t\tstaff\t2026-01-15
                /gone/\t\told\t2020-01-01
                /z/\t\tpublic,staff\t2020-01-01

                """)
        let (again, found) = Ledger.read(new, file: "published.tsv")
        #expect(found.isEmpty)
        #expect(
            again.adding(
                [place("/z/", 3)], outputs: ["public", "staff"], day: day,
                address: Self.address) == new,
            "what is there already changes nothing")
    }

    @Test func whatIsAddedIsReadAgainAsItIs() throws {
        var random = SystemRandomNumberGenerator()
        let day = try #require(CalendarDate(iso: "2026-01-15"))
        let parts = ["a", "b-c", "責任", "a.png", "~", "!", "%", "\u{10FFFF}"]
        for _ in 0..<50 {
            let places = (0..<20).map { _ in
                let path = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
                    parts.randomElement(using: &random)
                }
                return place(
                    "/" + path.map { $0 + "/" }.joined(),
                    OutputSet.random(in: 1...7, using: &random),
                    parts.filter { _ in Bool.random(using: &random) })
            }
            let bytes = Ledger().adding(
                places, outputs: ["a", "b", "c"], day: day, address: Self.address)
            let (ledger, found) = Ledger.read(bytes, file: "published.tsv")
            #expect(found.isEmpty)
            #expect(Set(keys(ledger)).count == ledger.lines.count)
            #expect(ledger.adding([], outputs: [], day: day, address: Self.address) == bytes)
            #expect(
                Set(keys(ledger))
                    == Set(
                        places.flatMap { p in [p.url] + p.anchors.map { p.url + "#" + $0.name } }))
        }
    }
}
