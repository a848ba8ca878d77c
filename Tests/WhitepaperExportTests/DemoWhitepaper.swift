import TestSupport

/// A whitepaper of two controls, one of them not covered, in two editions and two languages.
enum DemoWhitepaper {
    /// Its files, with a control 10.1.1 of this text.
    ///
    /// - Parameters:
    ///   - title: The document's, in YAML.
    ///   - secret: The file of a third control, 12.3.1; nil for none.
    ///   - more: What follows in whitepaper.yml.
    static func archive(
        title: String = "デモ", product: String = "デモ", statement: String = "TLS で暗号化する。",
        secret: String? = nil, more: String = ""
    ) -> String {
        """
        -- whitepaper.yml --
        title: \(title)
        product: \(product)
        standard: ISO/IEC 27017:2015
        path: /security/whitepaper/
        catalogue: catalogue.csv
        languages: [ja, en]
        owner: {ja: 委員会, en: Committee}
        contact: https://www.example.jp/contact/
        facts:
          tls: {ja: 必須, en: required}
        not_covered:
          - {control: 9.1.2, reason: {ja: お客様向け, en: "for customers"}}
        editions:
          - {version: "1.0", date: 2024-04-01, approver: 部長, summary: {ja: 初版, en: First}}
          - version: "1.1"
            date: 2025-04-01
            approver: 部長
            changes:
              - {id: 10.1.1, summary: {ja: 改めた, en: changed}}
              - {id: 12.3.1, summary: {ja: 秘密, en: secret}}
        \(more)
        -- catalogue.csv --
        id,title_ja,title_en,audience,iso27002_2022
        9.1.2,ネットワーク,Access to networks,customer,
        10.1.1,暗号,Cryptographic controls,provider,8.10
        12.3.1,バックアップ,Backup,provider,
        CLD.12.4.5,監視,Monitoring,provider,
        -- editions/1.0/10.1.1.md --
        \(control("10.1.1", "暗号化する。"))
        -- editions/1.0/10.1.1.en.md --
        \(control("10.1.1", "We encrypt."))
        -- editions/1.0/cld.12.4.5.md --
        \(control("CLD.12.4.5", "監視する。", "shared"))
        -- editions/1.1/10.1.1.md --
        \(control("10.1.1", statement))

        """
            + (secret.map { "-- editions/1.1/12.3.1.md --\n" + control("12.3.1", $0) + "\n" } ?? "")
    }

    private static func control(
        _ id: String, _ statement: String, _ responsibility: String = "provider"
    ) -> String {
        // A statement may begin with more lines of front matter.
        let parts = statement.split(separator: "\n---\n", maxSplits: 1).map(String.init)
        let (more, body) = parts.count > 1 ? (parts[0] + "\n", parts[1]) : ("", parts[0])
        return "---\ncontrol: \(id)\nresponsibility: \(responsibility)\n\(more)---\n\(body)"
    }

    /// Text that is dangerous in one of the forms.
    static let hostile = #"""
        =HYPERLINK("https://evil.example","x"), "引用" ]]> </script> & <b>太字</b> \\ 🙂 e\u{301}
        {{fact:tls}} [リンク](/a?b="c")

        - a, b; c
        """#
}
