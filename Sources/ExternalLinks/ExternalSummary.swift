package import Core

/// How the links to other sites are, in numbers of links.
package struct ExternalSummary: Hashable, Sendable {
    /// Links, by state.
    package var links: [ProbeState: Int] = [:]
    /// Links that were not asked again, since they answered not long ago.
    package var remembered = 0
    /// Anchors that could not be looked for: the page is no HTML, too long, or compressed.
    package var uncheckedAnchors = 0
    /// Hosts that links lead to, apart from those left out.
    package var hosts = 0

    /// Nothing counted yet.
    package init() {}

    /// The summary as one line.
    package var message: Message {
        let total = links.values.reduce(0, +)
        let (en, ja) = (
            words(of: \.en).joined(separator: ", "), words(of: \.ja).joined(separator: "、")
        )
        var message = Message(
            en: "external links: \(total) on \(hosts) hosts" + (en.isEmpty ? "" : ": \(en)"),
            ja: "外部リンク \(total) 件（\(hosts) ホスト）" + (ja.isEmpty ? "" : ": \(ja)"))
        if uncheckedAnchors > 0 {
            message = Message(
                en: message.en + "; anchors that could not be looked for: \(uncheckedAnchors)",
                ja: message.ja + "。アンカーを確認できなかったもの \(uncheckedAnchors) 件")
        }
        return message
    }

    private func words(of language: KeyPath<Message, String>) -> [String] {
        var words: [String] = []
        for state in ProbeState.allCases {
            guard let count = links[state], count > 0 else { continue }
            let name = state.name[keyPath: language]
            var word = language == \.ja ? "\(name) \(count)" : "\(count) \(name)"
            if state == .ok, remembered > 0 {
                word += language == \.ja ? "（うち記録済み \(remembered)）" : " (\(remembered) remembered)"
            }
            words.append(word)
        }
        return words
    }
}

extension ProbeState {
    /// The state as a reader sees it.
    fileprivate var name: Message {
        switch self {
        case .ok: Message(en: "ok", ja: "正常")
        case .redirected: Message(en: "moved", ja: "移転")
        case .unreachable: Message(en: "unreachable", ja: "応答なし・異常")
        case .broken: Message(en: "broken", ja: "リンク切れ")
        case .refused: Message(en: "refused", ja: "確認対象外のアドレス")
        case .askedToWait: Message(en: "asked to wait", ja: "待機を求められたもの")
        case .excluded: Message(en: "left out", ja: "設定により除外")
        }
    }
}
