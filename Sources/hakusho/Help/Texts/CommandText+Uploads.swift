extension CommandText {
    /// What judges files.
    static let uploads: [String: CommandText] = [
        "scan": CommandText(
            "ファイルのウイルス検査を行います。",
            """
            ファイルごとに一行を標準出力に書きます。判定、パス、理由の順で、タブで区切ります。フォルダーを指定すると、\
            その中のファイルすべてを検査します。リンクは検査せず、拒否します。エンジンは、ここで指定しなければ site.yml の\
            「uploads」のものを使います。終了コードは、すべて問題がなければ 0、公開してはならないファイルがあれば 1、\
            検査できなかったファイルがあれば 2 です。

            git の pre-commit フックで、コミットする内容だけを検査する例です。

              staged=$(mktemp -d) && trap 'rm -rf "$staged"' EXIT
              git diff --cached --name-only -z --diff-filter=ACMRT |
                git checkout-index -z --stdin --prefix="$staged/" && hakusho scan "$staged"
            """,
            arguments: [
                "<path>": "ファイルまたはフォルダー",
                "--stdin0": "標準入力からもパスを読みます。一つずつゼロバイトで終わる形です（find -print0）",
                "--policy":
                    "組み込みのポリシーでも判定します（種類、名前、スクリプト、マクロ、書庫）。ウイルス検査ではありません。"
                    + "エンジンがまったくない場合、終了コード 0 はポリシーがすべてを許可したという意味です",
                "--clamd": "clamd のソケット、または HOST:PORT",
                "--icap": "ICAP サービス（icap://HOST:PORT/SERVICE）",
                "--command":
                    "空白で区切ったコマンドと引数。{path} はファイルのパスに置き換わります。なければファイルを標準入力に渡します。"
                    + "終了コードは、問題がなければ 0、感染していれば 1 です",
                "--timeout": "エンジンの応答が進まないまま待つ時間（省略すると 30s）",
                "--accept-outdated-signatures":
                    "定義ファイルが 7 日より古いエンジンの結果も、この古さまでなら認めます",
                "--accept-unknown-signatures": "定義ファイルの日付がわからないエンジンの結果も認めます",
            ],
            examples: [
                Example(
                    "hakusho scan Content/uploads",
                    en: "Has all uploads scanned by the engines of site.yml.",
                    ja: "アップロードするファイルを、すべて site.yml のエンジンで検査します。"),
                Example(
                    "hakusho scan --policy --clamd /run/clamav/clamd.ctl report.pdf",
                    en: "Has a file judged by the policy and by clamd.",
                    ja: "ファイルを、ポリシーと clamd で検査します。"),
            ])
    ]
}
