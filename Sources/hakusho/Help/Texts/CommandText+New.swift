extension CommandText {
    /// What makes files for editors to write on.
    static let new: [String: CommandText] = [
        "new": CommandText(
            "ページ、お知らせ、アップロードするファイル、ホワイトペーパーを新しく作ります。",
            """
            端末では、コマンドラインで指定しなかったものを尋ねます。すでにあるファイルは変更しません。\
            すべてを書くか、何も書かないかのどちらかです。
            """),
        "new page": CommandText(
            "ページを下書きとして作ります。",
            """
            ファイルは Content/pages の中に作り、そのパスが URL になります。作ったページは下書きで、\
            「draft: true」の行を削除するまで、どの出力にも含まれません。
            """,
            arguments: page.merging([
                "<page>": "guide/start.md のような、Content/pages から見たパス"
            ]) { $1 },
            examples: [
                Example(
                    "hakusho new page guide/start.md --title 'First steps'",
                    en: "Begins the page /guide/start/.", ja: "ページ /guide/start/ を作ります。"),
                Example(
                    "hakusho new page guide/start.md --title 'First steps' --language en",
                    en: "Begins its English version.", ja: "その英語版を作ります。"),
            ]),
        "new notice": CommandText(
            "お知らせ（日付のあるコレクションのページ）を下書きとして作ります。",
            """
            ファイルはコレクションのフォルダーに作り、名前は日付で始まります。コレクションで必須のキーは、\
            尋ねるか、--set で指定します。
            """,
            arguments: page.merging([
                "<slug>": "maintenance のような URL の末尾（省略すると題名から作ります）",
                "--collection": "コレクション（省略すると notices、なければただ一つのもの）",
                "--date": "お知らせの日付（省略すると今日）",
            ]) { $1 },
            examples: [
                Example(
                    "hakusho new notice maintenance --title 'Maintenance' --set kind=maintenance",
                    en: "Begins a notice of today, of a collection that requires 'kind'.",
                    ja: "「kind」が必須のコレクションに、今日の日付のお知らせを作ります。")
            ]),
        "new upload": CommandText(
            "ファイルを Content/uploads にコピーし、説明のファイル（サイドカー）を添えます。",
            """
            先にポリシーで検査し、公開してはならないファイルはコピーしません。サイドカー「ファイル名.yml」には、\
            何のファイルかを書きます。ファイルは、ページから参照すると公開されます。
            """,
            arguments: [
                "<file>": "コピーするファイル",
                "--to": "Content/uploads の中のフォルダー",
                "--name": "コピー先の名前（省略すると元の名前。空白はハイフンにします）",
                "--title": "題名",
                "--alt": "画像の内容の説明（画像が見えない人のため）",
                "--label": label,
                "--owner": "ファイルの責任者",
                "--licence": "利用条件",
            ],
            examples: [
                Example(
                    "hakusho new upload screen.png --title 'The screen' --to figures",
                    en: "Copies a picture into Content/uploads/figures.",
                    ja: "画像を Content/uploads/figures にコピーします。")
            ]),
        "new whitepaper": CommandText(
            "ホワイトペーパーを、最初の版の草案とともに作ります。",
            """
            Content/whitepapers の中のフォルダーに、whitepaper.yml と最初の節を作ります。草案は、公開される出力には\
            含まれません。すでにあるホワイトペーパーの次の版は「hakusho whitepaper new」で始めます。
            """,
            arguments: [
                "<id>": "iso27017 のような、ホワイトペーパーのフォルダー名",
                "--title": "題名", "--product": "製品名",
                "--standard": "準拠する規格（省略すると ISO/IEC 27017:2015）",
                "--path": "URL（省略すると「/フォルダー名/」）", "--label": "ラベル（省略すると labels.yml の default）",
            ],
            examples: [
                Example(
                    "hakusho new whitepaper iso27017 --title 'Security Whitepaper' --product Example",
                    en: "Begins a whitepaper with the draft 1.0.",
                    ja: "1.0 版の草案とともにホワイトペーパーを作ります。")
            ]),
    ]

    private static let label = "ラベル（省略するとフォルダーの設定、なければ labels.yml の default）"

    private static let page = [
        "--title": "題名", "--description": "一覧や検索エンジンのための概要", "--label": label,
        "--language": "en などの文面の言語（省略するとサイトの最初の言語）",
        "--set": "コレクションのキー。繰り返して指定できます。リストの項目はコンマ（,）で区切ります",
    ]
}
