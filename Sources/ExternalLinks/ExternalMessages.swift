import Content
import Core

extension Diagnostic {
    static func externalUnreachable(
        _ url: String, _ failure: ProbeFailure, _ history: LinkHistory.Failing,
        _ zone: ZoneOffset, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "link.external-unreachable", at: span,
            en: "'\(shown(url))' cannot be reached: \(failure.words.en)",
            ja: "「\(shown(url))」を開けません。\(failure.words.ja)",
            notes: [counted(history, zone)])
    }

    static func externalBroken(
        _ url: String, _ failure: ProbeFailure, _ history: LinkHistory.Failing,
        _ zone: ZoneOffset, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.external-broken", at: span,
            en: "'\(shown(url))' is broken: \(failure.words.en)",
            ja: "「\(shown(url))」はリンク切れです。\(failure.words.ja)",
            notes: [counted(history, zone)],
            fix: .advice(
                en: "correct or remove the link; if readers can follow it, name its host or status "
                    + "under 'external_links' in site.yml",
                ja: "リンクを直すか外してください。ブラウザーでは開ける場合は、site.yml の "
                    + "「external_links」にホストやステータスを書いてください"))
    }

    static func externalMoved(
        _ place: ExternalTarget.Place, to target: String, source: [UInt8]?
    ) -> Diagnostic {
        let fragment = target.contains("#") ? nil : place.fragment
        let new = target + (fragment.map { "#" + $0 } ?? "")
        return Diagnostic(
            .note, "link.external-moved", at: place.span,
            en: "'\(shown(place.written))' has moved for good to '\(shown(new))'",
            ja: "「\(shown(place.written))」は「\(shown(new))」に恒久的に移転しています",
            fix: span(of: place.written, in: place.span, source: source, new: new)
                .map { .replace(at: $0, with: new) }
                ?? .advice(en: "write '\(new)'", ja: "「\(new)」に直してください"))
    }

    static func externalDowngraded(
        _ url: String, to target: String, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "link.external-downgraded", at: span,
            en: "'\(shown(url))' leads to '\(shown(target))', without encryption",
            ja: "「\(shown(url))」は暗号化されない「\(shown(target))」に転送されます")
    }

    static func externalRefused(
        _ refusal: Refusal, _ url: String, at span: SourceSpan
    ) -> Diagnostic {
        let words = refusal.words
        var fix: Fix?
        if case .address = refusal {
            fix = .advice(
                en: "readers outside cannot follow it; if they need not, name the address under "
                    + "'external_links: {allow_addresses: …}' in site.yml",
                ja: "外部の読者は開けません。組織内向けのリンクであれば、site.yml の「external_links」の"
                    + "「allow_addresses」にアドレスを書いてください")
        }
        return Diagnostic(
            .warning, "link.external-refused", at: span,
            en: "'\(shown(url))' is not asked about: \(words.en)",
            ja: "「\(shown(url))」は確認しません。\(words.ja)", fix: fix)
    }

    static func externalWait(_ url: String, _ time: Duration, at span: SourceSpan) -> Diagnostic {
        let isStated = time > .zero
        return Diagnostic(
            .note, "link.external-asked-to-wait", at: span,
            en: "'\(shown(url))' was not checked: "
                + (isStated
                    ? "its server asks to be left alone for \(time.written)"
                    : "its server gets too many requests (429)"),
            ja: "「\(shown(url))」は確認できませんでした。"
                + (isStated
                    ? "サーバーから \(time.written) 待つように求められています"
                    : "サーバーが要求の多さを理由に応答しません（429）"))
    }

    static func externalExcludeUnused(_ pattern: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "link.external-exclude-unused", at: span,
            en: "no link begins with or fits '\(pattern)'", ja: "「\(pattern)」に当てはまるリンクはありません")
    }

    /// How often and how long a link has failed.
    private static func counted(_ history: LinkHistory.Failing, _ zone: ZoneOffset) -> Note {
        let first = Moment(secondsSince1970: history.first, zone: zone).iso
        let limit = LinkHistory.failures
        if history.isBroken {
            return Note(
                en: "failures counted: \(history.count), the first at \(first)",
                ja: "失敗 \(history.count) 回（最初は \(first)）")
        }
        return Note(
            en: "failures counted: \(history.count), the first at \(first); from \(limit) over two "
                + "days on it is an error",
            ja: "失敗 \(history.count) 回（最初は \(first)）。二日間以上にわたり \(limit) 回失敗するとエラーになります")
    }

    /// A URL that fits a message.
    private static func shown(_ url: String) -> String {
        url.count > 200 ? "\(url.prefix(199))…" : url
    }

    /// Where the URL stands within its link, where it can be replaced as it is.
    private static func span(
        of written: String, in span: SourceSpan, source: [UInt8]?, new: String
    ) -> SourceSpan? {
        let isPlain = new.utf8.allSatisfy { byte in
            switch byte {
            case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
            // % - . / : = ? _ ~ #
            case 0x25, 0x2D, 0x2E, 0x2F, 0x3A, 0x3D, 0x3F, 0x5F, 0x7E, 0x23: true
            default: false
            }
        }
        guard isPlain, let source, let range = span.range, range.upperBound <= source.count
        else { return nil }
        let found = source[range].ranges(of: Array(written.utf8))
        return found.count == 1 ? SourceSpan(file: span.file, range: found[0]) : nil
    }
}

extension Refusal {
    /// Why an address is not asked, as the second half of a sentence.
    fileprivate var words: Message {
        switch self {
        case .address(let address, let host):
            Message(
                en: host == address.description
                    ? "\(address) is not an address of the public Internet"
                    : "'\(host)' has the address \(address), not of the public Internet",
                ja: host == address.description
                    ? "\(address) は公開インターネットのアドレスではありません"
                    : "「\(host)」のアドレス \(address) は公開インターネットのものではありません")
        case .port(let port):
            Message(
                en: "port \(port) is of another service", ja: "ポート \(port) は別のサービスのものです")
        case .credentials:
            Message(
                en: "it holds a user's name or password", ja: "URL にユーザー名やパスワードが含まれています")
        case .invalid: Message(en: "it is not a URL that can be read", ja: "URL として読み取れません")
        }
    }
}
