import Content
import Core
import Foundation
import Synchronization
import Testing

@testable import ExternalLinks

/// Names, their addresses, and certificates.
@Suite struct NameTests {
    private static func resolver(_ names: [String: [String]]) -> NameResolver {
        NameResolver { host throws(NameResolver.Failure) in
            guard let addresses = names[host] else { throw .unknown }
            return addresses.compactMap { IPAddress($0) }
        }
    }

    private static let privateNames: [(String, [String])] = [
        ("one.example", ["10.1.2.3"]), ("meta.example", ["169.254.169.254"]),
        ("six.example", ["::1"]), ("ula.example", ["fd00::1"]),
        ("mapped.example", ["::ffff:192.168.0.1"]), ("nat.example", ["64:ff9b::a00:1"]),
        // One bad address among good ones is enough: nobody may choose which one is used.
        ("mixed.example", ["93.184.216.34", "192.168.0.1"]),
    ]

    @Test(arguments: privateNames)
    func aNameWithAPrivateAddressIsRefused(_ name: String, _ addresses: [String]) async throws {
        var probing = try Probing(allows: [])
        probing.check.resolver = Self.resolver([name: addresses])
        #expect(try await probing.state(of: "http://\(name)/") == .refused)
    }

    @Test(arguments: [
        "localhost", "LOCALHOST.", "a.localhost", "127.1", "0", "[::1]", "0x7f000001",
    ])
    func thisMachineIsRefusedByAnyName(_ host: String) async throws {
        let server = try await LoopbackServer { _ in .status(200) }
        var probing = try Probing(allows: [])
        // Whatever a server of names would say.
        probing.check.resolver = NameResolver { _ in [.v4(0x0808_0808)] }
        #expect(try await probing.state(of: "http://\(host):\(server.port)/") == .refused)
        #expect(server.requests == [])
    }

    @Test func aRedirectToANameWithAPrivateAddressIsRefused() async throws {
        let inner = try await LoopbackServer(host: "127.0.0.2") { _ in .status(200) }
        let port = inner.port
        let outer = try await LoopbackServer { _ in
            .redirect(302, to: "http://inner.example:\(port)/")
        }
        var probing = try Probing(allows: ["127.0.0.1"])
        probing.check.resolver = Self.resolver(["inner.example": ["127.0.0.2"]])
        #expect(try await probing.state(of: outer.origin) == .refused)
        #expect(inner.requests == [])
    }

    @Test func theAddressThatWasJudgedIsTheOneThatIsAsked() async throws {
        // The name has a good address when it is looked up first, and a private one from then on.
        let good = try await LoopbackServer { _ in .status(200) }
        let port = good.port
        let lookUps = Mutex(0)
        var probing = try Probing(allows: ["127.0.0.1"])
        probing.check.resolver = NameResolver { _ in
            lookUps.withLock { $0 += 1 }
            return [lookUps.withLock { $0 } == 1 ? .v4(0x7F00_0001) : .v4(0x7F00_0002)]
        }
        let links = (0..<5).map { "http://turning.example:\(port)/\($0)" }
        let result = try await probing.run(links)
        #expect(result.summary.links == [.ok: 5])
        #expect(lookUps.withLock { $0 } <= 2)
        #expect(good.asked.allSatisfy { $0.head.lowercased().contains("host: turning.example:") })
    }

    @Test func theNextAddressIsTriedWhereNobodyAnswersAtTheFirst() async throws {
        let server = try await LoopbackServer(host: "127.0.0.3") { _ in .status(200) }
        var probing = try Probing()
        probing.check.resolver = Self.resolver(["two.example": ["127.0.0.2", "127.0.0.3"]])
        #expect(try await probing.state(of: "http://two.example:\(server.port)/") == .ok)
    }

