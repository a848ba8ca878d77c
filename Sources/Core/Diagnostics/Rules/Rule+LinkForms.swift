extension Rule {
    /// Codes of links that mean the right place but do not write it rightly, or give readers
    /// nothing to read.
    static let linkForms: [Rule] = [
        Rule(
            .warning, "link.alternative-missing", en: "image without alternative text",
            ja: "代替テキストのない画像",
            """
            Readers who cannot see the image, and search engines, get nothing. Write what it shows
            between the brackets: ![text](image.png). An image that is mere decoration is written as
            <img src="image.png" alt="">, which screen readers pass over.
            """,
            """
            画像を見られない読者や検索エンジンには、何も伝わりません。「![内容の説明](画像.png)」のように、
            角括弧の中に何の画像かを書いてください。装飾だけの画像は <img src="画像.png" alt=""> と書きます
            （読み上げの対象になりません）。
            """),
        Rule(
            .error, "link.target-spaced", en: "space in a link's target",
            ja: "空白の入ったリンク先",
            """
            In Markdown a space ends a link's target, so [text](my file.pdf) is no link, and readers
            see the brackets. Put the target into pointed brackets, [text](<my file.pdf>), or write
            %20 for the space. Brackets that are meant as text are written \\[text].
            """,
            """
            Markdown では空白がリンク先の終わりになるため、[文字](my file.pdf) はリンクにならず、
            括弧がそのまま表示されます。[文字](<my file.pdf>) のように山括弧で囲むか、空白を %20 と
            書いてください。ただの括弧のつもりなら、\\[文字] と書きます。
            """),
        Rule(
            .error, "link.bad-encoding", en: "broken percent-encoding",
            ja: "パーセント符号化の誤り",
            """
            A percent sign in a link begins the code of a byte, and these codes do not make UTF-8
            text, so that no page can be meant. Write the letters themselves, and %25 for a percent
            sign.
            """,
            """
            リンクの中の「%」は文字の符号の始まりですが、UTF-8 の文字として読めません。
            文字をそのまま書いてください。「%」そのものは %25 と書きます。
            """),
        Rule(
            .error, "link.destination-empty", en: "link without a destination",
            ja: "行き先のないリンク",
            """
            The parentheses are empty, so the link leads to the page that it stands on. Write a path
            or an address, or take the link away.
            """,
            """
            丸括弧の中が空のため、リンクは自分のページに戻るだけです。
            パスかアドレスを書くか、リンクを外してください。
            """),
        Rule(
            .error, "link.encoded-twice", en: "link encoded twice", ja: "二重に符号化されたリンク",
            """
            The percent signs of an encoded address have been encoded once more (%25E8 for %E8),
            mostly by copying from a browser into a tool. Write the readable form.
            """,
            """
            符号化されたアドレスの「%」が、もう一度符号化されています（%E8 が %25E8 に）。
            ブラウザーからのコピーで起こります。読める形で書いてください。
            """),
        Rule(
            .warning, "link.text-empty", en: "link without text", ja: "文字のないリンク",
            """
            There is nothing between the brackets that readers could see or a screen reader could
            say, so that nobody can follow the link. Write where it leads.
            """,
            """
            角括弧の中に見える文字も読み上げられる文字もないため、誰もリンクをたどれません。
            行き先がわかる言葉を書いてください。
            """),
        Rule(
            .warning, "link.to-redirect", en: "link to a former URL", ja: "以前の URL へのリンク",
            """
            The link works by a redirect only: what it names has moved. Write the URL of today, so
            that readers get there at once and the redirect can go some day.
            """,
            """
            リンク先は移動しており、転送によって届いています。
            今の URL に書き直すと、読者が直接たどり着けます。
            """),
    ]

    /// Codes of labels of reference links, and of ids.
    static let definitions: [Rule] = [
        Rule(
            .warning, "markdown.anchor-taken", en: "id that a heading would have",
            ja: "見出しと同じ ID",
            """
            An id that you gave is also the name that a heading of this page would get from its
            text. The heading gets a number added, and links meant for it lead to the id.
            """,
            """
            付けられた ID が、このページの見出しのアンカーと同じです。見出しのアンカーには番号が
            付き、見出しのつもりのリンクは ID のほうに着きます。
            """),
        Rule(
            .warning, "markdown.definition-missing", en: "reference without a definition",
            ja: "定義のない参照リンク",
            """
            '[text][label]' needs a line '[label]: URL' on the same page. Without it the brackets are
            shown to readers as they are. Add the line, correct the label, or write '\\[' for a plain
            bracket.
            """,
            """
            「[文字][ラベル]」の形のリンクには、同じページに「[ラベル]: URL」の行が要ります。
            ないと角括弧がそのまま表示されます。行を加えるか、ラベルを直してください。ただの括弧は「\\[」と書きます。
            """),
        Rule(
            .warning, "markdown.definition-twice", en: "label defined twice",
            ja: "二度定義されたラベル",
            """
            Two lines '[label]: URL' have the same label, and only the first of them counts. Remove
            one, or give it another label.
            """,
            """
            同じラベルの「[ラベル]: URL」の行が二つあり、有効なのは最初のものだけです。
            一方を消すか、別のラベルを付けてください。
            """),
        Rule(
            .warning, "markdown.definition-unused", en: "definition without a link",
            ja: "使われていないリンク定義",
            """
            No link of the page uses the line '[label]: URL'. Remove it, or look whether a link's
            label is misspelt.
            """,
            """
            「[ラベル]: URL」の行が、このページのどのリンクからも使われていません。
            消すか、リンク側のラベルの書き間違いを確かめてください。
            """),
    ]

    /// Codes of links that a theme or a menu makes on every page.
    static let standingLinks: [Rule] = [
        Rule(
            .warning, "config.navigation-page-excluded", en: "menu entry that is not shown",
            ja: "表示されないメニュー項目",
            """
            The menu names a page that no output holds now, because it is a draft, not yet due,
            expired, or labelled above every output, so the entry is left out. Publish the page, or
            take the entry out.
            """,
            """
            メニューのページが、下書き・公開日前・公開終了・ラベルのいずれかの理由で公開されないため、
            項目は表示されません。ページを公開するか、項目を外してください。
            """),
        Rule(
            .warning, "theme.anchor-misspelt", en: "misspelt anchor in a template",
            ja: "テンプレートのアンカーの書き間違い",
            """
            A template links to '#name', no template has an element with this id, and one has nearly
            the same. Correct the link, as '#main' in a link that skips the menu.
            """,
            """
            テンプレートのリンク「#名前」と同じ ID の要素がなく、よく似た ID の要素があります。
            本文へ飛ぶリンクなどの名前を直してください。
            """),
        Rule(
            .error, "theme.link-beside-root", en: "template link beside the site",
            ja: "サイトの外を指すテンプレートのリンク",
            """
            The site's address has a path, and this link begins with '/' but not with that path, so
            that it leads to another place on the same host. Begin it with the site's path.
            """,
            """
            サイトのアドレスにはパスがありますが、このリンクはそのパスで始まっていないため、
            同じホストの別の場所を指します。サイトのパスから書いてください。
            """),
        Rule(
            .error, "theme.link-relative", en: "relative link in a template",
            ja: "テンプレートの相対リンク",
            """
            A template is used by pages in all folders, and a relative URL means another place on
            each of them. Write the path from the site's root, beginning with '/'.
            """,
            """
            テンプレートはすべてのフォルダーのページで使われるため、相対パスはページごとに違う場所を
            指します。「/」で始まるパスを書いてください。
            """),
        Rule(
            .error, "theme.stylesheet-imported", en: "imported style sheet",
            ja: "取り込まれるスタイルシート",
            """
            Style sheets are published under names that change with their content, so that another
            one cannot name them in '@import'. Put the rules into assets/style.css.
            """,
            """
            スタイルシートは内容に応じて変わる名前で公開されるため、@import では指定できません。
            規則を assets/style.css に書いてください。
            """),
    ]
}
