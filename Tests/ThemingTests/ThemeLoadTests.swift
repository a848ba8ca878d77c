import Core
import Foundation
import TestSupport
import Testing

@testable import Theming

/// The files of a theme.
@Suite struct ThemeLoadTests {
    @Test func acceptsASmallTheme() throws {
        let (theme, diagnostics) = Theme.load(ThemeFixture().source)
        #expect(diagnostics == [])
        #expect(try #require(theme).name == "Small")
        #expect(theme?.languages == ["ja", "en"])
    }

    @Test(arguments: [
        ("templates/404.mustache", "theme.template-missing"),
        ("assets/style.css", "theme.stylesheet-missing"),
        ("theme.yml", "theme.manifest-missing"),
    ])
    func reportsAFileThatEveryThemeNeeds(path: String, code: String) {
        let found = ThemeFixture([path: nil]).diagnostics
        #expect(found.map(\.code) == [code])
    }

    @Test(arguments: ["templates/page.html", "templates/a/b.mustache", "stylee.css"])
    func reportsAFileThatNothingReads(path: String) {
        let found = ThemeFixture([path: "x"]).diagnostics
        #expect(found.map(\.code) == ["theme.file-unexpected"])
        #expect(found.first?.span == SourceSpan(file: "Themes/small/\(path)"))
    }

    @Test func reportsWordsThatALanguageLacks() throws {
        let fixture = ThemeFixture([
            "theme.yml":
                "name: Small\nstrings:\n  ja: {hello: こんにちは, bye: では}\n  en: {hello: Hello}\n"
        ])
        let found = try #require(fixture.diagnostics.first)
        #expect(found.code == "theme.string-missing")
        #expect(fixture.text(at: found.span) == "en")
        #expect(found.message.en == "'bye' has no words in 'en'")
    }

    @Test func reportsAnUnknownKeyOfThemeYml() {
        let fixture = ThemeFixture([
            "theme.yml": "nmae: Small\nname: Small\nstrings: {ja: {hello: こんにちは}}\n"
        ])
        #expect(fixture.diagnostics.map(\.code) == ["yaml.unknown-key"])
    }

    @Test func speaksEnglishWhereItDoesNotKnowTheLanguage() throws {
        let theme = try #require(Theme.load(ThemeFixture().source).0)
        guard case .object(let words) = theme.text(in: "fr"), case .text(let word) = words[0].value
        else { throw Failure() }
        #expect(word == "Hello")
    }

    @Test func namesAStyleSheetAfterItsContent() throws {
        let one = try #require(Theme.load(ThemeFixture().source).0)
        let two = try #require(Theme.load(ThemeFixture(["assets/style.css": "a {}"]).source).0)
        #expect(one.stylesheetPath != two.stylesheetPath)
        #expect(one.stylesheetPath.wholeMatch(of: /style\.[0-9a-f]{12}\.css/) != nil)
    }

    @Test func readsAThemeFromDiskAndRefusesLinks() throws {
        let folder = try TemporaryFolder()
        for file in ThemeFixture().source.files {
            try folder.write(file.bytes, to: "Themes/small/\(file.path)")
        }
        try folder.write("x", to: "Themes/small/.DS_Store")
        try FileManager.default.createSymbolicLink(
            atPath: folder.url(of: "Themes/small/assets/link.css").path,
            withDestinationPath: "style.css")
        let (source, found) = try ThemeSource.read("Themes/small", in: folder.url.path)
        #expect(found.map(\.code) == ["theme.not-a-file"])
        #expect(found.first?.span?.file == "Themes/small/assets/link.css")
        #expect(Theme.load(source).1 == [])
    }

    private struct Failure: Error {}
}
