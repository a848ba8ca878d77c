import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

@testable import Building

/// What becomes of files below Content/uploads, and of what their sidecars say.
@Suite struct UploadTests {
    private func site(
        _ sidecar: String = "", more: String = "", text: String = "![](/uploads/a.svg)",
        asOf: String = "2026-01-15"
    ) throws -> BuiltSite {
        try BuiltSite(
            page("index.md", text: text)
                + "-- Content/uploads/a.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"
                + (sidecar.isEmpty ? "" : "-- Content/uploads/a.svg.yml --\n\(sidecar)\n") + more,
            asOf: asOf)
    }

    @Test func anImageWithoutAnAlternativeTakesThatOfItsSidecar() throws {
        #expect(try site().findings.map { $0.prefix(24) } == ["link.alternative-missing"])
        let plain = try site("alt: A & B")
        #expect(plain.findings == [])
        #expect(
            plain.text("public/index.html").contains(
                "<img src=\"/uploads/a.svg\" alt=\"A &amp; B\" />"))
        let own = try site("alt: A", text: "![mine](/uploads/a.svg)")
        #expect(own.text("public/index.html").contains("alt=\"mine\""))
    }

    @Test func titleAndLicenceOfASidecarAreShownWithTheFile() throws {
        let words = "alt: A\ntitle: {ja: 図 \"1\", en: Chart 1}\nlicence: CC BY 4.0\nowner: Somu"
        let text = "![](/uploads/a.svg) [b](/uploads/a.svg \"c\") [](/uploads/a.svg)"
        let site = try site(words, text: text)
        #expect(site.findings == [])
        let html = site.text("public/index.html")
        #expect(
            html.contains(
                "<img src=\"/uploads/a.svg\" alt=\"A\" title=\"図 &quot;1&quot;\" /> "
                    + "<small class=\"licence\">ライセンス: CC BY 4.0</small> "
                    + "<a href=\"/uploads/a.svg\" title=\"c\">b</a> "
                    + "<a href=\"/uploads/a.svg\">図 &quot;1&quot;</a>"))
        #expect(!html.contains("Somu"), "who answers for it in house is not told to everybody")
    }

    @Test func aFileThatIsOverIsNotPublishedAndNoPageMayReferToIt() throws {
        let before = try site("alt: A\nexpire_at: 2026-01-16")
        #expect(before.findings == [] && before.files["public/uploads/a.svg"] != nil)
        let after = try site("alt: A\nexpire_at: 2026-01-15")
        #expect(after.findings == ["link.page-excluded Content/pages/index.md:4:1"])
        let unused = try site("alt: A\nexpire_at: 2026-01-15", text: "x")
        #expect(unused.findings == [] && unused.files["public/uploads/a.svg"] == nil)
        #expect(unused.report.accounting.excludedBecause.map(\.reason) == ["expired"])
    }

    @Test func filesThatNobodyRefersToAreListed() throws {
        let site = try site("alt: A", more: "-- Content/uploads/b/c.txt --\nx\n")
        #expect(site.findings == [])
        let note = try #require(site.report.diagnostics.first)
        #expect(note.severity == .note)
        #expect(note.notes.compactMap(\.span?.file) == ["Content/uploads/b/c.txt"])
        #expect(site.files["public/uploads/b/c.txt"] == nil)
        #expect(
            site.report.accounting.exclusions.map { "\($0.file) \($0.reason)" }
                == ["Content/uploads/b/c.txt unreferenced"])
    }

    @Test func aFileThatThePolicyRefusesNamesEveryTextThatRefersToIt() throws {
        let site = try BuiltSite(
            page("a.md", text: "[x](/uploads/a.svg)") + page("b.md", text: "![y](/uploads/a.svg)")
                + "-- Content/uploads/a.svg --\n"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>\n")
        #expect(site.findings == ["upload.refused Content/uploads/a.svg"])
        #expect(
            site.report.diagnostics.first?.notes.compactMap(\.span?.file)
                == ["Content/pages/a.md", "Content/pages/b.md"])
        #expect(site.report.accounting.failed == 1)
    }

    @Test func whatSiteYmlAllowsIsAllWhatIsPublished() throws {
        let settings = { (text: String) in
            "-- Content/site.yml --\ntitle: A\nurl: https://www.example.jp/\nuploads: {\(text)}\n"
        }
        let site = { (text: String) in
            try self.site("alt: A", more: settings(text)).findings
        }
        #expect(try site("types: [svg, png]") == [])
        #expect(try site("types: [png]") == ["upload.refused Content/uploads/a.svg"])
        #expect(try site("max_size: 10") == ["upload.too-large Content/uploads/a.svg"])
        #expect(try site("types: [svgg]").first == "config.unknown-file-type Content/site.yml:3:19")
        #expect(
            try site("block_list: ../a.hsb").first == "upload.block-list Content/site.yml:3:23")
        #expect(try site("max_size: 10 MB").first == "config.bad-size Content/site.yml:3:21")
    }

    @Test(arguments: ["link", "file"]) func theFolderItselfIsAFolder(kind: String) throws {
        let site = try BuiltSite(page("index.md"))
        let uploads = site.project.folder.url(of: "Content/uploads").path
        if kind == "link" {
            try FileManager.default.createSymbolicLink(
                atPath: uploads, withDestinationPath: "pages")
        } else {
            try site.project.folder.write("x", to: "Content/uploads")
        }
        let code = kind == "link" ? "content.symbolic-link" : "content.special-file"
        #expect(try BuiltSite(site.project).findings == ["\(code) Content/uploads"])
    }

    /// Nobody can provoke that at a certain moment; that a read notices it is tested in Core.
    @Test func aFileThatChangesWhileItIsReadIsAnError() throws {
        let place = SourceSpan(file: "Content/pages/a.md")
        let found = try Diagnostic.unread(.changed, file: "Content/uploads/a.txt", places: [place])
        #expect(found.severity == .error && found.code == "upload.changed")
        #expect(found.notes.map(\.span) == [place])
    }

    @Test func anEncryptedDocumentIsAnError() throws {
        let site = try BuiltSite(
            page("index.md", text: "[x](/uploads/a.pdf)") + "-- Content/uploads/a.pdf --\n"
                + pdf("<</Root 1 0 R/Size 3/Encrypt 2 0 R>>"))
        #expect(site.findings == ["upload.unscannable Content/uploads/a.pdf"])
        #expect(site.files["public/uploads/a.pdf"] == nil)
    }

    @Test func whatAFileTellsAboutPeopleIsReportedWhereEverybodySeesIt() throws {
        let site = { (more: String, label: String) in
            try BuiltSite(
                "-- Content/labels.yml --\nlevels: [{id: public}, {id: internal}]\n"
                    + "-- Content/site.yml --\ntitle: A\nurl: https://www.example.jp/\n"
                    + "outputs: {public: {clearance: public}, staff: {clearance: internal}}\n"
                    + page("index.md", "label: \(label)\n", text: "[x](/uploads/a.pdf)")
                    + "-- Content/uploads/a.pdf --\n"
                    + pdf("<</Root 1 0 R/Size 4/Info 3 0 R>>")
                    + "-- Content/uploads/a.pdf.yml --\nlabel: \(label)\n" + more)
        }
        let open = try site("", "public")
        #expect(open.findings == ["upload.discloses Content/uploads/a.pdf"])
        let found = try #require(open.report.diagnostics.first)
        #expect(found.severity == .warning && found.message.en.contains("'Hanako'"))
        #expect(open.files["public/uploads/a.pdf"] != nil, "a warning keeps nothing back")
        #expect(try site("metadata: keep\n", "public").findings == [])
        #expect(
            try site("owner: Somu\n", "public").report.diagnostics.first?.notes.last?.message.en
                == "'Somu' answers for the file")
        #expect(try site("", "internal").findings == [])
    }

    @Test func aCopyForEverybodyLacksWhereItsPictureWasTaken() throws {
        let jpeg = try #require(Data(base64Encoded: Self.jpegWithPosition))
        let site = try BuiltSite(
            "-- Content/labels.yml --\nlevels: [{id: public}, {id: internal}]\n"
                + "-- Content/site.yml --\ntitle: A\nurl: https://www.example.jp/\n"
                + "outputs: {public: {clearance: public}, staff: {clearance: internal}}\n"
                + page("index.md", "label: public\n", text: "![x](/uploads/a.jpg)")
                + "-- Content/uploads/a.jpg.yml --\nlabel: public\n"
                + "-- Content/uploads/a.jpg --\n-\n")
        try site.project.folder.remove("Content/uploads/a.jpg")
        try site.project.folder.write(Array(jpeg), to: "Content/uploads/a.jpg")
        let built = try BuiltSite(site.project)
        #expect(built.findings == [])
        let copy = try #require(built.files["public/uploads/a.jpg"])
        #expect(Data(copy).range(of: Data("Exif".utf8)) == nil)
        #expect(try #require(built.files["staff/uploads/a.jpg"]) == Array(jpeg))
        #expect(
            built.report.copies.map { "\($0.output) \($0.digest.hex.prefix(8))" }.sorted() == [
                "public \(SHA256Digest(of: copy).hex.prefix(8))",
                "staff \(SHA256Digest(of: Array(jpeg)).hex.prefix(8))",
            ])
    }

    /// The label that an office program writes into a document, against the label here.
    @Test(arguments: [
        ("Confidential", "public", "upload.classified-higher"),
        ("confidential", "internal", nil), ("社外秘", "public", "upload.classified-higher"),
        ("Public", "public", nil), ("Top Secret", "internal", "upload.classification-unknown"),
    ])
    func aDocumentRanksAtLeastAsItSaysItself(
        name: String, label: String, code: String?
    ) async throws {
        let project = try TemporaryProject(
            """
            -- Content/labels.yml --
            levels: [{id: public}, {id: internal, name: {ja: 社外秘, en: Internal}}]
            profiles: {office: {public: Public, internal: Confidential}}
            -- Content/site.yml --
            title: A
            url: https://www.example.jp/
            uploads: {metadata: keep}
            outputs: {public: {clearance: public}, staff: {clearance: internal}}
            -- Content/pages/index.md --
            ---
            title: A
            label: \(label)
            ---
            [x](/uploads/a.docx)
            -- Content/uploads/a.docx.yml --
            label: \(label)
            """)
        try await OfficeSample.write(
            classified: name, to: project.folder.url(of: "Content/uploads/a.docx"))
        let found = try BuiltSite(project).report.diagnostics
        #expect(found.map(\.code) == [code].compactMap(\.self), "\(found)")
        if code == "upload.classified-higher" {
            #expect(found[0].notes.first?.span?.file == "Content/uploads/a.docx.yml")
        }
    }

    private func pdf(_ trailer: String) -> String {
        """
        %PDF-1.4
        1 0 obj
        <</Type/Catalog/Pages 2 0 R>>
        endobj
        2 0 obj
        <</Type/Pages/Kids[]/Count 0>>
        endobj
        3 0 obj
        <</Author(Hanako)>>
        endobj
        trailer
        \(trailer)
        %%EOF

        """
    }

    private static let jpegWithPosition = """
        /9j/4AAQSkZJRgABAQAAAQABAAD/4QCIRXhpZgAATU0AKgAAAAgAAYglAAQAAAABAAAAGgAAAAAABAAB\
        AAIAAAACTgAAAAACAAUAAAADAAAAUAADAAIAAAACRQAAAAAEAAUAAAADAAAAaAAAAAAAAAAjAAAAAQAA\
        ACgAAAABAAAAAAAAAAEAAACLAAAAAQAAAC0AAAABAAAAAAAAAAH/2wBDACgcHiMeGSgjISMtKygwPGRB\
        PDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/wAALCAAIAAgBAREA\
        /8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQR\
        BRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpT\
        VFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLD\
        xMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/ACv/2Q==
        """
}
