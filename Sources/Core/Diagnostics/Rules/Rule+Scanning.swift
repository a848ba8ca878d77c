extension Rule {
    /// Codes of `hakusho scan`, and of the verdicts on uploads.
    static let scanning: [Rule] = [
        Rule(
            .error, "scan.infected", en: "infected file", ja: "感染したファイル",
            """
            A virus scanner found something in this file and says what. Do not open the file. Take
            it away, find out where it came from, and tell whoever looks after security.
            """,
            """
            ウイルス検査エンジンが、このファイルから何かを検出しました。検出名はメッセージに示されています。
            ファイルは開かずに取り除き、入手元を確認して、セキュリティ担当者に知らせてください。
            """),
        Rule(
            .error, "scan.refused", en: "file that is not allowed", ja: "許可されていないファイル",
            """
            The file is of a kind that is never published, whatever a scanner says: for example a
            symbolic link or a device. Put the file itself in its place.
            """,
            """
            検査の結果にかかわらず、公開が許可されていない種類のファイルです。シンボリックリンクや
            デバイスなどがこれに当たります。リンクではなく、ファイルそのものを置いてください。
            """),
        Rule(
            .error, "scan.other-bytes", en: "file changed after its scan", ja: "検査後のファイルの変更",
            """
            The bytes that a scanner judged are not those that were about to go live, so its verdict
            says nothing about them. Somebody or something writes to the folder Site while Hakusho
            works there. Find out what it is; nothing was published.
            """,
            """
            ウイルス検査をした内容と、公開しようとしている内容が違うため、検査の結果は当てになりません。
            処理の途中で Site フォルダーに書き込んでいるものがあります。何が書き込んだのか確認してください。
            何も公開されていません。
            """),
        Rule(
            .error, "scan.unscannable", en: "file that cannot be scanned", ja: "検査できないファイル",
            """
            The scanner could not look at all of the file: it is encrypted, or larger than the
            scanner takes. Publish it without a password, or have the scanner's limit raised.
            """,
            """
            ファイルが暗号化されているか、エンジンの上限より大きいため、全体を検査できませんでした。
            パスワードを外すか、エンジンの上限を引き上げてもらってください。
            """),
        Rule(
            .error, "scan.failed", en: "scan that failed", ja: "検査の失敗",
            """
            Nothing is known about this file, since the scanner or the machine failed; the message
            says how. What is not known to be clean is not published. Repair the cause and run the
            command again.
            """,
            """
            エンジンまたはコンピューターの問題で検査できなかったため、このファイルについては何もわかりません。
            理由はメッセージに示されています。問題がないと確認できないファイルは公開されません。
            原因を取り除いてから、もう一度実行してください。
            """),
        Rule(
            .error, "scan.policy-only", en: "file that no scanner has seen",
            ja: "ウイルス検査を受けていないファイル",
            """
            The file keeps to the policy for uploads, but no virus scanner has looked at it. The
            policy is no virus scan. Name a scanner under uploads in site.yml.
            """,
            """
            アップロードのポリシー上の問題はありませんが、ウイルス検査は行われていません。
            ポリシーの確認はウイルス検査の代わりになりません。site.yml の uploads にエンジンを書いてください。
            """),
        Rule(
            .error, "scan.engine-failed", en: "scanner that cannot be believed",
            ja: "信頼できない検査エンジン",
            """
            Before a run each scanner must find a harmless test file, and let a clean one pass; its
            signatures must not be older than a week. This one does not answer, did not pass, or is
            out of date, so that nothing it calls clean counts.
            """,
            """
            検査の前に、各エンジンが無害なテスト用ファイルを検出できること、問題のないファイルを
            検出しないこと、定義ファイルが一週間以内のものであることを確かめます。このエンジンは応答がないか、
            確認に失敗したか、定義ファイルが古いため、「問題なし」という判定を使えません。
            """),
        Rule(
            .error, "scan.no-engine", en: "no scanner named", ja: "検査エンジンの指定なし",
            """
            Hakusho holds no virus scanner of its own; it asks one, such as ClamAV's clamd, an ICAP
            service or any command. Name it under uploads in site.yml, or on the command line.
            """,
            """
            Hakusho 自体はウイルス検査の機能を持たず、ClamAV の clamd、ICAP サービス、任意のコマンドなどに
            検査を依頼します。site.yml の uploads かコマンドラインで指定してください。
            """),
    ]

    /// Codes of `uploads` in site.yml.
    static let uploadSettings: [Rule] = [
        Rule(
            .error, "config.bad-size", en: "unusable size", ja: "大きさの書き方の誤り",
            """
            A size is a whole number of bytes, with k, M or G behind it for kibibytes, mebibytes or
            gibibytes: 500k, 20M, 1G. Nothing above 2G is taken.
            """,
            """
            大きさは整数で書き、後ろに k、M、G（1024 倍ずつ）を付けられます（例: 500k、20M、1G）。
            2G を超える値は使えません。
            """),
        Rule(
            .error, "config.unknown-file-type", en: "unknown type of file", ja: "不明なファイルの種類",
            """
            The list 'types' of 'uploads' in site.yml names the types of files that may be
            published, and this is none that Hakusho can judge. Take one of those in the message.
            """,
            """
            site.yml の uploads の types には、公開してよいファイルの種類を書きますが、
            この種類は Hakusho では確認できません。メッセージに示した種類から選んでください。
            """),
        Rule(
            .error, "config.bad-engine", en: "unclear scanner", ja: "検査エンジンの書き方の誤り",
            """
            Each entry of engines names one scanner: clamd with its socket or host, icap with its
            url, or command with the words to run. Two scanners are two entries.
            """,
            """
            engines の各項目には、エンジンを一つずつ書きます。clamd には socket か host を、icap には
            url を、command には run を指定します。二つ使う場合は、項目を二つに分けてください。
            """),
        Rule(
            .error, "config.bad-clamd-address", en: "unclear address of clamd",
            ja: "clamd の接続先の誤り",
            """
            clamd listens on a socket, which is a path on the same machine, or on a host and port.
            Write one of the two; the usual socket is /run/clamav/clamd.ctl.
            """,
            """
            clamd の接続先は、同じコンピューター上のソケットのパスか、ホスト名とポート番号の
            どちらか一方です。ソケットは通常 /run/clamav/clamd.ctl です。
            """),
        Rule(
            .error, "config.bad-socket", en: "unusable path of a socket", ja: "ソケットのパスの誤り",
            """
            A socket is named by its whole path, from the first slash on, and the system allows no
            more than 107 bytes for it.
            """,
            """
            ソケットは「/」で始まるパス全体で指定します。システムの制限により、長さは 107 バイトまでです。
            """),
        Rule(
            .error, "config.bad-port", en: "unusable port", ja: "ポート番号の誤り",
            """
            A port is a number from 1 to 65535. clamd usually has 3310, an ICAP service 1344.
            """,
            """
            ポート番号は 1 から 65535 までの数です。通常、clamd は 3310、ICAP サービスは 1344 を使います。
            """),
        Rule(
            .error, "config.bad-icap-url", en: "not the address of an ICAP service",
            ja: "ICAP サービスの URL の誤り",
            """
            An ICAP service has an address like icap://127.0.0.1:1344/virus_scan: host, port and the
            name of the service. Encrypted ICAP (icaps) is not supported.
            """,
            """
            ICAP サービスの URL は icap://127.0.0.1:1344/virus_scan のように、ホスト名、ポート番号、
            サービス名で書きます。暗号化された ICAP（icaps）には対応していません。
            """),
        Rule(
            .error, "config.empty-command", en: "command without a program", ja: "コマンドの指定の誤り",
            """
            run is the list of a program and its arguments, each its own item. {path} stands for the
            file; without it the program reads the file from its standard input.
            """,
            """
            run には、プログラム名と引数を一つずつリストで書きます。{path} はファイルのパスに置き換わります。
            {path} がない場合、プログラムは標準入力からファイルを読みます。
            """),
        Rule(
            .error, "config.signatures-max-age", en: "signatures allowed to be too old",
            ja: "定義ファイルの期限の誤り",
            """
            New viruses appear daily, so signatures older than a week are not believed. Whoever must
            do with older ones writes accept_outdated_signatures, which says what is given up.
            """,
            """
            新しいウイルスは毎日現れるため、一週間より古い定義ファイルは使えません。やむを得ず使う場合は、
            何をあきらめるかがわかるように accept_outdated_signatures と書いてください。
            """),
        Rule(
            .error, "config.two-signature-ages", en: "two ages for signatures",
            ja: "定義ファイルの期限の重複",
            """
            signatures_max_age asks for newer signatures than a week, accept_outdated_signatures
            allows older ones. Only one of the two can hold.
            """,
            """
            signatures_max_age は一週間より新しい定義ファイルを求め、accept_outdated_signatures は
            古い定義ファイルを認める指定です。どちらか一方だけを書いてください。
            """),
    ]
}
