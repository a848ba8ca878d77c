import Core
import Foundation
import TestSupport
import Testing

@testable import Theming

/// The theme that the program carries.
@Suite struct DefaultThemeTests {
    @Test func loadsWithoutAFinding() {
        let (theme, diagnostics) = Theme.load(.builtIn)
        #expect(diagnostics == [])
        let known = ThemeSchema.requiredTemplates + ThemeSchema.optionalTemplates
        #expect(theme?.templateNames == Set(known))
    }

    @Test func isWhatLiesInThemesDefault() throws {
        let (source, diagnostics) = try ThemeSource.read(
            "Themes/default", in: PackageFolder.url.path)
        #expect(diagnostics == [])
        #expect(source.files.map(\.path) == ThemeSource.builtIn.files.map(\.path))
        #expect(source.files.map(\.bytes) == ThemeSource.builtIn.files.map(\.bytes))
    }

    /// `default-src 'none'; style-src 'self'; img-src 'self'`, and no other origin.
    @Test(arguments: [
        "<script", "<style", " style=", "javascript:", "data:", "@import", "src=\"http",
    ])
    func worksUnderAStrictContentSecurityPolicy(_ forbidden: String) {
        for file in ThemeSource.builtIn.files where file.path != "theme.yml" {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains(forbidden), "\(file.path)")
        }
    }

    @Test func neverFetchesFromItsStyleSheet() throws {
        let theme = try #require(Theme.load(.builtIn).0)
        let style = try #require(theme.assets.first { $0.path == "style.css" })
        #expect(!String(decoding: style.bytes, as: UTF8.self).contains("url("))
    }

    @Test(.timeLimit(.minutes(5))) func passesTheNuHTMLChecker() async throws {
        let checker = try NuHTMLChecker(environment: ProcessInfo.processInfo.environment)
        let theme = try #require(Theme.load(.builtIn).0)
        let folder = try TemporaryFolder()
        for (name, template, value) in SampleValues.all(theme) {
            try #require(theme.templates[template]?.schema.mismatch(in: value) == nil)
            var output = ByteWriter()
            theme.render(template, value, into: &output)
            try folder.write(output.bytes, to: "\(name).html")
        }
        let findings = try await checker.check(folder.url)
        #expect(findings.map(\.description) == [])
    }

    @Test func showsTheMarkingAtHeadAndFootInWords() throws {
        let theme = try #require(Theme.load(.builtIn).0)
        let page = SampleValues.fullPage(title: "題")
        let known = ThemeSchema.requiredTemplates + ThemeSchema.optionalTemplates
        for template in known where template != "redirect" {
            let value =
                template == "whitepaper"
                ? SampleValues.whitepaper(theme, isCurrent: true)
                : SampleValues.root(theme, page: page, more: more(template))
            var output = ByteWriter()
            theme.render(template, value, into: &output)
            let marking = template == "whitepaper" ? "公開" : "社外秘・印刷禁止"
            #expect(output.text.components(separatedBy: "<strong>\(marking)</strong>").count == 3)
            #expect(
                output.text.contains("<meta name=\"dcterms.accessRights\" content=\"\(marking)\">"))
        }
    }

    private func more(_ template: String) -> KeyValuePairs<String, TemplateValue> {
        switch template {
        case "list": ["list": SampleValues.list]
        case "terms": ["terms": .list([])]
        case "control-history": ["item": SampleValues.item]
        case "comparison": ["comparison": SampleValues.comparison]
        default: [:]
        }
    }
}
