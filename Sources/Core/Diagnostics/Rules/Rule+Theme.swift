extension Rule {
    /// Codes of a theme's files.
    static let themes: [Rule] = [
        Rule(
            .error, "theme.file-unexpected", en: "file that no theme has", ja: "テーマで使われないファイル",
            """
            Nothing reads this file of the theme; a misspelt template would have no effect. A theme
            has theme.yml, templates, templates/partials, assets and README.md.
            """,
            """
            テーマのこのファイルはどこからも読まれません。テンプレート名の書き間違いも考えられます。
            テーマに置けるのは theme.yml、templates、templates/partials、assets、README.md です。
            """),
        Rule(
            .error, "theme.manifest-missing", en: "theme without a theme.yml", ja: "theme.yml がない",
            """
            theme.yml holds the words that templates show in each language. Copy the one of the
            default theme and change what you need.
            """,
            """
            theme.yml には、テンプレートが各言語で表示する文言を書きます。
            標準テーマのものを写し、必要なところを変えてください。
            """),
        Rule(
            .error, "theme.not-a-file", en: "link or device in a theme", ja: "テーマの中の特殊なファイル",
            """
            A theme holds files and folders only. Links could bring in files from anywhere on the
            machine. Put the file itself here.
            """,
            """
            テーマに置けるのは通常のファイルとフォルダーだけです。リンクを使うと、マシン上のどのファイルでも
            取り込めてしまいます。ファイルそのものを置いてください。
            """),
        Rule(
            .error, "theme.string-missing", en: "words missing in a language", ja: "訳のない文言",
            """
            theme.yml gives this text in one language but not in another, so pages of that language
            would have a gap. Add the words; every language needs every key.
            """,
            """
            theme.yml のこの文言は、ある言語にはありますが、別の言語にはありません。
            その言語のページに空白ができるため、すべての言語にすべてのキーを書いてください。
            """),
        Rule(
            .error, "theme.stylesheet-missing", en: "theme without a style sheet",
            ja: "スタイルシートがない",
            """
            Every page refers to assets/style.css of the theme, which is not there; pages would be
            shown without any layout.
            """,
            """
            すべてのページがテーマの assets/style.css を参照しますが、見つかりません。
            このままではレイアウトなしで表示されます。
            """),
        Rule(
            .error, "theme.template-missing", en: "theme without a required template",
            ja: "必要なテンプレートがない",
            """
            Some kind of page cannot be made without this template. Add it to the theme's folder
            templates; the default theme's may serve as a pattern.
            """,
            """
            このテンプレートがないと、作れない種類のページがあります。
            標準テーマのものを手本に、テーマの templates フォルダーに加えてください。
            """),
    ]

    /// Codes of what stands in templates.
    static let templates: [Rule] = [
        Rule(
            .error, "theme.attribute-unquoted", en: "value outside of quotation marks",
            ja: "引用符のない属性値",
            """
            A value stands in an HTML attribute without quotation marks. A space in the value would
            end the attribute, and what follows could become an attribute of its own. Put quotation
            marks around it.
            """,
            """
            HTML の属性値が引用符で囲まれていません。値に空白があるとそこで属性が終わり、
            続きが別の属性として解釈されます。引用符で囲んでください。
            """),
        Rule(
            .error, "theme.html-escaped", en: "HTML that is escaped", ja: "エスケープされた HTML",
            """
            This value is HTML that Hakusho made. Written with two braces it would be shown as code;
            write it with three: {{{name}}}.
            """,
            """
            この値は Hakusho が作った HTML です。波括弧二つで書くと、タグがそのまま文字として
            表示されます。{{{名前}}} のように三つで書いてください。
            """),
        Rule(
            .error, "theme.name-malformed", en: "malformed name in a tag", ja: "タグの名前の誤り",
            """
            A name in a tag has letters, digits and '_', with dots between names, for example
            page.title.
            """,
            """
            タグの名前には英数字と「_」を使い、名前と名前の間は page.title のように「.」で区切ります。
            """),
        Rule(
            .error, "theme.partial-recursive", en: "partial that includes itself",
            ja: "自分自身を取り込む部分テンプレート",
            """
            The partial includes itself, directly or through others, and would never end. Remove one
            of the inclusions.
            """,
            """
            部分テンプレートが、直接または別のものを通して自分自身を取り込んでおり、終わりません。
            取り込みのどれかを外してください。
            """),
        Rule(
            .error, "theme.partial-unknown", en: "unknown partial", ja: "部分テンプレートがない",
            """
            The template includes a partial that is not in templates/partials. Correct the name, or
            add the file.
            """,
            """
            取り込もうとした部分テンプレートが templates/partials にありません。
            名前を直すか、ファイルを加えてください。
            """),
        Rule(
            .error, "theme.section-mismatched", en: "section closed by another name",
            ja: "セクションの名前の不一致",
            """
            Sections are closed in the reverse order in which they were opened, each by its own
            name. This tag names another one than the section that is open.
            """,
            """
            セクションは、開いたときと逆の順に、同じ名前で閉じます。
            ここでは、開いているものとは違う名前で閉じています。
            """),
        Rule(
            .error, "theme.section-not-open", en: "end of a section that never began",
            ja: "始まりのないセクションの終わり",
            """
            This tag closes a section that is not open. Remove it, or add the tag that begins it.
            """,
            """
            開いていないセクションを閉じています。このタグを消すか、始まりのタグを加えてください。
            """),
        Rule(
            .error, "theme.section-unclosed", en: "section that is never closed",
            ja: "セクションの閉じ忘れ",
            """
            A section begins here and ends nowhere in the same template. Add {{/name}} where it
            ends.
            """,
            """
            ここで始まるセクションが、同じテンプレートの中で閉じられていません。
            終わりの位置に {{/名前}} を加えてください。
            """),
        Rule(
            .error, "theme.tag-unclosed", en: "tag without closing braces", ja: "タグの閉じ忘れ",
            """
            A tag begins with two braces, but the braces that close it are missing.
            """,
            """
            「{{」で始まるタグに、閉じの「}}」がありません。
            """),
        Rule(
            .error, "theme.tag-unsupported", en: "unsupported tag", ja: "対応していないタグ",
            """
            Templates may use variables, sections, inverted sections, partials and comments, and no
            other tags of Mustache. That keeps every value checkable before a page is made.
            """,
            """
            テンプレートで使えるのは、変数、セクション、否定セクション、部分テンプレート、コメントだけです。
            ページを作る前にすべての値を検査できるよう、ほかの Mustache のタグには対応していません。
            """),
        Rule(
            .error, "theme.template-too-large", en: "template too large", ja: "テンプレートが大きすぎる",
            """
            With all partials put in, the template has more tags than are accepted. Usually partials
            include one another many times.
            """,
            """
            部分テンプレートをすべて展開すると、タグの数が上限を超えます。
            部分テンプレート同士の取り込みが重なっていることが多いため、見直してください。
            """),
        Rule(
            .error, "theme.text-unescaped", en: "text that is not escaped",
            ja: "エスケープされていない文字列",
            """
            This value is plain text that editors write. Written with three braces, signs such as <
            in it would count as HTML and could break the page or run scripts. Write it with two.
            """,
            """
            この値は編集者が書いた文字列です。波括弧三つで書くと、中の < などが HTML として解釈され、
            ページが崩れたりスクリプトが動いたりするおそれがあります。二つで書いてください。
            """),
        Rule(
            .error, "theme.value-not-printable", en: "list used as text", ja: "文字列でない値の表示",
            """
            This value is a list or a group and has no text of its own. Use it as a section,
            {{#name}}…{{/name}}, and print what is in it.
            """,
            """
            この値は一覧やまとまりで、それ自体には表示する文字列がありません。
            {{#名前}}…{{/名前}} のセクションとして使い、中の値を表示してください。
            """),
        Rule(
            .error, "theme.variable-unknown", en: "unknown variable", ja: "使えない変数",
            """
            Templates of this kind see no value of this name, so nothing would ever be shown.
            Correct the name; the theme's README lists the values.
            """,
            """
            この種類のテンプレートには、この名前の値がないため、何も表示されません。
            名前を直してください。使える値はテーマの README にあります。
            """),
    ]
}
