extension CommandText {
    /// What puts a site before its readers, and takes it back.
    static let publishing: [String: CommandText] = [
        "publish": CommandText(
            "公開の条件を確かめながらサイトを生成し、ログに記録します。",
            """
            警告があるとき、またウイルス検査を通っていないファイルがあるとき（site.yml の「uploads」に\
            「accept_unscanned_files: true」とある場合を除く）は公開しません。Site/log.jsonl には、\
            成否にかかわらず一回につき一行を書きます。
            """,
            examples: [
                Example(
                    "hakusho publish", en: "Publishes the project in this folder.",
                    ja: "このフォルダーのプロジェクトを公開します。")
            ]),
        "generations": CommandText(
            "Site にある世代を新しい順に表示します。",
            examples: [
                Example(
                    "hakusho generations", en: "Lists what 'rollback' can go back to.",
                    ja: "「rollback」で戻せる世代の一覧です。")
            ]),
        "rollback": CommandText(
            "以前の世代を公開中に戻します。",
            arguments: ["<generation>": "世代の番号（省略すると一つ前の世代）"],
            examples: [
                Example(
                    "hakusho rollback", en: "Makes the generation before live again.",
                    ja: "一つ前の世代に戻します。"),
                Example(
                    "hakusho rollback 12", en: "Makes generation 12 live again.",
                    ja: "第 12 世代に戻します。"),
            ]),
        "log": CommandText(
            "公開の記録を表示し、改ざんがないか確かめます。",
            "確認は毎回行い、つじつまの合わない行があれば終了コード 1 で終わります。",
            arguments: ["--verify": "確認だけを行い、最後の行のダイジェストを表示します"],
            examples: [
                Example(
                    "hakusho log --verify", en: "Verifies the chain of digests.",
                    ja: "ダイジェストの連なりを確かめます。")
            ]),
        "access": CommandText("Web サーバーの設定を出力します。"),
        "access nginx": CommandText(
            "nginx の設定を出力します。",
            """
            だれが読めるかを site.yml の「access」から読み取り、nginx の http コンテキストに置く設定を\
            標準出力に書きます。

              hakusho access nginx --output members > /etc/nginx/conf.d/members.conf

            同じサーバーで配信する出力は、--output を繰り返して一つのファイルにまとめます。「access」や転送を変えたときは\
            出力し直し、nginx -t で確かめてから nginx に再読み込みさせてください。
            """,
            arguments: [
                "--output": "配信する出力。繰り返して指定できます",
                "--root":
                    "サーバー上での出力のフォルダー（省略すると site.yml の root、なければプロジェクトの "
                    + "Site/current/出力名）",
            ],
            examples: [
                Example(
                    "hakusho access nginx --output members",
                    en: "Prints a configuration for the output 'members'.",
                    ja: "出力「members」の設定を表示します。")
            ]),
    ]
}
