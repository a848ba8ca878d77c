extension Rule {
    /// Codes of what a whitepaper's text refers to, and of its dates.
    static let whitepaperWording: [Rule] = [
        Rule(
            .error, "whitepaper.document-twice", en: "document declared twice",
            ja: "文書の宣言の重複",
            """
            Two entries of 'documents' have the same id. Keep one of them, or give the other
            another id.
            """,
            """
            documents の二つの項目が同じ id を持っています。一方を除くか、別の id にしてください。
            """),
        Rule(
            .error, "whitepaper.pointer-loop", en: "texts that only point to one another",
            ja: "互いに参照するだけの本文",
            """
            Each of these texts only says to read the other, so the reader never finds an answer.
            Write it in one of them.
            """,
            """
            互いに「参照してください」と書いてあるだけで、読者は答えにたどり着けません。いずれかに本文を
            書いてください。
            """),
        Rule(
            .error, "whitepaper.points-to-empty", en: "text that only points to an empty one",
            ja: "空の節を参照するだけの本文",
            """
            The text only says to read another section or control, which has no text itself. Write
            the text there, or answer here.
            """,
            """
            ほかの節や管理策を参照しているだけで、その参照先に本文がありません。参照先に本文を書くか、
            ここに答えを書いてください。
            """),
        Rule(
            .warning, "whitepaper.product-name", en: "product in another spelling",
            ja: "製品名の表記の揺れ",
            """
            The product's name differs from the one in whitepaper.yml in case, width or spaces.
            Write it as declared, or list the other name in 'product_names'.
            """,
            """
            製品名の大文字・小文字、全角・半角、空白が whitepaper.yml と違っています。宣言のとおりに書くか、
            product_names に加えてください。
            """),
        Rule(
            .warning, "whitepaper.review-due", en: "review due", ja: "見直しの期日",
            """
            The day in 'review_by' is past, or less than a month away. Review the whitepaper,
            publish what changed, and set the next day.
            """,
            """
            review_by の日を過ぎているか、あと一か月以内です。内容を見直し、必要なら新しい版を発行して、
            次の期日を設定してください。
            """),
        Rule(
            .note, "whitepaper.standard-withdrawn", en: "framework with a successor",
            ja: "置き換えられた規格",
            """
            A newer edition has replaced the standard that 'standard' names. Auditors will ask for
            it. Plan the change; 'accept_withdrawn_standard: true' silences the note until then.
            """,
            """
            standard に書かれた規格は、新しい版に置き換えられています。移行を計画してください。
            それまでは accept_withdrawn_standard: true と書くと、この知らせは出ません。
            """),
        Rule(
            .warning, "whitepaper.undeclared-document", en: "document that is not declared",
            ja: "宣言されていない文書",
            """
            The text or its evidence names a document that 'documents' does not list. Readers may
            look for it in vain. Correct the name, or add the document.
            """,
            """
            本文や根拠となる資料に、documents にない文書の名前があります。読者が探しても見つからないおそれが
            あります。名前を直すか、documents に加えてください。
            """),
        Rule(
            .warning, "whitepaper.unknown-reference", en: "reference to a number that is not there",
            ja: "存在しない番号への参照",
            """
            The text names a section, control, figure or table by a number that the edition does
            not have. Correct the number, or add what it names.
            """,
            """
            本文に書かれた番号の節・管理策・図・表が、この版にありません。番号を直すか、参照先を加えてください。
            """),
    ]
}
