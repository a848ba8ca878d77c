import Testing

@testable import Core

@Suite struct MomentTests {
    @Test(arguments: [
        ("2025-02-03", 1_738_508_400), ("2025-02-03T09:00", 1_738_540_800),
        ("2025-02-03 09:00:30", 1_738_540_830), ("2025-02-03T09:00:00Z", 1_738_573_200),
        ("2025-02-03T09:00z", 1_738_573_200), ("2025-02-03T09:00:00+09:00", 1_738_540_800),
        ("2025-02-03T09:00-03:30", 1_738_585_800), ("1969-12-31T23:59:59Z", -1),
    ])
    func readsATimeInItsZoneOrElseInTheGivenOne(text: String, seconds: Int) {
        #expect(Moment(iso: text, defaultZone: .japan)?.secondsSince1970 == seconds)
    }

    @Test(arguments: [
        "2025-02-30", "2025-02-03T", "2025-02-03T9:00", "2025-02-03T24:00", "2025-02-03T23:60",
        "2025-02-03T23:59:60", "2025-02-03T09:00:0", "2025-02-03T09:00+0900",
        "2025-02-03T09:00+24:00", "2025-02-03T09:00+09:60", "2025-02-03T09:00 JST",
        "2025-02-03x09:00", "2025-02-03Z", "2025-02-03T09:00:00Zjunk", "tomorrow", "",
    ])
    func readsNothingElse(text: String) {
        #expect(Moment(iso: text, defaultZone: .japan) == nil)
    }

    @Test(arguments: [
        ("2025-02-03T09:00:00+09:00", "2025-02-03T09:00:00+09:00"),
        ("2025-02-03T00:00:00Z", "2025-02-03T00:00:00Z"),
        ("2025-02-03T01:02:03-03:30", "2025-02-03T01:02:03-03:30"),
        ("1960-07-08T09:10:11+05:45", "1960-07-08T09:10:11+05:45"),
    ])
    func isWrittenAsItWasRead(text: String, written: String) {
        #expect(Moment(iso: text, defaultZone: .utc)?.iso == written)
    }

    @Test func hasTheDayOfItsOwnZone() throws {
        let moment = try #require(Moment(iso: "2025-02-03T23:30:00Z", defaultZone: .utc))
        #expect(moment.date.iso == "2025-02-03")
        #expect(moment.shown(in: .japan).date.iso == "2025-02-04")
        #expect(moment.shown(in: .japan).iso == "2025-02-04T08:30:00+09:00")
    }

    @Test func comparesByTheMomentAndNotByTheClock() throws {
        let tokyo = try #require(Moment(iso: "2025-02-03T09:00:00+09:00", defaultZone: .utc))
        let london = try #require(Moment(iso: "2025-02-03T00:00:01Z", defaultZone: .utc))
        #expect(tokyo < london)
    }
}
