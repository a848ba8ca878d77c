extension Rule {
    /// Codes of the files below Content.
    static let content: [Rule] = [
        Rule(
            .error, "content.bad-alias", en: "unusable former URL", ja: "以前の URL の誤り",
            """
            'aliases' and redirects name former URLs, so that old links still lead somewhere. A
            former URL begins with '/', has no '?', '#' or '..', and cannot lie below a page that is
            itself a file.
            """,
            """
            「aliases」や転送の設定には、古いリンクが切れないように以前の URL を書きます。
            「/」で始め、「?」「#」「..」は含めません。また、ファイルとして存在するものの下には置けません。
            """),
        Rule(
            .error, "content.bad-name", en: "file name that cannot become a URL",
            ja: "URL にできない名前",
            """
            The names of files and folders become URLs, and these characters have another meaning in
            a URL or cannot be stored on every computer: ? # % \\ : " < > | * and control
            characters. Rename the file without them.
            """,
            """
            ファイルとフォルダーの名前は、そのまま URL になります。? # % \\ : " < > | * と制御文字は、
            URL の中で別の意味を持つか、環境によって保存できないため使えません。名前を変えてください。
            """),
        Rule(
            .error, "content.bad-tag", en: "tag that cannot become a URL", ja: "URL にできないタグ",
            """
            Every tag has a page that lists what carries it, so a tag cannot hold '/', '?', '#',
            '%', a backslash, a colon or quotation marks.
            """,
            """
            タグごとに一覧ページが作られ、タグ名がその URL になります。
            そのため「/」「?」「#」「%」「\\」「:」や引用符は使えません。
            """),
        Rule(
            .error, "content.duplicate-url", en: "two things at one URL", ja: "URL の重複",
            """
            Two pages or files would be published at the same URL, or at URLs that some computers
            and servers cannot tell apart, and one would hide the other. Rename one of them, or give
            it another slug.
            """,
            """
            二つのページやファイルが同じ URL（または、環境によっては区別されない URL）になり、
            一方がもう一方を隠してしまいます。どちらかの名前を変えるか、別の slug を付けてください。
            """),
        Rule(
            .error, "content.misnamed-sidecar", en: "sidecar or folder.yml of another name",
            ja: "ラベルの設定ファイルの名前の誤り",
            """
            The label of an upload 'a.pdf' stands in 'a.pdf.yml' beside it, that of a folder in
            'folder.yml'. A file of nearly that name would be published as a file of its own, and
            what it says would not count. Rename it; a YAML file that is to be published needs a
            sidecar of its own.
            """,
            """
            アップロードしたファイル「a.pdf」のラベルは隣の「a.pdf.yml」に、フォルダーのラベルは「folder.yml」に
            書きます。名前が少しでも違うと、設定としては読まれず、そのファイル自体が公開されてしまいます。
            名前を直してください。YAML ファイルそのものを公開する場合は、そのファイル用の設定ファイルを置きます。
            """),
        Rule(
            .error, "content.misspelt-name", en: "misspelt name of a file or folder",
            ja: "置き場所の名前の誤り",
            """
            This looks like one of the names that Content has a meaning for, written slightly
            differently, so that everything in it would be left out. Rename it, or move it out of
            Content.
            """,
            """
            Content で決められている名前とわずかに違うため、このままでは中身がすべて公開されません。
            正しい名前に変えるか、Content の外に移してください。
            """),
        Rule(
            .error, "content.not-utf8", en: "file not in UTF-8", ja: "文字コードが UTF-8 でない",
            """
            All text is read as UTF-8. A file in Shift_JIS or another encoding would be shown as
            garbled characters. Open it in its own encoding, and save it again as UTF-8.
            """,
            """
            文章はすべて UTF-8 として読みます。Shift_JIS などで保存されたファイルは文字化けします。
            元の文字コードで開き、UTF-8 を選んで保存し直してください。
            """),
        Rule(
            .error, "content.special-file", en: "neither file nor folder",
            ja: "通常のファイルでないもの",
            """
            Content holds files and folders only. Devices, pipes and sockets have no fixed content
            that could be checked and published. Remove it.
            """,
            """
            Content に置けるのは通常のファイルとフォルダーだけです。デバイスやパイプ、ソケットには、
            検査して公開できる決まった中身がありません。取り除いてください。
            """),
        Rule(
            .warning, "content.stray-file", en: "file without a place in Content",
            ja: "置き場所の決まっていないファイル",
            """
            Nothing in Content reads a file at this place, so it is not published. Pages belong into
            pages, pictures and downloads into uploads; anything else is better kept outside.
            """,
            """
            この場所のファイルはどこからも読まれず、公開されません。ページは pages、画像や配布物は
            uploads に置いてください。それ以外のものは Content の外に置くことをお勧めします。
            """),
        Rule(
            .error, "content.symbolic-link", en: "symbolic link", ja: "シンボリックリンク",
            """
            A symbolic link could publish a file from anywhere on the machine, and what it leads to
            can change after it was checked. Put the file itself here.
            """,
            """
            シンボリックリンクを使うと、マシン上のどのファイルでも公開できてしまい、検査した後に
            中身が入れ替わることもあります。リンク先のファイルそのものを置いてください。
            """),
        Rule(
            .error, "content.unexpected-file", en: "file that is no page", ja: "ページでないファイル",
            """
            The folder pages holds Markdown files (.md) and folder.yml only. Pictures and other
            files belong into Content/uploads; pages refer to them as /uploads/NAME.
            """,
            """
            pages に置けるのは Markdown（.md）と folder.yml だけです。画像などのファイルは
            Content/uploads に置き、ページからは /uploads/ファイル名 で参照してください。
            """),
        Rule(
            .error, "content.unknown-language", en: "language that the site does not have",
            ja: "サイトにない言語",
            """
            The part of the name before .md says in which language a page is written, and site.yml
            does not list this one. Add the language to site.yml, or rename the file.
            """,
            """
            ファイル名の .md の前はページの言語を表しますが、site.yml にこの言語がありません。
            languages に加えるか、ファイル名を変えてください。
            """),
    ]

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
