import Building
import Core

/// What the panel says, in both languages.
enum PanelWords {
    /// By the name that the panel's script uses.
    static let all: [(name: String, message: Message)] = [
        ("label", Message(en: "Label", ja: "ラベル")),
        ("noLabel", Message(en: "no label", ja: "ラベルなし")),
        ("readers", Message(en: "Seen as", ja: "表示する対象")),
        ("day", Message(en: "As of", ja: "表示する日")),
        ("today", Message(en: "today, with drafts", ja: "今日（下書きも表示）")),
        ("show", Message(en: "Show", ja: "表示")),
        ("pages", Message(en: "All pages", ja: "ページ一覧")),
        ("findings", Message(en: "Findings", ja: "指摘")),
        ("none", Message(en: "Nothing found", ja: "指摘はありません")),
        ("here", Message(en: "On this page", ja: "このページ")),
        ("elsewhere", Message(en: "Elsewhere on the site", ja: "サイトのほかの場所")),
        ("errors", Message(en: "errors", ja: "エラー")),
        ("warnings", Message(en: "warnings", ja: "警告")),
        ("error", Message(en: "Error", ja: "エラー")),
        ("warning", Message(en: "Warning", ja: "警告")),
        ("note", Message(en: "Note", ja: "情報")),
        ("fix", Message(en: "What to do", ja: "対処")),
        (
            "more",
            Message(en: "more; 'hakusho check' lists all", ja: "件が続きます。「hakusho check」ですべて表示します")
        ),
        ("checking", Message(en: "checking…", ja: "確認中…")),
        (
            "broken",
            Message(
                en: "The site cannot be built now. What you see is as it was before.",
                ja: "いまの内容ではサイトを生成できません。直前の状態を表示しています。")
        ),
        (
            "old",
            Message(
                en: "This page has an error; you see it as it was before.",
                ja: "このページには誤りがあります。直せるまで、直前の内容を表示しています。")
        ),
        (
            "failure",
            Message(en: "The project could not be read: ", ja: "プロジェクトを読み込めませんでした: ")
        ),
        (
            "stopped",
            Message(
                en: "The preview has ended; start it with 'hakusho serve'",
                ja: "プレビューは停止しています。「hakusho serve」で開始してください")
        ),
        (
            "absent",
            Message(
                en: "These readers have nothing here. It is in: ",
                ja: "この対象には、ここに表示するものがありません。表示できる対象: ")
        ),
        ("open", Message(en: "Show the findings", ja: "指摘を表示")),
        ("close", Message(en: "Hide the findings", ja: "指摘を隠す")),
        ("source", Message(en: "Source", ja: "元のファイル")),
    ]
}

extension PageAccount.State {
    /// What an editor is told of it.
    var words: Message {
        switch self {
        case .draft: Message(en: "draft", ja: "下書き")
        case .scheduled(let moment):
            Message(en: "from \(moment.words)", ja: "\(moment.words) 公開予定")
        case .expired(let moment):
            Message(en: "expired \(moment.words)", ja: "\(moment.words) 公開終了")
        case .reviewDue(let day):
            Message(en: "review due since \(day.iso)", ja: "見直し期限超過（\(day.iso)）")
        case .broken: Message(en: "has an error", ja: "エラーあり")
        }
    }

    /// For style sheets.
    var name: String {
        switch self {
        case .draft: "draft"
        case .scheduled: "scheduled"
        case .expired: "expired"
        case .reviewDue: "review-due"
        case .broken: "broken"
        }
    }
}

extension Moment {
    /// Day and minute, in its own zone.
    fileprivate var words: String {
        String(iso.prefix(16).map { $0 == "T" ? " " : $0 })
    }
}
