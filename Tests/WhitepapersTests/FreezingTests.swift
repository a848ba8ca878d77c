import Core
import Foundation
import TestSupport
import Testing

@testable import Whitepapers

/// whitepaper.lock, and what it forbids.
@Suite struct FreezingTests {
    /// The small whitepaper with its editions up to `version` frozen.
    private func frozen(_ version: String = "1.1") throws -> SmallWhitepaper {
        let paper = try SmallWhitepaper()
        try paper.freeze(version)
        #expect(try paper.findings() == [])
        return paper
    }

    private func messages(_ paper: SmallWhitepaper) throws -> [String] {
        try paper.load().diagnostics.map { "\($0.code) \($0.message.en)" }
    }

    @Test func theLockIsTheSameWheneverItIsWrittenAndHoldsEachFileOnce() throws {
        let paper = try frozen()
        let lock = try paper.project.folder.text(of: SmallWhitepaper.folder + "/whitepaper.lock")
        let lines = lock.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines[0] == "whitepaper.lock\t1")
        #expect(lines[1].hasPrefix("edition\t1.0\t2024-04-01\t"))
        #expect(lines.filter { $0.hasPrefix("text\t1.0\t") }.count == 10)
        #expect(lines.filter { $0.hasPrefix("text\t1.1\t10.1.1\t") }.count == 2)
        let whitepaper = try #require(try paper.load().whitepaper)
        let again = try whitepaper.freezing("1.1")
        #expect(again.frozen == [] && again.bytes == Array(lock.utf8))
        #expect(whitepaper.frozenVersions == ["1.0", "1.1"])
        #expect(whitepaper.nextVersion == "1.2")
        // Two steps give what one gives.
        let stepwise = try SmallWhitepaper()
        for version in ["1.0", "1.1"] { try stepwise.freeze(version) }
        #expect(
            try stepwise.project.folder.text(of: SmallWhitepaper.folder + "/whitepaper.lock")
                == lock)
    }

    @Test func aChangedWordIsFoundWhateverItsEditionAndLineEndsAreNot() throws {
        let paper = try frozen()
        try paper.write(SmallWhitepaper.control("10.1.1", "暗号化します。"), "editions/1.0/10.1.1.md")
        let found = try paper.load().diagnostics
        #expect(found.map(\.code) == ["whitepaper.frozen-changed"])
        #expect(
            found[0].message.en
                == "edition 1.0 is frozen, but its text of '10.1.1' (ja) is not the one that was "
                + "frozen")
        #expect(found[0].span?.file == SmallWhitepaper.folder + "/editions/1.0/10.1.1.md")
        let old = SmallWhitepaper.control("10.1.1", "暗号化する。")
        try paper.write(old.replacing("\n", with: "\r\n"), "editions/1.0/10.1.1.md")
        #expect(try paper.findings() == [])
    }

    @Test func otherWordsFromTheSameFileAreFound() throws {
        let paper = try frozen()
        let catalogue = try paper.text("catalogue.csv")
        try paper.write(catalogue.replacing("監視", with: "見張り"), "catalogue.csv")
        #expect(
            try messages(paper) == [
                "whitepaper.frozen-changed edition 1.0 is frozen, and readers would see other words "
                    + "in 'CLD.12.4.5' (ja) than then, though the file is the same"
            ])
    }

    @Test func theValueOfAFactMayChangeWhereTheTextClaimsItsOwn() throws {
        let paper = try SmallWhitepaper(
            """
            -- editions/1.1/10.1.1.md --
            ---
            control: 10.1.1
            responsibility: provider
            claims: {tls.option: オプション}
            ---
            TLS は{{fact:demo/tls.option}}です。
            """)
        try paper.freeze("1.1")
        try paper.write(
            """
            \(SmallWhitepaper.declaration.replacing("オプション", with: "必須"))
            \(SmallWhitepaper.editions)
              - version: "1.2"
                changes: [{id: 10.1.1}]
            """, "whitepaper.yml")
        try paper.write(
            SmallWhitepaper.control("10.1.1", "TLS は必須です。"), "editions/1.2/10.1.1.md")
        #expect(try paper.findings() == [])
    }

    @Test func aFactThatTheTextDoesNotClaimForbidsFreezing() throws {
        let text = "TLS は{{fact:tls.option}}です。"
        let paper = try SmallWhitepaper(
            "-- editions/1.1/10.1.1.md --\n" + SmallWhitepaper.control("10.1.1", text))
        let whitepaper = try #require(try paper.load().whitepaper)
        let (bytes, _, found) = try whitepaper.freezing("1.1")
        #expect(bytes == nil)
        #expect(found.map(\.code) == ["whitepaper.fact-not-claimed"])
        #expect(try paper.text(at: found[0].span) == "{{fact:tls.option}}")
        guard case .advice(let advice)? = found[0].fix else {
            Issue.record("no advice")
            return
        }
        #expect(advice.en.hasSuffix("front matter: tls.option: オプション"))
    }

    @Test func filesThatCameOrWentAreFound() throws {
        let paper = try frozen()
        let folder = SmallWhitepaper.folder
        try paper.write("---\nid: \"2\"\ntitle: 二\n---\n文。", "editions/1.0/section-2.md")
        try paper.project.folder.remove(folder + "/editions/1.1/10.1.1.en.md")
        let found = try paper.findings().filter { $0.contains("frozen") }
        #expect(
            found == [
                "whitepaper.frozen-files editions/1.0/section-2.md",
                "whitepaper.frozen-files editions/1.1/10.1.1.en.md",
            ])
    }

    @Test(arguments: [
        ("date: 2025-04-01", "date: 2025-04-02", "its date was 2025-04-01, and is 2025-04-02"),
        ("summary: 初版", "summary: 最初の版", "is not the one that was frozen"),
        ("{id: 10.1.1, summary: {ja: 改めた", "{id: 10.1.1, summary: {ja: 直した", "is not the one"),
        ("    approver: 委員会\n    summary", "    approver: 部長\n    summary", "is not the one"),
        ("version: \"1.1\"", "version: \"1.2\"", "1.1 is frozen, but whitepaper.yml does not"),
    ])
    func anEditedHistoryIsFound(old: String, new: String, message: String) throws {
        let paper = try frozen()
        let declaration = try paper.text("whitepaper.yml")
        #expect(declaration.contains(old))
        try paper.write(declaration.replacing(old, with: new), "whitepaper.yml")
        let found = try paper.load().diagnostics.filter { $0.code == "whitepaper.frozen-history" }
        #expect(found.count == 1)
        #expect(found.first?.message.en.contains(message) == true, "\(found)")
    }

    @Test func anEditionBeforeAFrozenOneIsFound() throws {
        let paper = try frozen()
        let declaration = try paper.text("whitepaper.yml")
        let entry = "  - {version: 1.0.5, date: 2024-05-01, approver: 部長, summary: a}\n"
        try paper.write(
            declaration.replacing("  - version: \"1.1\"", with: entry + "  - version: \"1.1\""),
            "whitepaper.yml")
        #expect(
            try messages(paper).contains(
                "whitepaper.frozen-history edition 1.0.5 was put before 1.1, which is frozen and "
                    + "would change with it"))
    }

    @Test func whatIsPublishedAndNotFrozenIsAWarningOnceThereIsALock() throws {
        let paper = try SmallWhitepaper()
        #expect(try paper.findings() == [])
        try paper.freeze("1.0")
        #expect(try paper.findings() == ["whitepaper.not-frozen whitepaper.yml"])
        let day = CalendarDate(iso: "2025-01-01")
        let early = try Whitepaper.load(
            id: "demo", project: paper.project.url.path, siteLanguages: ["ja", "en"], on: day)
        #expect(early.diagnostics == [])
    }

    @Test(arguments: [
        ("text\t1.1\t10.1.1\tja\t", "text\t1.1\t10.1.1\tzh\t", "whitepaper.lock-damaged"),
        ("whitepaper.lock\t1", "whitepaper.lock\t2", "whitepaper.lock-damaged"),
        ("text\t1.0", "text\t1.0\t", "whitepaper.lock-damaged"),
        ("edition\t1.0\t2024-04-01", "edition\t1.0\t2024-04-02", "whitepaper.lock-damaged"),
        ("edition\t1.0", "edition\t0.9", "whitepaper.lock-damaged"),
        ("edition\t1.1", "<<<<<<< HEAD\nedition\t1.1", "whitepaper.lock-conflict"),
    ])
    func aDamagedLockIsAnError(old: String, new: String, code: String) throws {
        let paper = try frozen()
        let lock = try paper.text("whitepaper.lock")
        #expect(lock.contains(old))
        try paper.write(lock.replacing(old, with: new), "whitepaper.lock")
        let found = try paper.load().diagnostics
        #expect(found.first?.code == code, "\(found)")
        #expect(found.first?.span?.file == SmallWhitepaper.folder + "/whitepaper.lock")
    }

    @Test func anEmptyLockAndOneThatLostALineAreDamaged() throws {
        let paper = try frozen()
        let lines = try paper.text("whitepaper.lock").split(separator: "\n")
        for kept in [[], Array(lines.dropLast())] {
            try paper.write(kept.map { $0 + "\n" }.joined(), "whitepaper.lock")
            #expect(
                try paper.load().diagnostics.first?.code == "whitepaper.lock-damaged", "\(kept)")
        }
    }

    @Test func frozenFilesAreNotAmongThoseThatMayChange() throws {
        let paper = try frozen()
        #expect(try #require(try paper.load().whitepaper).changeableFiles() == [])
    }

    @Test func aDraftAndAnUnknownEditionAreRefused() throws {
        let paper = try SmallWhitepaper(
            "-- whitepaper.yml --\n\(SmallWhitepaper.declaration)\n\(SmallWhitepaper.editions)\n"
                + "  - version: \"1.2\"\n")
        let whitepaper = try #require(try paper.load().whitepaper)
        #expect(throws: WhitepaperRefusal.self) { try whitepaper.freezing("1.2") }
        let refusal = #expect(throws: WhitepaperRefusal.self) { try whitepaper.freezing("1.9") }
        #expect(refusal?.isMisuse == true)
    }
}

extension SmallWhitepaper {
    /// Writes the lock with an edition and those before it.
    func freeze(_ version: String) throws {
        let (bytes, _, found) =
            try load().whitepaper.map { try $0.freezing(version) }
            ?? (nil, [], [])
        #expect(found == [])
        try project.folder.write(
            try #require(bytes), to: Self.folder + "/" + WhitepaperLock.fileName)
    }

    /// Writes a file of the whitepaper's folder.
    func write(_ text: String, _ path: String) throws {
        try project.folder.write(text, to: Self.folder + "/" + path)
    }

    /// A file of the whitepaper's folder.
    func text(_ path: String) throws -> String {
        try project.folder.text(of: Self.folder + "/" + path)
    }
}
