import Core

/// The words that a printed edition has of its own.
struct PrintWords {
    let edition: String
    let issued: String
    let draft: String
    let product: String
    let standard: String
    let approver: String
    let owner: String
    let contact: String
    let reviewBy: String
    let classification: String
    let address: String
    let control: String
    let document: String
    let contents: String
    let history: String
    let changes: String
    let historyAt: (before: String, after: String)
    let matrix: String
    let number: String
    let responsibility: String
    let notCovered: String
    let reason: String
    let untranslated: String
    let comma: String
    /// The foot, in the notation of CSS.
    let pages: String

    static let japanese = PrintWords(
        edition: "版", issued: "発行日", draft: "下書き（未発行）", product: "対象サービス", standard: "準拠規格",
        approver: "承認", owner: "文書の所管", contact: "お問い合わせ", reviewBy: "次回見直し期限",
        classification: "情報区分", address: "公開先", control: "管理策", document: "文書情報",
        contents: "目次", history: "改訂履歴", changes: "変更内容",
        historyAt: ("改訂履歴（", " ページ）をご覧ください。"),
        matrix: "責任分界の一覧", number: "番号", responsibility: "責任の所在",
        notCovered: "記載の対象外とした管理策", reason: "理由",
        untranslated: "この項目はまだ翻訳されていないため、原文で示します。", comma: "、",
        pages: #"counter(page) " / " counter(pages) " ページ""#)

    static let english = PrintWords(
        edition: "Edition", issued: "Issued", draft: "Draft, not issued", product: "Service",
        standard: "Standard", approver: "Approved by", owner: "Document owner",
        contact: "Contact", reviewBy: "Next review", classification: "Classification",
        address: "Published at", control: "Control", document: "Document control",
        contents: "Contents", history: "Revision history", changes: "Changes",
        historyAt: ("See the revision history on page ", "."),
        matrix: "Division of responsibility", number: "No.", responsibility: "Responsibility",
        notCovered: "Controls not covered", reason: "Reason",
        untranslated: "This section has not been translated yet, so the original is shown.",
        comma: ", ", pages: #""Page " counter(page) " of " counter(pages)"#)

    /// The words for a language: Japanese, or English for all others.
    static func words(in language: String) -> PrintWords {
        language == "ja" || language.hasPrefix("ja-") ? japanese : english
    }

    /// `第1.3版`, `Edition 1.3`.
    func name(ofEdition version: String) -> String {
        edition == "版" ? "第\(version)版" : "Edition \(version)"
    }

    /// `2025年2月3日`, `3 February 2025`.
    func text(of date: CalendarDate) -> String {
        if edition == "版" { return "\(date.year)年\(date.month)月\(date.day)日" }
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ]
        return "\(date.day) \(months[date.month - 1]) \(date.year)"
    }
}
