extension Rule {
    /// Codes of the editorial check.
    static let editorial: [Rule] = [
        Rule(
            .warning, "editorial.broken-word", en: "paragraph that is cut in two",
            ja: "途中で切れた段落",
            """
            A paragraph stops in the middle of a word or a sentence and the next one goes on with
            it. This often comes of copying from a word processor. Join the two.
            """,
            """
            段落が単語や文の途中で終わり、次の段落に続いています。文書作成ソフトから写したときによく起こります。
            二つの段落をつなげてください。
            """),
        Rule(
            .warning, "editorial.full-width", en: "full-width letters or digits",
            ja: "全角の英数字",
            """
            Letters and digits are written half-width, so that they can be searched and copied.
            Replace them; a tool can do it.
            """,
            """
            英数字が全角で書かれています。検索や転記のとき別の文字として扱われます。半角に直してください。
            自動で直すこともできます。
            """),
        Rule(
            .warning, "editorial.half-width-katakana", en: "half-width katakana",
            ja: "半角カタカナ",
            """
            Half-width katakana is hard to read and is another word to a search. Write it
            full-width; a tool can do it.
            """,
            """
            半角カタカナは読みにくく、検索でも別の語として扱われます。全角に直してください。
            自動で直すこともできます。
            """),
        Rule(
            .warning, "editorial.parentheses", en: "parentheses of two widths",
            ja: "全角と半角の括弧の混在",
            """
            Full-width and half-width parentheses stand side by side, or a pair has one of each.
            Write all as most of the document does, or set 'editorial: {parentheses: full}'.
            """,
            """
            全角と半角の括弧が混ざっているか、始めと終わりで違っています。文書で多いほうにそろえてください。
            editorial の parentheses に full か half を書いて決めることもできます。
            """),
        Rule(
            .warning, "editorial.punctuation", en: "two kinds of punctuation",
            ja: "句読点の混在",
            """
            The document mixes 、。 and ，．, or has an ASCII comma in Japanese. Use the marks that
            most of the document has.
            """,
            """
            「、。」と「，．」が混ざっているか、和文に半角のコンマがあります。文書で多いほうにそろえてください。
            """),
        Rule(
            .warning, "editorial.spacing", en: "uneven spaces around Latin text",
            ja: "和文と欧文の間の空白の不統一",
            """
            Where Japanese and Latin text meet, some places have a space and some do not. Write all
            as most of the document does, or set 'editorial: {spacing: none}'.
            """,
            """
            和文と欧文・数字の間に、空白のある箇所とない箇所があります。文書で多いほうにそろえてください。
            editorial の spacing に space か none を書いて決めることもできます。
            """),
        Rule(
            .warning, "editorial.term-variant", en: "word in another spelling",
            ja: "表記の揺れ",
            """
            The same word is written in two ways, so that readers wonder whether two things are
            meant. Use one spelling; your own list goes under 'editorial: {terms: …}'.
            """,
            """
            同じ語が二とおりに書かれており、別のものを指すように読めます。一つの書き方にそろえてください。
            独自の用語は editorial の terms に書けます。
            """),
        Rule(
            .warning, "editorial.undefined-term", en: "term without a definition",
            ja: "定義のない用語",
            """
            A term such as 本サービス is used as if it had been defined, but no text says what it
            means. Define it where it first stands, or name it in 'defined_terms'.
            """,
            """
            「本サービス」などの語が、何を指すかを定めないまま使われています。初出の箇所で定義するか、
            defined_terms に加えてください。
            """),
        Rule(
            .note, "editorial.vague-word", en: "vague word", ja: "あいまいな語",
            """
            The word leaves open how often, how much or when. Customers compare whitepapers by such
            figures. Say it in numbers where you can. Noted only where vague_words asks for it.
            """,
            """
            頻度・程度・時期が伝わらない語です。読者はその数値を比べます。できるだけ具体的に書いてください。
            vague_words で求めたときだけ知らせます。
            """),
    ]
}