    @Test func aNameThatDoesNotExistIsUnreachable() async throws {
        var probing = try Probing()
        probing.check.resolver = Self.resolver([:])
        #expect(
            try await probing.outcome(of: "http://none.example/")
                == "unreachable: there is no host of this name")
    }

    @Test func aMachineWithoutANetworkFindsNothingWrongAndRemembersNothing() async throws {
        let before = """
            # hakusho external-links 1
            http://b.example/\tfailing\t2026-01-10T00:00:00Z\t2026-01-14T00:00:00Z\t2

            """
        var probing = try Probing()
        probing.check.resolver = NameResolver { _ throws(NameResolver.Failure) in
            throw .unavailable
        }
        try probing.remember(before)
        let result = try await probing.run(["http://a.example/", "http://b.example/"])
        #expect(result.isOffline && result.diagnostics.isEmpty)
        #expect(try probing.memory == before.split(separator: "\n").map(String.init))
    }

    @Test func aMachineWithoutANetworkDoesNotLookUpEveryName() async throws {
        let lookUps = Mutex(0)
        var probing = try Probing()
        probing.check.settings.concurrency = 1
        probing.check.resolver = NameResolver { _ throws(NameResolver.Failure) in
            lookUps.withLock { $0 += 1 }
            throw .unavailable
        }
        let result = try await probing.run((0..<500).map { "http://host\($0).example/" })
        #expect(result.isOffline)
        #expect(lookUps.withLock { $0 } == 8)
    }

    @Test func oneNameThatCannotBeLookedUpIsNoSignOfThat() async throws {
        let server = try await LoopbackServer { _ in .status(200) }
        var probing = try Probing()
        probing.check.resolver = NameResolver { host throws(NameResolver.Failure) in
            guard host == "a.example" else { throw .unavailable }
            return [.v4(0x7F00_0001)]
        }
        let result = try await probing.run([
            "http://a.example:\(server.port)/", "http://b.example/",
        ])
        #expect(!result.isOffline)
        #expect(result.summary.links == [.ok: 1, .unreachable: 1])
    }

    @Test func aCertificateForTheNameIsFine() async throws {
        let certificate = try await TestCertificate(for: "DNS:www.example")
        let server = try await LoopbackServer(tls: certificate.context) { _ in .status(200) }
        var probing = try Probing()
        probing.check.trusted = certificate.path
        probing.check.resolver = Self.resolver(["www.example": ["127.0.0.1"]])
        #expect(try await probing.outcome(of: "https://www.example:\(server.port)/") == "ok")
    }

    @Test func aCertificateForAnotherNameIsNot() async throws {
        let certificate = try await TestCertificate(for: "DNS:other.example")
        let server = try await LoopbackServer(tls: certificate.context) { _ in .status(200) }
        var probing = try Probing()
        probing.check.trusted = certificate.path
        probing.check.resolver = Self.resolver(["www.example": ["127.0.0.1"]])
        #expect(
            try await probing.outcome(of: "https://www.example:\(server.port)/")
                == "unreachable: its certificate is for another name")
        #expect(server.requests == [])
    }

    @Test func aCertificateThatNobodyVouchesForIsNot() async throws {
        let certificate = try await TestCertificate(for: "DNS:www.example")
        let server = try await LoopbackServer(tls: certificate.context) { _ in .status(200) }
        var probing = try Probing()
        probing.check.resolver = Self.resolver(["www.example": ["127.0.0.1"]])
        // The certificate is valid from today on.
        probing.check.now = Moment(secondsSince1970: Int(Date().timeIntervalSince1970), zone: .utc)
        #expect(
            try await probing.outcome(of: "https://www.example:\(server.port)/").hasPrefix(
                "unreachable: its certificate is vouched for by nobody"))
        #expect(server.requests == [])
    }

    @Test func aCertificateWhoseTimeIsOverIsNot() async throws {
        let certificate = try await TestCertificate(for: "DNS:www.example", isExpired: true)
        let server = try await LoopbackServer(tls: certificate.context) { _ in .status(200) }
        var probing = try Probing()
        probing.check.trusted = certificate.path
        probing.check.resolver = Self.resolver(["www.example": ["127.0.0.1"]])
        #expect(
            try await probing.outcome(of: "https://www.example:\(server.port)/")
                == "unreachable: its certificate is valid only until or from 2020-01-02T00:00:00Z")
    }

    @Test func aServerWithoutTLSCannotBeAskedByHTTPS() async throws {
        let server = try await LoopbackServer { _ in .status(200) }
        let probing = try Probing()
        #expect(try await probing.state(of: "https://127.0.0.1:\(server.port)/") == .unreachable)
    }
}
