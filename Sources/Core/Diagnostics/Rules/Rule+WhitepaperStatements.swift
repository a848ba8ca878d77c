extension Rule {
    /// Codes of what a whitepaper states: coverage, claims, responsibility, languages.
    static let whitepaperStatements: [Rule] = [
        Rule(
            .error, "whitepaper.ambiguous-fact", en: "fact of several whitepapers",
            ja: "複数のホワイトペーパーにあるファクト",
            """
            More than one whitepaper declares a fact of this name, so it is open which value is
            meant. Write the whitepaper's id before the name: {{fact:ID/NAME}}.
            """,
            """
            同じ名前のファクトが複数のホワイトペーパーにあり、どの値か決まりません。
            {{fact:ID/名前}} のように、名前の前にホワイトペーパーの ID を書いてください。
            """),
        Rule(
            .error, "whitepaper.claim-contradicts-fact", en: "claim that contradicts a fact",
            ja: "ファクトと食い違う記述",
            """
            A statement claims another value than the fact that whitepaper.yml declares. Customers
            would be told two different things. Correct the statement and its claim, or the fact.
            """,
            """
            whitepaper.yml のファクトと違う値が書かれています。お客様に食い違った内容を伝えることになります。
            本文と claims を直すか、ファクトを直してください。
            """),
        Rule(
            .error, "whitepaper.claims-disagree", en: "claims that contradict each other",
            ja: "互いに食い違う記述",
            """
            Two statements of one edition claim different values for the same thing. Find out which
            is right and correct the other; better still, declare it once under 'facts'.
            """,
            """
            同じ版の二つの記述で、同じ事柄の値が違っています。正しいほうに合わせてください。
            facts に一度だけ宣言しておくと、食い違いを防げます。
            """),
        Rule(
            .error, "whitepaper.controls-unplaced", en: "controls without a place",
            ja: "管理策を載せる節がない",
            """
            The edition has controls, but no section says that they follow it, so they would not
            appear. Add 'controls: true' to that section's front matter.
            """,
            """
            管理策はありますが、それを載せる節が決まっていないため、文書に現れません。
            続けて載せる節のフロントマターに controls: true を加えてください。
            """),
        Rule(
            .error, "whitepaper.covered-and-not", en: "stated, and listed as not covered",
            ja: "記載があるのに対象外",
            """
            A control has a statement and stands in 'not_covered' as well. Remove the entry, or
            withdraw the statement.
            """,
            """
            記載のある管理策が、対象外（not_covered）にも書かれています。
            対象外から除くか、記載を廃止してください。
            """),
        Rule(
            .error, "whitepaper.empty", en: "section or control without text", ja: "本文が空",
            """
            The section or control has a heading and no text, or only points to one that is empty.
            Readers take a heading for an answer. Write the text, or withdraw the item with
            'withdrawn: true'.
            """,
            """
            見出しだけで本文がないか、本文のない項目を参照しているだけです。読者は見出しがあれば答えが
            あると考えます。本文を書くか、withdrawn: true で廃止してください。
            """),
        Rule(
            .error, "whitepaper.item-twice", en: "stated twice", ja: "記載の重複",
            """
            Two files of one edition and language state the same section or control. Keep one of
            them.
            """,
            """
            同じ版の同じ言語に、同じ節や管理策のファイルが二つあります。どちらか一方を残してください。
            """),
        Rule(
            .error, "whitepaper.languages-disagree",
            en: "translation that differs from the original", ja: "原文と訳の食い違い",
            """
            A value such as the responsibility or a claim differs between the original and its
            translation. Make both the same, or leave it to the original by removing it from the
            translation.
            """,
            """
            責任の所在や claims などの値が、原文と訳で違っています。両方を同じにするか、
            訳から除いて原文の値に従わせてください。
            """),
        Rule(
            .error, "whitepaper.no-responsibility", en: "no responsibility", ja: "責任の所在がない",
            """
            A control must say who is responsible: provider, customer, shared or third-party.
            Customers read the document for this above all. Add 'responsibility: …'.
            """,
            """
            管理策には、誰が責任を負うか（provider、customer、shared、third-party）を書く必要があります。
            お客様が最も知りたい点です。responsibility: … を加えてください。
            """),
        Rule(
            .error, "whitepaper.not-covered-twice", en: "listed as not covered twice",
            ja: "対象外の重複",
            """
            The same control stands in 'not_covered' twice. Keep the entry with the better reason.
            """,
            """
            同じ管理策が not_covered に二度書かれています。理由の適切なほうを残してください。
            """),
        Rule(
            .error, "whitepaper.original-missing", en: "translation without an original",
            ja: "原文のない訳",
            """
            There is a translation, but no text in the whitepaper's first language. Write the
            original beside it.
            """,
            """
            翻訳だけがあり、ホワイトペーパーの主な言語の本文がありません。
            同じフォルダーに原文を書いてください。
            """),
        Rule(
            .error, "whitepaper.placed-twice", en: "place given twice", ja: "載せる場所の重複",
            """
            More than one section has 'controls: true' or 'history: true', so what it places would
            appear twice. Keep it in one section.
            """,
            """
            controls: true や history: true を書いた節が二つ以上あり、同じものが二度載ってしまいます。
            一つの節だけに残してください。
            """),
        Rule(
            .error, "whitepaper.title-differs", en: "title that differs from the catalogue",
            ja: "一覧と違う名称",
            """
            The control's title is not the one of the framework's catalogue. Reviewers compare by
            title; write it as the catalogue does, or leave it out.
            """,
            """
            管理策の名称が、一覧の正式な名称と違っています。審査する人は名称で照合します。
            一覧のとおりに書くか、この項目を削除してください。
            """),
        Rule(
            .error, "whitepaper.uncovered", en: "control without a statement",
            ja: "記載のない管理策",
            """
            The edition neither states this control nor lists it as not covered. A reviewer could
            not tell whether it was forgotten. Write its file, or add it to 'not_covered' with a
            reason.
            """,
            """
            この管理策の記載がなく、対象外（not_covered）にもありません。忘れられたのかどうか、審査する人が
            判断できません。ファイルを書くか、理由を添えて not_covered に加えてください。
            """),
        Rule(
            .error, "whitepaper.unknown-control", en: "unknown control", ja: "一覧にない管理策",
            """
            The catalogue has no control of this number. Correct the number; letters such as CLD
            belong to it.
            """,
            """
            この番号の管理策は一覧にありません。番号を直してください。CLD などの文字も番号の一部です。
            """),
        Rule(
            .error, "whitepaper.unknown-fact", en: "unknown fact", ja: "宣言されていないファクト",
            """
            No whitepaper declares a fact of this name, so there is no value to show or to compare
            with. Correct the name, or declare the fact under 'facts' in whitepaper.yml.
            """,
            """
            この名前のファクトはどのホワイトペーパーにも宣言されておらず、表示する値も比べる値もありません。
            名前を直すか、whitepaper.yml の facts に加えてください。
            """),
        Rule(
            .warning, "whitepaper.untranslated", en: "translation missing", ja: "訳のない項目",
            """
            The edition lacks some texts in a language that the whitepaper promises; readers of that
            language get the original instead. Write the missing files, or remove the language.
            """,
            """
            ホワイトペーパーが用意するとした言語で、本文のない項目があります。その言語の読者には原文が
            示されます。訳のファイルを書くか、languages から除いてください。
            """),
    ]
}
