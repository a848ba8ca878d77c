import Core

/// What the manual page says besides the help of the commands.
struct ManualWords {
    /// A section of names and what they mean.
    typealias Section = (title: String, rows: [(name: String, meaning: String)])

    private let language: MessageLanguage

    init(_ language: MessageLanguage) { self.language = language }

    private func either(_ en: String, _ ja: String) -> String { language == .ja ? ja : en }

    var title: String { either("Hakusho", "Hakusho") }
    var name: String { either("NAME", "名前") }
    var synopsis: String { either("SYNOPSIS", "書式") }
    var description: String { either("DESCRIPTION", "説明") }
    var commands: String { either("COMMANDS", "コマンド") }

    /// What the program is, a paragraph each.
    var introduction: [String] {
        [
            either(
                "Hakusho is a static site generator for companies that answer for what they "
                    + "publish. It compiles Markdown pages, content labelled by confidentiality, "
                    + "and versioned security whitepapers into a static site. It checks every "
                    + "link and every label, and one error leaves what is published exactly as it "
                    + "was.",
                "Hakusho は、公開する内容に責任を負う企業のための静的サイトジェネレーターです。Markdown のページ、"
                    + "機密区分のラベルを付けたコンテンツ、版を重ねるセキュリティホワイトペーパーから静的サイトを"
                    + "生成します。すべてのリンクとラベルを検査し、エラーが一つでもあれば、公開中のサイトには"
                    + "手を付けません。")
        ]
    }

    /// The sections behind the commands.
    var sections: [Section] {
        [
            (either("EXIT STATUS", "終了コード"), exitStatuses),
            (either("ENVIRONMENT", "環境変数"), variables),
            (either("FILES", "ファイル"), files),
        ]
    }

    private var exitStatuses: [(name: String, meaning: String)] {
        [
            ("0", either("Nothing is wrong.", "問題はありません。")),
            (
                "1",
                either(
                    "There are findings that forbid publishing; the site is as it was.",
                    "公開できない指摘があります。サイトは変わっていません。")
            ),
            (
                "2",
                either(
                    "The machine failed: disk, network, scanner, or another run holds the lock.",
                    "ディスク、ネットワーク、ウイルス検査エンジンなどの障害、またはほかの実行中の処理により、続けられません。")
            ),
            ("64", either("The command line is wrong.", "コマンドの書き方が正しくありません。")),
        ]
    }

    private var variables: [(name: String, meaning: String)] {
        [
            (
                "LC_ALL, LC_MESSAGES, LANG",
                either(
                    "The language of messages, where --lang does not say.",
                    "メッセージの言語（--lang で指定しない場合）。")
            ),
            ("NO_COLOR", either("If not empty, no colours.", "空でなければ、色を付けません。")),
            (
                "CI",
                either(
                    "If not empty, no progress is drawn, nothing is asked, and verdicts of "
                        + "earlier scans do not count.",
                    "空でなければ、進み具合を描かず、入力を求めず、以前のウイルス検査の結果を使いません。")
            ),
            (
                "EDITOR",
                either(
                    "The program with which 'whitepaper edit --open' opens files.",
                    "「whitepaper edit --open」でファイルを開くプログラム。")
            ),
            (
                "HAKUSHO",
                either(
                    "The program that the git hook of 'init --git-hook' runs.",
                    "「init --git-hook」の git フックが実行するプログラム。")
            ),
        ]
    }

    private var files: [(name: String, meaning: String)] {
        [
            (
                "Content/",
                either(
                    "What editors write: site.yml, labels.yml, pages, uploads, whitepapers.",
                    "編集者が書くもの（site.yml、labels.yml、pages、uploads、whitepapers）。")
            ),
            (
                "Site/current/OUTPUT",
                either("The root of a web server for an output.", "出力を配信する Web サーバーのルート。")
            ),
            (
                "Site/log.jsonl",
                either("The log of publications.", "公開の記録。")
            ),
        ]
    }
}
