package import Core

/// What is wrong with `access` in site.yml.
extension Diagnostic {
    static func accessToUnknownOutput(_ id: Located<String>, known: [String]) -> Diagnostic {
        let nearest = nearestName(to: id.value, in: known)
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .error, "access.unknown-output", at: id.span,
            en: "there is no output '\(id.value)'; site.yml has \(list)",
            ja: "出力「\(id.value)」はありません。site.yml にある出力: \(list)",
            fix: nearest.map { .replace(with: $0) })
    }

    static func badServerName(_ name: Located<String>) -> Diagnostic {
        let isForeign = name.value.utf8.contains { $0 >= 0x80 }
        return Diagnostic(
            .error, "access.bad-server-name", at: name.span,
            en: "'\(name.value)' is not the name of one host, like members.example.jp",
            ja: "「\(name.value)」はホスト名ではありません（例: members.example.jp）",
            fix: isForeign
                ? .advice(
                    en: "write the name in its ASCII form, which begins with 'xn--'",
                    ja: "日本語のドメイン名は「xn--」で始まる形（Punycode）で書いてください")
                : .advice(
                    en: "set 'server_name' to the names by which readers ask for this output",
                    ja: "この出力を見るときのホスト名を「server_name」に書いてください"))
    }

    static func hostBitsSet(_ text: Located<String>, _ block: AddressBlock) -> Diagnostic {
        Diagnostic(
            .error, "access.host-bits", at: text.span,
            en: "'\(text.value)' is an address within the network \(block), not the network",
            ja: "「\(text.value)」はネットワーク \(block) の中のアドレスで、ネットワークそのものではありません",
            notes: [
                Note(
                    en: "for that one address alone, leave out the '/' and what follows",
                    ja: "そのアドレス一つだけを指すときは「/」より後を書かないでください")
            ],
            fix: .replace(with: block.description))
    }

    static func trustsEverybody(_ block: Located<AddressBlock>) -> Diagnostic {
        Diagnostic(
            .error, "access.trusts-everybody", at: block.span,
            en: "with '\(block.value)' any reader could claim any address",
            ja: "「\(block.value)」を信頼すると、誰でも好きなアドレスを名乗れてしまいます",
            fix: .advice(
                en: "name only the load balancers in front of this server",
                ja: "このサーバーの前にあるロードバランサーのアドレスだけを書いてください"))
    }

    static func badRealm(_ realm: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "access.bad-realm", at: realm.span,
            en: "'\(realm.value)' cannot be a realm",
            ja: "「\(realm.value)」は realm に使えません",
            fix: .advice(
                en: "write up to 200 ASCII characters without '\"', '\\' and '$', and not 'off'",
                ja: "「\"」「\\」「$」を除く半角英数字と記号で、200 文字以内で書いてください（「off」は使えません）"))
    }

    static func noCertificate(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "access.no-certificate", at: span,
            en: "'tls' is missing: without a certificate there is no https",
            ja: "「tls」がありません。https には証明書が必要です",
            fix: .advice(
                en: "add 'tls: {certificate: /…/fullchain.pem, key: /…/privkey.pem}'; 'tls: off' "
                    + "serves plain HTTP",
                ja: "「tls: {certificate: /…/fullchain.pem, key: /…/privkey.pem}」を加えてください。"
                    + "「tls: off」と書くと暗号化せずに公開します"))
    }

    static func badTLS(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "access.bad-tls", at: span,
            en: "'tls' takes a certificate and its key, or off",
            ja: "「tls」には certificate と key の組か、off を書いてください",
            fix: .advice(
                en: "write 'tls: {certificate: /…/fullchain.pem, key: /…/privkey.pem}'",
                ja: "「tls: {certificate: /…/fullchain.pem, key: /…/privkey.pem}」と書いてください"))
    }

    static func badListen(_ text: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "access.bad-listen", at: text.span,
            en: "'\(text.value)' is not a port, nor an address with a port",
            ja: "「\(text.value)」はポート番号でも、アドレスとポート番号の組でもありません",
            fix: .advice(
                en: "write 443, 192.0.2.1:443 or \"[2001:db8::1]:443\"",
                ja: "443、192.0.2.1:443、\"[2001:db8::1]:443\" のように書いてください"))
    }

    static func listensNowhere(_ key: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "access.listens-nowhere", at: span,
            en: "'\(key)' is empty, so the site would be served nowhere",
            ja: "「\(key)」が空のため、どこにも公開されません",
            fix: .advice(
                en: "write a port, or leave the key out", ja: "ポート番号を書くか、このキーを削除してください"))
    }

    /// A path that cannot stand in a web server's configuration.
    package static func badServerPath(_ path: String, at span: SourceSpan?) -> Diagnostic {
        Diagnostic(
            .error, "access.bad-path", at: span,
            en: "'\(path)' is not a path that the web server can use",
            ja: "「\(path)」は Web サーバーの設定に書けるパスではありません",
            fix: .advice(
                en: "write an absolute path without '$', '.' and '..', like /etc/nginx/members.pem",
                ja: "「$」「.」「..」を含まない絶対パスを書いてください（例: /etc/nginx/members.pem）"))
    }

    static func sharedName(
        _ name: String, _ output: Located<String>, _ earlier: Located<String>
    ) -> Diagnostic {
        Diagnostic(
            .error, "access.shared-name", at: output.span,
            en: "outputs '\(output.value)' and '\(earlier.value)' have the same name '\(name)' at "
                + "the same port; one of them could not be reached",
            ja: "出力「\(output.value)」と「\(earlier.value)」が同じポートで同じホスト名「\(name)」を使うため、"
                + "片方が見られません",
            notes: [
                Note(at: earlier.span, en: "the other is here", ja: "もう一方はここです")
            ],
            fix: .advice(
                en: "give each a 'server_name' of its own",
                ja: "それぞれに別の「server_name」を書いてください"))
    }
}

