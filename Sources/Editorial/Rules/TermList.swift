/// Words with spellings that a document must not mix.
struct TermList {
    /// One word.
    struct Entry {
        /// Spellings that are right in themselves; where there are several, the document's
        /// majority decides, and the first one where there is none.
        let choices: [String]
        /// Spellings that are always wrong.
        let variants: [String]
    }

    /// The document's own first.
    let entries: [Entry]

    /// - Parameter own: Comes before the built-in words; what it names is not judged by those.
    init(_ own: [EditorialSettings.Term]) {
        let named = Set(own.flatMap { [$0.preferred] + $0.variants })
        let preferred = Set(own.map(\.preferred))
        let ownEntries = own.map { term in
            // What is wanted in one place is not to be replaced in another, or edits never end.
            Entry(
                choices: [term.preferred],
                variants: term.variants.filter { !preferred.contains($0) && !$0.isEmpty })
        }
        entries = ownEntries + Self.builtIn.filter { named.isDisjoint(with: $0.spellings) }
    }

    private static let builtIn: [Entry] =
        [
            Entry(choices: ["ウイルス"], variants: ["ウィルス", "ヴィールス", "ビールス"]),
            Entry(choices: ["Web", "ウェブ"], variants: ["WEB", "web", "ウエブ"]),
            Entry(choices: ["脆弱性"], variants: ["ぜい弱性", "ぜいじゃく性"]),
            Entry(choices: ["お客様", "お客さま"], variants: ["御客様"]),
            Entry(choices: ["皆様", "皆さま"], variants: []),
            Entry(choices: ["問い合わせ", "問合せ"], variants: ["問合わせ", "問い合せ"]),
            Entry(choices: ["及び", "および"], variants: []),
            Entry(choices: ["又は", "または"], variants: []),
            Entry(choices: ["並びに", "ならびに"], variants: []),
            Entry(choices: ["ソフトウェア"], variants: ["ソフトウエア"]),
            Entry(choices: ["ハードウェア"], variants: ["ハードウエア"]),
            Entry(choices: ["ミドルウェア"], variants: ["ミドルウエア"]),
            Entry(choices: ["ファイアウォール"], variants: ["ファイヤーウォール", "ファイヤウォール"]),
            Entry(choices: ["シミュレーション"], variants: ["シュミレーション"]),
            Entry(choices: ["コミュニケーション"], variants: ["コミニュケーション"]),
            Entry(choices: ["インターフェース", "インタフェース", "インターフェイス"], variants: []),
            Entry(choices: ["セキュリティ", "セキュリティー"], variants: ["セキュリテイ"]),
        ] + longVowels

    /// Words from English that some write with a long vowel at the end and some without.
    private static let longVowels = [
        "サーバ", "ユーザ", "コンピュータ", "ブラウザ", "フォルダ", "メモリ", "プリンタ", "ルータ",
        "パラメータ", "ドライバ", "スキャナ", "モニタ", "プロセッサ", "アダプタ", "エディタ", "プロバイダ",
        "カスタマ", "メーカ", "レイヤ", "タイマ", "コネクタ", "ベンダ",
    ].map { Entry(choices: [$0 + "ー", $0], variants: []) }
}

extension TermList.Entry {
    var spellings: [String] { choices + variants }
}
