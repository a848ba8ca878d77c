import Foundation
import TestSupport
import Testing

/// A site that provokes one diagnostic.
struct Provocation: Sendable, CustomTestStringConvertible {
    let code: String
    let archive: String
    /// What a text cannot write.
    var prepare: @Sendable (TemporaryFolder) throws -> Void = { _ in }

    var testDescription: String { code }

    static let labels =
        "-- Content/labels.yml --\nlevels: [{id: public}, {id: internal}]\n"
    private static let outputs =
        "outputs:\n  public: {clearance: public}\n  staff: {clearance: internal}"

    static let all: [Provocation] = [
        yaml, config, externalLinks, securityTxt, content, scheme, labelling, links, linkForms,
        standingLinks, uploads, former,
    ].flatMap(\.self)

    private static let yaml: [Provocation] = [
        .init(code: "yaml.bad-date", archive: page("a.md", "date: x\n")),
        .init(code: "yaml.duplicate-key", archive: page("a.md", "title: x\n")),
        .init(code: "yaml.key-not-text", archive: page("a.md", "? [a]\n: b\n")),
        .init(code: "yaml.missing-key", archive: settings("security_txt: {}\nnavigation: [{}]")),
        .init(code: "yaml.syntax", archive: page("a.md", "x: [\n")),
        .init(
            code: "yaml.too-large",
            archive: page("a.md", "tags: [" + String(repeating: "x,", count: 200_001) + "]\n")),
        .init(code: "yaml.unknown-key", archive: page("a.md", "x: y\n")),
        .init(code: "yaml.unknown-value", archive: settings("taxonomies: [x]")),
        .init(code: "yaml.wrong-type", archive: page("a.md", "tags: x\n")),
    ]

    private static func external(_ code: String, _ line: String) -> Provocation {
        .init(code: code, archive: settings("external_links: {\(line)}"))
    }

    private static let externalLinks: [Provocation] = [
        external("config.bad-address-block", "allow_addresses: [10.0.0.1/8]"),
        external("config.bad-concurrency", "concurrency: 0"),
        external("config.bad-duration", "timeout: 10"),
        external("config.bad-host", "hosts: {\"a/b\": {interval: 1s}}"),
        external("config.bad-status", "accept: [40]"),
        external("config.excludes-everything", "exclude: [\"*\"]"),
    ]

    private static let config: [Provocation] = [
        .init(code: "config.bad-language", archive: settings("languages: [x]")),
        .init(
            code: "config.bad-navigation-url",
            archive: settings("navigation: [{url: \"javascript:x\", title: x}]")),
        .init(code: "config.bad-output", archive: settings("outputs: {A: {clearance: a}}")),
        .init(code: "config.bad-timezone", archive: settings("timezone: x")),
        .init(code: "config.bad-url", archive: "-- Content/site.yml --\ntitle: x\nurl: x\n"),
        .init(
            code: "config.navigation-page-missing", archive: settings("navigation: [{page: x.md}]")),
        .init(code: "config.no-outputs", archive: settings("outputs: {}")),
        .init(code: "config.no-site", archive: "") { try $0.remove("Content/site.yml") },
        .init(code: "config.no-theme", archive: settings("theme: x")),
        .init(code: "config.not-positive", archive: settings("keep: 0")),
        .init(
            code: "config.redirect-not-below-root",
            archive: "-- Content/redirects.yml --\n- {from: x, to: /}\n"),
        .init(code: "config.repeated-value", archive: settings("languages: [ja, ja]")),
        .init(
            code: "config.reserved-field",
            archive: settings("collections: {n: {fields: {date: {type: date}}}}")),
        .init(
            code: "config.too-many-outputs",
            archive: settings(
                "outputs:\n" + (0...64).map { "  o\($0): {clearance: a}\n" }.joined())),
    ]

    private static func contact(_ lines: String) -> String {
        settings("security_txt:\n" + lines)
    }

    private static let securityTxt: [Provocation] = [
        .init(
            code: "security-txt.bad-contact",
            archive: contact("  contact: [x]\n  expires: 2026-03-01")),
        .init(
            code: "security-txt.bad-link",
            archive: contact("  contact: [tel:1]\n  expires: 2026-03-01\n  policy: x")),
        .init(
            code: "security-txt.expired",
            archive: contact("  contact: [tel:1]\n  expires: 2026-01-01")),
        .init(
            code: "security-txt.expires-late",
            archive: contact("  contact: [tel:1]\n  expires: 2030-01-01")),
        .init(
            code: "security-txt.expires-soon",
            archive: contact("  contact: [tel:1]\n  expires: 2026-01-20")),
        .init(code: "security-txt.no-contact", archive: contact("  expires: 2026-03-01")),
        .init(code: "security-txt.no-expiry", archive: contact("  contact: [tel:1]")),
    ]

