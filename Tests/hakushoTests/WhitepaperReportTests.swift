import Foundation
import TestSupport
import Testing

/// The commands that show a whitepaper, export it, and repair its wording.
@Suite struct WhitepaperReportTests {
    private func object(_ run: ProgramRun) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8))
        return try #require(value as? [String: Any])
    }

    @Test func listShowsEachEditionWithItsState() async throws {
        let sample = try SampleCopy()
        try sample.write(sample.text("whitepaper.yml") + "  - version: \"1.4\"\n", "whitepaper.yml")
        let text = try await sample.run("whitepaper", "list", "--lang", "en")
        #expect(text.status == 0 && text.stderr == "")
        #expect(
            text.stdout.split(separator: "\n") == [
                "iso27017\t1.0\t2022-06-01\tfrozen\t47 items",
                "iso27017\t1.1\t2023-07-01\tfrozen\t1 item",
                "iso27017\t1.2\t2024-06-17\tfrozen\t1 item",
                "iso27017\t1.3\t2025-02-03\tfrozen\t1 item",
                "iso27017\t1.4\t-\tdraft\t0 items",
            ])
        let japanese = try await sample.run("whitepaper", "list", "--lang", "ja")
        #expect(japanese.stdout.hasSuffix("iso27017\t1.4\t-\t草案\t0 項目\n"))
        let json = try object(try await sample.run("whitepaper", "list", "--format", "json"))
        let paper = try #require((json["whitepapers"] as? [[String: Any]])?.first)
        let editions = try #require(paper["editions"] as? [[String: Any]])
        #expect(editions.map { $0["state"] as? String }.last == "draft")
        #expect(editions[3]["changed"] as? [String] == ["12.3.1"])
    }

    @Test func diffShowsTheChangedControlAndNothingElse() async throws {
        let sample = try SampleCopy()
        let text = try await sample.run("whitepaper", "diff", "1.2", "1.3", "--lang", "ja")
        #expect(text.status == 0 && text.stderr == "")
        #expect(text.stdout.hasPrefix("# 12.3.1 情報のバックアップ（変更）\n~ {+当社は、+}infoCMS10"))
        #expect(text.stdout.split(separator: "\n").filter { $0.hasPrefix("#") }.count == 1)
        #expect(!text.stdout.contains("\u{1B}"), "no colours where nobody sees them")
        let json = try object(
            try await sample.run("whitepaper", "diff", "1.0", "1.3", "--format", "json"))
        #expect(json["changed"] as? [String] == ["5.1.1", "12.3.1", "18.2.1"])
        let one = try await sample.run(
            "whitepaper", "diff", "1.0", "1.3", "5.1.1", "--language", "en", "--lang", "en")
        #expect(one.stdout.hasPrefix("# 5.1.1 Policies for information security (changed)\n"))
        let none = try await sample.run("whitepaper", "diff", "1.3", "1.3", "--lang", "en")
        #expect(none.status == 0 && none.stdout == "" && none.stderr == "no difference\n")
    }

    @Test func coverageListsEachControlAndFailsWhereOneIsMissing() async throws {
        let sample = try SampleCopy()
        let whole = try await sample.run("whitepaper", "coverage", "--lang", "ja")
        #expect(whole.status == 0)
        let lines = whole.stdout.split(separator: "\n")
        #expect(lines.count == 44)
        #expect(lines.contains("12.3.1\t記載\t提供者\t1.3\t情報のバックアップ"))
        #expect(lines.contains { $0.hasPrefix("9.1.2\t対象外\tこの管理策の手引は、") })
        #expect(whole.stderr == "1.3 版: 管理策 44 件（記載 40、対象外 4、記載なし 0）\n")
        try sample.replace("  - control: 9.1.2\n", "  - control: 9.2.1\n", in: "whitepaper.yml")
        let missing = try await sample.run("whitepaper", "coverage", "--lang", "en")
        #expect(missing.status == 1)
        #expect(missing.stdout.contains("9.1.2\tmissing\t-\t-\t"))
        let json = try await sample.run("whitepaper", "coverage", "1.0", "--format", "json")
        #expect(json.status == 1 && json.stderr == "")
        #expect(try object(json)["missing"] as? Int == 1)
    }

    @Test func exportWritesWhatABuildPublishes() async throws {
        let sample = try SampleCopy()
        let run = try await sample.run("whitepaper", "export", "--lang", "en")
        #expect(run.status == 0 && run.stdout == "", "\(run.stderr)")
        let names = sample.project.folder.files(below: "iso27017-1.3")
        #expect(
            names == [
                "controls.csv", "oscal-catalog.json", "oscal-component-definition.json",
                "whitepaper.json",
            ])
        try #require(try await sample.run("build").status == 0)
        let site = "Site/current/public/security/whitepaper/1.3/"
        for name in names {
            #expect(
                try sample.project.folder.bytes(of: "iso27017-1.3/" + name)
                    == sample.project.folder.bytes(of: site + name))
        }
        let old = try await sample.run(
            "whitepaper", "export", "1.1", "--output", "public", "--to", "out/old")
        #expect(old.status == 0)
        let text = try sample.project.folder.text(of: "out/old/whitepaper.json")
        #expect(text.contains("\"version\": \"1.1\""))
        try sample.write(sample.text("whitepaper.yml") + "  - version: \"1.4\"\n", "whitepaper.yml")
        let draft = try await sample.run("whitepaper", "export", "1.4", "--lang", "en")
        #expect(draft.status == 1 && draft.stderr.contains("it is a draft"))
        #expect(!sample.project.folder.has("iso27017-1.4"))
    }

    @Test func fixRepairsADraftAndLeavesFrozenEditionsAlone() async throws {
        let sample = try SampleCopy()
        let clean = try await sample.run("whitepaper", "fix", "--lang", "en")
        #expect(clean.status == 0 && clean.stderr == "nothing to change\n")
        try sample.write(
            sample.text("whitepaper.yml") + "  - version: \"1.4\"\n    changes: [{id: 9.2.1}]\n",
            "whitepaper.yml")
        let text = try sample.text("editions/1.0/9.2.1.md")
        try sample.write(text + "\nウィルスの検査は、ｉｎｆｏＣＭＳ10 が行います。\n", "editions/1.4/9.2.1.md")
        let before = try sample.files()
        let dry = try await sample.run("whitepaper", "fix", "--dry-run", "--lang", "en")
        #expect(dry.status == 0, "\(dry.stderr)")
        #expect(
            dry.stdout.contains(
                "-ウィルスの検査は、ｉｎｆｏＣＭＳ10 が行います。\n+ウイルスの検査は、infoCMS10 が行います。\n"),
            "\(dry.stdout)")
        #expect(dry.stderr.hasPrefix("would change ") && dry.stderr.hasSuffix(" in 1 file\n"))
        #expect(try sample.files() == before)
        let run = try await sample.run("whitepaper", "fix", "--lang", "ja")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(
            try sample.text("editions/1.4/9.2.1.md")
                == text + "\nウイルスの検査は、infoCMS10 が行います。\n")
        try sample.replace("ウイルスの検査は", "本サービスの検査は", in: "editions/1.4/9.2.1.md")
        let rest = try await sample.run("whitepaper", "fix", "--lang", "en")
        #expect(rest.status == 1 && rest.stderr.hasPrefix("nothing to change\n"))
        #expect(rest.stderr.contains("warning[editorial.undefined-term]"), "\(rest.stderr)")
        #expect(rest.stderr.hasSuffix("1 finding remains for you to decide\n"))
        let json = try object(try await sample.run("whitepaper", "fix", "--format", "json"))
        #expect((json["diagnostics"] as? [Any])?.count == 1 && json["changes"] as? Int == 0)
        let after = try sample.files().filter { before[$0.key] != $0.value }
        #expect(Array(after.keys) == ["editions/1.4/9.2.1.md"])
    }
}
