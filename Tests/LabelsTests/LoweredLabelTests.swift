import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Labels

/// A label that was lowered without a downgrade is an error, however it was lowered.
@Suite struct LoweredLabelTests {
    private static let text = """
        The vault holds the keys of every customer. Two people open it together.

        Nobody enters the room alone, and each visit is written down in the book.

        - The first key lies with the head of operations, in a sealed envelope.
        - The second key lies with the auditor, who answers for its whereabouts.

        When one of the keys is lost, both are made anew within one working day.
        """

    private static func vault(_ path: String, _ lines: String) -> String {
        LabelledSite.page(path, lines, text: text)
    }

    private static func downgrade(
        from: String = "internal", to: String = "public", on: String = "2026-01-14"
    ) -> String {
        "downgrade: {from: \(from), to: \(to), reason: open now, by: Head, on: \(on)}\n"
    }

    /// The findings of codes that begin with `label.`, with both places.
    private func lowered(_ site: LockedSite) throws -> [String] {
        try site.site().report.diagnostics.filter { $0.code == "label.lowered" }.map { finding in
            let places = [finding.span] + finding.notes.map(\.span)
            return places.compactMap { span -> String? in
                guard let span else { return nil }
                guard let range = span.range else { return span.file }
                let bytes = (try? site.project.folder.bytes(of: span.file)) ?? []
                let place = LineIndex(bytes).position(of: range.lowerBound)
                return "\(span.file.replacing("Content/", with: "")):\(place.line):\(place.column)"
            }.joined(separator: " ")
        }
    }

    @Test func anOwnLabelThatWasLoweredShowsTheItemAndTheLinesRecord() throws {
        let site = try LockedSite(Self.vault("vault.md", "label: internal\n"))
        let line = try site.line(of: "pages/vault.md")
        try site.project.add(Self.vault("vault.md", "label: members\n"))
        #expect(try lowered(site) == ["pages/vault.md:3:8 labels.lock:\(line):1"])
        #expect(try site.record().bytes == nil)
        #expect(try site.recorded("pages/vault.md") == "internal")
        try site.project.add(Self.vault("vault.md", "label: internal\nhandling: [no-print]\n"))
        #expect(try site.findings() == [])
    }

    @Test func aMarkThatWasRemovedIsALoweredLabelToo() throws {
        let site = try LockedSite(
            Self.vault("vault.md", "label: internal\nhandling: [no-print]\n"))
        try site.project.add(Self.vault("vault.md", "label: internal\n"))
        #expect(try lowered(site).count == 1)
        try site.project.add(
            Self.vault(
                "vault.md",
                "label: internal\n" + Self.downgrade(from: "internal no-print", to: "internal")))
        #expect(try site.findings() == [])
    }

