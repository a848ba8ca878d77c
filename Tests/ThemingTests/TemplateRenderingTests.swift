import Core
import Testing

@testable import Theming

/// What templates make of values.
@Suite struct TemplateRenderingTests {
    /// Renders `template` as page.mustache.
    static func render(_ template: String, page: TemplateValue) throws -> String {
        let source = ThemeFixture(["templates/page.mustache": template]).source
        let theme = try #require(Theme.load(source).0, "\(Theme.load(source).1)")
        var output = ByteWriter()
        theme.render("page", SampleValues.root(theme, page: page), into: &output)
        return output.text
    }

    @Test(arguments: [
        ("<a href=\"{{page.url}}\">", "<a href=\"/manual/backup/\">"),
        ("{{#page.tags}}[{{name}}]{{/page.tags}}", "[バックアップ][運用]"),
        ("{{#page.has_tags}}yes{{/page.has_tags}}{{^page.has_tags}}no{{/page.has_tags}}", "yes"),
        ("{{#page.date}}{{iso}}{{/page.date}}", "2026-04-01"),
        (
            "{{#page.has_date}}{{text.hello}} {{page.date.iso}}{{/page.has_date}}",
            "こんにちは 2026-04-01"
        ),
        ("{{#page.owner}}<{{.}}>{{/page.owner}}", "<運営事務局>"),
        ("{{#page.is_home}}home{{/page.is_home}}{{^page.is_home}}page{{/page.is_home}}", "page"),
        ("{{#page.noindex}}x{{/page.noindex}}{{page.redirect_to}}", ""),
        ("a\n  {{! gone }}  \nb\n", "a\nb\n"),
        ("{{#page.handling}}\n{{name}}\n{{/page.handling}}\n", "印刷禁止\n"),
        ("{{ page.title }}|{{#page.tags}}{{page.title}}{{/page.tags}}", "題|題題"),
    ])
    func rendersTheTemplate(_ template: String, as expected: String) throws {
        #expect(try Self.render(template, page: SampleValues.fullPage(title: "題")) == expected)
    }

    /// `"` and a combining accent are one character to Swift, and still end an attribute.
    @Test func escapesMarkupAlsoBeforeACombiningCharacter() throws {
        let title = "<\u{338}\"\u{301}&\u{20DD}>"
        let page = SampleValues.plainPage(title: title)
        #expect(
            try Self.render("{{page.title}}", page: page)
                == "&lt;\u{338}&quot;\u{301}&amp;\u{20DD}&gt;")
    }

    @Test func looksForAnAbsentNameNowhereElse() throws {
        // The site has a description; the page has none.
        let text = try Self.render(
            "{{#page}}{{description}}{{title}}{{/page}}", page: SampleValues.plainPage(title: "題"))
        #expect(text == "題")
    }

    @Test func neverReadsTagsInValues() throws {
        let page = SampleValues.plainPage(
            title: "{{site.title}}", more: ["toc": SampleValues.html("{{{page.content}}}")])
        #expect(
            try Self.render("{{page.title}}{{{page.toc}}}", page: page)
                == "{{site.title}}{{{page.content}}}")
    }
}
