extension Rule {
    /// Codes of the front matter of pages.
    static let frontMatter: [Rule] = [
        Rule(
            .error, "front-matter.bad-slug", en: "slug that cannot become a URL",
            ja: "URL にできない slug",
            """
            The slug becomes the last part of the page's URL. Use letters, digits and '-', no '/',
            and keep it below 255 bytes (about 85 Japanese characters).
            """,
            """
            slug はページの URL の最後の部分になります。文字、数字、「-」を使い、「/」は含めず、
            255 バイト（日本語で約 85 文字）以内にしてください。
            """),
        Rule(
            .error, "front-matter.control-character", en: "invisible control character",
            ja: "制御文字の混入",
            """
            The text holds a character that cannot be seen and that no page or feed may contain. It
            usually comes along when text is copied from another program; type the text again.
            """,
            """
            目に見えない制御文字が混ざっています。ページやフィードには含められない文字で、
            ほかのソフトから貼り付けたときに入り込むことがあります。文字列を入力し直してください。
            """),
        Rule(
            .error, "front-matter.dates-out-of-order", en: "dates in the wrong order",
            ja: "日付の順序の誤り",
            """
            Of two dates that follow one another, such as the beginning and the end of publication,
            the later one comes first. The page would never be shown, or would expire before it
            appears.
            """,
            """
            公開開始と公開終了のように前後の決まった日付が、逆になっています。
            このままではページが一度も表示されないか、表示される前に終了します。
            """),
        Rule(
            .error, "front-matter.empty-title", en: "empty title", ja: "題名が空",
            """
            The title is shown at the head of the page, in lists, in the browser's tab and by search
            engines. Write one.
            """,
            """
            題名は、ページの先頭、一覧、ブラウザーのタブ、検索結果に表示されます。必ず書いてください。
            """),
        Rule(
            .warning, "front-matter.joined-tags", en: "several tags read as one",
            ja: "一つと見なされた複数のタグ",
            """
            Tags stand in a list, parted by half-width commas. A Japanese comma is part of a tag, so
            that the page gets one long tag in place of several. Write '[first, second]'; quotation
            marks around a tag tell that the comma belongs to it.
            """,
            """
            タグは半角のコンマで区切って並べます。読点や全角のコンマはタグの一部になり、複数のつもりでも
            長いタグが一つできてしまいます。「[一つ目, 二つ目]」のように書いてください。
            読点を含む一つのタグであれば、引用符で囲みます。
            """),
        Rule(
            .error, "front-matter.missing", en: "no front matter", ja: "フロントマターがない",
            """
            A page begins with front matter: a line '---', lines such as 'title: …', and another
            line '---'. Without it the page has no title and cannot be listed.
            """,
            """
            ページの先頭には、「---」だけの行で挟んだフロントマターを置き、その中に「title: 題名」などを
            書きます。これがないと題名が決まらず、一覧にも載せられません。
            """),
        Rule(
            .error, "front-matter.not-first", en: "front matter that is not recognised",
            ja: "フロントマターとして読めない位置や記号",
            """
            Front matter is recognised only where the very first line of the file is '---', three
            half-width hyphens. Delete empty lines and spaces before it, and write the hyphens with
            the input method switched off.
            """,
            """
            フロントマターは、ファイルの一行目が半角ハイフン三つの「---」でなければ認識されません。
            前にある空行や空白を消してください。全角の記号や長音符になっている場合は、
            日本語入力をオフにして書き直してください。
            """),
        Rule(
            .error, "front-matter.too-many-tags", en: "more than 50 tags", ja: "タグが多すぎる",
            """
            A page may carry 50 tags at most; each adds an entry to a list. Keep those by which
            readers look for the page.
            """,
            """
            一つのページに付けられるタグは 50 個までです。タグごとに一覧の項目が増えます。
            読者が探すときに使うものだけを残してください。
            """),
        Rule(
            .error, "front-matter.unclosed", en: "front matter that is never closed",
            ja: "フロントマターの閉じ忘れ",
            """
            The file begins with '---', but the second line '---' that ends the front matter is
            missing, so the whole page would count as settings. Add it after the last key.
            """,
            """
            先頭に「---」がありますが、フロントマターの終わりを示す二つ目の「---」がありません。
            このままではページ全体が設定として扱われます。最後の項目の次の行に加えてください。
            """),
        Rule(
            .error, "front-matter.unknown-template", en: "template missing in the theme",
            ja: "テーマにないテンプレート",
            """
            The page asks for a template that the theme does not have. Choose one of those that the
            message lists, or remove the key to use the usual one.
            """,
            """
            ページに指定されたテンプレートがテーマにありません。メッセージに挙げたものから選ぶか、
            この項目を削除して標準のテンプレートを使ってください。
            """),
    ]
}
