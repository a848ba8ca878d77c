import Foundation
import TestSupport
import Testing

/// One small project for each mistake with labels: an error with both places, exit status 1, and
/// what is published stays.
@Suite struct LabelMistakeTests {
    /// A mistake, and what the program says of it.
    struct Mistake: Sendable, CustomTestStringConvertible {
        let name: String
        /// Files over those of the sound project.
        let files: String
        var removed: [String] = []
        /// `code file:line:column`.
        let finding: String
        /// The second place, `file:line:column`; nil where there is one place only.
        var second: String?
        /// Words of the text output.
        var words = ""

        var testDescription: String { name }
    }

    private static let labels = """
        -- Content/labels.yml --
        levels:
          - {id: public}
          - {id: members}
          - {id: internal}
        default: members

        """

    private static let project =
        """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        outputs:
          public: {clearance: public}
          staff: {clearance: internal}
        -- Content/pages/index.md --
        ---
        title: Home
        label: public
        ---
        Text.
        -- Content/pages/closed/folder.yml --
        label: internal
        floor: internal
        -- Content/pages/closed/vault.md --
        ---
        title: Vault
        ---
        The vault holds the keys of every customer.

        """ + labels

    private static func page(_ lines: String, text: String = "Text.") -> String {
        "-- Content/pages/index.md --\n---\ntitle: Home\n\(lines)---\n\(text)\n"
    }

    private static func vault(_ lines: String, at path: String = "closed/vault.md") -> String {
        "-- Content/pages/\(path) --\n---\ntitle: Vault\n\(lines)---\n"
            + "The vault holds the keys of every customer.\n"
    }

    private static func scheme(_ levels: String, _ more: String = "default: members\n") -> String {
        "-- Content/labels.yml --\nlevels:\n\(levels)\(more)"
    }

    private static let downgrade = "{from: members, to: public, reason: r, by: b, on: 2026-01-01}"

