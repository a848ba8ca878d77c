import Theming

/// What a site gives to templates, in full: every optional name is there.
enum SampleValues {
    static func object(_ fields: KeyValuePairs<String, TemplateValue>) -> TemplateValue {
        .object(fields.map { (name: $0, value: $1) })
    }

    static func html(_ text: String) -> TemplateValue { .html(Array(text.utf8)) }

    /// The root object for one template: common names, then `more`.
    static func root(
        _ theme: Theme, language: String = "ja", page: TemplateValue,
        more: KeyValuePairs<String, TemplateValue> = [:]
    ) -> TemplateValue {
        let common: KeyValuePairs<String, TemplateValue> = [
            "site": object([
                "title": .text("infoCMS"), "description": .text("企業と公共団体のための CMS"),
                "url": .text("https://www.infocms.example.jp/"), "home_url": .text("/"),
                "organization": .text("infoCMS 運営事務局"), "language": .text("ja"),
            ]),
            "output": .text("public"), "language": .text(language),
            "text": theme.text(in: language),
            "assets": object(["style": .text("/assets/\(theme.stylesheetPath)")]),
            "feeds": .list([
                object(["title": .text("お知らせ"), "url": .text("/notices/feed.xml")])
            ]),
            "navigation": .list([
                link("製品", "/product/", current: false),
                link("マニュアル", "/manual/", current: false, within: true),
                link("セキュリティ", "/security/", current: true),
                link("お知らせ", "/notices/", current: false),
                link("サポート", "/support/", current: false),
            ]),
            "footer_navigation": .list([
                link("プライバシーポリシー", "/policies/privacy/", current: false),
                link("情報セキュリティ方針", "/policies/security/", current: false),
                link("利用規約", "/policies/terms/", current: false),
            ]),
            "page": page,
        ]
        return .object(
            (common.map { $0 } + more.map { $0 }).map { (name: $0.key, value: $0.value) })
    }

    static func link(
        _ title: String, _ url: String, current: Bool, within: Bool = false
    ) -> TemplateValue {
        object([
            "title": .text(title), "url": .text(url), "is_current": .bool(current),
            "is_within": .bool(within),
        ])
    }

    static func date(_ iso: String, _ text: String) -> TemplateValue {
        object(["iso": .text(iso), "text": .text(text)])
    }

    static func label(_ id: String, _ name: String, lowest: Bool) -> TemplateValue {
        object(["id": .text(id), "name": .text(name), "is_lowest": .bool(lowest)])
    }

    static func tag(_ name: String) -> TemplateValue {
        object(["name": .text(name), "url": .text("/tags/\(name)/")])
    }

    static let alternates = TemplateValue.list([
        object([
            "language": .text("ja"), "name": .text("日本語"), "url": .text("/security/"),
            "is_current": .bool(true),
        ]),
        object([
            "language": .text("en"), "name": .text("English"), "url": .text("/en/security/"),
            "is_current": .bool(false),
        ]),
    ])

    /// A page with every name that a page may have.
    static func fullPage(title: String, restricted: Bool = true) -> TemplateValue {
        object([
            "title": .text(title),
            "description": .text("<日々の運用> に必要な手順と、お客様と当社の責任の分界を説明します。"),
            "url": .text("/manual/backup/"),
            "canonical": .text("https://www.infocms.example.jp/manual/backup/"),
            "is_home": .bool(false), "date": date("2026-04-01", "2026年4月1日"),
            "updated": date("2026-10-20", "2026年10月20日"), "owner": .text("運営事務局"),
            "review_by": date("2027-03-31", "2027年3月31日"),
            "label": restricted
                ? label("internal", "社外秘", lowest: false)
                : label("public", "公開", lowest: true),
            "handling": .list([object(["id": .text("no-print"), "name": .text("印刷禁止")])]),
            "marking": .text(restricted ? "社外秘・印刷禁止" : "公開"),
            "profiles": .list([
                object([
                    "id": .text("tlp"), "text": .text("TLP:AMBER+STRICT"), "tlp": .text("amber"),
                ]), object(["id": .text("customer"), "text": .text("秘")]),
            ]),
            "tags": .list([tag("バックアップ"), tag("運用")]),
            "toc": html(toc), "content": html(content),
            "breadcrumbs": .list([
                object(["title": .text("ホーム"), "url": .text("/")]),
                object(["title": .text("マニュアル"), "url": .text("/manual/")]),
            ]),
            "previous": object(["title": .text("利用者と権限"), "url": .text("/manual/users/")]),
            "next": object(["title": .text("監視とログ"), "url": .text("/manual/logs/")]),
            "alternates": alternates, "translation_missing": .bool(true),
            "fields": .list([
                object(["name": .text("種別"), "value": .text("メンテナンス")]),
                object(["name": .text("対象"), "value": .text("infoCMS10")]),
            ]),
        ])
    }

    /// The least that a page may have.
    static func plainPage(
        title: String, more: KeyValuePairs<String, TemplateValue> = [:]
    ) -> TemplateValue {
        let fields: KeyValuePairs<String, TemplateValue> = [
            "title": .text(title), "url": .text("/x/"),
            "canonical": .text("https://www.infocms.example.jp/x/"), "is_home": .bool(false),
            "content": html(""),
        ]
        return .object(
            (fields.map { $0 } + more.map { $0 }).map { (name: $0.key, value: $0.value) })
    }
}
