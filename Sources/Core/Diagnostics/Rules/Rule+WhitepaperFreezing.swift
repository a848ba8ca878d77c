extension Rule {
    /// Codes of a whitepaper's frozen editions.
    static let whitepaperFreezing: [Rule] = [
        Rule(
            .error, "whitepaper.fact-not-claimed", en: "fact that a frozen text would not keep",
            ja: "claims にないファクト",
            """
            A text that is to be frozen shows a fact without claiming it, so its words would change
            when the fact does. Add the fact with the value of today under 'claims' in the file's
            front matter; the text then keeps it for ever.
            """,
            """
            凍結する文章が、claims に書かれていないファクトを使っています。ファクトが変わると文章も変わってしまいます。
            ファイル先頭の claims に、今日の値を書いてください。その値が以後も保たれます。
            """),
        Rule(
            .error, "whitepaper.frozen-changed", en: "frozen text that has changed",
            ja: "凍結後に変わった本文",
            """
            A customer may have cited the frozen edition in a contract, so none of its words may
            change. Take the file back from git ('git restore FILE'), and write what is to be said
            now into a new edition: 'hakusho whitepaper new VERSION', then 'hakusho whitepaper edit
            VERSION ID'. Where the file is the same and readers would see other words all the same,
            its title in the catalogue or the version of hakusho has changed.
            """,
            """
            凍結した版は契約などで引用されているおそれがあるため、一語も変えられません。
            git からファイルを戻し（git restore ファイル）、改める内容は新しい版に書いてください
            （hakusho whitepaper new 版、続けて hakusho whitepaper edit 版 番号）。
            ファイルが同じでも表示が変わるのは、管理策の一覧の名称か hakusho のバージョンが変わったときです。
            """),
        Rule(
            .error, "whitepaper.frozen-files", en: "file added to or removed from a frozen edition",
            ja: "凍結した版のファイルの増減",
            """
            The folder of a frozen edition has a file that it did not have when it was frozen, or
            lacks one. Take a missing file back from git; move a new one into the folder of a new
            edition.
            """,
            """
            凍結した版のフォルダーに、凍結時になかったファイルがあるか、あったファイルがありません。
            なくなったファイルは git から戻し、新しいファイルは新しい版のフォルダーに移してください。
            """),
        Rule(
            .error, "whitepaper.frozen-history", en: "history of a frozen edition that has changed",
            ja: "凍結した版の改定履歴の変更",
            """
            The revision history of a frozen edition (its date, approver, summary or changes) was
            edited, its entry is gone, or an edition was put before it. Take whitepaper.yml back as
            it was; a correction belongs into the history of a new edition.
            """,
            """
            凍結した版の改定履歴（日付、承認者、概要、変更点）が書き換えられたか、項目が消えたか、
            その前に別の版が加えられています。whitepaper.yml を元に戻し、訂正は新しい版の履歴に書いてください。
            """),
        Rule(
            .error, "whitepaper.lock-conflict", en: "merge conflict in whitepaper.lock",
            ja: "whitepaper.lock の競合",
            """
            Two branches froze editions, and their lines were not merged. Keep the lines of the side
            that is published; the other branch's edition gets the next version and is frozen anew.
            """,
            """
            二つの枝でそれぞれ版を凍結したため、行が競合しています。公開済みの側の行を残し、
            もう一方の版は次の番号に改めて凍結し直してください。
            """),
        Rule(
            .error, "whitepaper.lock-damaged", en: "damaged line in whitepaper.lock",
            ja: "whitepaper.lock の破損",
            """
            whitepaper.lock cannot be trusted: a line is no line of a lock, or the digest of an
            edition does not fit its lines. Take the file back from git; it is written by 'hakusho
            whitepaper freeze' alone.
            """,
            """
            whitepaper.lock を信頼できません。形式に合わない行があるか、版のダイジェストが行と一致しません。
            git から元のファイルを戻してください。このファイルは hakusho whitepaper freeze だけが書きます。
            """),
        Rule(
            .warning, "whitepaper.not-frozen", en: "published edition that is not frozen",
            ja: "凍結されていない公開済みの版",
            """
            An edition with a date is published, and readers may cite it. Freeze it with 'hakusho
            whitepaper freeze VERSION' and commit whitepaper.lock, so that no word of it changes
            unseen; 'publish' waits for it.
            """,
            """
            日付のある版は公開され、読者に引用されます。hakusho whitepaper freeze 版 で凍結し、
            whitepaper.lock をコミットしてください。気付かないうちに変わることを防ぎます。publish は凍結を待ちます。
            """),
    ]
}
