extension Rule {
    /// Codes of the ledger of what was published, Content/published.tsv.
    static let ledger: [Rule] = [
        Rule(
            .error, "link.published-anchor-lost", en: "published heading is lost",
            ja: "公開済みの見出しの消失",
            """
            A heading that was published is not on its page any more, or not for these readers, so
            links from elsewhere lead to the page's top. Give the heading its old anchor with
            {#name}, or add the line to redirects.yml that the finding shows: the old anchor then
            stays on the page and says where its text has moved.
            """,
            """
            公開済みの見出しがページから（または一部の読者向けの出力から）なくなり、外部からのリンクが
            ページの先頭に着くようになります。見出しに {#名前} を付けて以前の名前を残すか、表示された行を
            redirects.yml に加えてください。以前の見出しの場所に移動先の案内が残ります。
            """),
        Rule(
            .error, "link.published-url-lost", en: "published URL is lost",
            ja: "公開済みの URL の消失",
            """
            A page or file that was published is not there any more, or not for these readers, so
            every link and bookmark to it would break. If it has moved, run 'hakusho links fix' or
            add the redirect that the finding shows; if nothing takes its place, say 'gone: true'.
            """,
            """
            公開済みのページやファイルが（または一部の出力から）なくなり、外部からのリンクやブックマークが
            切れます。移した場合は「hakusho links fix」を実行するか、表示された転送を加えてください。
            代わりになるものがなければ「gone: true」とします。
            """),
        Rule(
            .error, "publish.ledger-address", en: "site has another address",
            ja: "サイトのアドレスの変更",
            """
            The first line of Content/published.tsv states the address below which everything was
            published, and 'url' of site.yml is another one now. Redirects within the site cannot
            help readers of the former address: its web server has to send every URL on. Once it
            does, write the new address into the ledger's first line.
            """,
            """
            Content/published.tsv の先頭行には、これまでの公開先のアドレスが書かれていますが、site.yml の
            url は別のアドレスになっています。サイト内の転送では以前のアドレスの読者を案内できないため、
            以前のアドレスの Web サーバーですべての URL を転送してください。その後、台帳の先頭行の
            アドレスを新しいものに書き換えてください。
            """),
        Rule(
            .error, "publish.ledger-conflict", en: "unfinished merge in the ledger",
            ja: "台帳に残った競合の印",
            """
            Two people's changes to Content/published.tsv were merged, and the markers of the
            conflict were left behind. Keep the lines of both sides and remove the markers; the
            order of the lines does not matter.
            """,
            """
            Content/published.tsv への二人の変更がマージされ、競合の印が残っています。
            両方の行を残し、印の行だけを削除してください。行の順序は問いません。
            """),
        Rule(
            .error, "publish.ledger-damaged", en: "damaged line in the ledger",
            ja: "台帳の壊れた行",
            """
            Content/published.tsv lists everything that was ever published, and this line is not in
            its form, so what it promised is not known. Restore the line from the version control
            system; the file is written by 'publish' and not by hand.
            """,
            """
            Content/published.tsv は公開したものすべての台帳ですが、この行は正しい形ではないため、
            何を公開したのかわかりません。バージョン管理から元の行に戻してください。
            このファイルは publish が書くもので、手で編集する必要はありません。
            """),
        Rule(
            .error, "publish.ledger-lines-lost", en: "ledger has lost lines",
            ja: "台帳の行の消失",
            """
            The log of publications says that Content/published.tsv had more lines, or others. With
            the lines, the promise to keep their URLs would be lost without a word. Restore the file
            from the version control system or a backup; lines are never removed, and 'publish' adds
            what is new.
            """,
            """
            公開の記録（Site/log.jsonl）によると、Content/published.tsv にはもっと多くの、または別の行が
            ありました。行がなくなると、その URL がなくなっても検査で見つかりません。バージョン管理または
            バックアップから戻してください。行は削除せず、新しい行は publish が加えます。
            """),
        Rule(
            .warning, "publish.ledger-output-unknown", en: "ledger of an output that is gone",
            ja: "なくなった出力の台帳",
            """
            The ledger remembers what an output published that site.yml does not declare any more.
            Where the output was renamed, write its new name into the ledger, so that its URLs stay
            protected. Where it was given up, put '-' before its name: its lines then stay as a
            record, and are not checked.
            """,
            """
            site.yml にない出力の記録が台帳にあります。名前を変えたのであれば、台帳の出力名も書き換えると
            公開済みの URL が引き続き検査されます。出力をやめたのであれば、台帳の出力名の前に「-」を付けて
            ください。記録として残り、検査はされなくなります。
            """),
        Rule(
            .error, "publish.ledger-repeated", en: "line twice in the ledger",
            ja: "台帳の重複した行",
            """
            One URL or heading has two lines in Content/published.tsv, mostly after a merge. Make one
            line of them, with the outputs of both and the earlier date.
            """,
            """
            同じ URL または見出しの行が Content/published.tsv に二つあります（多くはマージの結果です）。
            両方の出力と早いほうの日付で一行にまとめてください。
            """),
    ]
}
