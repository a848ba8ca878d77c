import Core
import Foundation
import TestSupport
import Testing

@testable import Whitepapers

/// `whitepaper.json`.
struct DocumentTests {
    private static let hasSchemas =
        (try? ReportChecker(environment: ProcessInfo.processInfo.environment)) != nil

    @Test(
        .enabled(if: hasSchemas, "no jsonschema here: run ./hakusho test, which fetches it"),
        arguments: ["1.0", "1.1", "1.2", "1.3"])
    func isWhatItsSchemaSays(version: String) async throws {
        let checker = try ReportChecker(environment: ProcessInfo.processInfo.environment)
        let text = try ExportFixture.sample().text("whitepaper.json", of: version)
        #expect(try await checker.complaints(about: text, as: .whitepaper) == [])
    }

    @Test(.enabled(if: hasSchemas, "no jsonschema here: run ./hakusho test, which fetches it"))
    func isWhatItsSchemaSaysForHostileTextAndForADraft() async throws {
        let checker = try ReportChecker(environment: ProcessInfo.processInfo.environment)
        let fixture = try ExportFixture(
            DemoWhitepaper.archive(
                statement: DemoWhitepaper.hostile, more: "  - version: \"1.2\"\n    summary: 次"),
            withDrafts: true)
        for version in ["1.1", "1.2"] {
            let text = try fixture.text("whitepaper.json", of: version)
            #expect(try await checker.complaints(about: text, as: .whitepaper) == [])
        }
    }

    @Test func holdsTheEditionInItsLanguages() throws {
        let document = try ExportFixture.sample().export("1.3").document()
        let control = try #require(document[member: "document"])
        #expect(control[member: "version"] == "1.3")
        #expect(control[member: "date"] == "2025-02-03")
        #expect(control[member: "languages"] == ["ja", "en"])
        #expect(control[member: "label"]?[member: "name"] == ["ja": "公開", "en": "Public"])
        let items = document[member: "items"]?.elements ?? []
        #expect(items.filter { $0[member: "kind"] == "control" }.count == 40)
        #expect(items.filter { $0[member: "kind"] == "section" }.count == 7)
        #expect(document[member: "not_covered"]?.elements.count == 4)
        #expect(document[member: "revisions"]?.elements.count == 4)
        let backup = try #require(items.first { $0[member: "id"] == "12.3.1" })
        #expect(backup[member: "changed_in"] == "1.3")
        #expect(
            backup[member: "permalink"]?[member: "en"]
                == "https://www.example.jp/en/security/whitepaper/1.3/#12.3.1")
        #expect(backup[member: "claims"]?[member: "en"]?[member: "backup.interval"] == "daily")
        let text = try #require(backup[member: "statement"]?[member: "ja"])
        let markdown = try #require(text[member: "markdown"]?.string)
        #expect(markdown.contains("バックアップを毎日取得し、3世代分"))
        #expect(markdown.contains("](https://www.example.jp/manual/backups/)"))
        let plain = try #require(text[member: "plain"]?.string)
        #expect(plain.contains("マニュアルの「バックアップ」をご覧ください"))
    }

    @Test func leavesOutWhatTheEditionDoesNotSay() throws {
        let document = try ExportFixture(DemoWhitepaper.archive()).export("1.0").document()
        #expect(document[member: "document"]?[member: "review_by"] == nil)
        let items = try #require(document[member: "items"]?.elements)
        let watching = try #require(items.first { $0[member: "id"] == "CLD.12.4.5" })
        #expect(watching[member: "customer_actions"] == nil)
        #expect(watching[member: "statement"]?[member: "ja"]?[member: "plain"] == "監視する。")
        #expect(watching[member: "statement"]?[member: "en"] == nil)
        #expect(watching[member: "title"]?[member: "en"] == "Monitoring")
        #expect(document[member: "facts"] == [])
    }

    @Test func keepsHostileTextAsItIs() throws {
        let fixture = try ExportFixture(
            DemoWhitepaper.archive(
                title: #""= \"引用\" \t]]> 🙂""#, statement: DemoWhitepaper.hostile))
        let text = try fixture.text("whitepaper.json", of: "1.1")
        let document = try JSONValue(parsing: Array(text.utf8))
        #expect(document == (try fixture.export("1.1").document()))
        #expect(document[member: "document"]?[member: "title"]?[member: "ja"] == "= \"引用\" \t]]> 🙂")
        let item = document[member: "items"]?.elements.first { $0[member: "id"] == "10.1.1" }
        let markdown = item?[member: "statement"]?[member: "ja"]?[member: "markdown"]?.string
        let expected = DemoWhitepaper.hostile.replacing("{{fact:tls}}", with: "必須")
            .replacing("(/a?b=\"c\")", with: "(https://www.example.jp/a%3Fb=%22c%22)")
        #expect(markdown == expected)
    }

    @Test func isDescribedMemberByMember() throws {
        let folder = PackageFolder.url.appending(path: "Sources/Whitepapers/Exports")
        let schema = try JSONValue(
            parsing: Array(Data(contentsOf: folder.appending(path: "whitepaper.schema.json"))))
        let words = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        let names = schema.members(named: "properties").flatMap { properties in
            properties.keys
        }
        #expect(Set(names).count > 30)
        for name in Set(names) { #expect(words.contains("`\(name)`"), "\(name)") }
    }
}