/// What is wrong with rules that can be read.
extension Diagnostic {
    static func openToAll(_ block: Located<AddressBlock>) -> Diagnostic {
        Diagnostic(
            .error, "access.open-to-all", at: block.span,
            en: "'\(block.value)' lets in every address, and the output is not for everybody",
            ja: "「\(block.value)」はすべてのアドレスを許可しますが、この出力は全員に公開するものではありません",
            fix: .advice(
                en: "name the networks of its readers; where only a password is to decide, leave "
                    + "out 'allow' and set 'basic_auth'",
                ja: "読者のネットワークを書いてください。パスワードだけで制限するときは「allow」を書かず、"
                    + "「basic_auth」を設定してください"))
    }

    static func unrestricted(_ output: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "access.unrestricted", at: output.span,
            en: "output '\(output.value)' is not for everybody, and nothing keeps anybody out",
            ja: "出力「\(output.value)」は全員に公開するものではありませんが、閲覧が制限されていません",
            fix: .advice(
                en: "add 'allow: [192.0.2.0/24]' with the networks of its readers, or "
                    + "'basic_auth: {file: /etc/nginx/\(output.value).htpasswd}', or both",
                ja: "読者のネットワークを「allow: [192.0.2.0/24]」のように書くか、"
                    + "「basic_auth: {file: /etc/nginx/\(output.value).htpasswd}」を書くか、"
                    + "両方を書いてください"))
    }

    static func nothingToChooseFrom(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "access.satisfy-alone", at: span,
            en: "'satisfy: any' needs both 'allow' and 'basic_auth'",
            ja: "「satisfy: any」には「allow」と「basic_auth」の両方が必要です",
            fix: .advice(
                en: "add what is missing, or remove 'satisfy'",
                ja: "足りないほうを加えるか、「satisfy」を削除してください"))
    }

    static func tlsOff(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "access.tls-off", at: span,
            en: "without TLS, pages and passwords can be read and changed on their way",
            ja: "TLS を使わないため、ページもパスワードも通信の途中で読み取りや書き換えができます",
            fix: .advice(
                en: "set a certificate and its key, unless a proxy on the same machine ends TLS",
                ja: "同じマシンのプロキシで TLS を終端する場合を除き、certificate と key を設定してください"))
    }

    static func wideNetwork(_ block: Located<AddressBlock>) -> Diagnostic {
        Diagnostic(
            .warning, "access.wide-network", at: block.span,
            en: "'\(block.value)' lets in a large part of the Internet",
            ja: "「\(block.value)」はインターネットの広い範囲を許可します",
            fix: .advice(
                en: "name the networks of the output's readers",
                ja: "この出力の読者のネットワークを書いてください"))
    }

    static func exposedFile(_ file: Located<String>, root: String) -> Diagnostic {
        Diagnostic(
            .error, "access.file-in-root", at: file.span,
            en: "'\(file.value)' lies among the files that are published",
            ja: "「\(file.value)」は公開されるファイルの中にあります",
            notes: [Note(en: "what is served is \(root)", ja: "公開されるフォルダーは \(root) です")],
            fix: .advice(
                en: "keep it elsewhere, for example in /etc/nginx",
                ja: "/etc/nginx など、別の場所に置いてください"))
    }
}
