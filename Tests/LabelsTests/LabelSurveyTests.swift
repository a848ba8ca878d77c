import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Labels

/// What `labels list` and `labels explain` tell is what a build does.
@Suite struct LabelSurveyTests {
    private static let site = """
        -- Content/pages/a/folder.yml --
        label: public
        floor: members
        handling: [no-print]
        -- Content/uploads/seen.txt --
        x
        -- Content/uploads/seen.txt.yml --
        label: public
        -- Content/uploads/unused.txt --
        x
        -- Content/redirects.yml --
        - {from: /old/, to: /p/}
        - {from: /gone/, gone: true, label: internal}

        """

    private func survey(
        _ archive: String
    ) throws -> (survey: LabelSurvey, built: BuiltSite) {
        let project = try TemporaryProject(archive)
        let prepared = try PreparedBuild(LockedSite.options(project))
        let survey = try #require(try prepared.survey().survey)
        return (survey, try BuiltSite(project))
    }

    private func archive() -> String {
        LabelledSite.settings + LabelledSite.labels + Self.site
            + LabelledSite.page("index.md", "label: public\n")
            + LabelledSite.page("handbook/index.md") + LabelledSite.page("a/x.md")
            + LabelledSite.page("a/y.md", "label: internal\n")
            + LabelledSite.page("d.md", "draft: true\n")
            + LabelledSite.page("s.md", "publish_at: 2030-01-01\n")
            + LabelledSite.page("e.md", "expire_at: 2020-01-01\n")
            + LabelledSite.page(
                "p.md", "label: public\n",
                text: "[x](/uploads/seen.txt)\n\n:::label internal\nClosed.\n:::")
    }

    @Test func aPageAnUploadAndARedirectAreInExactlyTheOutputsThatABuildWrites() throws {
        let (survey, built) = try survey(archive())
        #expect(built.findings == [])
        #expect(survey.outputs == ["public", "members", "staff"])
        var checked = 0
        for item in survey.items {
            let route = item.names.first { $0.hasPrefix("/") }
            guard let route, [.page, .upload, .redirect].contains(item.kind) else { continue }
            // What has expired leaves a page that says so.
            for (output, absence) in zip(survey.outputs, item.absences) where absence != .expired {
                let file = output + route + (route.hasSuffix("/") ? "index.html" : "")
                #expect((built.files[file] != nil) == (absence == nil), "\(file) \(item.path)")
                checked += 1
            }
        }
        #expect(checked == 33)
    }

    @Test(arguments: [
        ("d.md", "draft draft draft"), ("s.md", "scheduled scheduled scheduled"),
        ("e.md", "expired expired expired"), ("a/x.md", "label label in"),
        ("/p/", "in in in"), ("https://www.example.jp/a/y/", "label label in"),
        ("unused.txt", "label unreferenced unreferenced"), ("uploads/seen.txt", "in in in"),
        ("Content/redirects.yml#/gone/", "label label in"), ("./Content/pages/p.md", "in in in"),
    ])
    func whatIsOutIsOutForAReason(name: String, expected: String) throws {
        let (survey, _) = try survey(archive())
        let item = survey.item(named: name) ?? survey.item(named: "Content/" + name)
        let found = try #require(item)
        #expect(
            found.absences.map { $0?.rawValue ?? "in" }.joined(separator: " ") == expected)
    }

    @Test func aTraceNamesEveryPlaceAndWhatHolds() throws {
        let (survey, built) = try survey(archive())
        let item = try #require(survey.item(named: "a/x.md"))
        #expect(item.label == "members no-print")
        let steps = survey.trace(of: item).steps
        #expect(
            steps.map { "\($0.kind.rawValue) \($0.words) \($0.holds)" } == [
                "folder-default public false", "default members false", "floor members true",
                "folder-handling no-print true",
            ])
        for step in steps { #expect(built.source(under: step.span) == step.words) }
        let portion = try #require(survey.items.first { $0.kind == .portion })
        #expect(portion.label == "internal")
        #expect(
            survey.trace(of: portion).steps.map { "\($0.kind.rawValue) \($0.words)" }
                == ["own internal", "whole public"])
        #expect(survey.item(named: "a/z.md") == nil)
        #expect(survey.nearest(to: "handbok/index.md") == "handbook/index.md")
    }
}
