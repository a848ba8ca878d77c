import Core

/// What help says of a command besides what its declaration says: the Japanese of it, and
/// examples.
///
/// The English stands in the declarations, where ArgumentParser and completions find it. A test
/// compares the two: nothing lacks its Japanese, and no Japanese is left over.
struct CommandText {
    /// A command line that does something useful, and what it does.
    struct Example {
        let line: String
        let meaning: Message

        init(_ line: String, en: String, ja: String) {
            self.line = line
            meaning = Message(en: en, ja: ja)
        }
    }

    /// One sentence.
    let abstract: String
    /// Paragraphs with an empty line between them; empty where the English has none.
    let discussion: String
    /// By `CommandDescription.Argument.key`.
    let arguments: [String: String]
    /// The first one is the usual one.
    let examples: [Example]

    init(
        _ abstract: String, _ discussion: String = "", arguments: [String: String] = [:],
        examples: [Example] = []
    ) {
        self.abstract = abstract
        self.discussion = discussion
        self.arguments = arguments
        self.examples = examples
    }

    /// By `CommandDescription.key`.
    static let all = [site, publishing, labels, whitepaper, new, starting, uploads]
        .reduce(into: [:]) { $0.merge($1) { first, _ in first } }
}

extension CommandText {
    /// What more than one command has, by `CommandDescription.Argument.key`.
    static let sharedArguments = [
        "--project": "プロジェクトのフォルダー",
        "--format":
            "指摘の出力形式。text は標準エラー出力に文章で、json・sarif（2.1.0）・junit・"
            + "github（ワークフローコマンド）は標準出力に機械向けの形式で出します",
        "--lang": "メッセージの言語（省略すると環境変数 LANG に従います）",
        "--jobs": "並列に動かすスレッドの数（省略するとプロセッサーの数）",
        "--as-of": "この日、またはこの日時の時点のサイトとして処理します（省略すると現在）",
        "--strict": "警告もエラーとして扱います",
        "--timings": "各段階にかかった時間を表示します",
        "--quiet": "指摘だけを表示します",
        "--help": "この説明を表示します",
        "--cache":
            "ファイル・エンジン・定義ファイルが同じなら、以前の検査結果を使うかどうか"
            + "（省略すると、プロジェクトでは使い、CI では使いません）",
        "--id": "ホワイトペーパーのフォルダー名。複数あるときは必ず指定します",
    ]

    /// What stands for a value, by the English word.
    static let valueNames = [
        "address": "アドレス", "code": "コード", "date": "日時", "file": "ファイル", "folder": "フォルダー",
        "generation": "世代番号", "id": "名前", "item": "番号", "label": "ラベル", "language": "言語",
        "name": "名前", "collection": "コレクション", "slug": "URL の末尾", "new": "新しい場所", "number": "数",
        "old": "古い場所", "output": "出力", "page": "ページ",
        "path": "パス", "port": "ポート", "text": "文", "time": "時間", "url": "URL", "version": "版",
        "words": "コマンド",
        "format": "形式", "key-value": "キー=値",
    ]

    /// The titles of groups of options.
    static let sections = ["Engines": "検査エンジン"]
}
