import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Labels

/// What accounts for a lowered label, and what does not.
@Suite struct DowngradeTests {
    private static func page(_ lines: String, text: String = "The vault.") -> String {
        LabelledSite.page("vault.md", lines, text: text)
    }

    private static func entry(_ from: String, _ to: String, on: String = "2026-01-14") -> String {
        "downgrade: {from: \(from), to: \(to), reason: r, by: b, on: \(on)}\n"
    }

    private func site() throws -> LockedSite { try LockedSite(Self.page("label: internal\n")) }

    @Test func oneThatFitsAccountsForTheStepAndIsKeptInTheLock() throws {
        let site = try site()
        let lines = "label: members\n" + Self.entry("internal", "members")
        try site.project.add(Self.page(lines))
        #expect(try site.findings() == [])
        #expect(try site.changes() == ["lowered pages/vault.md"])
        try site.record()
        #expect(try site.recorded("pages/vault.md") == "members")
        let lock = try site.project.folder.text(of: LabelLock.file)
        #expect(
            lock.contains(
                "downgrade\tContent/pages/vault.md\tinternal\tmembers\t2026-01-14\tb\tr\n"))
        // The entry may stay, and lowers nothing a second time.
        #expect(try site.findings() == [])
        #expect(try site.changes() == [])
        try site.project.add(Self.page("label: internal\n" + Self.entry("internal", "members")))
        try site.record()
        try site.project.add(Self.page(lines))
        #expect(try site.findings() == ["label.lowered Content/pages/vault.md:3:8"])
    }

    @Test func itGoesAlongWithAFileThatIsMoved() throws {
        let site = try site()
        try site.project.add(Self.page("label: public\n" + Self.entry("internal", "public")))
        try site.record()
        try site.move("pages/vault.md", to: "pages/a/other.md")
        #expect(try site.findings() == [])
        try site.record()
        #expect(try site.findings() == [])
        #expect(try site.changes() == [])
        let lock = try site.project.folder.text(of: LabelLock.file)
        #expect(lock.contains("downgrade\tContent/pages/a/other.md\tinternal\tpublic"))
        #expect(!lock.contains("Content/pages/vault.md"))
    }

    @Test(arguments: [
        ("public", "members", "public", "2026-01-14", "label.downgrade-from 4:19", "internal"),
        ("members", "internal", "public", "2026-01-14", "label.downgrade-to 4:33", "members"),
        ("public", "internal", "public", "2026-01-16", "label.downgrade-in-future 4:63", nil),
        ("public", "intern", "public", "2026-01-14", "label.unknown-level 4:19", "internal"),
        ("internal", "internal", "public", "2026-01-14", "label.downgrade-to 4:33", "internal"),
        ("internal", "internal", "internal", "2026-01-14", "label.downgrade-to 4:33", nil),
        ("internal", "members", "public", "2026-01-14", "label.downgrade-from 4:19", "internal"),
    ])
    func oneThatDoesNotFitIsAnErrorWithBothPlaces(
        label: String, from: String, to: String, on: String, finding: String, fix: String?
    ) throws {
        let site = try site()
        try site.project.add(Self.page("label: \(label)\n" + Self.entry(from, to, on: on)))
        let built = try site.site()
        #expect(
            built.findings == [
                finding.replacing(" ", with: " Content/pages/vault.md:")
            ])
        let diagnostic = try #require(built.report.diagnostics.first)
        if let fix { #expect(diagnostic.fix == .replace(with: fix)) }
        if diagnostic.code == "label.downgrade-from" {
            #expect(diagnostic.notes.first?.span?.file == LabelLock.file)
        }
        if fix == "members" { #expect(built.source(under: diagnostic.notes[0].span) == "members") }
        #expect(try site.record().bytes == nil)
    }

    @Test(arguments: ["reason", "by", "on", "from", "to"])
    func eachKeyIsNeeded(key: String) throws {
        let site = try site()
        let keys = ["from: internal", "to: public", "reason: r", "by: b", "on: 2026-01-14"]
        let kept = keys.filter { !$0.hasPrefix(key + ":") }.joined(separator: ", ")
        try site.project.add(Self.page("label: public\ndowngrade: {\(kept)}\n"))
        #expect(
            try site.findings().sorted() == [
                "label.lowered Content/pages/vault.md:3:8",
                "yaml.missing-key Content/pages/vault.md:4:12",
            ])
    }

    @Test func oneForWhatWasNeverRecordedIsAnError() throws {
        let site = try site()
        try site.project.add(
            LabelledSite.page("new.md", "label: public\n" + Self.entry("internal", "public")))
        #expect(try site.findings() == ["label.downgrade-from Content/pages/new.md:4:19"])
    }

    @Test func withoutALockNothingIsCompared() throws {
        let site = try site()
        try site.project.folder.remove(LabelLock.file)
        try site.project.add(Self.page("label: public\n" + Self.entry("internal", "public")))
        #expect(try site.findings() == [])
    }

    /// A publication waits until everything is recorded.
    @Test func aPublicationAsksForWhatIsNotRecorded() throws {
        let site = try site()
        #expect(try site.publicationFindings() == [])
        try site.project.add(LabelledSite.page("new.md", "label: public\n"))
        try site.project.add(Self.page("label: internal\nhandling: [no-print]\n"))
        let found = try site.publicationFindings()
        #expect(found.map(\.code) == ["label.not-recorded"])
        #expect(found[0].severity == .warning)
        #expect(found[0].message.en.contains("2 items"))
        #expect(found[0].span?.file == LabelLock.file)
        #expect(try site.findings() == [])
        try site.record()
        #expect(try site.publicationFindings() == [])
        try site.project.folder.remove(LabelLock.file)
        #expect(try site.publicationFindings().map(\.span?.file) == ["Content/labels.yml"])
    }
}

