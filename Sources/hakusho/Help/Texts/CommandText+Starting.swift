extension CommandText {
    /// What begins something, and what stands around a project.
    static let starting: [String: CommandText] = [
        "init": CommandText(
            "新しいプロジェクトを作ります。または git フックを設定します。",
            """
            新しいフォルダーか空のフォルダーに、メッセージの言語で小さなサイトを作ります。ページ、ラベル、編集者のための \
            README、GitHub のワークフローが入ります。すべてを書くか、何も書かないかのどちらかです。

            --git-hook は、プロジェクトを含むリポジトリーに pre-commit フックを書きます。別の作業ツリー（worktree）や\
            サブモジュールにも、core.hooksPath の場所にも対応します。フックは、コミットしようとしている Content/uploads の\
            ファイルをポリシーと site.yml のウイルス検査エンジンで検査し、公開してはならないファイルがあれば\
            コミットを止めます。すでにあるフックは変更しません。
            """,
            arguments: ["<folder>": "新しいプロジェクトのフォルダー", "--git-hook": "フックを書きます"],
            examples: [
                Example(
                    "hakusho init site --lang ja", en: "Begins a project in Japanese.",
                    ja: "日本語のプロジェクトを作ります。"),
                Example(
                    "hakusho init site --lang en", en: "Begins a project in English.",
                    ja: "英語のプロジェクトを作ります。"),
                Example(
                    "hakusho init --git-hook",
                    en: "Has files judged before each commit from now on.",
                    ja: "以後、コミットの前にファイルを検査します。"),
            ]),
        "manual": CommandText(
            "man(1) のためのマニュアルページを出力します。",
            """
            --help で表示する内容のすべてを、メッセージの言語で出力します。man がページを探すフォルダーに、\
            man1/hakusho.1 として、日本語のページは ja/man1/hakusho.1 として置いてください。
            """,
            examples: [
                Example(
                    "hakusho manual --lang en > hakusho.1", en: "Writes the English page.",
                    ja: "英語のページを書き出します。"),
                Example(
                    "hakusho manual --lang ja > ja/hakusho.1", en: "Writes the Japanese page.",
                    ja: "日本語のページを書き出します。"),
            ]),
    ]
}
