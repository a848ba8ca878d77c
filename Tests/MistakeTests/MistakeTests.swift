import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

@testable import Building

/// Every likely mistake of an editor is told once, at its place, with what to do.
@Suite struct MistakeTests {
    @Test func thereAreFortyMistakesAtLeast() {
        #expect(Mistake.all.count >= 40)
        #expect(Set(Mistake.all.map(\.title.ja)).count == Mistake.all.count)
        #expect(Set(Mistake.all.map(\.title.en)).count == Mistake.all.count)
    }

    @Test(arguments: Mistake.all)
    func isToldAtItsPlaceAndNothingElseIs(mistake: Mistake) async throws {
        let told = try await ToldMistake(mistake, language: "en")
        #expect(told.findings == ["\(mistake.finding) \(mistake.place)"] + mistake.also)
        #expect(told.status == (mistake.finding.hasPrefix("error") ? 1 : 0))
        if !mistake.isAdviceInHeadline { #expect(told.repairs == told.findings.count) }
    }

    /// The edits of a finding, made by a program, mend the mistake.
    @Test(arguments: Mistake.all)
    func editsThatAreOfferedMendIt(mistake: Mistake) throws {
        let site = try BuiltSite(try mistake.project(), asOf: Self.moment)
        let code = String(mistake.finding.split(separator: " ")[1])
        let finding = try #require(site.finding(code), "\(site.findings)")
        for file in Set(finding.edits.map(\.file)) {
            let old = try site.project.folder.bytes(of: file)
            let new = try applying(finding.edits.filter { $0.file == file }, to: old)
            try site.project.folder.write(new, to: file)
        }
        if finding.edits.isEmpty { return }
        let mended = try BuiltSite(site.project, asOf: Self.moment)
        #expect(!mended.findings.contains { $0.hasPrefix(code + " ") }, "\(mended.findings)")
    }

    private static let moment = "2026-05-01T09:00:00+09:00"
}
