extension Rule {
    /// Codes of the settings for links to other sites.
    static let externalLinks: [Rule] = [
        Rule(
            .error, "config.bad-address-block", en: "not an IP address", ja: "IP アドレスの誤り",
            """
            An address is written like 192.0.2.7 or 2001:db8::1, a block of addresses with the
            number of its fixed bits, like 10.0.0.0/8.
            """,
            """
            アドレスは 192.0.2.7 や 2001:db8::1 のように、範囲は 10.0.0.0/8 のように書きます。
            「/」の後の数は、固定される先頭のビット数です。
            """),
        Rule(
            .error, "config.bad-concurrency", en: "unusable number of requests",
            ja: "同時接続数の誤り",
            """
            The number says how many requests run at the same time. It is from 1 to 256; many at
            once are a burden to other people's servers, so a small number is better.
            """,
            """
            同時に送る要求の数で、1 から 256 までです。多すぎると相手のサーバーの負担になるため、
            小さい数をお勧めします。
            """),
        Rule(
            .error, "config.bad-duration", en: "unusable length of time", ja: "時間の書き方の誤り",
            """
            A length of time is a whole number with a unit: 500ms, 10s, 5m, 2h or 7d. The message
            says which lengths this key takes.
            """,
            """
            時間は、500ms、10s（秒）、5m（分）、2h（時間）、7d（日）のように、整数と単位で書きます。
            指定できる範囲はメッセージに示されています。
            """),
        Rule(
            .error, "config.bad-host", en: "not the name of a host", ja: "ホスト名の誤り",
            """
            Write the name of the server alone, such as www.example.jp, without https:// and without
            a path. *.example.jp stands for all names below example.jp.
            """,
            """
            www.example.jp のようなサーバーの名前だけを書き、https:// やパスは付けません。
            *.example.jp は example.jp の下のすべての名前を表します。
            """),
        Rule(
            .error, "config.bad-status", en: "not an HTTP status", ja: "ステータスコードの誤り",
            """
            An HTTP status is a number of three digits with which a server answers, such as 200 or
            403. A range is written 500-503.
            """,
            """
            ステータスコードは、サーバーが返す 200 や 403 のような三桁の数です。
            範囲は 500-503 のように書きます。
            """),
        Rule(
            .error, "config.excludes-everything", en: "pattern that leaves out every link",
            ja: "すべてを除外する指定",
            """
            This pattern fits every address, so no link would be checked at all. Write the beginning
            of the addresses that are not to be checked.
            """,
            """
            この指定はすべてのアドレスに当てはまり、リンクが一つも検査されません。
            検査しないアドレスの先頭の部分を、もう少し詳しく書いてください。
            """),
    ]
}
