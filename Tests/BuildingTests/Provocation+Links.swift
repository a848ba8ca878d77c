/// Links that mean the right place but do not write it rightly, and links on every page.
extension Provocation {
    static let linkForms: [Provocation] = [
        .init(code: "link.target-spaced", archive: text("[a](/guide/my page)")),
        .init(code: "link.alternative-missing", archive: text("![](/uploads/x.txt)") + upload),
        .init(code: "link.bad-encoding", archive: link("/%90%D3/")),
        .init(code: "link.destination-empty", archive: link("")),
        .init(code: "link.encoded-twice", archive: link("/%25E3%2581%258C/")),
        .init(code: "link.text-empty", archive: text("[](/uploads/x.txt)") + upload),
        .init(
            code: "link.to-redirect",
            archive: text("[x](/old/)") + page("b.md", "aliases: [/old/]\n")),
        .init(code: "markdown.anchor-taken", archive: text("<a id=\"x\"></a>y\n\n## X")),
        .init(code: "markdown.definition-missing", archive: text("[the guide][guide]")),
        .init(code: "markdown.definition-twice", archive: text("[x]\n\n[x]: /\n[x]: /a/")),
        .init(code: "markdown.definition-unused", archive: text("x\n\n[x]: /")),
    ]

    static let standingLinks: [Provocation] = [
        .init(
            code: "config.navigation-page-excluded",
            archive: settings("navigation: [{page: a.md}]") + page("a.md", "draft: true\n")),
        .init(code: "theme.anchor-misspelt", archive: theme("<a href=\"#mian\"><p id=\"main\">")),
        .init(
            code: "theme.link-beside-root",
            archive: "-- Content/site.yml --\ntitle: x\nurl: https://x.example/docs/\n"
                + theme("<a href=\"/a/\">")),
        .init(code: "theme.link-relative", archive: theme("<img src=\"a.png\">")),
        .init(
            code: "theme.stylesheet-imported",
            archive: "-- Themes/default/assets/style.css --\n@import \"a.css\";\n"
                + "-- Themes/default/assets/a.css --\n"),
    ]

    private static let upload = "-- Content/uploads/x.txt --\n"

    private static func text(_ text: String) -> String { page("a.md", text: text) }

    /// A theme that has errors besides; its links are checked all the same.
    private static func theme(_ html: String) -> String {
        "-- Themes/default/templates/page.mustache --\n\(html)\n"
    }
}
