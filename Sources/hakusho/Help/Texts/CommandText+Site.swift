extension CommandText {
    /// The program itself, and what editors do every day.
    static let site: [String: CommandText] = [
        "": CommandText(
            "ラベル付きのコンテンツと、版を重ねるホワイトペーパーから、静的サイトを生成します。",
            arguments: ["--version": "バージョンを表示します"],
            examples: [
                Example(
                    "hakusho init site", en: "Begins a project in the folder 'site'.",
                    ja: "フォルダー「site」に新しいプロジェクトを作ります。"),
                Example(
                    "hakusho check --project site",
                    en: "Reports what is wrong with it, and writes nothing.",
                    ja: "誤りをすべて表示します（何も書き込みません）。"),
            ]),
        "build": CommandText(
            "サイトを生成して Site に書き込み、公開中の世代を切り替えます。",
            """
            アップロードするファイルは、ポリシーと、site.yml の「uploads」に書いたウイルス検査エンジンで必ず検査します。\
            --require-scan を付けると、ウイルス検査を通っていないファイルが一つでもあれば切り替えません。
            """,
            arguments: [
                "--verify": "全体をもう一度ビルドし、すべてのバイトを照合します",
                "--require-scan":
                    "ウイルス検査を通っていないファイルは公開しません。エンジンがなければ終了コード 2 で終わります",
            ],
            examples: [
                Example(
                    "hakusho build", en: "Compiles the project in this folder.",
                    ja: "このフォルダーのプロジェクトからサイトを生成します。"),
                Example(
                    "hakusho build --as-of 2027-04-01 --strict",
                    en: "Compiles the site as it is on that day; warnings are errors.",
                    ja: "その日の時点のサイトを生成します。警告もエラーとして扱います。"),
            ]),
        "check": CommandText(
            "生成したときに見つかる誤りをすべて表示します。何も書き込みません。",
            """
            --external を付けると、site.yml の「external_links」に従って、リンク先のサイトにも問い合わせます。\
            つながらないリンクは警告になり、二日以上にわたって三回失敗するとエラーになります。\
            結果は .hakusho/external-links.tsv に残ります。
            """,
            arguments: [
                "--external": "リンク先のサイトにも問い合わせます",
                "--cache":
                    "--external の結果を残すファイル（省略すると .hakusho/external-links.tsv）",
            ],
            examples: [
                Example(
                    "hakusho check", en: "Reports everything that is wrong.",
                    ja: "誤りをすべて表示します。"),
                Example(
                    "hakusho check --external --cache links.tsv",
                    en: "Asks other sites too, and remembers their answers in a file.",
                    ja: "外部サイトにも問い合わせ、結果をファイルに残します。"),
                Example(
                    "hakusho check --format sarif",
                    en: "Writes the findings for GitHub's code scanning.",
                    ja: "GitHub のコードスキャン向けに指摘を出力します。"),
            ]),
        "serve": CommandText(
            "書いている途中のサイトと、その誤りをブラウザーに表示します。",
            """
            ファイルを保存すると、開いているページがすぐに変わります。画面の下に、ラベルと公開状態、\
            誤りの場所と直し方を表示します（これらは公開されません）。このコンピューターのブラウザーからだけ\
            見られます。終了するには Ctrl-C を押します。
            """,
            arguments: [
                "--port": "127.0.0.1 のポート番号",
                "--open": "ブラウザーを開きます",
                "--poll":
                    "ファイルの変更を 0.5 秒ごとに調べます。ほかのコンピューターのフォルダーなど、変更が通知されない場所で使います",
            ],
            examples: [
                Example(
                    "hakusho serve --open", en: "Shows the site, and opens the browser.",
                    ja: "サイトを表示し、ブラウザーを開きます。"),
                Example(
                    "hakusho serve --port 4001 --lang en",
                    en: "Shows it at another port, with the panel in English.",
                    ja: "別のポートで、英語の画面で表示します。"),
            ]),
        "render": CommandText(
            "一つの Markdown を HTML にして表示します。",
            "ラベル付きの部分はすべて表示し、事実の参照とリンクは書かれたまま残します。",
            arguments: [
                "<file>": "Markdown ファイル。- は標準入力です",
                "--raw-html":
                    "filter は許可された HTML だけを残し、allow は GFM の仕様どおりすべて残します",
            ],
            examples: [
                Example(
                    "hakusho render Content/pages/index.md", en: "Prints a page's text as HTML.",
                    ja: "ページの本文を HTML で表示します。")
            ]),
        "explain": CommandText(
            "指摘のコードの意味を説明します。コードを省略すると一覧を表示します。",
            "コードは、指摘の「エラー」や「警告」の後ろの [ ] の中にあります。",
            arguments: ["<code>": "link.page-missing などのコード（省略すると、一行に一つずつの一覧）"],
            examples: [
                Example(
                    "hakusho explain link.page-missing",
                    en: "Tells what the code means and what to do.",
                    ja: "コードの意味と直し方を説明します。")
            ]),
        "links": CommandText("リンクを直します。"),
        "links fix": CommandText(
            "移動したページへのリンクを書き直し、転送を加えます。",
            """
            先にファイルを移動してから、移動前と移動後の場所を指定して実行します。場所は、Content/pages からのファイル、\
            URL、フォルダーのどれでもかまいません。省略すると、移動したページを探し、疑いのないものだけを直して、\
            どのページと判断したかを示します。書き換えるのはリンク先だけで、書き方は元のままにし、すべての言語に及びます。\
            判断していただくものが残ったときは、終了コード 1 で終わります。
            """,
            arguments: [
                "<old>": "ページまたはフォルダーの元の場所", "<new>": "今の場所",
                "--dry-run": "変更内容を差分（unified diff）で表示し、何も書き込みません",
                "--all": "リンクの指摘が示す修正（大文字と小文字、つづり、転送）も行います",
            ],
            examples: [
                Example(
                    "hakusho links fix guide/start.md guide/first-steps.md",
                    en: "Rewrites the links to a page that was moved.",
                    ja: "移動したページへのリンクを書き直します。"),
                Example(
                    "hakusho links fix --dry-run",
                    en: "Looks for pages that have moved, and shows what would change.",
                    ja: "移動したページを探し、変更内容だけを表示します。"),
            ]),
    ]
}
