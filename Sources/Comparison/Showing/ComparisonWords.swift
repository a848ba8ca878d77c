package import Core
import Markdown

/// The words that a comparison adds to what it shows, in one language.
package struct ComparisonWords: Sendable {
    private let language: MessageLanguage

    /// The words in `language`.
    package init(_ language: MessageLanguage) { self.language = language }

    private func word(en: String, ja: String) -> String {
        Message(en: en, ja: ja).text(in: language)
    }

    var insertion: String { word(en: "inserted:", ja: "追加ここから") }
    var insertionEnd: String { word(en: "end of insertion", ja: "追加ここまで") }
    var deletion: String { word(en: "deleted:", ja: "削除ここから") }
    var deletionEnd: String { word(en: "end of deletion", ja: "削除ここまで") }
    var movedHere: String { word(en: "moved here:", ja: "移動先ここから") }
    var movedHereEnd: String { word(en: "end of what moved here", ja: "移動先ここまで") }
    var movedAway: String { word(en: "moved away:", ja: "移動元ここから") }
    var movedAwayEnd: String { word(en: "end of what moved away", ja: "移動元ここまで") }
    var movedFromThere: String {
        word(en: "Moved here from another place", ja: "別の場所からここへ移動しました")
    }
    var movedToThere: String {
        word(en: "Moved from here to another place", ja: "ここから別の場所へ移動しました")
    }
    var split: String { word(en: "new paragraph", ja: "ここで段落を分けました") }
    var joined: String { word(en: "paragraphs joined", ja: "ここで段落をつなぎました") }
    var nothing: String { word(en: "No changes", ja: "変更はありません") }
    var link: String { word(en: "link:", ja: "リンク先：") }
    var image: String { word(en: "image:", ja: "画像：") }
    var style: String { word(en: "style:", ja: "書式：") }
    var alignment: String { word(en: "alignment:", ja: "配置：") }
    var kind: String { word(en: "form:", ja: "形式：") }
    var openBracket: String { word(en: " (", ja: "（") }
    var closeBracket: String { word(en: ")", ja: "）") }
    var comma: String { word(en: ", ", ja: "・") }
    var none: String { word(en: "none", ja: "なし") }

    func unchanged(_ count: Int) -> String {
        let paragraphs = count == 1 ? "paragraph" : "paragraphs"
        return word(
            en: "… \(count) unchanged \(paragraphs) …", ja: "…（変更のない \(count) 段落）…")
    }

    /// The state of an item of a document.
    func state(_ state: DocumentComparison.Item.State) -> String {
        switch state {
        case .unchanged: word(en: "unchanged", ja: "変更なし")
        case .changed: word(en: "changed", ja: "変更")
        case .added: word(en: "added", ja: "追加")
        case .removed: word(en: "removed", ja: "削除")
        }
    }

    var renamed: String { word(en: "renamed", ja: "題名の変更") }
    var moved: String { word(en: "moved", ja: "順序の変更") }
}

extension ComparisonWords {
    /// How a run looks.
    func marks(_ marks: TextStyle.Marks) -> String {
        let names: [(TextStyle.Marks, String)] = [
            (.emphasis, word(en: "emphasis", ja: "強調")),
            (.strong, word(en: "strong", ja: "太字")),
            (.strikethrough, word(en: "struck out", ja: "取り消し線")),
            (.code, word(en: "code", ja: "コード")),
            (.footnote, word(en: "footnote", ja: "脚注番号")),
        ]
        let worn = names.filter { marks.contains($0.0) }.map(\.1)
        return worn.isEmpty ? none : worn.joined(separator: comma)
    }

    func alignment(_ alignment: TextTable.Alignment) -> String {
        switch alignment {
        case .none: none
        case .left: word(en: "left", ja: "左")
        case .center: word(en: "centre", ja: "中央")
        case .right: word(en: "right", ja: "右")
        }
    }

    /// What a block is and where it stands.
    func head(_ head: TextBlock.Head) -> String {
        let around = head.path.map { step in
            switch step {
            case .quote: word(en: "quotation", ja: "引用")
            case .list: word(en: "list", ja: "箇条書き")
            case .container(let name): word(en: "box '\(name)'", ja: "囲み「\(name)」")
            case .footnote: word(en: "footnote", ja: "脚注")
            }
        }
        let own = kind(head.kind)
        if around.isEmpty { return own }
        return word(
            en: "\(own) in \(around.reversed().joined(separator: " in "))",
            ja: "\(around.joined(separator: "・"))の中の\(own)")
    }

    private func kind(_ kind: TextBlock.Kind) -> String {
        switch kind {
        case .paragraph: word(en: "paragraph", ja: "段落")
        case .heading(let level): word(en: "heading \(level)", ja: "見出し \(level)")
        case .listItem(let marker):
            switch (marker.number, marker.isDone) {
            case (let number?, _): word(en: "item \(number)", ja: "項目 \(number)")
            case (_, true?): word(en: "task done", ja: "完了した項目")
            case (_, false?): word(en: "task not done", ja: "未完了の項目")
            default: word(en: "item", ja: "項目")
            }
        case .code(let info):
            info.isEmpty
                ? word(en: "code", ja: "コード") : word(en: "code (\(info))", ja: "コード（\(info)）")
        case .table: word(en: "table", ja: "表")
        case .thematicBreak: word(en: "rule", ja: "区切り線")
        case .container(let name): word(en: "box '\(name)'", ja: "囲み「\(name)」")
        case .footnote(let number): word(en: "footnote \(number)", ja: "脚注 \(number)")
        }
    }
}
