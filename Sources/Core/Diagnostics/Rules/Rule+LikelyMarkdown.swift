extension Rule {
    /// Codes of what Markdown reads as text, though it was most likely meant as markup.
    static let likelyMarkdown: [Rule] = [
        Rule(
            .warning, "markdown.code-not-closed", en: "code that is never closed",
            ja: "コードの囲みの閉じ忘れ",
            """
            A block of code between '```' lines has no second line, so that everything down to the
            end is shown as code. Add a line with the same signs where the code ends.
            """,
            """
            「```」で始めたコードの囲みに終わりの行がなく、その後の文章がすべてコードとして表示されます。
            コードの終わりに、始まりと同じ記号だけの行を加えてください。
            """),
        Rule(
            .warning, "markdown.emphasis-not-closed", en: "asterisks without a partner",
            ja: "対のない強調の記号",
            """
            Words are emphasised by '**' directly before and directly after them, in one paragraph.
            These asterisks have no partner, or a space parts them from the words, so readers see
            the asterisks. To show them on purpose, write '\\*\\*' or use a code span.
            """,
            """
            強調は、一つの段落の中で、語のすぐ前とすぐ後を「**」で挟みます。対になる記号がないか、
            語との間に空白があるため、記号がそのまま表示されます。記号を見せたい場合は「\\*\\*」と書くか、
            バッククォートで囲んでください。
            """),
        Rule(
            .warning, "markdown.full-width-mark", en: "full-width sign in place of markup",
            ja: "全角で書かれた記号",
            """
            Markdown knows only half-width signs. Headings '＃', tables '｜', links '（…）', emphasis
            '＊＊' and facts '｛｛…｝｝' in full-width signs are shown as they are. Write them with the
            input method switched off; to show the signs on purpose, use a code span.
            """,
            """
            Markdown の記号は半角だけです。見出しの「＃」、表の「｜」、リンクの「（…）」、強調の「＊＊」、
            ファクトの「｛｛…｝｝」を全角で書くと、そのまま表示されます。日本語入力をオフにして書き直してください。
            記号そのものを見せる場合は、バッククォートで囲みます。
            """),
        Rule(
            .warning, "markdown.middle-dot-list", en: "list with middle dots",
            ja: "「・」で書かれた箇条書き",
            """
            Lines that begin with '・' are no list to Markdown: they are joined into one paragraph.
            Begin each item with a half-width hyphen and a space, '- '. Where the dots are wanted,
            part the lines by empty lines.
            """,
            """
            「・」で始まる行は箇条書きとして扱われず、一つの段落につながって表示されます。
            各項目を、半角のハイフンと空白「- 」で始めてください。
            「・」のまま表示したい場合は、行の間に空行を入れます。
            """),
        Rule(
            .warning, "markdown.no-space-after-mark", en: "space missing after a mark",
            ja: "記号の後の空白の抜け",
            """
            A heading needs a space after '#', and an item of a list one after '-' or '1.'. Without
            it the sign is shown and the lines are joined. To show the sign on purpose, write a
            backslash before it.
            """,
            """
            見出しの「#」や、箇条書きの「-」「1.」の後には、半角の空白が必要です。空白がないと、
            記号がそのまま表示され、行がつながります。記号そのものを見せる場合は、前に「\\」を付けてください。
            """),
        Rule(
            .error, "markdown.table-row-too-long", en: "table row with too many cells",
            ja: "セルの多すぎる表の行",
            """
            A row of the table has more cells than its header, and Markdown would drop the rest
            without a word. Add columns to the header and to the line below it. A bar that is text,
            also within a code span, is written '\\|'.
            """,
            """
            表の行のセルが見出し行より多く、余った分は何の警告もなく消えてしまいます。
            見出し行とその次の行に列を加えてください。文字としての縦線は、コードの中でも「\\|」と書きます。
            """),
    ]
}
