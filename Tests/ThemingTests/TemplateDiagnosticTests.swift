import Core
import Testing

@testable import Theming

/// What is wrong in a template is found when the theme is loaded, with its place.
@Suite struct TemplateDiagnosticTests {
    struct Mistake: CustomTestStringConvertible, Sendable {
        let template: String
        let code: String
        let place: String
        var fix: String?

        var testDescription: String { template }
    }

    static let mistakes = [
        Mistake(
            template: "{{page.titel}}", code: "theme.variable-unknown", place: "page.titel",
            fix: "page.title"),
        Mistake(
            template: "{{title}}", code: "theme.variable-unknown", place: "title",
            fix: "site.title"),
        Mistake(
            template: "{{text.helo}}", code: "theme.variable-unknown", place: "text.helo",
            fix: "text.hello"),
        Mistake(
            template: "{{#page.tags}}{{nmae}}{{/page.tags}}", code: "theme.variable-unknown",
            place: "nmae", fix: "name"),
        Mistake(
            template: "{{page.title.x}}", code: "theme.variable-unknown", place: "page.title.x"),
        Mistake(template: "{{.}}", code: "theme.variable-unknown", place: "."),
        Mistake(
            template: "{{#whitepaper}}{{/whitepaper}}", code: "theme.variable-unknown",
            place: "whitepaper"),
        Mistake(
            template: "{{page.content}}", code: "theme.html-escaped", place: "{{page.content}}",
            fix: "{{{page.content}}}"),
        Mistake(
            template: "{{{page.title}}}", code: "theme.text-unescaped", place: "{{{page.title}}}",
            fix: "{{page.title}}"),
        Mistake(
            template: "{{&page.title}}", code: "theme.text-unescaped", place: "{{&page.title}}",
            fix: "{{page.title}}"),
        Mistake(
            template: "{{page.is_home}}", code: "theme.value-not-printable",
            place: "{{page.is_home}}"),
        Mistake(
            template: "{{page.has_tags}}", code: "theme.value-not-printable",
            place: "{{page.has_tags}}"),
        Mistake(
            template: "<a href={{page.url}}>", code: "theme.attribute-unquoted",
            place: "{{page.url}}", fix: "\"{{page.url}}\""),
        Mistake(
            template: "{{#page.date}}{{iso}}", code: "theme.section-unclosed",
            place: "{{#page.date}}"),
        Mistake(
            template: "{{#page.date}}{{/page}}", code: "theme.section-mismatched", place: "page",
            fix: "page.date"),
        Mistake(
            template: "{{/page.date}}", code: "theme.section-not-open", place: "{{/page.date}}"),
        Mistake(template: "日本語 {{page.title", code: "theme.tag-unclosed", place: "{{"),
        Mistake(
            template: "{{=<% %>=}}", code: "theme.tag-unsupported", place: "{{=<% %>=}}"),
        Mistake(template: "{{<page}}", code: "theme.tag-unsupported", place: "{{<page}}"),
        Mistake(
            template: "{{uppercased(page.title)}}", code: "theme.name-malformed",
            place: "{{uppercased(page.title)}}"),
        Mistake(template: "{{}}", code: "theme.name-malformed", place: "{{}}"),
        Mistake(template: "{{>*name}}", code: "theme.name-malformed", place: "{{>*name}}"),
        Mistake(template: "{{>none}}", code: "theme.partial-unknown", place: "none"),
        Mistake(template: "{{>partt}}", code: "theme.partial-unknown", place: "partt", fix: "part"),
    ]

    @Test(arguments: mistakes)
    func isReportedWithItsPlaceAndTheNearestName(_ mistake: Mistake) throws {
        let fixture = ThemeFixture([
            "templates/page.mustache": mistake.template,
            "templates/partials/part.mustache": "<p>\n",
        ])
        let found = try #require(fixture.diagnostics.first)
        #expect(fixture.diagnostics.count == 1)
        #expect(found.code == mistake.code)
        #expect(found.severity == .error)
        #expect(fixture.text(at: found.span) == mistake.place)
        #expect(found.fix == mistake.fix.map { .replace(with: $0) } || mistake.fix == nil)
    }

    @Test func reportsAllMistakesOfAThemeAtOnce() {
        let fixture = ThemeFixture([
            "templates/page.mustache": "{{page.titel}} {{site.ulr}} {{#page.date}}",
            "templates/home.mustache": "{{{page.title}}}",
        ])
        #expect(fixture.diagnostics.count == 4)
    }

    @Test func checksAPartialInTheScopeThatIncludesItAndReportsItOnce() {
        let part: KeyValuePairs<String, String?> = [
            "templates/page.mustache": "{{#page.tags}}{{>tag}}{{/page.tags}}",
            "templates/home.mustache": "{{>tag}}", "templates/list.mustache": "{{>tag}}",
            "templates/partials/tag.mustache": "{{name}}",
        ]
        let found = ThemeFixture(part).diagnostics
        #expect(found.map(\.code) == ["theme.variable-unknown"])
        #expect(found.first?.span?.file == "Themes/small/templates/partials/tag.mustache")
    }

    @Test func refusesAPartialThatIncludesItself() {
        let fixture = ThemeFixture([
            "templates/page.mustache": "{{>a}}",
            "templates/partials/a.mustache": "{{>b}}", "templates/partials/b.mustache": "{{>a}}",
        ])
        #expect(fixture.diagnostics.map(\.code) == ["theme.partial-recursive"])
        #expect(
            fixture.diagnostics.first?.span?.file == "Themes/small/templates/partials/b.mustache")
    }

    @Test func refusesPartialsThatMultiplyWithoutEnd() {
        let doubling = (0..<40).map { level in
            ("templates/partials/p\(level).mustache", "{{>p\(level + 1)}}{{>p\(level + 1)}}")
        }
        var files: [(String, String)] = doubling
        files.append(("templates/partials/p40.mustache", "x"))
        files.append(("templates/page.mustache", "{{>p0}}"))
        let fixture = ThemeFixture(files: files)
        #expect(fixture.diagnostics.map(\.code) == ["theme.template-too-large"])
    }
}
