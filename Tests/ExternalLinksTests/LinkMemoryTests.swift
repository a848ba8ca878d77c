import Core
import Testing

@testable import ExternalLinks

@Suite struct LinkMemoryTests {
    @Test func whatIsWrittenIsReadAgainAndIsSorted() {
        var memory = LinkMemory()
        memory.histories["https://b.example/"] = .failing(.init(first: 0, last: 90_000, count: 2))
        memory.histories["https://b.example/#責"] = .good(.init(checked: 5))
        memory.histories["https://a.example/"] = .good(
            .init(checked: 5, movedTo: "https://c.example/", downgradedTo: "http://c.example/"))
        let lines = String(decoding: memory.bytes, as: UTF8.self).split(separator: "\n")
        #expect(
            lines == [
                "# hakusho external-links 1",
                "https://a.example/\tok\t1970-01-01T00:00:05Z\thttps://c.example/\thttp://c.example/",
                "https://b.example/\tfailing\t1970-01-01T00:00:00Z\t1970-01-02T01:00:00Z\t2",
                "https://b.example/#責\tok\t1970-01-01T00:00:05Z\t-\t-",
            ])
        let (read, found) = LinkMemory.parse(memory.bytes, file: "m")
        #expect(read == memory && found == [])
    }

    @Test(arguments: [
        "https://a.example/", "https://a.example/\tok\tyesterday\t-\t-",
        "https://a.example/\tbroken\t1970-01-01T00:00:00Z\t-\t-",
        "https://a.example/\tfailing\t1970-01-01T00:00:00Z\t1970-01-02T00:00:00Z\t0",
        "https://a.example/\tfailing\t1970-01-02T00:00:00Z\t1970-01-01T00:00:00Z\t2",
        "file:///etc/passwd\tok\t1970-01-01T00:00:00Z\t-\t-", "<<<<<<< HEAD", "\u{0}",
    ])
    func aDamagedLineIsForgottenWithANoteAndTheOthersCount(_ line: String) {
        let text =
            "# hakusho external-links 1\n\(line)\n"
            + "https://b.example/\tok\t1970-01-01T00:00:00Z\t-\t-\n"
        let (memory, found) = LinkMemory.parse(Array(text.utf8), file: "m")
        #expect(Array(memory.histories.keys) == ["https://b.example/"])
        #expect(found.map(\.code) == ["link.external-memory-damaged"])
        #expect(found.map(\.severity) == [.note])
    }

    @Test func aFileOfAnotherVersionIsForgottenWithANote() {
        let text = "# hakusho external-links 2\nhttps://b.example/\tok\tx\n"
        let (memory, found) = LinkMemory.parse(Array(text.utf8), file: "m")
        #expect(memory == LinkMemory())
        #expect(found.map(\.code) == ["link.external-memory-version"])
    }

    @Test func bytesThatAreNoTextAreForgotten() {
        let (memory, found) = LinkMemory.parse([0xFF, 0xFE, 0x0A, 0x00], file: "m")
        #expect(memory == LinkMemory())
        #expect(found.map(\.code) == ["link.external-memory-damaged"])
    }

    @Test func aSuccessIsNotAskedAgainAndAFailureIs() async throws {
        let server = try await LoopbackServer { .status($0.path == "/good" ? 200 : 404) }
        var probing = try Probing()
        let links = [server.origin + "/good", server.origin + "/bad"]
        _ = try await probing.run(links)
        let first = server.requests.count
        probing.check.now = Moment(
            secondsSince1970: Probing.start.secondsSince1970 + 86_400, zone: .utc)
        let second = try await probing.run(links)
        #expect(server.requests.dropFirst(first).allSatisfy { $0.hasSuffix("/bad") })
        #expect(second.summary.links == [.ok: 1, .unreachable: 1])
        #expect(second.summary.remembered == 1)
        probing.check.now = Moment(
            secondsSince1970: Probing.start.secondsSince1970 + 2 * 86_400, zone: .utc)
        let third = try await probing.run(links)
        #expect(third.summary.links == [.ok: 1, .broken: 1])
        #expect(third.diagnostics.map(\.code) == ["link.external-broken"])
        #expect(third.diagnostics.map(\.severity) == [.error])
    }

    @Test func aLinkThatIsGoneFromTheSiteIsForgotten() async throws {
        let server = try await LoopbackServer { _ in .status(200) }
        let probing = try Probing()
        _ = try await probing.run([server.origin + "/a", server.origin + "/b"])
        #expect(try probing.memory.count == 3)
        _ = try await probing.run([server.origin + "/b"])
        #expect(try probing.memory.count == 2)
        #expect(try probing.memory[1].hasPrefix(server.origin + "/b\tok"))
    }

    @Test func aRememberedPageIsAskedAgainForAnAnchorThatIsNew() async throws {
        let server = try await LoopbackServer { _ in .status(200, body: "<p id=x>") }
        let probing = try Probing()
        _ = try await probing.run([server.origin + "/a"])
        let result = try await probing.run([server.origin + "/a", server.origin + "/a#x"])
        #expect(server.requests == ["HEAD /a", "GET /a"])
        #expect(result.summary.links == [.ok: 2])
        _ = try await probing.run([server.origin + "/a", server.origin + "/a#x"])
        #expect(server.requests.count == 2)
    }
}
