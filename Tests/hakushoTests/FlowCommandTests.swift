import Foundation
import TestSupport
import Testing

/// What must not flow down, by the program itself: exit 1, both places, and nothing published.
@Suite struct FlowCommandTests {
    private static let project = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        taxonomies: [tags]
        outputs:
          public: {clearance: public}
          members: {clearance: members}
          staff: {clearance: internal, handling: [no-print]}
        collections:
          notices: {fields: {related: {type: reference}}}
        -- Content/labels.yml --
        levels: [{id: public}, {id: members}, {id: internal}]
        handling: [{id: no-print}]
        default: members
        -- Content/pages/folder.yml --
        label: public
        -- Content/pages/index.md --
        ---
        title: Home
        ---
        -- Content/pages/secret.md --
        ---
        title: Secret
        label: internal
        aliases: [/old-secret/]
        tags: [hidden]
        ---
        -- Content/pages/marked.md --
        ---
        title: Marked
        label: internal
        handling: [no-print]
        ---
        -- Content/pages/closed/folder.yml --
        label: members
        -- Content/pages/closed/a.md --
        ---
        title: Closed
        ---
        -- Content/pages/high/folder.yml --
        order: 1
        floor: internal
        -- Content/pages/high/a.md --
        ---
        title: High
        ---
        -- Content/pages/part.md --
        ---
        title: Part
        ---
        Open.

        :::label members
        ## Within
        :::
        -- Content/pages/notices/folder.yml --
        collection: notices
        -- Content/uploads/plan.png --
        x
        -- Content/uploads/plan.png.yml --
        title: Plan
        label: internal
        -- Content/uploads/plain.png --
        x
        -- Content/uploads/inner/folder.yml --
        label: internal
        -- Content/uploads/inner/a.png --
        x
        -- Content/whitepapers/w/whitepaper.yml --
        title: W
        product: P
        path: /w/
        label: public
        standard: S
        facts:
          open: a
          closed: {value: b, label: members}
        editions:
          - {version: "1.0", date: 2025-01-01, approver: A}
          - {version: "2.0", date: 2025-06-01, approver: A, label: internal, summary: S}
        -- Content/whitepapers/w/editions/1.0/section-1.md --
        ---
        id: "1"
        title: One
        ---
        Text.

