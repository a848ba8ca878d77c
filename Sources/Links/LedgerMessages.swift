import Core

/// Why a line is none of a ledger's.
enum LedgerDamage: Error {
    case empty, header, noHeader, url, control, columns, outputs, day

    /// The reason in both languages.
    var message: Message {
        switch self {
        case .empty: Message(en: "it is empty", ja: "空の行です")
        case .header:
            Message(
                en: "only the first line may begin with '#', and this version knows it as '"
                    + Ledger.header.replacingTabs + "'",
                ja: "「#」で始まる行は先頭の一行だけで、この版では「" + Ledger.header.replacingTabs
                    + "」です")
        case .noHeader:
            Message(
                en: "before it, the ledger's first line is missing ('"
                    + Ledger.header.replacingTabs + "')",
                ja: "台帳の先頭行（「" + Ledger.header.replacingTabs + "」）がありません")
        case .url:
            Message(en: "it does not begin with a URL ('/')", ja: "URL（「/」）で始まっていません")
        case .control: Message(en: "it has a control character", ja: "制御文字が含まれています")
        case .columns:
            Message(
                en: "it does not have four columns with tabs between them",
                ja: "タブ区切りの四列になっていません")
        case .outputs:
            Message(en: "its third column names no outputs", ja: "三列目が出力の名前ではありません")
        case .day:
            Message(
                en: "its last column is no date (2026-01-15)", ja: "最後の列が日付（2026-01-15）ではありません")
        }
    }
}

extension Diagnostic {
    static func damagedLine(
        _ range: Range<Int>, file: String, _ why: LedgerDamage
    ) -> Diagnostic {
        Diagnostic(
            .error, "publish.ledger-damaged", at: SourceSpan(file: file, range: range),
            en: "this line is not one that Hakusho wrote: \(why.message.en)",
            ja: "この行は Hakusho が書いた形ではありません。\(why.message.ja)",
            fix: .advice(
                en: "take the line from the version control system as it was; 'publish' adds what "
                    + "is new",
                ja: "バージョン管理から元の行に戻してください。新しい行は publish が加えます"))
    }

    static func conflictMarker(_ range: Range<Int>, file: String) -> Diagnostic {
        Diagnostic(
            .error, "publish.ledger-conflict", at: SourceSpan(file: file, range: range),
            en: "a merge has left its marker here", ja: "マージの競合の印が残っています",
            fix: .advice(
                en:
                    "keep the lines of both sides and remove the markers; the order does not matter",
                ja: "両方の行を残し、印の行だけを削除してください。行の順序は問いません"))
    }

    static func repeatedLine(
        _ range: Range<Int>, first: Range<Int>, file: String
    ) -> Diagnostic {
        Diagnostic(
            .error, "publish.ledger-repeated", at: SourceSpan(file: file, range: range),
            en: "this URL and anchor have a line already", ja: "この URL と見出しの行がすでにあります",
            notes: [
                .init(
                    at: SourceSpan(file: file, range: first), en: "the other line is here",
                    ja: "もう一つの行はここです")
            ],
            fix: .advice(
                en: "make one line of the two: the outputs of both, and the earlier date",
                ja: "二つを一行にまとめてください（出力は両方を合わせ、日付は早いほう）"))
    }
}

extension String {
    fileprivate var replacingTabs: String { map { $0 == "\t" ? "⇥" : String($0) }.joined() }
}
