extension Rule {
    /// Codes of a whitepaper's editions and revision history.
    static let whitepaperEditions: [Rule] = [
        Rule(
            .error, "whitepaper.bad-version", en: "not a version", ja: "版の番号の誤り",
            """
            An edition's version consists of numbers with dots, such as 1.0 or 1.3. Write it in
            quotation marks, so that 1.10 does not become 1.1.
            """,
            """
            版の番号は 1.0 や 1.3 のように、数と「.」で書きます。
            1.10 が 1.1 とみなされないように、引用符で囲んでください。
            """),
        Rule(
            .error, "whitepaper.change-not-made", en: "change that was not made",
            ja: "実際にはない変更の記載",
            """
            The revision history says that this edition changed a section or control, but its text
            is the same as before. Readers would look for a change that is not there. Remove the
            entry, or write the new text.
            """,
            """
            改定履歴には変更したとありますが、本文は前の版と同じです。読者がありもしない変更を探すことに
            なります。履歴から除くか、新しい本文を書いてください。
            """),
        Rule(
            .error, "whitepaper.change-not-named", en: "change missing in the history",
            ja: "改定履歴にない変更",
            """
            The edition changes a section or control that its 'changes' in whitepaper.yml do not
            name. Readers rely on the history to learn what is different. Add the line that the
            message shows.
            """,
            """
            この版で改めた節や管理策が、whitepaper.yml の changes に書かれていません。
            読者は改定履歴で変更点を知ります。メッセージに示した行を加えてください。
            """),
        Rule(
            .error, "whitepaper.change-twice", en: "change named twice", ja: "変更の重複",
            """
            The changes of one edition name the same section or control twice. Join the two entries.
            """,
            """
            一つの版の変更点に、同じ節や管理策が二度書かれています。一つにまとめてください。
            """),
        Rule(
            .error, "whitepaper.change-unknown", en: "change of something unknown",
            ja: "存在しない項目の変更",
            """
            The revision history names a section or control that the edition does not have. Correct
            the number.
            """,
            """
            改定履歴に、この版にない節や管理策が書かれています。番号を直してください。
            """),
        Rule(
            .error, "whitepaper.date-order", en: "edition dated before its predecessor",
            ja: "版の日付の前後",
            """
            An edition has an earlier date than the one before it. One of the two dates is wrong, or
            the editions are not listed oldest first.
            """,
            """
            版の日付が、一つ前の版より前になっています。どちらかの日付が誤っているか、
            版が古い順に並んでいません。
            """),
        Rule(
            .error, "whitepaper.draft-order", en: "draft before a published edition",
            ja: "公開済みの版より前の草案",
            """
            An edition without a date is a draft, and only the last one can be. Give it its date, or
            list it last.
            """,
            """
            日付のない版は草案とみなします。草案にできるのは最後の版だけです。
            日付を書くか、一覧の最後に移してください。
            """),
        Rule(
            .error, "whitepaper.edition-empty", en: "edition that changes nothing",
            ja: "変更のない版",
            """
            The edition has no files of its own. The first edition needs its texts; a later one
            needs what it changes, or a 'summary' that says why it was issued all the same.
            """,
            """
            この版には固有のファイルがありません。最初の版には本文が必要です。後の版には改めたものを置くか、
            変更がなくても発行した理由を summary に書いてください。
            """),
        Rule(
            .error, "whitepaper.edition-undeclared", en: "edition missing in whitepaper.yml",
            ja: "宣言されていない版",
            """
            There is a folder for an edition that whitepaper.yml does not list, so none of its texts
            would be published. Add it to 'editions', or rename the folder.
            """,
            """
            whitepaper.yml にない版のフォルダーがあり、その中の文章は公開されません。
            editions に加えるか、フォルダー名を変えてください。
            """),
        Rule(
            .error, "whitepaper.file-unchanged", en: "file that changes nothing",
            ja: "前の版と同じファイル",
            """
            An edition's folder holds only what the edition changes, and this file says the same as
            the edition before. Remove it.
            """,
            """
            版のフォルダーには、その版で改めたものだけを置きます。このファイルは前の版と同じ内容です。
            削除してください。
            """),
        Rule(
            .error, "whitepaper.no-editions", en: "no edition", ja: "版がない",
            """
            The whitepaper declares no edition, so there is nothing to publish. Write 'editions'
            with a first entry, and its folder.
            """,
            """
            版が一つも宣言されていないため、公開するものがありません。
            editions に最初の版を書き、そのフォルダーを作ってください。
            """),
        Rule(
            .error, "whitepaper.version-order", en: "versions out of order", ja: "版の順序の誤り",
            """
            Editions are listed oldest first, each with a higher version than the one before. Put
            them in order, or correct the number.
            """,
            """
            版は古い順に書き、番号は後のものほど大きくします。並べ替えるか、番号を直してください。
            """),
        Rule(
            .error, "whitepaper.withdrawn-in-part", en: "withdrawn in one language only",
            ja: "一部の言語だけの廃止",
            """
            A section or control is withdrawn in one language and stated in another, so the two
            versions would contradict each other. Withdraw both, or none.
            """,
            """
            ある言語では廃止とし、別の言語では本文があるため、言語によって内容が食い違います。
            すべての言語で廃止するか、すべてで残してください。
            """),
        Rule(
            .error, "whitepaper.withdrawn-unknown", en: "withdrawal of something unknown",
            ja: "存在しない項目の廃止",
            """
            The edition withdraws a section or control that the edition before does not have. Remove
            the file, or correct the number.
            """,
            """
            前の版にない節や管理策を廃止しようとしています。ファイルを削除するか、番号を直してください。
            """),
        Rule(
            .error, "whitepaper.withdrawn-with-text", en: "withdrawn, and yet with a text",
            ja: "廃止なのに本文がある",
            """
            The file withdraws its section or control and has a text at the same time. Remove the
            text, or the line 'withdrawn: true'; a reason belongs into the changes of
            whitepaper.yml.
            """,
            """
            廃止と書きながら本文も残っています。本文か withdrawn: true の行のどちらかを削除してください。
            廃止の理由は whitepaper.yml の changes に書きます。
            """),
    ]
}
