extension Rule {
    /// Codes of publishing and its log.
    static let publishing: [Rule] = [
        Rule(
            .error, "publish.log-broken", en: "log of publications was changed",
            ja: "公開の記録の改変",
            """
            Each line of Site/log.jsonl is tied to the one before it, and one of them does not fit:
            a line was changed, added or removed. Nothing is published until that is cleared up.
            Restore the file from a backup, and find out who changed it.
            """,
            """
            Site/log.jsonl の各行は直前の行とつながっていますが、つながらない行があります。行の変更、
            追加、削除があったことを示します。解決するまで公開はできません。
            バックアップから戻し、変更した人と理由を確かめてください。
            """),
        Rule(
            .error, "publish.log-incomplete", en: "last line of the log is cut off",
            ja: "公開の記録の途切れ",
            """
            A run ended while it was writing the log, for example because the power failed. Publish
            again: the next line states that this one is incomplete.
            """,
            """
            停電などにより、記録を書いている途中で実行が終わりました。
            もう一度公開すると、この行が不完全であることが次の行に記録されます。
            """),
        Rule(
            .error, "publish.no-pages", en: "site without any page", ja: "ページが一つもない",
            """
            The build would replace what is live by an empty site, which is hardly meant. Put a page
            into Content/pages; if there are some, find out why all of them are left out.
            """,
            """
            このままでは、公開中のサイトが空のサイトに置き換わります。Content/pages にページを置いて
            ください。すでにある場合は、すべてが公開対象から外れた理由を確かめてください。
            """),
        Rule(
            .error, "publish.reuse-differs", en: "file taken over that is not what it should be",
            ja: "引き継いだファイルが正しくない",
            """
            With --verify, what was taken over from the build before is compared with a build of
            everything. A difference is a fault of Hakusho: nothing was published. Delete
            .hakusho/kept, build again, and report the fault.
            """,
            """
            --verify を付けると、前回のビルドから引き継いだファイルを、全体をビルドし直した結果と照合します。
            違いがあれば Hakusho の不具合で、公開は行っていません。.hakusho/kept を削除してビルドし直し、
            不具合としてご報告ください。
            """),
    ]

    /// Codes of security.txt.
    static let securityText: [Rule] = [
        Rule(
            .error, "security-txt.bad-contact", en: "unusable contact", ja: "使えない連絡先",
            """
            A contact in security.txt is an address that begins with mailto:, tel: or https://, so
            that those who find a weakness can use it directly (RFC 9116).
            """,
            """
            security.txt の連絡先は、脆弱性を見つけた人がすぐ使えるように、mailto:、tel:、https:// の
            いずれかで始まるアドレスで書きます（RFC 9116）。
            """),
        Rule(
            .error, "security-txt.bad-link", en: "address that is not https",
            ja: "https でないアドレス",
            """
            Addresses in security.txt must begin with https://, so that nobody can put other words
            in your mouth on the way to the reader (RFC 9116).
            """,
            """
            security.txt のアドレスは、途中で書き換えられないように https:// で始まるものに限られます
            （RFC 9116）。
            """),
        Rule(
            .error, "security-txt.expired", en: "security.txt has expired",
            ja: "security.txt の期限切れ",
            """
            After its 'expires' date security.txt counts as out of date, and researchers must not
            trust it. Check that the contacts are still right, then set a date within a year.
            """,
            """
            expires の日付を過ぎた security.txt は古いものとみなされ、信用されません。
            連絡先が今も正しいことを確かめてから、一年以内の日付に更新してください。
            """),
        Rule(
            .warning, "security-txt.expires-late", en: "expires in more than a year",
            ja: "有効期限が一年より先",
            """
            RFC 9116 advises a date within a year, so that contacts are looked at from time to time.
            """,
            """
            連絡先を定期的に見直すため、RFC 9116 では一年以内の日付が推奨されています。
            """),
        Rule(
            .warning, "security-txt.expires-soon", en: "expires within 30 days",
            ja: "有効期限が近い",
            """
            security.txt is about to expire; from then on researchers must not trust it, and
            publishing fails. Check the contacts and set a later date.
            """,
            """
            security.txt の有効期限が近づいています。期限を過ぎると信用されなくなり、公開もできなくなります。
            連絡先を確かめ、日付を更新してください。
            """),
        Rule(
            .error, "security-txt.no-contact", en: "no contact", ja: "連絡先がない",
            """
            security.txt tells those who find a weakness whom to write to, so it needs at least one
            contact (RFC 9116).
            """,
            """
            security.txt は、脆弱性を見つけた人に連絡先を知らせるためのものです。
            連絡先が一つ以上必要です（RFC 9116）。
            """),
        Rule(
            .error, "security-txt.no-expiry", en: "no expiry date", ja: "有効期限がない",
            """
            security.txt must say until when it holds (RFC 9116). Add 'expires' with a date within a
            year.
            """,
            """
            security.txt には有効期限が必要です（RFC 9116）。expires に一年以内の日付を書いてください。
            """),
    ]
}
