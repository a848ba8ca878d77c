extension Rule {
    /// Codes of the settings for web servers.
    static let access: [Rule] = [
        Rule(
            .error, "access.bad-listen", en: "unusable port", ja: "ポート番号の誤り",
            """
            A server listens at a port, such as 443, or at one of the machine's addresses and a
            port, such as 192.0.2.1:443. An IPv6 address stands in brackets: "[2001:db8::1]:443".
            """,
            """
            待ち受けるポートを 443 のように、またはアドレスとポートを 192.0.2.1:443 のように書きます。
            IPv6 アドレスは "[2001:db8::1]:443" のように角括弧で囲みます。
            """),
        Rule(
            .error, "access.bad-path", en: "unusable path on the server", ja: "サーバー上のパスの誤り",
            """
            The web server is told where files lie by their absolute paths, which begin with a slash
            and hold no '.', no '..' and no '$': nginx would take a '$' for a variable.
            """,
            """
            Web サーバーの設定には、「/」で始まる絶対パスを書きます。「.」「..」と「$」は使えません
            （nginx では「$」が変数の印になります）。
            """),
        Rule(
            .error, "access.bad-realm", en: "unusable realm", ja: "realm の誤り",
            """
            The realm is what a browser may show when it asks for the password. It takes ASCII
            characters without quotation marks, backslashes and '$'; the word off would ask for no
            password at all.
            """,
            """
            realm は、ブラウザーがパスワードを尋ねるときに示す名前です。半角英数字と記号で書き、
            引用符、バックスラッシュ、「$」は使えません。「off」と書くとパスワードを尋ねなくなるため、
            これも使えません。
            """),
        Rule(
            .error, "access.bad-server-name", en: "not the name of a host", ja: "ホスト名の誤り",
            """
            server_name lists the names by which readers ask for the output, such as
            members.example.jp, without https:// and without a path. A Japanese domain name is
            written in its ASCII form, which begins with xn--.
            """,
            """
            server_name には、読者がこの出力を見るときのホスト名（例: members.example.jp）を、https:// や
            パスを付けずに書きます。日本語のドメイン名は「xn--」で始まる形（Punycode）で書いてください。
            """),
        Rule(
            .error, "access.bad-tls", en: "unusable TLS settings", ja: "TLS の設定の誤り",
            """
            tls takes the paths of a certificate and of its private key. Only the word off, written
            out, serves the output without encryption.
            """,
            """
            tls には、証明書（certificate）と秘密鍵（key）のパスを書きます。暗号化しないときだけ、
            「tls: off」と明記します。
            """),
        Rule(
            .error, "access.file-in-root", en: "secret file among the published ones",
            ja: "公開フォルダーの中の秘密ファイル",
            """
            The password file or the TLS key lies in the folder that the web server hands out, so
            readers could download it. Keep it elsewhere, for example in /etc/nginx.
            """,
            """
            パスワードのファイルや TLS の秘密鍵が、公開されるフォルダーの中にあります。読者がダウンロード
            できてしまうため、/etc/nginx など別の場所に置いてください。
            """),
        Rule(
            .error, "access.host-bits", en: "address instead of a network",
            ja: "ネットワークではなくアドレス",
            """
            A network is written with the first of its addresses: 192.0.2.0/24 and not 192.0.2.7/24.
            Since it is not clear whether the whole network is meant, nothing is guessed.
            """,
            """
            ネットワークは、その最初のアドレスで 192.0.2.0/24 のように書きます（192.0.2.7/24 ではなく）。
            ネットワーク全体のことかどうかわからないため、推測はしません。
            """),
        Rule(
            .error, "access.listens-nowhere", en: "no port to listen at", ja: "待ち受け先なし",
            """
            The list of ports is empty, so the site would be served nowhere. Without the key, the
            usual ports 443 and 80 hold.
            """,
            """
            ポートのリストが空のため、サイトがどこにも公開されません。キーを書かなければ、通常の 443 と
            80 になります。
            """),
        Rule(
            .error, "access.missing", en: "no access rules for the output", ja: "出力の access 設定なし",
            """
            A web server's configuration is written from the output's entry below 'access' in
            site.yml: who may read it, under which name, with which certificate. There is none.
            """,
            """
            Web サーバーの設定は、site.yml の「access」にある出力ごとの項目（読める人、ホスト名、証明書）
            から作ります。この出力の項目がありません。
            """),
        Rule(
            .note, "access.no-tree", en: "nothing to serve yet", ja: "公開するフォルダーがまだない",
            """
            The folder that the web server is to hand out is not on this machine. That is as it
            should be where the configuration is written elsewhere, or before the first publication.
            """,
            """
            Web サーバーが公開するフォルダーがこのマシンにありません。別のマシンで設定を作る場合や、
            最初の公開の前であれば問題ありません。
            """),
        Rule(
            .error, "access.no-certificate", en: "no certificate", ja: "証明書の指定なし",
            """
            Outputs are served over https, which needs a certificate and its private key. Name both
            below 'tls', or write 'tls: off' where something else encrypts.
            """,
            """
            出力は https で公開します。それには証明書と秘密鍵が必要です。「tls」に両方のパスを書くか、
            ほかの仕組みで暗号化する場合は「tls: off」と書いてください。
            """),
        Rule(
            .error, "access.open-to-all", en: "everybody is let in", ja: "すべてのアドレスを許可",
            """
            The output shows more than what is public, and the list of allowed addresses holds all
            of them. Name the readers' networks; where only a password is to decide, leave the list
            out.
            """,
            """
            全員には公開しない出力なのに、許可するアドレスのリストがすべてのアドレスを含んでいます。
            読者のネットワークを書いてください。パスワードだけで制限するときは、リストを書かないでください。
            """),
        Rule(
            .error, "access.satisfy-alone", en: "nothing to choose from", ja: "選択肢のない satisfy",
            """
            'satisfy: any' lets in who has either an allowed address or a password. It says
            something only where both are set.
            """,
            """
            「satisfy: any」は、許可されたアドレスかパスワードのどちらかがあれば見せる設定です。
            両方を設定したときにだけ意味があります。
            """),
        Rule(
            .error, "access.shared-name", en: "two outputs at one address", ja: "ホスト名の重複",
            """
            A web server chooses the output by the host's name and the port. Two outputs with the
            same of both cannot be told apart, and one of them would never be shown.
            """,
            """
            Web サーバーは、ホスト名とポートで出力を選びます。両方が同じ出力は区別できず、片方が
            まったく表示されなくなります。
            """),
        Rule(
            .warning, "access.tls-off", en: "no encryption", ja: "暗号化なし",
            """
            Without TLS, anybody on the way can read the pages and passwords, and change them. It is
            meant for a server behind a proxy on the same machine that encrypts.
            """,
            """
            TLS がないと、通信の途中でページやパスワードを読み取ったり書き換えたりできます。同じマシンの
            プロキシが暗号化する場合だけに使ってください。
            """),
        Rule(
            .error, "access.trusts-everybody", en: "every proxy is trusted", ja: "すべてのプロキシを信頼",
            """
            Of a trusted proxy the server believes which address a reader has. If everybody is
            trusted, any reader can claim an allowed address.
            """,
            """
            信頼したプロキシが伝える読者のアドレスを、サーバーはそのまま信じます。すべてを信頼すると、
            誰でも許可されたアドレスを名乗れてしまいます。
            """),
        Rule(
            .error, "access.unknown-output", en: "unknown output", ja: "存在しない出力",
            """
            The keys below 'access' are names of outputs, as they stand below 'outputs' in site.yml.
            The message names the nearest one.
            """,
            """
            「access」の下のキーは、site.yml の「outputs」にある出力の名前です。メッセージに近い名前が
            示されています。
            """),
        Rule(
            .error, "access.unrestricted", en: "nothing keeps anybody out", ja: "閲覧制限なし",
            """
            The output shows more than what is public, and neither addresses nor a password are
            asked for, so the whole world could read it. Set 'allow', 'basic_auth' or both.
            """,
            """
            全員には公開しない出力なのに、アドレスの制限もパスワードもないため、誰でも読めてしまいます。
            「allow」か「basic_auth」、または両方を設定してください。
            """),
        Rule(
            .warning, "access.wide-network", en: "very large network", ja: "広すぎるネットワーク",
            """
            The network holds a large part of all addresses of the Internet. Name the networks of
            the readers, which their administrators know.
            """,
            """
            このネットワークはインターネットの広い範囲を含みます。読者のネットワークの範囲を管理者に
            確かめて書いてください。
            """),
    ]
}
