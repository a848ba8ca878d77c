import Core
import Testing

@testable import Whitepapers

/// What holds for all files of an edition.
struct ExportTests {
    @Test func nameTheFilesThatReadersAreOffered() throws {
        let export = try ExportFixture.sample().export("1.3")
        #expect(
            export.files().map(\.name) == [
                "whitepaper.json", "controls.csv", "oscal-catalog.json",
                "oscal-component-definition.json",
            ])
        #expect(export.folder == "/security/whitepaper/1.3/")
    }

    @Test func areTheSameBytesEachTime() throws {
        let first = try ExportFixture.sample()
        let second = try ExportFixture.sample()
        for version in ["1.0", "1.3"] {
            let files = try first.export(version).files().map(\.bytes)
            #expect(try second.export(version).files().map(\.bytes) == files)
        }
    }

    /// Whatever an item says that the output must not show, and whether it is there at all.
    @Test func dependOnNothingThatTheOutputDoesNotShow() throws {
        let label = "label: internal\n"
        let secrets: [String?] = [
            nil, label + "---\nさくら", label + "customer_actions: [もみじ]\n---\nうめ",
        ]
        let outputs = try secrets.map { secret in
            let fixture = try ExportFixture(
                DemoWhitepaper.archive(secret: secret), hiding: "internal")
            let feed = try #require(
                RevisionFeed(of: fixture.context, language: "ja", label: ExportFixture.label))
            let files =
                try ["1.0", "1.1"].flatMap { try fixture.export($0).files() } + feed.files()
            return files.map { String(decoding: $0.bytes, as: UTF8.self) }
        }
        #expect(outputs[0] == outputs[1] && outputs[1] == outputs[2])
        #expect(!outputs[1].joined().contains("秘密"))
        let open = try ExportFixture(DemoWhitepaper.archive(secret: secrets[1]))
        #expect(try open.text("controls.csv", of: "1.1").contains("さくら"))
    }

    @Test func leaveOutFactsThatTheOutputDoesNotShow() throws {
        let archive = DemoWhitepaper.archive(statement: "claims: {tls: 必須}\n---\n暗号化する。")
            .replacing(
                "tls: {ja: 必須, en: required}",
                with: "tls: {value: {ja: 必須, en: required}, label: internal}")
        let all = try ExportFixture(archive).text("whitepaper.json", of: "1.1")
        #expect(all.contains("\"tls\""))
        let some = try ExportFixture(archive, hiding: "internal")
        #expect(!(try some.text("whitepaper.json", of: "1.1")).contains("\"tls\""))
    }

    @Test func areListedWithTheirSizesAndDigests() throws {
        let listing = ExportListing([("a.json", Array("abc".utf8)), ("b.csv", [])])
        #expect(listing.files.map(\.name) == ["a.json", "b.csv"])
        #expect(listing.files.map(\.size) == [3, 0])
        #expect(listing.files.map(\.mediaType) == ["application/json", "text/csv"])
        #expect(
            listing.files[0].digest.hex
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}
