import Foundation
import TestSupport
import Testing

@Suite struct LabelsCommandTests {
    private static let project = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        outputs:
          public: {clearance: public}
          staff: {clearance: internal}
        -- Content/labels.yml --
        levels: [{id: public, name: {ja: 公開, en: Public}}, {id: internal}]
        -- Content/pages/index.md --
        ---
        title: Home
        label: public
        ---
        Text.
        -- Content/pages/vault.md --
        ---
        title: Vault
        label: internal
        ---
        Keys.

        """

    @Test func explainShowsPlacesAndOutputs() async throws {
        let project = try TemporaryProject(Self.project)
        let run = try await project.run("labels", "explain", "vault.md")
        #expect(run.status == 0)
        #expect(
            run.stdout.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } == [
                "Content/pages/vault.md", "label: internal (internal)",
                "* own label: internal  Content/pages/vault.md:3:8", "output public: out (label)",
                "output staff: in",
            ])
        let json = try await project.run("labels", "explain", "/vault/", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8))
        let item = (object as? [String: Any])?["item"] as? [String: Any]
        #expect(item?["path"] as? String == "Content/pages/vault.md")
        #expect(item?["in"] as? [String] == ["staff"])
        let japanese = try await project.run("labels", "explain", "index.md", "--lang", "ja")
        #expect(japanese.stdout.contains("ラベル: public (公開)"))
    }

    @Test func whatIsNotThereIsNamedWithTheNearestAndExitsWith64() async throws {
        let project = try TemporaryProject(Self.project)
        let path = try await project.run("labels", "explain", "valut.md")
        #expect(path.status == 64)
        #expect(path.stderr.contains("did you mean 'vault.md'?"))
        let output = try await project.run("labels", "list", "--output", "pubic")
        #expect(output.status == 64)
        #expect(output.stderr.contains("did you mean 'public'?"))
    }

    @Test func listTellsWhatIsInAndOutAndWhy() async throws {
        let project = try TemporaryProject(Self.project)
        let run = try await project.run("labels", "list", "--output", "public")
        #expect(run.status == 0)
        #expect(
            run.stdout == "in\tpage\tContent/pages/index.md\tpublic\n"
                + "out\tpage\tContent/pages/vault.md\tinternal\tlabel\n")
        let all = try await project.run("labels", "list")
        #expect(
            all.stdout == "page\tContent/pages/index.md\tpublic\tpublic,staff\n"
                + "page\tContent/pages/vault.md\tinternal\tstaff\n")
        let json = try await project.run("labels", "list", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(json.stdout.utf8))
        #expect(((object as? [String: Any])?["items"] as? [Any])?.count == 2)
    }

    @Test func lockWritesSaysWhatChangedAndChecks() async throws {
        let project = try TemporaryProject(Self.project)
        #expect(try await project.run("labels", "lock", "--check").status == 1)
        #expect(!project.folder.has("Content/labels.lock"))
        let refused = try await project.run("publish")
        #expect(refused.status == 1)
        #expect(refused.stderr.contains("error[label.not-recorded]"))
        #expect(try await project.run("build").status == 0)
        let first = try await project.run("labels", "lock")
        #expect(first.status == 0)
        #expect(first.stdout.contains("added\tContent/pages/vault.md\tinternal\n"))
        let lock = try project.folder.bytes(of: "Content/labels.lock")
        let second = try await project.run("labels", "lock")
        #expect(second.stdout == "")
        #expect(try project.folder.bytes(of: "Content/labels.lock") == lock)
        #expect(try await project.run("labels", "lock", "--check").status == 0)
        #expect(try await project.run("publish").status == 0)
    }
}