    static let mistakes: [Mistake] = [
        .init(
            name: "a label below the floor of its folder", files: vault("label: members\n"),
            finding: "label.below-floor Content/pages/closed/vault.md:3:8",
            second: "Content/pages/closed/folder.yml:2:8"),
        .init(
            name: "an unknown label", files: page("label: seceret\n"),
            finding: "label.unknown-level Content/pages/index.md:3:8",
            words: "labels, lowest first: public, members, internal"),
        .init(
            name: "a misspelt label", files: page("label: intrenal\n"),
            finding: "label.unknown-level Content/pages/index.md:3:8", words: "write 'internal'"),
        .init(
            name: "a label in another case", files: page("label: Public\n"),
            finding: "label.unknown-level Content/pages/index.md:3:8", words: "write 'public'"),
        .init(
            name: "a page without a label or a default",
            files: scheme("  - {id: public}\n  - {id: members}\n  - {id: internal}\n", "")
                + page(""),
            finding: "label.missing Content/pages/index.md:1:1", words: "public, members, internal"),
        .init(
            name: "a default that is the lowest level",
            files: labels.replacing("default: members", with: "default: public"),
            finding: "label.lowest-default Content/labels.yml:5:10",
            second: "Content/labels.yml:2:10"),
        .init(
            name: "a lowered label",
            files: "-- Content/pages/closed/folder.yml --\nlabel: internal\n"
                + vault("label: members\n"),
            finding: "label.lowered Content/pages/closed/vault.md:3:8",
            second: "Content/labels.lock:7:1", words: "downgrade: {from: internal, to: members"),
        .init(
            name: "a label lowered by moving the file", files: vault("", at: "vault.md"),
            removed: ["Content/pages/closed/vault.md"],
            finding: "label.lowered Content/pages/vault.md:1:1",
            second: "Content/labels.lock:7:1"),
        .init(
            name: "a label lowered by renaming the file",
            files: "-- Content/pages/closed/folder.yml --\nlabel: public\n"
                + vault("", at: "closed/a.md"),
            removed: ["Content/pages/closed/vault.md"],
            finding: "label.lowered Content/pages/closed/a.md:1:1",
            second: "Content/labels.lock:7:1"),
        .init(
            name: "a label lowered by editing folder.yml",
            files: "-- Content/pages/closed/folder.yml --\nlabel: public\n",
            finding: "label.lowered Content/pages/closed/vault.md:1:1",
            second: "Content/labels.lock:7:1"),
        .init(
            name: "a label lowered by the order of the levels",
            files: scheme("  - {id: public}\n  - {id: internal}\n  - {id: members}\n"),
            finding: "label.lowered Content/pages/closed/vault.md:1:1",
            second: "Content/labels.lock:7:1"),
        .init(
            name: "a downgrade from another label than the recorded one",
            files: "-- Content/pages/closed/folder.yml --\nlabel: public\n"
                + vault("downgrade: \(downgrade)\n"),
            finding: "label.downgrade-from Content/pages/closed/vault.md:3:19",
            second: "Content/labels.lock:7:1"),
        .init(
            name: "a downgrade to another label than the effective one",
            files: "-- Content/pages/closed/folder.yml --\nlabel: members\n"
                + vault("downgrade: \(downgrade.replacing("members", with: "internal"))\n"),
            finding: "label.downgrade-to Content/pages/closed/vault.md:3:33",
            second: "Content/pages/closed/vault.md:1:1"),
        .init(
            name: "a downgrade in the future",
            files: "-- Content/pages/closed/folder.yml --\nlabel: public\n"
                + vault(
                    "downgrade: {from: internal, to: public, reason: r, by: b, on: 2026-02-01}\n"),
            finding: "label.downgrade-in-future Content/pages/closed/vault.md:3:63"),
        .init(
            name: "levels that rank above one another in a circle",
            files: scheme(
                "  - {id: public, above: internal}\n  - {id: members}\n"
                    + "  - {id: internal, above: public}\n"),
            finding: "label.cyclic-levels Content/labels.yml:2:25",
            second: "Content/labels.yml:4:27"),
        .init(
            name: "an order that contradicts the list",
            files: scheme(
                "  - {id: public, above: members}\n  - {id: members}\n  - {id: internal}\n"),
            finding: "label.contradictory-levels Content/labels.yml:2:25",
            second: "Content/labels.yml:3:10"),
        .init(
            name: "levels without an order", files: scheme("  public: {}\n  members: {}\n"),
            finding: "label.unordered-levels Content/labels.yml:2:3",
            second: "Content/labels.yml:3:3", words: "write a list, lowest first"),
        .init(
            name: "a TLP label that does not exist",
            files: labels + """
                profiles:
                  tlp: {public: TLP:WHITE, members: TLP:GREEN, internal: TLP:RED}
                """,
            finding: "label.unknown-tlp Content/labels.yml:7:17", words: "write 'TLP:CLEAR'"),
        .init(
            name: "a portion that never closes",
            files: page("label: public\n", text: "Open.\n\n:::label internal\nClosed."),
            finding: "markdown.container-not-closed Content/pages/index.md:7:1"),
        .init(
            name: "a lock without the levels", files: "", removed: ["Content/labels.yml"],
            finding: "label.lock-without-scheme Content/labels.lock:5:1",
            words: "Content/labels.yml"),
        .init(
            name: "a lock with a merge conflict", files: "-- Content/labels.lock --\n<<<<<<< a\n",
            finding: "label.lock-conflict Content/labels.lock:1:1"),
        .init(
            name: "a lock that is damaged", files: "-- Content/labels.lock --\npage\n",
            finding: "label.lock-damaged Content/labels.lock:1:1"),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsAnErrorWithItsPlacesAndNothingIsPublished(mistake: Mistake) async throws {
        let project = try TemporaryProject(Self.project)
        #expect(try await project.run("labels", "lock").status == 0)
        let first = try await project.run("publish", "--as-of", "2026-01-15")
        try #require(first.status == 0, "\(first.stderr)")
        let before = try state(of: project)
        for path in mistake.removed { try project.folder.remove(path) }
        try project.add(mistake.files)

        for command in ["build", "publish"] {
            let run = try await project.run(
                command, "--as-of", "2026-01-15", "--format", "json", "--lang", "en")
            #expect(run.status == 1)
            let findings = try findings(in: run.stdout)
            #expect(findings.map(\.first).contains(mistake.finding), "\(findings)")
            let found = findings.first { $0.first == mistake.finding }
            if let second = mistake.second {
                #expect(found?.notes.contains(second) ?? false, "\(findings)")
            }
            #expect(try state(of: project) == before)
        }
        let text = try await project.run("check", "--as-of", "2026-01-15")
        #expect(text.status == 1)
        #expect(mistake.words.isEmpty || text.stderr.contains(mistake.words))
        let lock = try await project.run("labels", "lock", "--as-of", "2026-01-15")
        #expect(lock.status == 1, "what is wrong is not recorded")
        #expect(lock.stdout == "" && lock.stderr.contains("nothing is written"))
    }

    /// The link that is live, and every file of what it leads to.
    private func state(of project: TemporaryProject) throws -> [String] {
        let live = try FileManager.default.destinationOfSymbolicLink(
            atPath: project.url.appending(path: "Site/current").path)
        return try [live]
            + project.folder.files(below: "Site/current").map { path in
                "\(path) \(try project.folder.text(of: "Site/current/" + path).hashValue)"
            }
    }

    private func findings(in json: String) throws -> [(first: String, notes: [String])] {
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let list = try #require(object?["diagnostics"] as? [[String: Any]])
        return list.map { finding in
            let notes = finding["notes"] as? [[String: Any]] ?? []
            let code = finding["code"] as? String ?? ""
            return ("\(code) \(place(finding))", notes.map(place))
        }
    }

    private func place(_ value: [String: Any]) -> String {
        "\(value["file"] ?? "-"):\(value["line"] ?? "-"):\(value["column"] ?? "-")"
    }
}
