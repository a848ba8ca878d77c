import Core

extension StarterProject {
    /// The project for editors who read Japanese.
    var japaneseFiles: [File] {
        [
            File("README.md", Self.japaneseReadme),
            File(".github/workflows/hakusho.yml", Self.japaneseWorkflow),
            File("Content/site.yml", Self.japaneseSite),
            File(
                "Content/labels.yml",
                """
                # 公開範囲のラベルです。低い順に書きます。ラベルのないページは default の扱いになるため、
                # 書き忘れたページが一般に公開されることはありません。
                levels:
                  - {id: public, name: 公開}
                  - {id: internal, name: 社外秘}
                default: internal
                """),
            File(
                "Content/redirects.yml",
                """
                # ページを移動したり削除したりしたときに、元の URL の行き先を書きます。例:
                #   - {from: /old/, to: /new/}
                #   - {from: /removed/, gone: true, label: public}
                """),
        ] + japanesePages + japaneseNotices + japaneseInternal
    }

    private var japanesePages: [File] {
        [
            File(
                "Content/pages/index.md",
                """
                ---
                title: サンプルサイト
                description: 株式会社サンプルの公式サイトです。
                label: public
                ---

                株式会社サンプルのサイトへようこそ。

                - [このサイトについて](about.md)
                - [お知らせ](notices/index.md)
                """),
            File(
                "Content/pages/about.md",
                """
                ---
                title: このサイトについて
                description: サイトの運営者と、記載内容の扱いについて説明します。
                label: public
                ---

                このサイトは、株式会社サンプルが運営しています。

                ## 記載内容

                記載内容は、予告なく変更することがあります。

                :::label internal
                この段落は社内向けの出力にだけ現れます。ページの一部だけ公開範囲を狭めるときは、このように書きます。
                :::
                """),
        ]
    }

    private var japaneseNotices: [File] {
        [
            File(
                "Content/pages/notices/folder.yml",
                """
                # このフォルダーのページは、何も書かなければ公開です。
                label: public
                collection: notices
                """),
            File(
                "Content/pages/notices/index.md",
                """
                ---
                title: お知らせ
                description: 株式会社サンプルからのお知らせの一覧です。
                ---

                新しいものから順に並びます。
                """),
            File(
                noticeFile,
                """
                ---
                title: サイトを公開しました
                description: 株式会社サンプルのサイトを公開しました。
                date: \(today.iso)
                tags: [サイト]
                ---

                株式会社サンプルのサイトを公開しました。運営については[このサイトについて](../about.md)をご覧ください。
                """),
        ]
    }

    private var japaneseInternal: [File] {
        [
            File(
                "Content/pages/internal/folder.yml",
                """
                # このフォルダーのページは、必ず社外秘以上になります。
                title: 社内向け
                label: internal
                floor: internal
                """),
            File(
                "Content/pages/internal/index.md",
                """
                ---
                title: 社内向け
                description: 社内向けの出力にだけ現れるページです。
                ---

                一般向けの出力には、このページも、このページへのリンクも含まれません。
                """),
        ]
    }

    private static let japaneseSite =
        """
        # サイト全体の設定です。まず title と url を書き換えてください。
        title: サンプルサイト
        description: 株式会社サンプルの公式サイトです。
        organization: 株式会社サンプル
        url: https://www.example.jp/
        languages: [ja]
        timezone: "+09:00"
        navigation:
          - page: about.md
          - page: notices/index.md
        taxonomies: [tags]
        # 出力ごとに、読める範囲を決めます。ここでは一般向けと社内向けの二つです。
        outputs:
          public: {clearance: public}
          staff: {clearance: internal}
        collections:
          notices:
            title: お知らせ
            feed: true
            sort: date
        """

    private static let japaneseWorkflow =
        """
        # 変更のたびにサイトを検査します。誤りや警告が一つでもあれば失敗します。
        name: hakusho
        on:
          push:
            branches: [main]
          pull_request:
        permissions:
          contents: read
        jobs:
          check:
            runs-on: ubuntu-latest
            steps:
              - uses: actions/checkout@v4
              - name: hakusho を使えるようにする
                run: |
                  # ここに、hakusho を PATH の通ったフォルダーに置く手順を書いてください。
                  # たとえば、社内で用意した実行ファイルを取得してコピーします。
                  hakusho --version
              - name: 検査する（指摘は変更の該当箇所に表示されます）
                run: hakusho check --strict --format github
              - name: 生成する
                run: hakusho build --strict
          # 公開するときは、次の job の「#」を外し、公開先に合わせて書き換えてください。
          # Site/ には世代と公開の記録が残るため、消えない場所で実行します（自社のランナーなど）。
          # 公開のたびに Content/published.tsv をコミットしてください。
          # publish:
          #   needs: check
          #   if: github.ref == 'refs/heads/main'
          #   runs-on: self-hosted
          #   steps:
          #     - uses: actions/checkout@v4
          #       with: {clean: false}
          #     - run: hakusho publish
          #     - run: hakusho log --verify
        """
}
