import Core
import Testing

@testable import Content

@Suite struct UploadSettingsTests {
    private func read(_ lines: String) -> (settings: UploadSettings?, findings: [String]) {
        let text = "title: Example\nurl: https://www.example.jp/\nuploads:\n" + lines
        let bytes = Array(text.utf8)
        let (site, found) = SiteConfiguration.read(bytes, file: "Content/site.yml")
        let findings = found.inReportingOrder().map { finding in
            let position = LineIndex(bytes).position(of: (finding.span?.range ?? 0..<0).lowerBound)
            return "\(finding.code) \(position.line - 3):\(position.column)"
        }
        return (site?.uploads, findings)
    }

    @Test func enginesAreReadInTheirOrder() throws {
        let (settings, findings) = read(
            """
              engines:
                - clamd: {socket: /run/clamav/clamd.ctl}
                - clamd: {host: "::1", port: 3311}
                - clamd: {host: scanner.example.jp}
                - icap: {url: "icap://127.0.0.1:1345/virus_scan", accept_unknown_signatures: true}
                - icap: {url: "icap://[::1]/scan?a=b"}
                - command: {run: [clamdscan, --stream, "{path}"], timeout: 60s, version: [x, -V]}
              signatures_max_age: 3d
              timeout: 10s
            """)
        #expect(findings == [])
        let engines = try #require(settings?.engines)
        #expect(
            engines.map(\.kind) == [
                .clamd(.socket("/run/clamav/clamd.ctl")), .clamd(.host("::1", port: 3311)),
                .clamd(.host("scanner.example.jp", port: 3310)),
                .icap(host: "127.0.0.1", port: 1345, path: "/virus_scan"),
                .icap(host: "::1", port: 1344, path: "/scan?a=b"),
                .command(run: ["clamdscan", "--stream", "{path}"], version: ["x", "-V"]),
            ])
        #expect(engines.map(\.timeout) == [10, 10, 10, 10, 10, 60].map { .seconds($0) })
        #expect(
            engines.map(\.acceptsUnknownSignatures) == [false, false, false, true, false, false])
        #expect(settings?.signaturesMaxAge == .seconds(3 * 86_400))
    }

    @Test func withoutSettingsThereIsNoEngineAndAWeekHolds() {
        let settings = UploadSettings()
        #expect(settings.engines.isEmpty)
        #expect(settings.signaturesMaxAge == .seconds(7 * 86_400))
        #expect(settings.timeout == .seconds(30))
    }

    @Test func olderSignaturesAreAcceptedInSoManyWords() {
        #expect(
            read("  accept_outdated_signatures: 30d").settings?.signaturesMaxAge
                == .seconds(30 * 86_400))
    }

    /// Lines below `uploads`, and what is wrong: code, line, column.
    @Test(arguments: [
        ("  engine: x", "yaml.unknown-key 1:3"),
        ("  engines: clamd", "yaml.wrong-type 1:12"),
        ("  engines: [clamd]", "yaml.wrong-type 1:13"),
        ("  engines:\n    - {}", "config.bad-engine 2:7"),
        ("  engines:\n    - {clamav: {}}", "yaml.unknown-key 2:8"),
        ("  engines:\n    - {clamd: x}", "yaml.wrong-type 2:15"),
        (
            "  engines:\n    - clamd: {socket: /a}\n      icap: {url: \"icap://a/b\"}",
            "config.bad-engine 2:7"
        ),
        ("  engines:\n    - clamd: {}", "config.bad-clamd-address 2:14"),
        ("  engines:\n    - clamd: {socket: /a, host: b}", "config.bad-clamd-address 2:14"),
        ("  engines:\n    - clamd: {socket: /a, port: 1}", "config.bad-clamd-address 2:14"),
        ("  engines:\n    - clamd: {port: 1}", "config.bad-clamd-address 2:14"),
        ("  engines:\n    - clamd: {socket: a}", "config.bad-socket 2:23"),
        ("  engines:\n    - clamd: {host: a, port: 70000}", "config.bad-port 2:30"),
        ("  engines:\n    - clamd: {host: a, port: x}", "yaml.wrong-type 2:30"),
        ("  engines:\n    - clamd: {sockt: /a, host: b}", "yaml.unknown-key 2:15"),
        ("  engines:\n    - icap: {}", "yaml.missing-key 2:13"),
        ("  engines:\n    - icap: {url: \"http://a/b\"}", "config.bad-icap-url 2:19"),
        ("  engines:\n    - icap: {url: \"icap://a\"}", "config.bad-icap-url 2:19"),
        ("  engines:\n    - icap: {url: \"icap://a:0/b\"}", "config.bad-icap-url 2:19"),
        ("  engines:\n    - icap: {url: \"icap://u@a/b\"}", "config.bad-icap-url 2:19"),
        ("  engines:\n    - icap: {url: \"icaps://a/b\"}", "config.bad-icap-url 2:19"),
        ("  engines:\n    - command: {}", "config.empty-command 2:16"),
        ("  engines:\n    - command: {run: []}", "config.empty-command 2:17"),
        ("  engines:\n    - command: {run: [\"{path}\"]}", "config.empty-command 2:17"),
        ("  engines:\n    - command: {run: [a], timeout: 0s}", "config.bad-duration 2:36"),
        (
            "  engines:\n    - command: {run: [a], accept_unknown_signatures: yes}",
            "yaml.wrong-type 2:54"
        ),
        ("  timeout: 30", "config.bad-duration 1:12"),
        ("  signatures_max_age: 8d", "config.signatures-max-age 1:23"),
        ("  signatures_max_age: week", "config.bad-duration 1:23"),
        (
            "  signatures_max_age: 1d\n  accept_outdated_signatures: 30d",
            "config.two-signature-ages 2:31"
        ),
    ])
    func eachMistakeIsReportedWhereItStands(lines: String, finding: String) {
        #expect(read(lines).findings == [finding])
    }
}
