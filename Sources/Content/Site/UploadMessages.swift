import Core

/// What is wrong with `uploads`; beside its reading.
extension Diagnostic {
    static func ageOverAWeek(_ age: Located<Duration>) -> Diagnostic {
        let written = age.value.written
        return Diagnostic(
            .error, "config.signatures-max-age", at: age.span,
            en: "'signatures_max_age' goes up to 7d; older signatures miss what is new since",
            ja: "「signatures_max_age」に書けるのは 7d までです。それより古い定義ファイルでは、新しいウイルスを検出できません",
            fix: .advice(
                en: "to do without them, write 'accept_outdated_signatures: \(written)'",
                ja: "それを承知の上で使う場合は「accept_outdated_signatures: \(written)」と書いてください"))
    }

    static func badSize(_ key: String, _ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-size", at: text.span,
            en: "'\(key)' is a number of bytes up to 2G, like 500k, 20M or 1G, not '\(text.value)'",
            ja: "「\(key)」には 500k、20M、1G のように、2G までの大きさを書いてください"
                + "（現在: \(text.value)）")
    }

    static func twoAges(at span: SourceSpan, other: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.two-signature-ages", at: span,
            en: "'accept_outdated_signatures' stands instead of 'signatures_max_age'",
            ja: "「accept_outdated_signatures」と「signatures_max_age」は同時に書けません",
            notes: [.init(at: other, en: "the other one is here", ja: "もう一方の記述はここです")])
    }

    static func notOneEngine(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-engine", at: span,
            en: "an entry of 'engines' names one engine: clamd, icap or command",
            ja: "「engines」の各項目には clamd、icap、command のどれか一つを書いてください",
            fix: .advice(
                en: "for example '- clamd: {socket: /run/clamav/clamd.ctl}'",
                ja: "例: - clamd: {socket: /run/clamav/clamd.ctl}"))
    }

    static func notOneAddress(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-clamd-address", at: span,
            en: "clamd is reached by 'socket', or by 'host' and 'port'",
            ja: "clamd の接続先は「socket」か、「host」と「port」のどちらか一方で書いてください")
    }

    static func badSocket(_ path: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-socket", at: path.span,
            en: "'\(path.value)' is not a socket's path: '/' first, and 107 bytes at most",
            ja: "「\(path.value)」はソケットのパスとして使えません。「/」で始まる 107 バイト以内のパスを書いてください")
    }

    static func badPort(_ port: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-port", at: span,
            en: "a port is a number from 1 to 65535, not \(port)",
            ja: "ポート番号は 1 から 65535 までです（現在: \(port)）")
    }

    static func badICAPURL(_ url: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-icap-url", at: url.span,
            en: "'\(url.value)' is not an ICAP service, like icap://127.0.0.1:1344/virus_scan",
            ja: "「\(url.value)」は ICAP サービスの URL ではありません（例: icap://127.0.0.1:1344/virus_scan）")
    }

    static func emptyCommand(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.empty-command", at: span,
            en: "'run' must list a program and its arguments",
            ja: "「run」にはプログラム名と引数をリストで書いてください",
            fix: .advice(
                en: "for example [clamdscan, --stream, --no-summary, \"{path}\"]",
                ja: "例: [clamdscan, --stream, --no-summary, \"{path}\"]"))
    }
}
