extension CommandText {
    /// What tells of labels, and records them.
    static let labels: [String: CommandText] = [
        "labels": CommandText("ラベルの決まり方を示し、一覧を表示し、記録します。"),
        "labels explain": CommandText(
            "ラベルがどう決まったかを示します。",
            arguments: [
                "<path>":
                    "ページ、アップロードしたファイル、ホワイトペーパーまたはそのファイル。プロジェクトからのパス、"
                    + "pages/ や uploads/ からのパス、URL のどれでも指定できます"
            ],
            examples: [
                Example(
                    "hakusho labels explain guide/start.md",
                    en: "Shows why the page has its label.", ja: "ページのラベルの理由を示します。")
            ]),
        "labels list": CommandText(
            "すべてのページとファイルについて、ラベルと、どの出力に含まれるかを表示します。",
            """
            列はタブで区切ります。--output を付けると、含まれるか、種類、パス、ラベル、理由の順、\
            付けないと、種類、パス、ラベル、出力の順です。
            """,
            arguments: ["--output": "この出力に含まれるもの、含まれないものと、その理由だけを表示します"],
            examples: [
                Example(
                    "hakusho labels list --output public",
                    en: "Lists what everybody can read, and what not.",
                    ja: "だれでも読めるものと、読めないものの一覧です。")
            ]),
        "labels lock": CommandText(
            "すべてのラベルを Content/labels.lock に記録します。",
            """
            下げたラベルは、そのページやファイル自身に「downgrade: {from: internal, to: public, \
            reason: …, by: …, on: 2026-11-01}」と書いてあるときだけ記録します。ページやファイルを追加したり、\
            移動したり、ラベルを変えたりしたときに実行し、変更といっしょにコミットしてください。\
            記録されていないものがあると publish は公開しません。
            """,
            arguments: ["--check": "比べるだけで書き込みません。記録が変わる場合は終了コード 1 で終わります"],
            examples: [
                Example(
                    "hakusho labels lock", en: "Records the labels; commit the file.",
                    ja: "ラベルを記録します。ファイルをコミットしてください。")
            ]),
    ]
}
