package import Core

/// What a key should have held.
package enum YAMLExpectation: Sendable {
    case text, bool, int, date, moment, list, mapping, localized

    fileprivate var en: String {
        switch self {
        case .text: "text"
        case .bool: "true or false"
        case .int: "a whole number"
        case .date: "a date that exists, like 2025-02-03"
        case .moment: "a date or a time that exists, like 2025-02-03 or 2025-02-03T09:00+09:00"
        case .list: "a list, like [one, two]"
        case .mapping: "keys and values"
        case .localized: "text, or text by language like {ja: …, en: …}"
        }
    }

    fileprivate var ja: String {
        switch self {
        case .text: "文字列"
        case .bool: " true か false "
        case .int: "整数"
        case .date: "実在する日付（例: 2025-02-03）"
        case .moment: "実在する日付か日時（例: 2025-02-03、2025-02-03T09:00+09:00）"
        case .list: "リスト（例: [一つ目, 二つ目]）"
        case .mapping: "「キー: 値」の組"
        case .localized: "文字列、または言語ごとの文字列（例: {ja: …, en: …}）"
        }
    }
}

extension Diagnostic {
    /// A key holds another kind of value than it should.
    ///
    /// - Parameter written: The value as it stands, where it is plain text.
    package static func wrongType(
        _ key: String?, expected: YAMLExpectation, at span: SourceSpan, written: String? = nil
    ) -> Diagnostic {
        let fix =
            written.flatMap { expected.repaired($0) }.map { Fix.replace(with: $0) }
            ?? expected.advice(for: key)
        let en = (key.map { "'\($0)' must be " } ?? "this must be ") + expected.en
        let ja = (key.map { "「\($0)」" } ?? "ここ") + "には\(expected.ja)を書いてください"
        if expected == .date || expected == .moment {
            return Diagnostic(.error, "yaml.bad-date", at: span, en: en, ja: ja, fix: fix)
        }
        return Diagnostic(.error, "yaml.wrong-type", at: span, en: en, ja: ja, fix: fix)
    }

    /// A key that must be there is not.
    package static func missingKey(_ key: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "yaml.missing-key", at: span,
            en: "'\(key)' is missing", ja: "「\(key)」がありません",
            fix: .advice(en: "add a line '\(key): …'", ja: "「\(key): …」の行を加えてください"))
    }

    /// A key that no reader knows.
    package static func unknownKey(
        _ key: String, known: [String], at span: SourceSpan
    ) -> Diagnostic {
        if let meant = known.first(where: { $0 == key.withoutWideBlanks }) {
            return .wideBlank(beside: meant, at: span)
        }
        let japanese = japaneseKeys[key].flatMap { known.contains($0) ? $0 : nil }
        let nearest = japanese ?? nearestName(to: key, in: known)
        let list = known.sorted().joined(separator: ", ")
        return Diagnostic(
            .error, "yaml.unknown-key", at: span,
            en: "unknown key '\(key)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
            ja: "キー「\(key)」は使えません" + (nearest.map { "。「\($0)」のことですか" } ?? ""),
            notes: nearest == nil
                ? [Note(en: "known keys: \(list)", ja: "使えるキー: \(list)")] : [],
            fix: nearest.map { .replace(with: $0) }
                ?? .advice(
                    en: "use one of the known keys, or delete the line",
                    ja: "使えるキーに直すか、この行を消してください"))
    }

    /// What keys are called in Japanese.
    private static let japaneseKeys = [
        "タイトル": "title", "題名": "title", "説明": "description", "概要": "description",
        "日付": "date", "更新日": "updated", "ラベル": "label", "タグ": "tags", "下書き": "draft",
        "公開日": "publish_at", "公開日時": "publish_at", "終了日時": "expire_at", "担当": "owner",
        "順序": "order", "並び順": "order", "目次": "toc",
    ]

    private static func wideBlank(beside key: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "yaml.unknown-key", at: span,
            en: "a full-width space stands before or after the key '\(key)'",
            ja: "キー「\(key)」の前か後に、全角の空白があります",
            fix: .replace(with: key))
    }

    /// A text that is none of those allowed.
    package static func unknownValue(
        _ value: String, of key: String, known: [String], at span: SourceSpan
    ) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .error, "yaml.unknown-value", at: span,
            en: "'\(value)' is not a value of '\(key)'; it takes \(list)",
            ja: "「\(key)」に「\(value)」は指定できません。指定できる値: \(list)",
            fix: nearestName(to: value, in: known).map { .replace(with: $0) }
                ?? .advice(
                    en: "write one of these values as it stands here",
                    ja: "指定できる値の一つを、このままの形で書いてください"))
    }
}

extension String {
    /// Without full-width spaces at its ends.
    fileprivate var withoutWideBlanks: String {
        var text = drop { $0 == "\u{3000}" }
        while text.last == "\u{3000}" { text.removeLast() }
        return String(text)
    }
}
