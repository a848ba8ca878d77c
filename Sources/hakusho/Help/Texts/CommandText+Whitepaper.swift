extension CommandText {
    /// The editions of a whitepaper.
    static let whitepaper: [String: CommandText] = [
        "whitepaper": CommandText("ホワイトペーパーの版を書き、凍結し、比べます。"),
        "whitepaper list": CommandText(
            "ホワイトペーパーと版の一覧を表示します。",
            """
            列はタブで区切り、ホワイトペーパー、版、日付、状態（草案・公開前・公開済み・凍結済み）、\
            その版で変わった節と管理策の数の順です。
            """,
            examples: [
                Example(
                    "hakusho whitepaper list", en: "Lists all editions and how far they are.",
                    ja: "すべての版と、その状態の一覧です。")
            ]),
        "whitepaper new": CommandText(
            "次の版を草案として始めます。",
            """
            whitepaper.yml の「editions」に日付のない版を加え、そのフォルダーを作ります。\
            草案は、公開される出力には含まれません。
            """,
            arguments: ["<version>": "1.4 などの新しい版。ほかのどの版よりも後の番号にします"],
            examples: [
                Example(
                    "hakusho whitepaper new 1.4", en: "Begins edition 1.4.",
                    ja: "1.4 版を始めます。")
            ]),
        "whitepaper edit": CommandText(
            "節や管理策を、書き直すために草案へコピーします。",
            """
            現在の文面を版のフォルダーにコピーし、whitepaper.yml のその版の「changes」に加えます。本文を改めてから、\
            何を変えたかをそこの「summary」に書いてください。変えない翻訳は、フォルダーから削除してください。
            """,
            arguments: [
                "<version>": "1.4 などの草案の版", "<item>": "12.3.1 などの管理策または節の番号",
                "--language": "ja など、この言語の文面だけをコピーします",
                "--open": "環境変数 EDITOR のエディターでファイルを開きます",
            ],
            examples: [
                Example(
                    "hakusho whitepaper edit 1.4 12.3.1",
                    en: "Copies control 12.3.1 into the draft.",
                    ja: "管理策 12.3.1 を草案にコピーします。")
            ]),
        "whitepaper freeze": CommandText(
            "版の文面を記録し、以後変わらないようにします。",
            """
            版の文面、読者に見える文、whitepaper.yml のその版の記載のダイジェストを whitepaper.lock に書きます。\
            コミットしてください。それより前の版で凍結していないものも、いっしょに凍結します。\
            草案と、エラーのあるプロジェクトでは凍結しません。
            """,
            arguments: ["<version>": "1.3 などの版。日付が必要です"],
            examples: [
                Example(
                    "hakusho whitepaper freeze 1.4", en: "Freezes edition 1.4.",
                    ja: "1.4 版を凍結します。")
            ]),
        "whitepaper diff": CommandText(
            "二つの版の違いを、語ごとに示します。",
            """
            消えた語は [- -]、加わった語は {+ +} で囲みます。端末では赤と緑で示します（NO_COLOR を設定した場合を除く）。\
            --format json では、変わった節と管理策の一覧を出力します。
            """,
            arguments: [
                "<old>": "1.2 などの古い版", "<new>": "1.3 などの新しい版",
                "<item>": "12.3.1 など、この節または管理策だけ",
                "--language": "比べる文面の言語（省略するとメッセージの言語、なければ原文の言語）",
            ],
            examples: [
                Example(
                    "hakusho whitepaper diff 1.3 1.4", en: "Shows all that 1.4 changes.",
                    ja: "1.4 版で変わったところをすべて示します。"),
                Example(
                    "hakusho whitepaper diff 1.0 1.4 12.3.1 --language ja",
                    en: "Shows what became of one control in Japanese.",
                    ja: "一つの管理策の日本語の文面を比べます。"),
            ]),
        "whitepaper coverage": CommandText(
            "カタログの管理策ごとに、記載の状況を一覧にします。",
            """
            列はタブで区切ります。管理策、状況（記載あり・対象外・記載なし）、記載があれば責任の分担と最後に変えた版、\
            なければ理由、そして表題の順です。記載のない管理策があれば終了コード 1 で終わります。
            """,
            arguments: ["<version>": "版（省略すると最も新しい版。草案も含みます）"],
            examples: [
                Example(
                    "hakusho whitepaper coverage", en: "Lists the controls of the newest edition.",
                    ja: "最も新しい版の管理策の一覧です。")
            ]),
        "whitepaper fix": CommandText(
            "確実に直せる表記の誤りを直します。",
            """
            括弧や英数字の全角と半角、和文と欧文の間の空白、改行で切れた語、用語集の表記、製品名を、最も新しい版のファイルで、\
            凍結されていないときに限り直します。すべてのファイルを書くか、どれも書かないかのどちらかです。\
            判断していただく指摘が残ったときは、終了コード 1 で終わります。
            """,
            arguments: ["--dry-run": "変更内容を差分（unified diff）で表示し、何も書き込みません"],
            examples: [
                Example(
                    "hakusho whitepaper fix --dry-run", en: "Shows what would change.",
                    ja: "変更内容だけを表示します。")
            ]),
        "whitepaper export": CommandText(
            "版を、プログラムで読むためのファイルとしてフォルダーに書き出します。",
            """
            JSON、管理策の表、OSCAL を、生成したサイトの出力にあるものと同じ内容で書きます。\
            エラーのあるプロジェクトでは書き出しません。草案にはありません。
            """,
            arguments: [
                "<version>": "版（省略すると、その出力の現行の版）",
                "--output": "この出力の読者に見える内容を書きます（省略すると site.yml の最初の出力）",
                "--to": "書き出すフォルダー（省略すると、今のフォルダーの「名前-版」）",
            ],
            examples: [
                Example(
                    "hakusho whitepaper export 1.3 --to export",
                    en: "Writes edition 1.3 into the folder 'export'.",
                    ja: "1.3 版をフォルダー「export」に書き出します。")
            ]),
    ]
}
