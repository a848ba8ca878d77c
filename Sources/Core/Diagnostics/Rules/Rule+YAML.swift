extension Rule {
    /// Codes of every file in YAML, front matter among them.
    static let yaml: [Rule] = [
        Rule(
            .error, "yaml.bad-date", en: "not a date", ja: "日付として読めない",
            """
            This key takes a date, written year-month-day like 2026-04-01, with a time like
            2026-04-01T09:00 where one is needed. A day that the calendar does not have is refused
            too, because a wrong date could publish a page too early or too late.
            """,
            """
            ここには日付を書きます。形式は 2026-04-01（時刻が必要なら 2026-04-01T09:00）です。
            日付が正しくないと、ページの公開や終了が意図しない日になるおそれがあるため、
            暦にない日もエラーになります。
            """),
        Rule(
            .error, "yaml.duplicate-key", en: "key given twice", ja: "キーの重複",
            """
            The same key stands twice in one group, so it is not clear which value holds. Keep the
            one that is right and delete the other.
            """,
            """
            同じまとまりの中に同じキーが二つあり、どちらの値が正しいのか判断できません。
            正しいほうを残し、もう一方を削除してください。
            """),
        Rule(
            .error, "yaml.key-not-text", en: "key that is not text", ja: "キーが文字列でない",
            """
            What stands before the colon must be a plain word; here it is a list or another
            structure. Usually a bracket or a '?' at the beginning of the line is the cause: put the
            word in quotes.
            """,
            """
            コロンの前には、ふつうの言葉を一つ書きます。ここではリストなど別の構造になっています。
            行頭の「[」「{」「?」が原因であることが多く、言葉を引用符で囲むと直ります。
            """),
        Rule(
            .error, "yaml.missing-key", en: "required key missing", ja: "必須の項目がない",
            """
            A key that this kind of file cannot do without is missing. Add a line with the key, a
            colon, a space and its value; what is left empty counts as missing.
            """,
            """
            このファイルに必ず要る項目が書かれていません。「キー: 値」の形で行を加えてください。
            値が空のときも、書かれていないものとして扱います。
            """),
        Rule(
            .error, "yaml.syntax", en: "not valid YAML", ja: "YAML の書き方の誤り",
            """
            The text cannot be read as YAML, so none of it takes effect. Look at the line named and
            the one above it: most often the indentation differs, a space after a colon is missing,
            a quotation mark is not closed, or a value that holds ': ' or '#' needs quotation marks.
            """,
            """
            YAML として読めないため、書かれた内容はすべて無効になっています。
            示された行とその上の行を見てください。字下げのずれ、コロンの後の空白の抜け、引用符の閉じ忘れ、
            「: 」や「#」を含む値を引用符で囲んでいない、のいずれかであることがほとんどです。
            """),
        Rule(
            .error, "yaml.too-large", en: "too much YAML", ja: "YAML が大きすぎる",
            """
            Settings in YAML are limited to 4 MiB and 200,000 values, so that a mistake or an attack
            cannot exhaust the machine. Text that readers should see belongs into a page.
            """,
            """
            YAML の設定は 4 MiB、値 20 万個までです。書き間違いや攻撃によってマシンの資源が
            尽きるのを防ぐための上限です。読者に見せる文章は、設定ではなくページに書いてください。
            """),
        Rule(
            .error, "yaml.unknown-key", en: "unknown key", ja: "使えないキー",
            """
            Nothing reads a key of this name. It is an error and not ignored, because a misspelt
            'expire_at' or 'label' would otherwise have no effect without anybody noticing. Correct
            the spelling, or remove the line.
            """,
            """
            この名前のキーはどこからも読まれません。たとえば「label」や「expire_at」を書き間違えたとき、
            気付かないまま無効になるのを防ぐため、エラーにしています。
            つづりを直すか、行を削除してください。
            """),
        Rule(
            .error, "yaml.unknown-value", en: "value not among those allowed", ja: "選べない値",
            """
            This key takes one of a few fixed words, and this is none of them. The message lists
            them; capital letters count.
            """,
            """
            このキーの値は、決められた言葉の中から選びます。メッセージに挙げた値のどれかにしてください。
            大文字と小文字は区別されます。
            """),
        Rule(
            .error, "yaml.wrong-type", en: "value of the wrong kind", ja: "値の種類の誤り",
            """
            The key takes another kind of value: a text where a list stands, a number where a word
            stands, and so on. A list is written [a, b] or as lines that begin with '- '; a number
            that is meant as text, like version "1.10", needs quotation marks.
            """,
            """
            このキーには別の種類の値を書きます（文字列のところがリストになっている、数のところが
            言葉になっている、など）。リストは「[a, b]」か「- 」で始まる行の並びで書きます。
            版番号 "1.10" のように文字列として扱う数は、引用符で囲んでください。
            """),
    ]
}
