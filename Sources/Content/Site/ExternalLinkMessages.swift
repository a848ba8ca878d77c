import Core

extension Duration {
    /// Reads a whole number and its unit: `500ms`, `10s`, `5m`, `2h`, `7d`; nil for anything else.
    package init?(written text: String) {
        let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
        guard (1...9).contains(digits.count), let number = Int64(Substring(digits)) else {
            return nil
        }
        switch text.utf8.dropFirst(digits.count).map({ Character(Unicode.Scalar($0)) }) {
        case ["m", "s"]: self = .milliseconds(number)
        case ["s"]: self = .seconds(number)
        case ["m"]: self = .seconds(number * 60)
        case ["h"]: self = .seconds(number * 3600)
        case ["d"]: self = .seconds(number * 86_400)
        default: return nil
        }
    }

    /// The same form, in the largest unit that leaves a whole number.
    package var written: String {
        let milliseconds =
            components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        guard milliseconds % 1000 == 0 else { return "\(milliseconds)ms" }
        let seconds = milliseconds / 1000
        let units: [(Int64, String)] = [(86_400, "d"), (3600, "h"), (60, "m")]
        let unit = units.first { seconds != 0 && seconds % $0.0 == 0 } ?? (1, "s")
        return "\(seconds / unit.0)\(unit.1)"
    }
}

/// What is wrong with `external_links`; beside its reading.
extension Diagnostic {
    static func badDuration(
        _ key: String, _ text: Located<String>, _ range: ClosedRange<Duration>
    ) -> Diagnostic {
        let (least, most) = (range.lowerBound.written, range.upperBound.written)
        return Diagnostic(
            .error, "config.bad-duration", at: text.span,
            en: "'\(key)' takes a time from \(least) to \(most), not '\(text.value)'",
            ja: "「\(key)」には \(least) から \(most) までの時間を書いてください（現在: 「\(text.value)」）",
            fix: .advice(
                en: "write a whole number and a unit: 500ms, 10s, 5m, 2h, 7d",
                ja: "整数と単位で書いてください（例: 500ms、10s、5m、2h、7d）"))
    }

    static func badStatus(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-status", at: text.span,
            en: "'\(text.value)' is not an HTTP status or a range of them",
            ja: "「\(text.value)」は HTTP のステータスコードでも、その範囲でもありません",
            fix: .advice(
                en: "write a number like 403, or a range like 500-503",
                ja: "403 のような数か、500-503 のような範囲を書いてください"))
    }

    static func badCount(_ key: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-concurrency", at: span,
            en: "'\(key)' takes a number from 1 to 256", ja: "「\(key)」には 1 から 256 までの数を書いてください")
    }

    static func badHost(_ name: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-host", at: name.span,
            en: "'\(name.value)' is not the name of a host, like www.example.jp or *.example.jp",
            ja: "「\(name.value)」はホスト名ではありません（例: www.example.jp、*.example.jp）")
    }

    static func badAddressBlock(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-address-block", at: text.span,
            en: "'\(text.value)' is not an IP address or a block of them, like 10.0.0.0/8",
            ja: "「\(text.value)」は IP アドレスでも、その範囲でもありません（例: 10.0.0.0/8）")
    }

    static func excludesEverything(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.excludes-everything", at: span,
            en: "this pattern leaves out every link", ja: "このパターンではすべてのリンクが対象外になります")
    }
}