    @Test(arguments: ["elsewhere/vault.md", "strongroom.md", "vault.en.md"])
    func aFileThatWasMovedIsKnownByItsText(target: String) throws {
        let site = try LockedSite(
            "-- Content/pages/closed/folder.yml --\nlabel: internal\n",
            "-- Content/pages/folder.yml --\nlabel: public\n", Self.vault("closed/vault.md", ""))
        let line = try site.line(of: "pages/closed/vault.md")
        try site.move("pages/closed/vault.md", to: "pages/" + target)
        #expect(
            try lowered(site) == [
                "pages/\(target):1:1 labels.lock:\(line):1 pages/folder.yml:1:8"
            ])
    }

    @Test func aFileThatWasMovedAndEditedIsKnownByHalfOfItsSentences() throws {
        let site = try LockedSite(Self.vault("vault.md", "label: internal\n"))
        try site.project.folder.remove("Content/pages/vault.md")
        let sentences = Self.text.split(separator: "\n\n")
        let kept = sentences.dropLast().joined(separator: "\n\n")
        try site.project.add(
            LabelledSite.page(
                "new.md", "label: public\n",
                text: "A new beginning of the text, for everybody to read.\n\n\(kept)\n\nThe end."))
        #expect(try lowered(site).count == 1)
    }

    @Test func aTextThatSharesLittleWithAMissingOneIsANewText() throws {
        let site = try LockedSite(Self.vault("vault.md", "label: internal\n"))
        try site.project.folder.remove("Content/pages/vault.md")
        try site.project.add(
            LabelledSite.page(
                "new.md", "label: public\n",
                text: "Nobody enters the room alone, and each visit is written down in the book."))
        #expect(try site.findings() == [])
        #expect(try site.changes() == ["added pages/new.md", "deleted pages/vault.md"])
    }

    @Test func aCopyWithALowerLabelIsFoundThoughTheOriginalStays() throws {
        let site = try LockedSite(Self.vault("vault.md", "label: internal\n"))
        try site.project.add(Self.vault("copy.md", "label: members\n"))
        #expect(try lowered(site).count == 1)
        try site.project.add(
            Self.vault("copy.md", "label: members\n" + Self.downgrade(to: "members")))
        #expect(try site.findings() == [])
        #expect(try site.record().bytes != nil)
        #expect(try site.recorded("pages/vault.md") == "internal")
        #expect(try site.recorded("pages/copy.md") == "members")
    }

    @Test(arguments: [
        ("-- Content/pages/a/folder.yml --\nlabel: public\n", "pages/a/folder.yml:1:8"),
        ("-- Content/pages/a/folder.yml --\norder: 1\n", "labels.yml:7:10"),
    ])
    func aFoldersLabelThatWasLoweredLowersItsPages(edit: String, origin: String) throws {
        let site = try LockedSite(
            "-- Content/pages/a/folder.yml --\nlabel: internal\n", Self.vault("a/vault.md", ""))
        let line = try site.line(of: "pages/a/vault.md")
        try site.project.add(edit)
        #expect(
            try lowered(site) == ["pages/a/vault.md:1:1 labels.lock:\(line):1 \(origin)"])
    }

    @Test func aFloorThatWasRemovedAndADefaultThatWasLoweredLowerPagesToo() throws {
        let site = try LockedSite(
            "-- Content/pages/a/folder.yml --\nlabel: public\nfloor: internal\n",
            Self.vault("a/vault.md", ""))
        try site.project.add("-- Content/pages/a/folder.yml --\nlabel: public\n")
        #expect(try lowered(site).count == 1)
        let other = try LockedSite(
            LabelledSite.labels.replacing("default: members", with: "default: internal"))
        try other.project.add(LabelledSite.labels)
        #expect(try lowered(other).map { $0.prefix(26) } == ["pages/handbook/index.md:1:"])
    }

    @Test func levelsInAnotherOrderLowerWhatMoreReadersMaySee() throws {
        let site = try LockedSite(
            Self.vault("vault.md", "label: internal\n"),
            LabelledSite.page("m.md", "label: members\n"))
        let lines = LabelledSite.labels.split(separator: "\n", omittingEmptySubsequences: false)
        let swapped = [0, 1, 2, 4, 3, 5, 6, 7, 8].map { String(lines[$0]) }
        try site.project.add(swapped.joined(separator: "\n"))
        // Now readers with the clearance for members see what is internal.
        #expect(try lowered(site).map { $0.prefix(14) } == ["pages/vault.md"])
    }

    @Test func aLevelMayBeRenamedWithItsFormerName() throws {
        let site = try LockedSite(Self.vault("vault.md", "label: internal\n"))
        let renamed = LabelledSite.labels.replacing("id: internal", with: "id: secret")
        try site.project.add(LabelledSite.settings.replacing("internal", with: "secret"))
        try site.project.add(Self.vault("vault.md", "label: secret\n"))
        try site.project.add(renamed)
        let line = try site.line(of: "pages/vault.md")
        #expect(
            try site.findings() == ["label.lock-unknown-label Content/labels.lock:\(line):1"])
        try site.project.add(
            renamed.replacing("id: secret,", with: "id: secret, formerly: [internal],"))
        #expect(try site.findings() == [])
        try site.record()
        #expect(try site.recorded("pages/vault.md") == "secret")
    }

    @Test func whatWasDeletedAndRecordedIsStillKnown() throws {
        let site = try LockedSite(Self.vault("vault.md", "label: internal\n"))
        try site.project.folder.remove("Content/pages/vault.md")
        #expect(try site.changes() == ["deleted pages/vault.md"])
        try site.record()
        #expect(try site.changes() == [])
        try site.project.add(LabelledSite.page("vault.md", "label: public\n", text: "Wholly new."))
        #expect(try lowered(site).count == 1)
        try site.project.folder.remove("Content/pages/vault.md")
        try site.project.add(Self.vault("other.md", "label: public\n"))
        #expect(try lowered(site).count == 1)
        try site.project.add(Self.vault("other.md", "label: internal\n"))
        #expect(try site.findings() == [])
        #expect(try site.changes() == ["moved pages/other.md < pages/vault.md"])
    }

    @Test func draftsAndExpiredPagesAreRecordedToo() throws {
        let site = try LockedSite(
            Self.vault("d.md", "label: internal\ndraft: true\n"),
            LabelledSite.page("e.md", "label: internal\nexpire_at: 2020-01-01\n"))
        try site.project.add(Self.vault("d.md", "label: public\ndraft: true\n"))
        try site.project.add(
            LabelledSite.page("e.md", "label: members\nexpire_at: 2020-01-01\n"))
        #expect(try lowered(site).count == 2)
    }

    @Test func uploadsRedirectsAndWhitepapersAreRecorded() throws {
        let upload = "-- Content/uploads/a.txt --\nkeys\n-- Content/uploads/a.txt.yml --\n"
        let redirect = "-- Content/redirects.yml --\n- {from: /x/, gone: true, label: "
        let site = try LockedSite(upload + "label: internal\n", redirect + "internal}\n")
        #expect(try site.recorded("uploads/a.txt") == "internal")
        #expect(try site.recorded("redirects.yml#/x/") == "internal")
        try site.project.add(upload + "label: public\n" + redirect + "public}\n")
        #expect(
            try lowered(site).map { $0.split(separator: " ")[0] } == [
                "redirects.yml:1:34", "uploads/a.txt.yml:1:8",
            ])
        let accounted = Self.downgrade().dropLast()
        try site.project.add(upload + "label: public\n" + accounted + "\n")
        try site.project.add(
            redirect + "public, downgrade: {from: internal, to: public, reason: r, by: b, "
                + "on: 2026-01-01}}\n")
        #expect(try site.findings() == [])
        try site.project.folder.remove("Content/uploads/a.txt")
        try site.project.folder.remove("Content/uploads/a.txt.yml")
        try site.project.add(
            "-- Content/uploads/b/c.txt --\nkeys\n"
                + "-- Content/uploads/b/c.txt.yml --\nlabel: members\n")
        #expect(try lowered(site).map { $0.prefix(23) } == ["uploads/b/c.txt.yml:1:8"])
    }
}
