import Foundation
import TestSupport
import Testing

/// The minimal theme, which proves that the themes' README says enough to make one.
@Suite struct PlainThemeTests {
    private struct Report: Decodable {
        struct Finding: Decodable { let code: String }
        let diagnostics: [Finding]
    }

    @Test(.timeLimit(.minutes(5))) func makesTheWholeSampleWithoutAFinding() async throws {
        let checker = try NuHTMLChecker(environment: ProcessInfo.processInfo.environment)
        let sample = try SampleCopy()
        let settings = try sample.project.folder.text(of: "Content/site.yml")
        try sample.project.folder.write(
            settings.replacing("\ntheme: default\n", with: "\ntheme: plain\n"),
            to: "Content/site.yml")
        let build = try await sample.run("build", "--format", "json")
        try #require(build.status == 0, "\(build.stderr)")
        // The sample names no engine; that is no fault of the theme.
        let report = try JSONDecoder().decode(Report.self, from: Data(build.stdout.utf8))
        #expect(report.diagnostics.map(\.code) == ["upload.not-scanned"])

        let live = sample.project.folder.url(of: "Site/current").resolvingSymlinksInPath()
        let home = try String(
            contentsOf: live.appending(path: "public/index.html"), encoding: .utf8)
        #expect(!home.contains("class=\"shell"))
        let findings = try await checker.check(live)
        #expect(findings.filter(\.isError).map(\.description) == [])
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
