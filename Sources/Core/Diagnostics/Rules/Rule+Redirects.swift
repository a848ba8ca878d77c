extension Rule {
    /// Codes of former URLs and of where they lead.
    static let redirects: [Rule] = [
        Rule(
            .error, "config.redirect-bad-target", en: "target that is no safe address",
            ja: "アドレスとして使えない転送先",
            """
            The target of a redirect is sent to every reader and written into the configuration of
            web servers. A space or another character that no address may hold would cut it off
            there, and a user's name or password before '@' would be shown to everybody. Write the
            character in its percent-encoded form, and leave the user out.
            """,
            """
            転送先はすべての読者に送られ、Web サーバーの設定にも書き込まれます。空白などアドレスに使えない
            文字があると、そこでアドレスが切れてしまいます。「@」の前のユーザー名やパスワードは、
            だれにでも見えてしまいます。文字は % で始まる形に書き換え、ユーザー名は削除してください。
            """),
        Rule(
            .error, "config.redirect-gone-and-moved", en: "both gone and moved",
            ja: "廃止と転送の両方がある",
            """
            A redirect either leads somewhere ('to') or says that nothing takes the page's place
            ('gone: true'). Keep one of the two.
            """,
            """
            転送の設定には、転送先（to）か、代わりがないこと（gone: true）のどちらか一方を書きます。
            どちらかを削除してください。
            """),
        Rule(
            .warning, "link.redirect-chain", en: "redirect to a redirect", ja: "転送の連鎖",
            """
            The redirect leads to a URL that is itself redirected. Readers arrive, but later, and
            search engines may give up. Lead straight to the last URL.
            """,
            """
            転送先がさらに転送されています。読者は目的のページに着きますが余計な時間がかかり、検索エンジン
            がたどらないこともあります。最後の URL に直接転送してください。
            """),
        Rule(
            .error, "link.redirect-from-missing", en: "moved heading of a missing page",
            ja: "ページがないのに見出しだけ転送",
            """
            The redirect moves one heading of a page that the site does not have, so no page is
            there to lead on from. Redirect the page instead; its headings go along.
            """,
            """
            サイトにないページの見出しだけが転送されており、転送を働かせるページがありません。
            ページごと転送してください。見出しもいっしょに転送されます。
            """),
        Rule(
            .error, "link.redirect-from-page", en: "redirect of something that exists",
            ja: "存在するものの転送",
            """
            The redirect begins at a URL or heading that the site still has, so readers could not
            reach it. Remove the redirect, or give the page another URL.
            """,
            """
            今もサイトにある URL や見出しが転送元になっており、読者がそこにたどり着けません。
            転送を削除するか、ページの URL を変えてください。
            """),
        Rule(
            .error, "link.redirect-loop", en: "redirects in a circle", ja: "転送の循環",
            """
            The redirects lead back to where they began, and browsers give up with an error. Let one
            of them lead to a page, or write 'gone: true'.
            """,
            """
            転送が一周して元に戻っており、ブラウザーではエラーになります。
            どれか一つの転送先をページにするか、「gone: true」にしてください。
            """),
        Rule(
            .error, "link.redirect-repeated", en: "URL redirected twice", ja: "転送の重複",
            """
            The same URL is redirected twice, by redirects.yml or by the aliases of pages, so it is
            open where it leads. Keep one of them.
            """,
            """
            同じ URL が、redirects.yml やページの aliases で二度転送されており、行き先が決まりません。
            どちらか一つにしてください。
            """),
        Rule(
            .error, "link.redirect-target-gone", en: "redirect to what is gone",
            ja: "廃止されたページへの転送",
            """
            The redirect leads to a URL that is itself marked as gone. Lead somewhere else, or write
            'gone: true' here too.
            """,
            """
            転送先が「gone: true」の URL です。別の転送先を書くか、ここも「gone: true」にしてください。
            """),
    ]
}
