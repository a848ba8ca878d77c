import Testing

@testable import Core

@Suite struct CalendarDateTests {
    @Test(arguments: [
        ("2024-02-29", true), ("2023-02-29", false), ("2000-02-29", true), ("1900-02-29", false),
        ("2025-04-30", true), ("2025-04-31", false), ("2025-12-31", true), ("2025-13-01", false),
        ("2025-00-10", false), ("2025-01-00", false), ("0000-01-01", true), ("9999-12-31", true),
        ("2025-1-01", false), ("2025/01/01", false), ("20250101", false), ("", false),
        (" 2025-01-01", false), ("2025-01-01 ", false), ("２０２５-01-01", false),
        ("2025-01-0a", false), ("-025-01-01", false), ("+025-01-01", false),
    ])
    func readsOnlyDaysThatExistInTheirOneForm(text: String, exists: Bool) {
        #expect((CalendarDate(iso: text) != nil) == exists)
        if exists { #expect(CalendarDate(iso: text)?.iso == text) }
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1970-01-02", 1), ("1969-12-31", -1), ("2000-03-01", 11_017),
        ("2024-02-29", 19_782), ("2024-03-01", 19_783), ("2026-01-01", 20_454),
    ])
    func countsDaysFromTheBeginningOf1970(text: String, days: Int) {
        #expect(CalendarDate(iso: text)?.daysSince1970 == days)
        #expect(CalendarDate(daysSince1970: days).iso == text)
    }

    @Test func everyDayOfFourCenturiesComesBackFromItsNumber() throws {
        let first = try #require(CalendarDate(iso: "1899-12-31"))
        var previous = first
        for number in (first.daysSince1970 + 1)...(first.daysSince1970 + 146_097) {
            let date = CalendarDate(daysSince1970: number)
            guard date.daysSince1970 == number, previous < date,
                CalendarDate(year: date.year, month: date.month, day: date.day) == date
            else {
                Issue.record("\(date.iso) is not day \(number)")
                return
            }
            previous = date
        }
    }
}