    private static let content: [Provocation] = [
        .init(code: "content.bad-alias", archive: page("a.md", "aliases: [x]\n")),
        .init(code: "content.bad-name", archive: page("a#b.md")),
        .init(
            code: "content.bad-tag",
            archive: settings("taxonomies: [tags]") + page("a.md", "tags: [a/b]\n")),
        .init(code: "content.duplicate-url", archive: page("a.md") + page("A.md")),
        .init(code: "content.misspelt-name", archive: "-- Content/label.yml --\n"),
        .init(code: "content.not-utf8", archive: "") {
            try $0.write([0x91, 0xE8], to: "Content/redirects.yml")
        },
        .init(
            code: "content.too-many-findings",
            archive: page("a.md", text: String(repeating: "[a](b.md)\n", count: 1001))),
        .init(code: "content.special-file", archive: page("a.md")) {
            mkfifo($0.url(of: "Content/pages/x.md").path, 0o600)
        },
        .init(code: "content.stray-file", archive: "-- Content/x/y --\n"),
        .init(code: "content.symbolic-link", archive: page("a.md")) {
            try FileManager.default.createSymbolicLink(
                atPath: $0.url(of: "Content/pages/x.md").path, withDestinationPath: "a.md")
        },
        .init(code: "content.unexpected-file", archive: "-- Content/pages/x.png --\n"),
        .init(code: "content.unknown-language", archive: page("a.fr.md")),
        .init(code: "front-matter.bad-slug", archive: page("a.md", "slug: a/b\n")),
        .init(
            code: "front-matter.control-character",
            archive: "-- Content/pages/a.md --\n---\ntitle: \"a\\bb\"\n---\n"),
        .init(
            code: "front-matter.dates-out-of-order",
            archive: page("a.md", "date: 2025-01-02\nupdated: 2025-01-01\n")),
        .init(
            code: "front-matter.empty-title",
            archive: "-- Content/pages/a.md --\n---\ntitle: ' '\n---\n"),
        .init(code: "front-matter.joined-tags", archive: page("a.md", "tags: [運用、保守]\n")),
        .init(
            code: "front-matter.not-first",
            archive: "-- Content/pages/a.md --\n\n---\ntitle: x\n---\n"),
        .init(code: "front-matter.missing", archive: "-- Content/pages/a.md --\nText.\n"),
        .init(
            code: "front-matter.too-many-tags",
            archive: page(
                "a.md", "tags: [" + (1...51).map { "t\($0)" }.joined(separator: ", ") + "]\n")),
        .init(code: "front-matter.unclosed", archive: "-- Content/pages/a.md --\n---\ntitle: x\n"),
        .init(code: "front-matter.unknown-template", archive: page("a.md", "template: x\n")),
    ]

    private static let labelling: [Provocation] = [
        .init(
            code: "label.below-floor",
            archive: labels + "-- Content/pages/folder.yml --\nfloor: internal\n"
                + page("a.md", "label: public\n")),
        .init(
            code: "label.link-to-higher",
            archive: settings(outputs) + labels + page("a.md", "label: public\n", text: "[b](b.md)")
                + page("b.md", "label: internal\n")),
        .init(
            code: "label.anchor-too-high",
            archive: settings(outputs) + labels
                + page("a.md", "label: public\n", text: "[b](#x)\n\n:::label internal\n# X\n:::")),
        .init(
            code: "label.below-predecessor",
            archive: labels + """
                -- Content/whitepapers/w/whitepaper.yml --
                title: W
                product: P
                path: /w/
                label: internal
                standard: S
                editions: [{version: "1.0", label: public}]

                """),
        .init(
            code: "label.fact-too-high",
            archive: settings(outputs) + labels
                + page("a.md", "label: public\n", text: "It is {{fact:x.y}}.")
                    + """
                    -- Content/whitepapers/w/whitepaper.yml --
                    title: W
                    product: P
                    path: /w/
                    label: internal
                    standard: S
                    catalogue: c.csv
                    facts: {x.y: z}
                    editions: [{version: "1.0", date: 2025-01-01, approver: A}]
                    -- Content/whitepapers/w/c.csv --
                    -- Content/whitepapers/w/editions/1.0/section-1.md --
                    ---
                    id: "1"
                    title: T
                    ---
                    Text.
                    """),
        .init(
            code: "label.lowest-default",
            archive: labels + "default: public\n" + page("a.md")),
        .init(code: "label.missing", archive: labels + page("a.md")),
        .init(
            code: "label.upload-unlabelled",
            archive: labels + page("a.md", "label: public") + "-- Content/uploads/a.txt --\n"),
        .init(code: "label.no-levels", archive: "-- Content/labels.yml --\nlevels: []\n"),
        .init(code: "label.no-scheme", archive: page("a.md", "label: public\n")),
        .init(
            code: "label.repeated",
            archive: "-- Content/labels.yml --\nlevels: [{id: a}, {id: a}]\n"),
        .init(
            code: "label.too-many-marks",
            archive: labels + "handling:\n" + (0...64).map { "  - {id: m\($0)}\n" }.joined()),
        .init(
            code: "label.unknown-handling",
            archive: labels + page("a.md", "label: public\nhandling: [x]\n")),
        .init(code: "label.unknown-level", archive: labels + page("a.md", "label: x\n")),
        .init(
            code: "label.upload-too-high",
            archive: settings(outputs) + labels
                + page("a.md", "label: public\n", text: "[x](/uploads/x)")
                + "-- Content/uploads/x --\n-- Content/uploads/x.yml --\nlabel: internal\n"),
    ]

    static func link(_ target: String) -> String {
        page("a.md", text: "[x](\(target))") + page("b.md", "draft: true\n") + page("が.md")
    }

    private static let links: [Provocation] = [
        .init(code: "link.anchor-missing", archive: link("#x")),
        .init(code: "markdown.url-scheme", archive: link("javascript:x")),
        .init(code: "link.not-nfc", archive: link("/か\u{3099}/")),
        .init(code: "link.outside-project", archive: link("../../x.md")),
        .init(code: "link.page-excluded", archive: link("b.md")),
        .init(code: "link.page-missing", archive: link("x.md")),
        .init(
            code: "link.redirect-target-excluded",
            archive: page("b.md", "draft: true\n")
                + "-- Content/redirects.yml --\n- {from: /x/, to: /b/}\n"),
        .init(
            code: "link.redirect-target-missing",
            archive: "-- Content/redirects.yml --\n- {from: /x/, to: /y/}\n"),
        .init(code: "link.upload-missing", archive: link("/uploads/x.png")),
        .init(code: "link.wrong-case", archive: link("/A/")),
    ]
}
