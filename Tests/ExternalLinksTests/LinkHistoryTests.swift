import Core
import Testing

@testable import ExternalLinks

/// When failures make a link a broken one.
@Suite struct LinkHistoryTests {
    /// Hours at which a link fails (F) or answers (O), and what it is after the last.
    private static let courses: [(String, ProbeState, Int)] = [
        ("F0", .unreachable, 1), ("F0 F24", .unreachable, 2), ("F0 F24 F48", .broken, 3),
        ("F0 F24 F47", .unreachable, 3), ("F0 F24 F47 F59", .broken, 4),
        ("F0 F48", .unreachable, 2), ("F0 F48 F59", .unreachable, 2), ("F0 F48 F60", .broken, 3),
        // Within 12 hours it is the same failure.
        ("F0 F1 F2 F3", .unreachable, 1), ("F0 F11 F12", .unreachable, 2),
        ("F0 F12 F24 F36 F47", .unreachable, 4), ("F0 F12 F24 F36 F48", .broken, 5),
        // A success ends the count.
        ("F0 F24 O30 F48", .unreachable, 1), ("F0 F24 F48 O50", .ok, 0),
        ("F0 F24 F48 O50 F300 F324 F347", .unreachable, 3),
        ("F0 F24 F48 O50 F300 F324 F348", .broken, 3),
        // It stays broken, also when it is asked again soon.
        ("F0 F24 F48 F49", .broken, 3), ("F0 F24 F48 F700", .broken, 4),
        // 30 days without a word prove nothing.
        ("F0 F719", .unreachable, 2), ("F0 F720", .unreachable, 2), ("F0 F721", .unreachable, 1),
        ("F0 F24 F745", .unreachable, 1),
        // A clock that goes back counts nothing.
        ("F100 F50 F0", .unreachable, 1),
    ]

    @Test(arguments: courses)
    func failuresAreCountedOverDays(_ course: String, _ state: ProbeState, _ count: Int) throws {
        let address = try WebAddress("https://a.example/")
        var memory = LinkMemory()
        var last: ExternalVerdict?
        for step in course.split(separator: " ") {
            let hours = try #require(Int(step.dropFirst()))
            let now = Moment(secondsSince1970: hours * 3600, zone: .utc)
            let outcome = step.first == "F" ? Outcome.failed(.status(404)) : .answered(Answer())
            last = memory.take(outcome, of: address, at: now).page
        }
        #expect(last?.state == state)
        if case .failed(_, let failing) = last { #expect(failing.count == count) }
    }

    @Test func aMissingAnchorIsCountedByItself() throws {
        let address = try WebAddress("https://a.example/")
        var memory = LinkMemory()
        var answer = Answer()
        answer.anchors = ["x": .missing, "y": .found]
        for (day, state) in [(0, ProbeState.unreachable), (1, .unreachable), (2, .broken)] {
            let now = Moment(secondsSince1970: day * 86_400, zone: .utc)
            let (page, anchors) = memory.take(.answered(answer), of: address, at: now)
            #expect(page.state == .ok)
            #expect(anchors.mapValues(\.state) == ["x": state])
        }
    }

    @Test func whatIsNoFailureOfTheLinkLeavesItsCountAlone() throws {
        let address = try WebAddress("https://a.example/")
        var memory = LinkMemory()
        let now = Moment(secondsSince1970: 0, zone: .utc)
        _ = memory.take(.failed(.timeOut), of: address, at: now)
        let before = memory
        let page = memory.take(.askedToWait(.seconds(3600)), of: address, at: now).page
        #expect(page.state == .askedToWait && memory == before)
    }

    @Test func aSuccessIsKeptForItsTimeOnly() {
        let good = LinkHistory.good(.init(checked: 1000))
        let after = { (seconds: Int) in
            good.fresh(at: Moment(secondsSince1970: 1000 + seconds, zone: .utc), for: .seconds(60))
        }
        #expect(after(0) != nil && after(59) != nil)
        #expect(after(60) == nil && after(-1) == nil)
        let failing = LinkHistory.failing(.init(first: 0, last: 0, count: 1))
        #expect(
            failing.fresh(at: Moment(secondsSince1970: 1, zone: .utc), for: .seconds(60)) == nil)
    }
}
