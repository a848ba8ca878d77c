import Core
import Testing

/// What a report leaves out of a file with more findings than anybody reads.
@Suite struct BoundedFindingsTests {
    private static func finding(
        at place: Int?, of file: String? = "a.md", _ severity: Severity = .warning
    ) -> Diagnostic {
        let range = place.map { $0..<($0 + 1) }
        let span = file.map { SourceSpan(file: $0, range: range) }
        return Diagnostic(severity, "content.test", at: span, en: "x", ja: "x")
    }

    @Test func theFirstByPlaceStayAndTheRestIsCounted() throws {
        let findings = [5, 1, 4, 2, 3].map { Self.finding(at: $0) }
        let bounded = findings.bounded(to: 3)
        #expect(bounded.dropLast().compactMap { $0.span?.range?.lowerBound } == [1, 2, 3])
        let rest = try #require(bounded.last)
        #expect(rest.code == "content.too-many-findings")
        #expect(rest.span == SourceSpan(file: "a.md"))
        #expect(rest.message.en.hasPrefix("2 more findings"))
        #expect(rest.message.ja.contains(" 2 件"))
    }

    @Test func errorsStayBeforeAllOthers() {
        let findings = (1...4).map { Self.finding(at: $0) } + [Self.finding(at: 9, .error)]
        let bounded = findings.bounded(to: 3)
        #expect(bounded.dropLast().compactMap { $0.span?.range?.lowerBound } == [1, 2, 9])
        #expect(bounded.last?.severity == .warning)
    }

    @Test func errorsThatAreLeftOutStillForbidPublishing() {
        let findings = (1...5).map { Self.finding(at: $0, .error) }
        #expect(findings.bounded(to: 3).last?.severity == .error)
    }

    @Test func asManyAsTheLimitAndFindingsOfOtherFilesAllStay() {
        let few = (1...3).map { Self.finding(at: $0) }
        #expect(few.bounded(to: 3) == few)
        let other = (1...3).map { Self.finding(at: $0, of: "b.md") }
        let nowhere = (1...5).map { _ in Self.finding(at: nil, of: nil) }
        #expect((few + other + nowhere).bounded(to: 3) == few + other + nowhere)
    }
}
