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
            .error, "content.too-many-findings", en: "too many findings in one file",
            ja: "一つのファイルの指摘が多すぎる",
            """
            Of one file at most 1000 findings are shown, and a text with more than 1000 errors is
            not read to its end. Mend what is shown, and run this again.
            """,
            """
            一つのファイルにつき、表示する指摘は 1000 件までです。誤りが 1000 件を超えた文章は、最後まで調べません。
            表示されたものを直してから、もう一度実行してください。
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
}
