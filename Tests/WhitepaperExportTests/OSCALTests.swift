import Core
import Testing

@testable import Whitepapers

/// What the OSCAL files hold, without a validator.
struct OSCALTests {
    private let token = #/(\p{L}|_)(\p{L}|\p{N}|[.\-_])*/#
    private let uuid =
        #/[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/#
    private let line = #/\S(.*\S)?/#

    private func documents(_ fixture: ExportFixture, _ version: String) throws -> [JSONValue] {
        let export = try fixture.export(version)
        return [export.catalog(), export.componentDefinition()]
    }

    private func texts(_ name: String, in value: JSONValue) -> [String] {
        value.members(named: name).compactMap(\.string)
    }

    @Test(arguments: ["1.0", "1.3"])
    func hasOnlyTokensAndUUIDsAndLinesOfTheirForms(version: String) throws {
        let hostile = try ExportFixture(
            DemoWhitepaper.archive(
                title: #"" = \u0001\n ]]> *x* ""#, product: #""a\tb_c""#,
                statement: DemoWhitepaper.hostile))
        let all =
            try documents(.sample(), version)
            + documents(hostile, version == "1.0" ? "1.0" : "1.1")
        for document in all {
            let tokens = ["id", "name", "class", "control-id", "role-id"]
                .flatMap { texts($0, in: document) }
            // A party's name and a control's title have names too, which are no tokens.
            let parties = document.members(named: "parties").flatMap { texts("name", in: $0) }
            #expect(!tokens.isEmpty)
            for text in tokens where !parties.contains(text) {
                #expect(text.wholeMatch(of: token) != nil, "\(text)")
            }
            let uuids = texts("uuid", in: document)
            #expect(Set(uuids).count == uuids.count)
            for text in uuids { #expect(text.wholeMatch(of: uuid) != nil, "\(text)") }
            for text in ["title", "value", "version"].flatMap({ texts($0, in: document) }) {
                #expect(text.wholeMatch(of: line) != nil, "\(text)")
            }
            #expect(!document.holdsSomethingEmpty)
            #expect(texts("oscal-version", in: document) == ["1.2.1"])
        }
    }

    @Test func refersOnlyToWhatIsThere() throws {
        let all = try documents(.sample(), "1.3")
        let controls = all[0].members(named: "controls").flatMap(\.elements)
        let ids = controls.compactMap { $0[member: "id"]?.string }
        #expect(ids.count == 44 && Set(ids).count == 44)
        #expect(ids.contains("a.5.1.1") && ids.contains("cld.6.3.1"))
        let stated = texts("control-id", in: all[1])
        #expect(stated.count == 40 && Set(stated).isSubset(of: ids))
        let gaps = all[1].members(named: "props").flatMap(\.elements)
            .filter { $0[member: "name"] == "not-covered" }
            .compactMap { $0[member: "value"]?.string }
        #expect(Set(gaps) == Set(ids).subtracting(stated))
        let roles = all[1].members(named: "roles").flatMap { texts("id", in: $0) }
        #expect(Set(texts("role-id", in: all[1])).isSubset(of: roles))
        let parties = all[1].members(named: "parties").flatMap { texts("uuid", in: $0) }
        let named = all[1].members(named: "party-uuids").flatMap(\.elements).compactMap(\.string)
        #expect(!named.isEmpty && Set(named) == Set(parties))
        let resources = all[1].members(named: "resources").flatMap { texts("uuid", in: $0) }
        let local = texts("href", in: all[1]).filter { $0.hasPrefix("#") }
        #expect(Set(local.map { String($0.dropFirst()) }) == Set(resources))
        for href in texts("href", in: all[1]) where !href.hasPrefix("#") {
            #expect(href.hasPrefix("https://www.example.jp/"))
        }
    }

    @Test func keepsTheUUIDsOfWhatPersists() throws {
        let fixture = try ExportFixture.sample()
        let old = try documents(fixture, "1.2")
        let new = try documents(fixture, "1.3")
        #expect(old[0] == new[0])
        let requirements = [old[1], new[1]].map { document in
            document.members(named: "implemented-requirements").flatMap { texts("uuid", in: $0) }
        }
        #expect(requirements[0] == requirements[1] && requirements[0].count == 40)
        let components = [old[1], new[1]].map { document in
            document.members(named: "components").flatMap { texts("uuid", in: $0) }
        }
        #expect(components[0] == components[1])
        let name = "component-definition"
        #expect(old[1][member: name]?[member: "uuid"] != new[1][member: name]?[member: "uuid"])
        let control = try #require(
            new[1].members(named: "implemented-requirements").flatMap(\.elements)
                .first { $0[member: "control-id"] == "a.12.3.1" })
        #expect(control[member: "uuid"] == "3bb48bff-0f9a-5c40-902c-011310ed89b5")
    }

    @Test func givesADocumentAnotherUUIDWhenItsTextChanges() throws {
        let name = "component-definition"
        let uuids = try ["一。", "二。", "一。"].map { statement in
            let fixture = try ExportFixture(DemoWhitepaper.archive(statement: statement))
            return try documents(fixture, "1.1")[1][member: name]?[member: "uuid"]?.string
        }
        #expect(uuids[0] == uuids[2] && uuids[0] != uuids[1])
    }

    @Test func isDatedByTheEditionAndListsTheNewestFirst() throws {
        let document = try documents(.sample(), "1.3")[1]
        let metadata = try #require(document.members(named: "metadata").first)
        #expect(metadata[member: "last-modified"] == "2025-02-03T00:00:00+09:00")
        #expect(metadata[member: "published"] == "2025-02-03T00:00:00+09:00")
        #expect(metadata[member: "version"] == "1.3")
        let revisions = metadata[member: "revisions"]?.elements ?? []
        #expect(revisions.map { $0[member: "version"] } == ["1.3", "1.2", "1.1", "1.0"])
        let marking = metadata[member: "props"]?.elements.first
        #expect(marking == ["name": "marking", "value": "public", "remarks": "公開"])
    }

    @Test func datesADraftByTheEditionBeforeIt() throws {
        let archive = DemoWhitepaper.archive(more: "  - version: \"1.2\"\n    summary: 次の版")
        let document = try documents(ExportFixture(archive, withDrafts: true), "1.2")[1]
        let metadata = try #require(document.members(named: "metadata").first)
        #expect(metadata[member: "last-modified"] == "2025-04-01T00:00:00+09:00")
        #expect(metadata[member: "published"] == nil)
    }

    @Test func namesPlainNumbersOtherwiseWhereTheFrameworkHasAnAnnexA() throws {
        let archive = DemoWhitepaper.archive().replacing("CLD.12.4.5", with: "A.10.1.1")
            .replacing("cld.12.4.5", with: "a.10.1.1")
        let document = try documents(ExportFixture(archive), "1.1")[1]
        #expect(texts("control-id", in: document) == ["c.10.1.1", "a.10.1.1"])
    }
}
