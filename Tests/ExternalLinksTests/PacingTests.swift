import Content
import Core
import Foundation
import Links
import NIOCore
import Testing

@testable import ExternalLinks

/// How fast many links are asked, and what that takes.
@Suite(.serialized) struct PacingTests {
    @Test func fiveThousandLinksOnFiftyHostsTakeTheTimeOfTheirPaceAndLittleMemory() async throws {
        let (hosts, links) = (50, 100)
        let interval = Duration.milliseconds(50)
        let page = String(repeating: "<p>x</p>", count: 1000)
        var servers: [LoopbackServer] = []
        for number in 1...hosts {
            servers.append(
                try await LoopbackServer(host: "127.0.0.\(number)") { _ in
                    .status(200, body: page)
                })
        }
        var probing = try Probing()
        probing.check.settings.interval = interval
        probing.check.settings.concurrency = 64
        probing.check.limits = ProbeLimits(timeout: .seconds(10))
        let urls = (0..<links).flatMap { link in servers.map { $0.origin + "/\(link)" } }
        let before = try residentBytes()
        var result: ExternalCheck.Result?
        let time = try await ContinuousClock().measure { result = try await probing.run(urls) }
        #expect(result?.summary.links == [.ok: hosts * links])
        #expect(result?.summary.hosts == hosts)
        // The pace of one host: no two requests start within the interval.
        let least = interval * (links - 1)
        #expect(time >= least)
        #expect(time < least * 2 + .seconds(8), "\(time)")
        #expect(servers.allSatisfy { $0.mostConnections <= 2 })
        #expect(try residentBytes() - before < 150 << 20)
    }

    @Test func noMoreThanTheSettingAllowsAreAskedAtOnce() async throws {
        let server = try await LoopbackServer { _ in
            ServerReply(
                parts: [
                    .pause(.milliseconds(50)),
                    .bytes("HTTP/1.1 200 X\r\nContent-Length: 0\r\n\r\n"),
                ], closes: false)
        }
        var probing = try Probing()
        probing.check.settings.hostConcurrency = 3
        let result = try await probing.run((0..<12).map { server.origin + "/\($0)" })
        #expect(result.summary.links == [.ok: 12])
        #expect(server.mostConnections == 3)
    }

    @Test func oneSlowHostHoldsUpNoOther() async throws {
        let slow = try await LoopbackServer { _ in .silence }
        let fast = try await LoopbackServer { _ in .status(200) }
        var probing = try Probing()
        probing.check.settings.concurrency = 4
        let urls = (0..<3).map { slow.origin + "/\($0)" } + (0..<200).map { fast.origin + "/\($0)" }
        let start = ContinuousClock.now
        var fastDone: Duration?
        let references = urls.map {
            ExternalReference($0, at: SourceSpan(file: "a.md"), outputs: 1)
        }
        _ = try await probing.check.run(references, version: "0") { done, _ in
            if done == 200 { fastDone = start.duration(to: .now) }
        }
        // One attempt at the slow host takes 0.4 seconds, and there are three for each link.
        #expect(try #require(fastDone) < .seconds(2.4))
    }

    @Test func aHostThatAsksToWaitIsLeftAloneAltogether() async throws {
        let server = try await LoopbackServer { _ in .status(429, "Retry-After: 100") }
        var probing = try Probing()
        probing.check.settings.hostConcurrency = 1
        let result = try await probing.run((0..<20).map { server.origin + "/\($0)" })
        #expect(result.summary.links == [.askedToWait: 20])
        #expect(server.requests == ["HEAD /0"])
        #expect(Set(result.diagnostics.map(\.code)) == ["link.external-asked-to-wait"])
    }

    /// Resident memory of this process.
    ///
    /// - Source: proc(5), /proc/pid/statm.
    private func residentBytes() throws -> Int {
        let words = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
            .split(separator: " ")
        return (Int(words[1]) ?? 0) * 4096
    }
}
