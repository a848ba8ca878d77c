import Foundation
import TestSupport
import Testing

/// The minimal theme, which proves that the themes' README says enough to make one.
@Suite struct PlainThemeTests {
    private struct Report: Decodable {
        struct Finding: Decodable { let code: String }
        let diagnostics: [Finding]
    }

    @Test(.timeLimit(.minutes(10))) func makesTheWholeSampleWithoutAFinding() async throws {
        let checker = try NuHTMLChecker(environment: ProcessInfo.processInfo.environment)
        let sample = try SampleCopy()
        let settings = try sample.project.folder.text(of: "Content/site.yml")
        try sample.project.folder.write(
            settings.replacing("\ntheme: default\n", with: "\ntheme: plain\n"),
            to: "Content/site.yml")
        let build = try await sample.run("build", "--format", "json")
        try #require(build.status == 0, "\(build.stderr)")
        let report = try JSONDecoder().decode(Report.self, from: Data(build.stdout.utf8))
        let findings = report.diagnostics.map(\.code)
        #expect(findings.filter { $0.hasPrefix("theme.") || $0.hasPrefix("link.") } == [])

        let live = sample.project.folder.url(of: "Site/current").resolvingSymlinksInPath()
        let home = try String(
            contentsOf: live.appending(path: "public/index.html"), encoding: .utf8)
        #expect(!home.contains("class=\"shell"))
        let wrong = try await checker.check(live).filter(\.isError)
        #expect(wrong.map(\.description) == [])
    }

    @Test func hasATemplateForEveryKindOfPage() throws {
        func templates(_ theme: String) throws -> Set<String> {
            let folder = PackageFolder.url.appending(path: "Themes/\(theme)/templates")
            return Set(
                try FileManager.default.contentsOfDirectory(atPath: folder.path)
                    .filter { $0.hasSuffix(".mustache") })
        }
        #expect(try templates("plain") == templates("default"))
    }
}
