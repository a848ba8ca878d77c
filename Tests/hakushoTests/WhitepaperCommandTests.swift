import Foundation
import TestSupport
import Testing

/// `hakusho whitepaper` on a copy of the sample: a new edition, from the draft to the lock.
@Suite struct WhitepaperCommandTests {
    @Test func aChangedWordOfAFrozenEditionFailsTheBuildAndNothingElseHappens() async throws {
        let sample = try SampleCopy()
        let first = try await sample.run("build", "--lang", "en")
        try #require(first.status == 0, "\(first.stderr)")
        let current = try sample.current()
        try sample.replace("情報セキュリティ方針", "セキュリティ方針", in: "editions/1.2/5.1.1.md")
        let english = try await sample.run("build", "--lang", "en")
        #expect(english.status == 1)
        #expect(english.stdout == "")
        let file = SampleCopy.paper + "/editions/1.2/5.1.1.md"
        #expect(
            english.stderr.contains(
                file + ":2:10: error[whitepaper.frozen-changed]: edition 1.2 is frozen, but its "
                    + "text of '5.1.1' (ja) is not the one that was frozen"))
        #expect(english.stderr.contains("git restore \(file); what is to be said now"))
        #expect(english.stderr.contains("hakusho whitepaper edit 1.4 5.1.1"))
        let japanese = try await sample.run("check", "--lang", "ja")
        #expect(japanese.status == 1)
        #expect(japanese.stderr.contains("1.2 版は凍結済みですが、「5.1.1」の本文（ja）が凍結時と違います"))
        #expect(try sample.current() == current)
    }

    @Test func theSamplesLockIsWhatFreezeWrites() async throws {
        let sample = try SampleCopy()
        let lock = try sample.text("whitepaper.lock")
        try sample.project.folder.remove(SampleCopy.paper + "/whitepaper.lock")
        let refused = try await sample.run("publish", "--lang", "en")
        #expect(refused.status == 1)
        #expect(
            refused.stderr.contains(
                "error[whitepaper.not-frozen]: editions 1.0, 1.1, 1.2, 1.3 of 'iso27017' are"))
        let frozen = try await sample.run("whitepaper", "freeze", "1.3", "--lang", "en")
        #expect(frozen.status == 0 && frozen.stdout == "")
        #expect(frozen.stderr.hasPrefix("frozen: 1.0, 1.1, 1.2, 1.3; commit"))
        #expect(try sample.text("whitepaper.lock") == lock)
        let again = try await sample.run("whitepaper", "freeze", "1.2", "--lang", "en")
        #expect(again.status == 0 && again.stderr == "edition 1.2 is frozen already\n")
    }

    @Test func aDraftGrowsIntoAFrozenEdition() async throws {
        let sample = try SampleCopy()
        let old = try sample.text("whitepaper.yml")
        let begun = try await sample.run("whitepaper", "new", "1.4", "--lang", "en")
        #expect(begun.status == 0, "\(begun.stderr)")
        #expect(begun.stderr.contains("next: hakusho whitepaper edit 1.4 ID"))
        #expect(try sample.text("whitepaper.yml") == old + "  - version: \"1.4\"\n")
        #expect(sample.project.folder.has(SampleCopy.paper + "/editions/1.4"))
        let check = try await sample.run("check")
        #expect(check.status == 0, "\(check.stderr)")

        let edit = try await sample.run(
            "whitepaper", "edit", "1.4", "9.2.1", "--language", "ja", "--open",
            environment: ["LANG": "C.UTF-8", "EDITOR": "echo opened"])
        #expect(edit.status == 0, "\(edit.stderr)")
        #expect(
            edit.stdout.hasPrefix("opened ./Content/whitepapers/iso27017/editions/1.4/9.2.1.md"))
        #expect(
            try sample.text("editions/1.4/9.2.1.md") == sample.text("editions/1.0/9.2.1.md"))
        #expect(!sample.project.folder.has(SampleCopy.paper + "/editions/1.4/9.2.1.en.md"))
        #expect(
            try sample.text("whitepaper.yml")
                == old + "  - version: \"1.4\"\n    changes:\n      - id: 9.2.1\n")
        let unchanged = try await sample.run("check", "--lang", "en")
        #expect(unchanged.status == 1)
        #expect(
            unchanged.stderr.contains("the history says that 1.4 changed '9.2.1', but it did not"))

        try sample.write(
            sample.text("editions/1.4/9.2.1.md") + "\n追記です。\n", "editions/1.4/9.2.1.md")
        let build = try await sample.run("build")
        #expect(build.status == 0, "\(build.stderr)")
        let published = sample.project.folder.files(below: "Site/current/public")
        #expect(!published.contains { $0.contains("/1.4/") }, "a draft is in no published output")
        let draft = try await sample.run("whitepaper", "freeze", "1.4", "--lang", "en")
        #expect(draft.status == 1 && draft.stderr.contains("edition 1.4 is a draft"))

        try sample.replace(
            "  - version: \"1.4\"\n",
            "  - version: \"1.4\"\n    date: 2026-01-10\n    approver: 委員会\n", in: "whitepaper.yml")
        let warned = try await sample.run("check", "--lang", "en")
        #expect(warned.status == 0)
        #expect(warned.stderr.contains("warning[whitepaper.not-frozen]: edition 1.4 of 'iso27017'"))
        let lock = try sample.text("whitepaper.lock")
        let frozen = try await sample.run("whitepaper", "freeze", "1.4", "--format", "json")
        #expect(frozen.status == 0 && frozen.stderr == "")
        #expect(frozen.stdout.contains("\"1.4\""))
        #expect(try sample.text("whitepaper.lock").hasPrefix(lock))
        let done = try await sample.run("check", "--lang", "en")
        #expect(done.status == 0 && !done.stderr.contains("not-frozen"), "\(done.stderr)")
    }

    /// What is asked for, the exit status, and a part of the message.
    @Test(arguments: [
        (["new", "1.3"], 1, "there is an edition 1.3 already"),
        (
            ["new", "1.2.5"], 1,
            "does not come after 1.3, the newest edition; the next would be 1.4"
        ),
        (["new", "next"], 64, "'next' is not a version"),
        (["edit", "1.3", "12.3.1"], 1, "edition 1.3 is frozen and never changes"),
        (["edit", "1.33", "12.3.1"], 64, "there is no edition '1.33'; did you mean '1.3'?"),
        (["freeze", "2.0"], 64, "there is no edition '2.0'"),
        (["diff", "1.2", "1.5"], 64, "there is no edition '1.5'; did you mean '1."),
        (["diff", "1.2", "1.3", "12.3.9"], 64, "has no section or control '12.3.9'; did you mean"),
        (["coverage", "9"], 64, "there is no edition '9'"),
        (["export", "--output", "pubic"], 64, "did you mean 'public'?"),
        (["list", "--id", "iso"], 64, "Unknown option '--id'"),
        (["coverage", "--id", "iso27018"], 64, "did you mean 'iso27017'?"),
    ])
    func whatCannotBeIsRefusedAndChangesNothing(
        arguments: [String], status: Int32, message: String
    ) async throws {
        let sample = try SampleCopy()
        let before = try sample.files()
        let run = try await BuiltProgram.run(
            ["whitepaper"] + arguments + ["--lang", "en"], in: sample.project.url)
        #expect(run.status == status)
        #expect(run.stdout == "")
        #expect(run.stderr.contains(message), "\(run.stderr)")
        #expect(try sample.files() == before)
    }

    @Test func aSecondDraftASecondCopyAndADamagedLockAreRefused() async throws {
        let sample = try SampleCopy()
        try #require(try await sample.run("whitepaper", "new", "1.4").status == 0)
        let second = try await sample.run("whitepaper", "new", "1.5", "--lang", "ja")
        #expect(second.status == 1 && second.stderr.contains("1.4 版がまだ草案です"))
        try #require(try await sample.run("whitepaper", "edit", "1.4", "cld.6.3.1").status == 0)
        #expect(
            try sample.text("whitepaper.yml").hasSuffix("    changes:\n      - id: CLD.6.3.1\n"))
        #expect(sample.project.folder.has(SampleCopy.paper + "/editions/1.4/cld.6.3.1.en.md"))
        let before = try sample.files()
        let copy = try await sample.run("whitepaper", "edit", "1.4", "CLD.6.3.1", "--lang", "en")
        #expect(copy.status == 1 && copy.stderr.contains("it is copied already: Content/"))
        let absent = try await sample.run("whitepaper", "edit", "1.4", "9.1.2", "--lang", "en")
        #expect(absent.status == 1)
        #expect(
            absent.stderr.contains("to state it, write Content/whitepapers/iso27017/editions/1.4"))
        #expect(try sample.files() == before)
        try sample.replace("edition\t1.1", "<<<<<<< HEAD\nedition\t1.1", in: "whitepaper.lock")
        for arguments in [["edit", "1.4", "9.2.1"], ["fix"], ["freeze", "1.3"]] {
            let run = try await BuiltProgram.run(
                ["whitepaper"] + arguments + ["--lang", "en"], in: sample.project.url)
            #expect(run.status == 1)
            #expect(run.stderr.contains("error[whitepaper.lock-conflict]"), "\(run.stderr)")
        }
    }
}
