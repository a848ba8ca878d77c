import Foundation
import TestSupport
import Testing

@Suite struct NuHTMLCheckerTests {
    let checker: NuHTMLChecker

    init() throws {
        checker = try NuHTMLChecker(environment: ProcessInfo.processInfo.environment)
    }

    @Test(.timeLimit(.minutes(5))) func findsNoErrorInAnyPageOfTheSample() async throws {
        let project = try TemporaryProject()
        for name in ["Content", "Themes"] {
            try FileManager.default.copyItem(
                at: PackageFolder.url.appending(path: name), to: project.folder.url(of: name))
        }
        let build = try await project.run("build")
        try #require(build.status == 0, "\(build.stderr)")

        let live = project.folder.url(of: "Site/current").resolvingSymlinksInPath()
        #expect(FileManager.default.fileExists(atPath: live.path + "/public/index.html"))
        let findings = try await checker.check(live)
        for finding in findings where finding.isError {
            Issue.record("\(finding)")
        }
        for finding in findings where finding.subType == "warning" {
            print("warning: \(finding)")
        }
    }

    @Test(.timeLimit(.minutes(5))) func findsWhatIsWrongWithItsPlaceInAnyFolder() async throws {
        let head = "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<title>題</title>\n</head>\n"
        let folder = try TemporaryFolder()
        try folder.write(head + "<body><p>正しい。</p></body>\n</html>\n", to: "index.html")
        try folder.write(head + "<body><p></div></body>\n</html>\n", to: "責任/分界/index.html")
        try folder.write("<svg>", to: "figure.svg")

        let errors = try await checker.check(folder.url).filter(\.isError)
        #expect(errors.count == 1)
        #expect(errors.first?.lastLine == 6)
        #expect(errors.first?.description.contains("責任/分界/index.html:6: ") == true)
    }
}
