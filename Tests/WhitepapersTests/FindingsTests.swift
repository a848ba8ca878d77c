import Core
import Foundation
import TestSupport
import Testing

@testable import Whitepapers

/// One mistake at a time in a whitepaper without findings, and what is said of it.
struct FindingsTests {
    /// A change to the small whitepaper and all that is found then.
    struct Mistake: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var changes = ""
        var removing: [String] = []
        let findings: [String]
    }

    @Test(arguments: declarations + files + items + catalogues)
    func areReported(_ mistake: Mistake) throws {
        let small = try SmallWhitepaper(mistake.changes, removing: mistake.removing)
        #expect(try small.findings() == mistake.findings)
    }

    @Test func areReportedOfWhatIsNoWhitepapersFolder() throws {
        let small = try SmallWhitepaper()
        try small.project.add(
            """
            -- Content/whitepapers/Old One/whitepaper.yml --
            title: x
            -- Content/whitepapers/readme.md --
            x
            -- Content/whitepapers/.DS_Store --
            x
            """)
        let link = small.project.url.appending(path: "Content/whitepapers/link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "demo")
        let found = try Whitepaper.ids(project: small.project.url.path)
        #expect(found.ids == ["demo"])
        #expect(found.ignored == ["Content/whitepapers/.DS_Store"])
        let codes = ["whitepaper.bad-id", "content.symbolic-link", "whitepaper.unexpected-file"]
        #expect(found.diagnostics.map(\.code) == codes)
    }

    @Test func areReportedOfLinks() throws {
        let small = try SmallWhitepaper()
        let folder = small.project.url.appending(path: SmallWhitepaper.folder)
        let link = folder.appending(path: "editions/1.0/9.1.2.md").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "10.1.1.md")
        #expect(try small.findings() == ["content.symbolic-link editions/1.0/9.1.2.md"])
    }

    /// whitepaper.yml with one more line, or with something replaced.
    private static func declared(
        _ more: String = "", _ editions: String = SmallWhitepaper.editions,
        replacing old: String = "", with new: String = ""
    ) -> String {
        var text = SmallWhitepaper.declaration
        if !old.isEmpty { text = text.replacing(old, with: new) }
        return "-- whitepaper.yml --\n\(text)\n\(more)\n\(editions)"
    }

    private static func edited(_ old: String, _ new: String) -> String {
        declared("", SmallWhitepaper.editions.replacing(old, with: new))
    }

    static let declarations = [
        Mistake(
            testDescription: "an unknown key", changes: declared("titel: x"),
            findings: ["yaml.unknown-key whitepaper.yml"]),
        Mistake(
            testDescription: "a language that the site does not have",
            changes: declared("languages: [ja, en, fr]"),
            findings: ["whitepaper.unknown-language whitepaper.yml"]),
        Mistake(
            testDescription: "a language twice", changes: declared("languages: [ja, en, ja]"),
            findings: ["whitepaper.language-twice whitepaper.yml"]),
        Mistake(
            testDescription: "a text in an unknown language", changes: declared("owner: {jp: x}"),
            findings: ["whitepaper.unknown-language whitepaper.yml"]),
        Mistake(
            testDescription: "a path that is none",
            changes: declared(replacing: "/security/whitepaper/", with: "/a//b?/"),
            findings: ["whitepaper.bad-path whitepaper.yml"]),
        Mistake(
            testDescription: "a fact that cannot be named",
            changes: declared(replacing: "facts:", with: "facts:\n  a/b: x"),
            findings: ["whitepaper.bad-fact-key whitepaper.yml"]),
        Mistake(
            testDescription: "a version that is none", changes: edited("\"1.1\"", "\"v1.1\""),
            findings: [
                "whitepaper.edition-undeclared editions/1.1",
                "whitepaper.bad-version whitepaper.yml",
            ]),
        Mistake(
            testDescription: "versions out of order",
            changes: declared(
                "", SmallWhitepaper.editions + "\n  - {version: 1.0.5, summary: x}"),
            findings: ["whitepaper.version-order whitepaper.yml"]),
        Mistake(
            testDescription: "dates out of order", changes: edited("2024-04-01", "2026-04-01"),
            findings: ["whitepaper.date-order whitepaper.yml"]),
        Mistake(
            testDescription: "a day that does not exist",
            changes: edited("2025-04-01", "2025-04-31"),
            findings: ["yaml.bad-date whitepaper.yml"]),
        Mistake(
            testDescription: "a published edition after a draft",
            changes: edited("    date: 2024-04-01\n", ""),
            findings: ["whitepaper.draft-order whitepaper.yml"]),
        Mistake(
            testDescription: "a change twice",
            changes: declared("", SmallWhitepaper.editions + "\n      - {id: 10.1.1}"),
            findings: ["whitepaper.change-twice whitepaper.yml"]),
        Mistake(
            testDescription: "an edition that says nothing",
            changes: declared(
                "",
                SmallWhitepaper.editions
                    + "\n  - {version: \"1.2\", date: 2025-05-01, approver: 委員会}"),
            findings: ["whitepaper.edition-empty whitepaper.yml"]),
        Mistake(
            testDescription: "no editions", changes: declared("", "editions: []"),
            findings: [
                "whitepaper.edition-undeclared editions/1.0",
                "whitepaper.edition-undeclared editions/1.1",
                "whitepaper.no-editions whitepaper.yml",
            ]),
        Mistake(
            testDescription: "a control not covered twice",
            changes: declared(
                replacing: "not_covered:",
                with: "not_covered:\n  - {control: 9.1.2, reason: x}"),
            findings: ["whitepaper.not-covered-twice whitepaper.yml"]),
        Mistake(
            testDescription: "no declaration", removing: ["whitepaper.yml"],
            findings: ["whitepaper.no-declaration whitepaper.yml"]),
    ]

    static let files = [
        Mistake(
            testDescription: "a folder of no edition",
            changes: "-- editions/1.2/10.1.1.md --\nx",
            findings: ["whitepaper.edition-undeclared editions/1.2"]),
        Mistake(
            testDescription: "a file that does not belong into an edition",
            changes: "-- editions/1.0/note.txt --\nx",
            findings: ["whitepaper.unexpected-file editions/1.0/note.txt"]),
        Mistake(
            testDescription: "a file among the editions", changes: "-- editions/note.md --\nx",
            findings: ["whitepaper.unexpected-file editions/note.md"]),
        Mistake(
            testDescription: "a second catalogue", changes: "-- old.csv --\nx",
            findings: ["whitepaper.unexpected-file old.csv"]),
        Mistake(
            testDescription: "a system's file", changes: "-- editions/.DS_Store --\nx", findings: []
        ),
        Mistake(
            testDescription: "a file without front matter",
            changes: "-- editions/1.0/section-2.md --\nx",
            findings: ["whitepaper.no-front-matter editions/1.0/section-2.md"]),
        Mistake(
            testDescription: "a language by suffix that there is not",
            changes: "-- editions/1.1/10.1.1.fr.md --\n"
                + SmallWhitepaper.control("10.1.1", "Nous chiffrons."),
            findings: ["whitepaper.unknown-language editions/1.1/10.1.1.fr.md"]),
        Mistake(
            testDescription: "one item in two files",
            changes: "-- editions/1.1/10.1.1.ja.md --\n" + SmallWhitepaper.control("10.1.1", "x"),
            findings: ["whitepaper.item-twice editions/1.1/10.1.1.md"]),
        Mistake(
            testDescription: "a name that does not fit the item",
            changes: "-- editions/1.0/cld.12.4.5.md --\n"
                + SmallWhitepaper.control("9.1.2", "監視する。"),
            findings: [
                "whitepaper.original-missing editions/1.0/cld.12.4.5.en.md",
                "whitepaper.file-name editions/1.0/cld.12.4.5.md",
                "whitepaper.untranslated whitepaper.yml",
                "whitepaper.covered-and-not whitepaper.yml",
            ]),
    ]

    static let catalogues = [
        Mistake(
            testDescription: "a catalogue that is not there", removing: ["catalogue.csv"],
            findings: [
                "whitepaper.unknown-control editions/1.0/10.1.1.en.md",
                "whitepaper.unknown-control editions/1.0/10.1.1.md",
                "whitepaper.unknown-control editions/1.0/cld.12.4.5.en.md",
                "whitepaper.unknown-control editions/1.0/cld.12.4.5.md",
                "whitepaper.unknown-control editions/1.1/10.1.1.en.md",
                "whitepaper.unknown-control editions/1.1/10.1.1.md",
                "whitepaper.no-catalogue whitepaper.yml",
                "whitepaper.unknown-control whitepaper.yml",
                "whitepaper.change-unknown whitepaper.yml",
            ]),
        Mistake(
            testDescription: "a column that no catalogue has",
            changes: catalogue("id,title_ja,title_en,audiense,iso27002_2022"),
            findings: ["whitepaper.catalogue-column catalogue.csv"]),
        Mistake(
            testDescription: "a row that is too short", changes: catalogue(row: "1.2.3,x"),
            findings: ["whitepaper.catalogue-row catalogue.csv"]),
        Mistake(
            testDescription: "a control twice", changes: catalogue(row: "cld.12.4.5,x,y,,"),
            findings: ["whitepaper.catalogue-row catalogue.csv"]),
        Mistake(
            testDescription: "a control that is nowhere answered",
            changes: catalogue(row: "14.1.1,x,y,,"),
            findings: ["whitepaper.uncovered catalogue.csv"]),
    ]

    private static func catalogue(
        _ header: String = "id,title_ja,title_en,audience,iso27002_2022", row: String = ""
    ) -> String {
        """
        -- catalogue.csv --
        \(header)
        9.1.2,ネットワーク,Access to networks,customer,
        10.1.1,暗号,Cryptographic controls,provider,8.24
        CLD.12.4.5,監視,Monitoring,provider,
        \(row)
        """
    }
}

