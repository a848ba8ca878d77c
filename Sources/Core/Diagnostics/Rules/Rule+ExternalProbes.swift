extension Rule {
    /// Codes of what `check --external` finds out from other sites.
    static let externalProbes: [Rule] = [
        Rule(
            .warning, "link.external-unreachable", en: "other site does not answer well",
            ja: "外部リンクの応答異常",
            """
            The site that the link leads to gave no good answer this time. That may pass, so it is a
            warning; after three failures over two days the link counts as broken.
            """,
            """
            リンク先のサイトから、今回は正常な応答がありませんでした。一時的なこともあるため警告に
            とどめています。二日間以上にわたり三回失敗すると、リンク切れとして扱います。
            """),
        Rule(
            .error, "link.external-broken", en: "broken link to another site", ja: "外部リンクのリンク切れ",
            """
            The link failed at least three times over two days or more, so its readers most likely
            cannot follow it. Find the new address, or remove the link; where a browser can open it,
            tell so in 'external_links' of site.yml.
            """,
            """
            二日間以上にわたり三回以上失敗したため、読者もリンク先を開けないと考えられます。
            新しいアドレスに直すか、リンクを外してください。ブラウザーでは開ける場合は、site.yml の
            「external_links」にその旨を設定します。
            """),
        Rule(
            .note, "link.external-moved", en: "other site has moved", ja: "外部リンクの移転",
            """
            The address answers with a permanent redirect (301 or 308). Readers still arrive, but
            the owner may end the redirect one day, so it is better to write the new address.
            """,
            """
            リンク先は、恒久的な転送（301 または 308）を返しています。今は開けますが、転送はいつか
            終わることがあるため、新しいアドレスに書き換えることをお勧めします。
            """),
        Rule(
            .warning, "link.external-downgraded", en: "redirect to a page without encryption",
            ja: "暗号化されないページへの転送",
            """
            The link begins with https: but its redirects lead to an http: address, so anybody on
            the way can read or change what the reader gets.
            """,
            """
            リンクは https: で始まりますが、転送先は http: のアドレスです。読者が受け取る内容を、
            途中で読まれたり書き換えられたりするおそれがあります。
            """),
        Rule(
            .warning, "link.external-refused", en: "address that is not asked about",
            ja: "確認の対象にならないアドレス",
            """
            The URL, or a redirect of it, leads to a private address, to a port of another service,
            or holds a password, so it is not asked. Addresses of an organisation's own network can
            be allowed by 'allow_addresses' under 'external_links' in site.yml.
            """,
            """
            URL またはその転送先が、プライベートアドレスや別のサービスのポートを指しているか、
            パスワードを含んでいるため、確認しません。組織内のネットワークのアドレスは、site.yml の
            「external_links」にある「allow_addresses」で許可できます。
            """),
        Rule(
            .note, "link.external-asked-to-wait", en: "other site asks to be left alone",
            ja: "待機を求められた外部リンク",
            """
            The server answered that it gets too many requests, and asked for more time than a check
            can wait. Nothing is wrong with the link; it is checked again the next time.
            """,
            """
            サーバーから要求が多すぎるという応答があり、待つように求められた時間が長いため、今回は
            確認しませんでした。リンクの誤りではありません。次回もう一度確認します。
            """),
        Rule(
            .note, "link.external-exclude-unused", en: "exclusion that fits no link",
            ja: "使われていない除外の指定",
            """
            No link of the site begins with this text or fits this pattern. Remove the entry from
            'exclude', or correct it.
            """,
            """
            この文字列で始まるリンクや、このパターンに当てはまるリンクはありません。
            「exclude」から外すか、書き方を直してください。
            """),
        Rule(
            .note, "link.external-memory-damaged", en: "records of earlier checks cannot be read",
            ja: "過去の確認記録の破損",
            """
            Lines of the file in which checks of other sites are recorded cannot be read. They are
            left out, and the file is written anew; failures on those lines are counted from the
            beginning.
            """,
            """
            外部リンクの確認記録に、読めない行があります。その行は使わずにファイルを書き直します。
            その行にあった失敗の回数は、初めから数え直します。
            """),
        Rule(
            .note, "link.external-memory-version", en: "records of another version",
            ja: "別のバージョンの確認記録",
            """
            The file in which checks of other sites are recorded was written by another version of
            Hakusho. It is written anew, and every link is asked again.
            """,
            """
            外部リンクの確認記録は、別のバージョンの Hakusho が書いたものです。ファイルを作り直し、
            すべてのリンクを確認し直します。
            """),
    ]
}
