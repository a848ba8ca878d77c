extension Rule {
    /// Codes of the text of pages.
    static let markdown: [Rule] = [
        Rule(
            .error, "markdown.bad-anchor", en: "unusable anchor", ja: "使えない ID",
            """
            An anchor is the name after '#' in a link, set with {#name} or id="name". It cannot be
            empty or hold spaces; use letters, digits, '-', '_' and '.'.
            """,
            """
            ID は、リンクの「#」の後に書く名前で、{#名前} や id="名前" で付けます。
            空にしたり空白を含めたりはできません。文字・数字と「-」「_」「.」を使ってください。
            """),
        Rule(
            .error, "markdown.bad-fact", en: "fact written wrongly", ja: "ファクトの書き方の誤り",
            """
            A fact is written {{fact:KEY}}; the page shows the value that a whitepaper declares for
            it. Close it with two braces, and use letters, digits, '.', '-' and '_' in the key.
            """,
            """
            ファクトは {{fact:名前}} と書き、ホワイトペーパーで宣言した値に置き換わります。
            「}}」で閉じ、名前には英数字と「.」「-」「_」を使ってください。
            """),
        Rule(
            .error, "markdown.container-arguments", en: "container line written wrongly",
            ja: "囲みの始まりの行の誤り",
            """
            What follows the name of the container does not suit it: ':::label' needs a level of
            labels.yml, and ':::figure' takes no title, since its last paragraph is the caption.
            """,
            """
            囲みの名前の後の書き方が合っていません。「:::label」には labels.yml にあるラベルが必要です。
            「:::figure」には見出しを書かず、囲みの中の最後の段落を図の説明とします。
            """),
        Rule(
            .error, "markdown.container-mark-unread", en: "mark of a container read as text",
            ja: "文字として扱われた囲みの記号",
            """
            A container begins only with a line of its own: three ASCII colons at its start and the
            name. Full-width colons, two colons, four blanks before them, text before them, or HTML
            without a blank line between make it text. A portion ':::label' would then be shown to
            everyone. To show the mark itself, put it into a code span or fenced code.
            """,
            """
            囲みは、行の先頭に半角コロン三つと名前を書いた、独立した行で始まります。全角のコロン、二つだけのコロン、
            四つ以上の空白による字下げ、行の途中、空行を挟まない HTML の中では、ただの文字になります。
            「:::label」の場合は、隠すはずの文章が全員に見えてしまいます。
            記号そのものを見せる場合は、バッククォートで囲むか、コードブロックに入れてください。
            """),
        Rule(
            .error, "markdown.container-not-closed", en: "container that is never closed",
            ja: "囲みの閉じ忘れ",
            """
            A container begins with a line ':::NAME' and ends with a line ':::'. The end is missing,
            so it is not clear how far it reaches; for ':::label' that would decide who sees the
            text.
            """,
            """
            囲みは「:::名前」の行で始まり、「:::」だけの行で終わります。終わりがないため、
            どこまでが囲みか分かりません。「:::label」の場合は、見せてよい範囲が決まらなくなります。
            """),
        Rule(
            .error, "markdown.container-not-opened", en: "end of a container that never began",
            ja: "始まりのない囲みの終わり",
            """
            This line ':::' closes nothing. Either the line ':::NAME' above is missing or misspelt,
            or it is indented differently.
            """,
            """
            この「:::」に対応する囲みの始まりがありません。上の「:::名前」の行が抜けているか、
            書き間違えているか、字下げが違っています。
            """),
        Rule(
            .error, "markdown.definition-in-portion", en: "link definition in a labelled portion",
            ja: "ラベル付きの囲みの中のリンク定義",
            """
            A line like '[name]: URL' holds for the whole page, so a labelled portion would show its
            address to readers who may not see the portion. Write the URL in the link itself.
            """,
            """
            「[名前]: URL」の行はページ全体に効くため、ラベル付きの囲みの中に書くと、囲みを見せてはならない
            読者にも URL が伝わります。「[文字](URL)」の形でリンクの中に書いてください。
            """),
        Rule(
            .error, "markdown.duplicate-anchor", en: "id used twice", ja: "ID の重複",
            """
            Two places of the page have the same id, so a link to it can only reach the first. Give
            one of them another id.
            """,
            """
            ページの中に同じ ID が二つあるため、リンクしても一つ目にしか行けません。
            どちらかの ID を変えてください。
            """),
        Rule(
            .error, "markdown.footnote-in-portion", en: "footnote across a labelled portion",
            ja: "ラベル付きの囲みをまたぐ脚注",
            """
            A footnote that belongs to a labelled portion is also used or defined outside of it.
            Those who may not see the portion would see the note, or a number that leads nowhere.
            Keep the note and all that refer to it on the same side.
            """,
            """
            ラベル付きの囲みの脚注が、囲みの外でも使われているか、外でも定義されています。囲みを見せて
            はならない読者に注が見えたり、行き先のない番号だけが残ったりします。
            脚注とその参照を、囲みの中か外のどちらかにそろえてください。
            """),
        Rule(
            .error, "markdown.nesting-too-deep", en: "nested too deeply", ja: "入れ子が深すぎる",
            """
            Quotes, lists or emphasis stand within one another deeper than any reader could follow.
            The limit keeps a page from exhausting the machine. Remove some levels.
            """,
            """
            引用・箇条書き・強調などの入れ子が、読者が追える深さを超えています。
            ページの処理でマシンの資源が尽きるのを防ぐ上限です。段数を減らしてください。
            """),
        Rule(
            .error, "markdown.table-too-large", en: "table too large", ja: "表が大きすぎる",
            """
            The table has more cells than a page can show well, counting those that are empty. Split
            it, or offer it as a file in Content/uploads.
            """,
            """
            空のものを含めたセルの数が、一ページで見せられる量を超えています。
            表を分けるか、Content/uploads のファイルとして配布してください。
            """),
        Rule(
            .error, "markdown.too-complex", en: "too much markup in one block",
            ja: "ひと続きの部分に記号が多すぎる",
            """
            A part without an empty line holds so many signs such as *, [ or < that reading it could
            take very long. Put empty lines between paragraphs, or split the page.
            """,
            """
            空行のないひと続きの部分に * や [、< などの記号が多く、処理に長い時間がかかるおそれがあります。
            段落の間に空行を入れるか、ページを分けてください。
            """),
        Rule(
            .error, "markdown.too-long", en: "page too long", ja: "本文が長すぎる",
            """
            The text is longer than a single page may be. Split it into several pages; readers and
            browsers manage shorter ones better, too.
            """,
            """
            本文が一ページの上限を超えています。いくつかのページに分けてください。
            短いページのほうが、読者にもブラウザーにも扱いやすくなります。
            """),
        Rule(
            .error, "markdown.too-many-nodes", en: "too many pieces of markup",
            ja: "ページの要素が多すぎる",
            """
            The page consists of more pieces of text and markup than are accepted. Split it into
            several pages.
            """,
            """
            ページを構成する文章や記号の数が上限を超えています。いくつかのページに分けてください。
            """),
        Rule(
            .error, "markdown.unknown-container", en: "unknown container", ja: "使えない囲み",
            """
            There is no container of this name. There are note, tip, important, warning, caution,
            details, figure and label, and those that the theme adds.
            """,
            """
            この名前の囲みはありません。使えるのは note、tip、important、warning、caution、details、
            figure、label と、テーマが追加したものです。
            """),
    ]

    /// Codes of HTML and URLs in the text of pages.
    static let rawHTML: [Rule] = [
        Rule(
            .error, "markdown.fact-in-html", en: "fact within HTML", ja: "HTML の中のファクト",
            """
            A {{fact:…}} within raw HTML is not replaced, because its value could change the meaning
            of the tags around it. Write this part in Markdown.
            """,
            """
            値によって前後のタグの意味が変わるおそれがあるため、HTML の中の {{fact:…}} は置き換わりません。
            この部分を Markdown で書いてください。
            """),
        Rule(
            .error, "markdown.html-attribute", en: "HTML attribute not allowed",
            ja: "使えない HTML の属性",
            """
            Only attributes that carry meaning are allowed. Scripts in attributes such as onclick
            could harm readers, and looks are the theme's affair. Remove the attribute, or use
            'class'.
            """,
            """
            HTML の属性は、意味を表すものだけが使えます。onclick のようなスクリプトは読者に害を与える
            おそれがあり、見た目はテーマが決めます。属性を消すか、class を使ってください。
            """),
        Rule(
            .error, "markdown.html-block-in-text", en: "HTML block within a sentence",
            ja: "文の途中の HTML ブロック",
            """
            This element makes a block of its own and cannot stand within a line of text. Begin a
            new line with it, with an empty line before it.
            """,
            """
            この要素は独立したまとまりを作るもので、文の途中には置けません。
            前に空行を入れ、行の先頭に書いてください。
            """),
        Rule(
            .error, "markdown.html-element", en: "HTML element not allowed", ja: "使えない HTML の要素",
            """
            Only HTML elements that carry text and structure are allowed; scripts, forms and
            embedded pages could harm readers. Write it in Markdown. To show the sign < itself,
            write &lt;.
            """,
            """
            使える HTML は、文章と構造を表す要素だけです。スクリプトやフォーム、埋め込みのページは読者に
            害を与えるおそれがあります。Markdown で書いてください。記号の < を見せるときは &lt; と書きます。
            """),
        Rule(
            .error, "markdown.html-malformed", en: "broken HTML", ja: "HTML の書き方の誤り",
            """
            The tag or comment is not complete, and browsers would each guess differently what was
            meant. Complete it. To show the sign < itself, write &lt;.
            """,
            """
            タグやコメントが途中で終わっています。ブラウザーによって解釈が変わるため、正しく閉じてください。
            記号の < を見せるときは &lt; と書きます。
            """),
        Rule(
            .error, "markdown.html-nested-link", en: "link within a link", ja: "リンクの中のリンク",
            """
            A link cannot contain another one: it would not be clear where a click leads. Take one
            of them out.
            """,
            """
            リンクの中に別のリンクがあると、どちらに進むのか決まりません。どちらかを外してください。
            """),
        Rule(
            .error, "markdown.html-not-closed", en: "HTML element that is never closed",
            ja: "HTML の閉じ忘れ",
            """
            An HTML element that begins here does not end in the same block, so it would swallow
            what follows on the page. Close it in the same paragraph or block.
            """,
            """
            ここで始まる HTML の要素が同じまとまりの中で閉じられていないため、ページの続きを巻き込みます。
            同じ段落・まとまりの中で閉じてください。
            """),
        Rule(
            .error, "markdown.html-not-opened", en: "end tag without its beginning",
            ja: "始まりのない終了タグ",
            """
            This end tag closes nothing in its block. Remove it, or open the element in the same
            block.
            """,
            """
            同じまとまりの中に、この終了タグに対応する開始タグがありません。
            終了タグを消すか、同じまとまりの中で要素を始めてください。
            """),
        Rule(
            .error, "markdown.url-scheme", en: "URL of a kind not allowed", ja: "使えない種類の URL",
            """
            Links and pictures may use paths of the site and addresses that begin with https:,
            http:, mailto: or tel:. Others, such as javascript:, could run programs on the reader's
            computer.
            """,
            """
            リンクや画像に使えるのは、サイト内のパスと、https:、http:、mailto:、tel: で始まるアドレスです。
            javascript: などは、読者のパソコンでプログラムを動かすおそれがあるため使えません。
            """),
    ]
}