        """

    struct Flow: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The text of a public page, from line 5; or a whole archive.
        let text: String
        var path = "Content/pages/a.md"
        let finding: String
        let note: String
    }

    private static let flows: [Flow] = [
        Flow(
            testDescription: "a link", text: "See\n[it](secret.md).",
            finding: "a.md:6:1: error[label.link-to-higher]", note: "pages/secret.md:3:8"),
        Flow(
            testDescription: "a link by a definition", text: "[it][s]\n\n[s]: secret.md",
            finding: "a.md:5:1: error[label.link-to-higher]", note: "pages/secret.md:3:8"),
        Flow(
            testDescription: "a link by a former URL", text: "[it](/old-secret/)",
            finding: "a.md:5:1: error[label.link-to-higher]", note: "pages/secret.md:3:8"),
        Flow(
            testDescription: "a link to a tag of hidden pages", text: "[it](/tags/hidden/)",
            finding: "a.md:5:1: error[label.link-to-higher]", note: "pages/secret.md:5:8"),
        Flow(
            testDescription: "a link to a folder's page", text: "[it](closed/a.md)",
            finding: "a.md:5:1: error[label.link-to-higher]", note: "pages/closed/folder.yml:1:8"),
        Flow(
            testDescription: "a link below a floor", text: "[it](high/a.md)",
            finding: "a.md:5:1: error[label.link-to-higher]", note: "pages/high/folder.yml:2:8"),
        Flow(
            testDescription: "a link within a portion that is not high enough",
            text:
                ":::label internal\n[it](marked.md)\n:::\n\n:::label members\n[it](secret.md)\n:::",
            finding: "a.md:10:1: error[label.link-to-higher]", note: "pages/secret.md:3:8"),
        Flow(
            testDescription: "raw HTML that links", text: "<p>A <a href=\"/secret/\">page</a>.</p>",
            finding: "a.md:5:9: error[label.link-to-higher]", note: "pages/secret.md:3:8"),
        Flow(
            testDescription: "a place in a hidden portion", text: "[it](part.md#within)",
            finding: "a.md:5:1: error[label.anchor-too-high]", note: "pages/part.md:6:1"),
        Flow(
            testDescription: "an edition", text: "[it](/w/2.0/)",
            finding: "a.md:5:1: error[label.link-to-higher]", note: "w/whitepaper.yml:11:60"),
        Flow(
            testDescription: "an image", text: "日本語の![plan](/uploads/plan.png)",
            finding: "a.md:5:5: error[label.upload-too-high]", note: "uploads/plan.png.yml:2:8"),
        Flow(
            testDescription: "an image of a folder", text: "![plan](/uploads/inner/a.png)",
            finding: "a.md:5:1: error[label.upload-too-high]", note: "uploads/inner/folder.yml:1:8"),
        Flow(
            testDescription: "an image that nobody labelled", text: "![plan](/uploads/plain.png)",
            finding: "a.md:5:1: error[label.upload-too-high]", note: "Content/labels.yml:3:10"),
        Flow(
            testDescription: "a link to a file", text: "[plan](../uploads/plan.png)",
            finding: "a.md:5:1: error[label.upload-too-high]", note: "uploads/plan.png.yml:2:8"),
        Flow(
            testDescription: "raw HTML that shows",
            text: "<img src=\"/uploads/plan.png\" alt=\"plan\">",
            finding: "a.md:5:6: error[label.upload-too-high]", note: "uploads/plan.png.yml:2:8"),
        Flow(
            testDescription: "a fact", text: "It is {{fact:closed}}.",
            finding: "a.md:5:7: error[label.fact-too-high]", note: "w/whitepaper.yml:8:29"),
        Flow(
            testDescription: "a reference in the front matter",
            text: "---\ntitle: A\nrelated: ../secret.md\n---\n", path: "Content/pages/notices/a.md",
            finding: "notices/a.md:3:10: error[label.link-to-higher]", note: "pages/secret.md:3:8"),
        Flow(
            testDescription: "a whitepaper's text",
            text: "---\nid: \"1\"\ntitle: One\n---\n[it](/secret/)\n",
            path: "Content/whitepapers/w/editions/1.0/section-1.md",
            finding: "section-1.md:5:1: error[label.link-to-higher]", note: "pages/secret.md:3:8"),
        Flow(
            testDescription: "a handling mark", text: ":::label internal\n[it](marked.md)\n:::",
            path: "Content/pages/marks.md", finding: "marks.md:6:1: error[label.link-to-higher]",
            note: "pages/marked.md:4:12"),
    ]

    @Test(arguments: flows)
    func whatFlowsDownIsAnErrorWithBothPlacesAndNothingIsPublished(_ flow: Flow) async throws {
        let project = try TemporaryProject(Self.project)
        if flow.path.hasSuffix("marks.md") {
            // A fourth output, cleared for the level but not for the mark.
            try project.add(
                Self.project.replacing("  staff:", with: "  desk: {clearance: internal}\n  staff:"))
        }
        let first = try await project.run("build")
        try #require(first.status == 0, "\(first.stderr)")
        let live = { () throws in
            try FileManager.default.destinationOfSymbolicLink(
                atPath: project.folder.url(of: "Site/current").path)
        }
        let before = try live()

        let isWhole = flow.text.hasPrefix("---")
        let lead = "---\ntitle: A\nlabel: public\n---\n"
        try project.folder.write((isWhole ? "" : lead) + flow.text + "\n", to: flow.path)
        let run = try await project.run("build")
        #expect(run.status == 1)
        #expect(run.stderr.contains(flow.finding + ":"), "\(run.stderr)")
        #expect(run.stderr.contains("\(flow.note): note: "), "\(run.stderr)")
        #expect(run.stderr.contains("fix: "))
        #expect(run.stderr.contains("1 error"), "\(run.stderr)")
        #expect(try live() == before)
    }
}
