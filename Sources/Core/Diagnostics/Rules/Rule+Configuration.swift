extension Rule {
    /// Codes of site.yml and redirects.yml.
    static let configuration: [Rule] = [
        Rule(
            .error, "config.bad-language", en: "not a language code", ja: "言語コードの誤り",
            """
            Languages are named by their codes, such as ja, en or zh-TW (BCP 47). Browsers and
            screen readers rely on the code to choose fonts and voices.
            """,
            """
            言語は ja、en、zh-TW のような言語コード（BCP 47）で書きます。
            ブラウザーや読み上げソフトが、字体や音声を選ぶために使います。
            """),
        Rule(
            .error, "config.bad-navigation-url", en: "unusable address in a menu",
            ja: "メニューのリンク先の誤り",
            """
            A menu can lead to a path of this site, which begins with '/', or to an address that
            begins with https:, http:, mailto: or tel:. Anything else would not work in every page
            of the site, or could run a script.
            """,
            """
            メニューのリンク先には、「/」で始まるサイト内のパスか、https:、http:、mailto:、tel: で
            始まるアドレスを書きます。それ以外の書き方は、ページによって正しく働かなかったり、
            スクリプトの実行に悪用されたりするため使えません。
            """),
        Rule(
            .error, "config.bad-output", en: "unusable name of an output", ja: "出力名の誤り",
            """
            Each output becomes a folder in Site that a web server points to, so its name may only
            have the letters a to z, digits and '-'.
            """,
            """
            出力名は、Web サーバーが参照する Site の中のフォルダー名になります。
            使えるのは半角の a〜z、数字、「-」だけです。
            """),
        Rule(
            .error, "config.bad-timezone", en: "not an offset from UTC", ja: "時差の書き方の誤り",
            """
            The time zone is written as the difference from UTC, for example "+09:00" for Japan, in
            quotation marks. It decides on which day and hour pages appear and expire.
            """,
            """
            タイムゾーンは UTC との時差で、"+09:00"（日本）のように引用符で囲んで書きます。
            ページを公開・終了する日時の基準になります。
            """),
        Rule(
            .error, "config.bad-url", en: "not the address of a site", ja: "サイトの URL の誤り",
            """
            'url' is the full address at which readers find the site, for example
            https://www.example.com/. Feeds, the sitemap and search engines need it; a '?' or '#'
            cannot be part of it.
            """,
            """
            「url」には、読者がサイトを開くときの完全なアドレス（例: https://www.example.com/）を書きます。
            フィードやサイトマップ、検索エンジンが使います。「?」や「#」は含められません。
            """),
        Rule(
            .error, "config.navigation-page-missing", en: "menu entry without a page",
            ja: "メニューのページがない",
            """
            The menu names a page that is not in Content/pages, so readers would reach nothing.
            Write the page's file with its folders, as it is named below pages, for example
            product/index.md.
            """,
            """
            メニューに書かれたページが Content/pages にないため、読者がどこにも行けません。
            pages より下のファイル名を、product/index.md のようにフォルダーを含めて書いてください。
            """),
        Rule(
            .error, "config.no-outputs", en: "no output", ja: "出力がない",
            """
            'outputs' is there but names nothing, so the whole site would be published nowhere. Name
            at least one output with its clearance, or remove the key: then the site has one output
            named public.
            """,
            """
            「outputs」が空のため、サイトがどこにも公開されません。
            出力名と公開範囲（clearance）を一つ以上書くか、キーごと削除してください。
            削除すると、出力は public 一つになります。
            """),
        Rule(
            .error, "config.no-site", en: "no site.yml", ja: "site.yml がない",
            """
            Hakusho found no Content/site.yml here, so this is not the folder of a project, or the
            project is new. Change to the project's folder, or name it with --project. A new project
            needs Content/site.yml with a title and a url.
            """,
            """
            Content/site.yml が見つかりません。プロジェクトのフォルダーではない場所で実行しているか、
            プロジェクトがまだ作られていません。プロジェクトのフォルダーに移動するか、--project で
            指定してください。新しいプロジェクトには、title と url を書いた site.yml が必要です。
            """),
        Rule(
            .error, "config.no-theme", en: "theme missing", ja: "テーマがない",
            """
            site.yml names a theme that is not in the folder Themes. Correct the name, or use
            'default', which the program brings along.
            """,
            """
            site.yml に書かれたテーマが Themes フォルダーにありません。
            名前を直すか、プログラムに組み込まれている default を使ってください。
            """),
        Rule(
            .error, "config.not-positive", en: "number below 1", ja: "1 より小さい数",
            """
            This setting counts something, such as entries on a page or generations that are kept,
            and makes no sense below 1.
            """,
            """
            一ページの件数や残しておく世代数など、個数を表す設定です。1 以上の数を書いてください。
            """),
        Rule(
            .error, "config.redirect-not-below-root", en: "redirect that does not begin with '/'",
            ja: "転送元・転送先の書き方の誤り",
            """
            The paths in redirects.yml are counted from the top of the site and begin with '/', for
            example /old/. Otherwise it would depend on the reader's page where they lead.
            """,
            """
            redirects.yml のパスはサイトの最上位から数え、/old/ のように「/」で始めます。
            そうしないと、開いているページによって行き先が変わってしまいます。
            """),
        Rule(
            .error, "config.repeated-value", en: "value listed twice", ja: "値の重複",
            """
            The same value stands twice in a list whose entries must differ. Remove one of them.
            """,
            """
            重複できない一覧に、同じ値が二度書かれています。どちらかを削除してください。
            """),
        Rule(
            .error, "config.reserved-field", en: "field that every page has already",
            ja: "予約済みの項目名",
            """
            A collection may declare fields of its own, but not one with the name of a key that
            every page has, such as title or date. Choose another name.
            """,
            """
            コレクションでは独自の項目を宣言できますが、title や date のように、すべてのページが
            はじめから持っている項目の名前は使えません。別の名前にしてください。
            """),
        Rule(
            .error, "config.too-many-outputs", en: "more than 64 outputs", ja: "出力が多すぎる",
            """
            A site may have 64 outputs at most. An output is an audience, such as public, members or
            staff, not a section of the site.
            """,
            """
            出力は 64 個までです。出力は「一般公開」「会員」「社内」のような読者の範囲を表すもので、
            サイトの区分けに使うものではありません。
            """),
    ]
}
