import Foundation
import TestSupport
import Testing

/// What whitepaper.yml says of an edition is held against its files.
@Suite struct WhitepaperReconciliationTests {
    /// The sample with a draft 1.4 whose folder has a changed text of a control.
    private func draft(changing id: String) throws -> SampleCopy {
        let sample = try SampleCopy()
        let text = try sample.text("editions/1.0/\(id).md")
        try sample.write(text + "\n追記です。\n", "editions/1.4/\(id).md")
        try sample.write(sample.text("whitepaper.yml") + "  - version: \"1.4\"\n", "whitepaper.yml")
        return sample
    }

    @Test func aChangeThatTheHistoryDoesNotNameFailsWithTheLineToAdd() async throws {
        let sample = try draft(changing: "9.2.1")
        let line = "changes: [{id: 9.2.1, summary: {ja: …, en: …}}]"
        for (language, advice) in [
            ("en", "add to edition 1.4: " + line), ("ja", "1.4 版に次の行を加えてください: " + line),
        ] {
            let run = try await sample.run("build", "--lang", language)
            #expect(run.status == 1 && run.stdout == "")
            #expect(run.stderr.contains("[whitepaper.change-not-named]"))
            #expect(run.stderr.contains(advice), "\(run.stderr)")
        }
        #expect(!sample.project.folder.has("Site/current"))
        // The line that the message shows is the one that helps.
        try sample.write(
            sample.text("whitepaper.yml") + "    " + line.replacing("…", with: "改めました。") + "\n",
            "whitepaper.yml")
        let run = try await sample.run("check")
        #expect(run.status == 0, "\(run.stderr)")
    }

    @Test func aChangeThatWasNotMadeFailsWithTheLineToRemove() async throws {
        let sample = try draft(changing: "9.2.1")
        try sample.write(
            sample.text("whitepaper.yml") + "    changes:\n      - id: 9.2.1\n      - id: 9.2.2\n",
            "whitepaper.yml")
        let run = try await sample.run("check", "--lang", "en")
        #expect(run.status == 1)
        #expect(
            run.stderr.contains("the history says that 1.4 changed '9.2.2', but it did not"))
        #expect(run.stderr.contains("remove the entry '- id: 9.2.2' from the changes of 1.4"))
        #expect(run.stderr.components(separatedBy: "error[").count == 2, "\(run.stderr)")
    }

    @Test func aClaimOfAnotherValueShowsBothPlaces() async throws {
        let sample = try draft(changing: "10.1.1")
        try sample.write(
            sample.text("whitepaper.yml") + "    changes: [{id: 10.1.1}]\n", "whitepaper.yml")
        try sample.replace("オプションで提供", "標準で提供", in: "editions/1.4/10.1.1.md")
        let run = try await sample.run("check", "--lang", "en")
        #expect(run.status == 1)
        let folder = SampleCopy.paper
        #expect(
            run.stderr.contains(
                "\(folder)/editions/1.4/10.1.1.md:5:15: error[whitepaper.claim-contradicts-fact]: "
                    + "'tls.option' is claimed to be '標準で提供', but the fact is 'オプションで提供'"),
            "\(run.stderr)")
        #expect(
            run.stderr.contains(
                "\(folder)/whitepaper.yml:23:3: note: the fact is declared here"))
    }
}