/// Portions are recorded too: by the page and the digest of their text.
@Suite struct RecordedPortionTests {
    private static let secret = "The key lies under the mat in front of the door."
    private static let inner = ":::label internal\n\(secret)\n:::"

    private static func page(_ portion: String, lines: String = "") -> String {
        LabelledSite.page(
            "a.md", "label: public\n" + lines, text: "Open text for all.\n\n\(portion)\n\nEnd.")
    }

    private func name(_ site: LockedSite) throws -> String {
        let lock = try site.project.folder.text(of: LabelLock.file)
        let line = try #require(lock.split(separator: "\n").first { $0.hasPrefix("portion") })
        return String(line.split(separator: "\t")[1].split(separator: "#")[1])
    }

    @Test(arguments: [
        (":::label members\n\(secret)\n:::", "7:1"),
        (":::label internal\n:::label members\nx\n:::\n:::\n\n\(secret)", "3:8"),
        (secret, "3:8"), ("A preface. " + secret, "3:8"),
    ])
    func onesTextThatShowsLowerIsALoweredLabel(portion: String, place: String) throws {
        let site = try LockedSite(Self.page(Self.inner))
        try site.project.add(Self.page(portion))
        #expect(
            try site.findings().filter { $0.hasPrefix("label.lowered") }
                == ["label.lowered Content/pages/a.md:\(place)"])
        let entry =
            "downgrade: {part: \(try name(site)), from: internal, "
            + "to: \(portion.hasPrefix(":::label members") ? "members" : "public"), "
            + "reason: r, by: b, on: 2026-01-01}\n"
        try site.project.add(Self.page(portion, lines: entry))
        #expect(try site.findings().filter { $0.hasPrefix("label") } == [])
        try site.record()
        #expect(try site.findings().filter { $0.hasPrefix("label") } == [])
    }

    @Test func aDowngradeOfThePageAccountsForPortionsThatRankedAsItDid() throws {
        let site = try LockedSite(
            LabelledSite.page("a.md", "label: internal\n", text: ":::label members\nText.\n:::"))
        let lines = "label: public\ndowngrade: {from: internal, to: public, reason: r, by: b, "
        let open = LabelledSite.page(
            "a.md", lines + "on: 2026-01-01}\n", text: ":::label members\nText.\n:::")
        try site.project.add(open)
        #expect(try site.findings() == [])
        #expect(try site.record().bytes != nil)
        #expect(try site.findings() == [])
        let other = try LockedSite(Self.page(Self.inner))
        try other.project.add(
            Self.page(
                Self.secret,
                lines: "downgrade: {from: internal, to: public, reason: r, "
                    + "by: b, on: 2026-01-01}\n"))
        #expect(
            try other.findings().sorted() == [
                "label.downgrade-from Content/pages/a.md:4:19",
                "label.lowered Content/pages/a.md:3:8",
            ])
    }

    @Test(arguments: [
        "", inner.replacing("mat", with: "stone"), ":::label internal\n\(secret) More.\n:::",
    ])
    func oneThatWasRemovedOrEditedIsNone(portion: String) throws {
        let site = try LockedSite(Self.page(Self.inner))
        try site.project.add(Self.page(portion))
        #expect(try site.findings() == [])
    }

    @Test func oneThatMovedToAnotherPageIsKnownByItsText() throws {
        let site = try LockedSite(Self.page(Self.inner))
        try site.project.add(Self.page(""))
        try site.project.add(LabelledSite.page("b.md", "label: public\n", text: Self.inner))
        #expect(try site.findings() == [])
        try site.project.add(LabelledSite.page("b.md", "label: public\n", text: Self.secret))
        #expect(try site.findings() == ["label.lowered Content/pages/b.md:3:8"])
    }

    @Test func onesOfADraftAreNotMissedByABuild() throws {
        let site = try LockedSite(Self.page(Self.inner, lines: "draft: true\n"))
        #expect(try site.findings() == [])
        #expect(try site.changes() == [])
        #expect(try site.publicationFindings() == [])
    }
}