extension FindingsTests {
    /// The English file of 10.1.1 in edition 1.1.
    private static func english(_ frontMatter: String, _ text: String = "We encrypt all.") -> String
    {
        "-- editions/1.1/10.1.1.en.md --\n---\n\(frontMatter)\n---\n\(text)\n"
    }

    private static let english = "editions/1.1/10.1.1.en.md"

    static let items = [
        Mistake(
            testDescription: "neither a control nor a section", changes: english("label: public"),
            findings: ["whitepaper.no-item \(english)"]),
        Mistake(
            testDescription: "both a control and a section",
            changes: english("control: 10.1.1\nid: \"1\""),
            findings: ["whitepaper.two-items \(english)"]),
        Mistake(
            testDescription: "a control that the catalogue does not have",
            changes: english("control: 10.1.11"),
            findings: ["whitepaper.unknown-control \(english)"]),
        Mistake(
            testDescription: "a section's number that is none", changes: english("id: \"1-1\""),
            findings: ["whitepaper.bad-section-number \(english)"]),
        Mistake(
            testDescription: "an unknown key", changes: english("control: 10.1.1\nclaim: {}"),
            findings: ["yaml.unknown-key \(english)"]),
        Mistake(
            testDescription: "an unknown responsibility",
            changes: english("control: 10.1.1\nresponsibility: costumer"),
            findings: ["yaml.unknown-value \(english)"]),
        Mistake(
            testDescription: "two responsibilities",
            changes: english("control: 10.1.1\nresponsibility: customer"),
            findings: ["whitepaper.languages-disagree \(english)"]),
        Mistake(
            testDescription: "a label in the translation alone",
            changes: english("control: 10.1.1\nlabel: internal"),
            findings: ["whitepaper.languages-disagree \(english)"]),
        Mistake(
            testDescription: "no responsibility",
            changes: "-- editions/1.1/10.1.1.md --\n---\ncontrol: 10.1.1\n---\n暗号化する。\n"
                + english("control: 10.1.1"),
            findings: ["whitepaper.no-responsibility editions/1.1/10.1.1.md"]),
        Mistake(
            testDescription: "a claim of what is no fact",
            changes: english("control: 10.1.1\nclaims: {tls.opton: x}"),
            findings: ["whitepaper.unknown-fact \(english)"]),
        Mistake(
            testDescription: "a claim against a fact",
            changes: english("control: 10.1.1\nclaims: {tls.option: not offered}"),
            findings: ["whitepaper.claim-contradicts-fact \(english)"]),
        Mistake(
            testDescription: "no text", changes: english("control: 10.1.1", "<!-- later -->\n"),
            findings: ["whitepaper.empty \(english)"]),
        Mistake(
            testDescription: "a title that is not the catalogue's",
            changes: english("control: 10.1.1\ntitle: Encryption"),
            findings: ["whitepaper.title-differs \(english)"]),
        Mistake(
            testDescription: "the catalogue's title with other spaces and width",
            changes: english("control: 10.1.1\ntitle: Ｃryptographic  controls"), findings: []),
        Mistake(
            testDescription: "a withdrawn item with a text",
            changes: english("control: 10.1.1\nwithdrawn: true"),
            findings: [
                "whitepaper.withdrawn-with-text \(english)",
                "whitepaper.untranslated whitepaper.yml",
            ]),
        Mistake(
            testDescription: "the withdrawal of what is not there",
            changes: "-- editions/1.0/section-2.md --\n---\nid: \"2\"\nwithdrawn: true\n---\n",
            findings: ["whitepaper.withdrawn-unknown editions/1.0/section-2.md"]),
        Mistake(
            testDescription: "a withdrawal with a translation",
            changes: "-- editions/1.1/10.1.1.md --\n---\ncontrol: 10.1.1\nwithdrawn: true\n---\n"
                + english("control: 10.1.1"),
            findings: [
                "whitepaper.uncovered catalogue.csv",
                "whitepaper.withdrawn-in-part editions/1.1/10.1.1.md",
            ]),
        Mistake(
            testDescription: "no place for the controls",
            changes: """
                -- editions/1.0/section-3.2.md --
                ---
                id: "3.2"
                title: 管理策
                ---
                管理策を示す。
                -- editions/1.0/section-3.2.en.md --
                ---
                id: "3.2"
                title: Controls
                ---
                The controls.
                """,
            findings: [
                "whitepaper.controls-unplaced editions/1.0/10.1.1.en.md",
                "whitepaper.controls-unplaced editions/1.1/10.1.1.en.md",
            ]),
        Mistake(
            testDescription: "two places for the controls",
            changes: """
                -- editions/1.0/section-1.md --
                ---
                id: "1"
                title: 目的
                controls: true
                ---
                目的を述べる。
                """,
            findings: ["whitepaper.placed-twice editions/1.0/section-3.2.md"]),
    ]
}
