import Theming

/// One value for each template of the default theme.
extension SampleValues {
    static func all(_ theme: Theme) -> [(name: String, template: String, value: TemplateValue)] {
        [
            ("page", "page", root(theme, page: fullPage(title: "バックアップと復元"))),
            ("plain", "page", root(theme, page: plainPage(title: "短いページ"))),
            ("home", "home", home(theme)),
            (
                "list", "list",
                root(
                    theme, page: fullPage(title: "お知らせ", restricted: false), more: ["list": list])
            ),
            (
                "terms", "terms",
                root(
                    theme, page: plainPage(title: "タグ"),
                    more: [
                        "terms": .list(
                            ["バックアップ", "運用", "障害", "脆弱性", "メンテナンス"].map { name in
                                object([
                                    "name": .text(name), "url": .text("/tags/\(name)/"),
                                    "count": .text("12"),
                                ])
                            })
                    ])
            ),
            ("whitepaper", "whitepaper", whitepaper(theme, isCurrent: true)),
            ("whitepaper-old", "whitepaper", whitepaper(theme, isCurrent: false)),
            ("control-history", "control-history", history(theme)),
            ("comparison", "comparison", comparison(theme)),
            (
                "404", "404",
                root(
                    theme, page: plainPage(title: "ページが見つかりません", more: ["noindex": .bool(true)]))
            ),
            (
                "redirect", "redirect",
                root(
                    theme,
                    page: plainPage(
                        title: "移動しました",
                        more: [
                            "noindex": .bool(true),
                            "redirect_to": .text("/manual/backup/?a=1&b=2"),
                        ]))
            ),
            (
                "gone", "redirect",
                root(theme, page: plainPage(title: "終了", more: ["noindex": .bool(true)]))
            ),
        ]
    }

    static func home(_ theme: Theme) -> TemplateValue {
        let page = object([
            "title": .text("情報を、確かに届ける CMS"),
            "description": .text(
                "infoCMS10 は、企業と公共団体のためのコンテンツ管理システムです。作成から公開までを、ひとつのクラウドサービスで支えます。"),
            "url": .text("/"), "canonical": .text("https://www.infocms.example.jp/"),
            "is_home": .bool(true), "label": label("public", "公開", lowest: true),
            "marking": .text("公開"), "content": html(homeContent), "alternates": alternates,
        ])
        return root(
            theme, page: page,
            more: [
                "recent": .list([
                    object([
                        "title": .text("お知らせ"), "url": .text("/notices/"),
                        "feed_url": .text("/notices/feed.xml"), "entries": .list(entries),
                    ])
                ])
            ])
    }

    static let entries = [
        entry("infoCMS10 定期メンテナンスのお知らせ（12月）", "2026-11-20", "2026年11月20日", "メンテナンス"),
        entry("画像変換ライブラリーの脆弱性への対応について", "2026-11-05", "2026年11月5日", "脆弱性", true),
        entry("infoCMS10 バージョン 10.8 を公開しました", "2026-10-28", "2026年10月28日", "リリース"),
    ]

    static func entry(
        _ title: String, _ iso: String, _ date: String, _ tag: String, _ restricted: Bool = false
    ) -> TemplateValue {
        object([
            "title": .text(title), "url": .text("/notices/\(iso)/"),
            "description": .text("対象の環境、影響のある機能、お客様に実施いただく作業をまとめています。"),
            "date": self.date(iso, date),
            "label": restricted
                ? label("members", "会員限定", lowest: false) : label("public", "公開", lowest: true),
            "tags": .list([self.tag(tag)]), "is_folder": .bool(false),
        ])
    }

    static let list = object([
        "entries": .list(
            entries + [
                object([
                    "title": .text("過去のお知らせ"), "url": .text("/notices/archive/"),
                    "is_folder": .bool(true),
                ])
            ]),
        "pagination": object([
            "number": .text("2"), "count": .text("3"), "previous_url": .text("/notices/"),
            "next_url": .text("/notices/page/3/"),
            "pages": .list(
                (1...3).map { number in
                    object([
                        "number": .text("\(number)"), "url": .text("/notices/page/\(number)/"),
                        "is_current": .bool(number == 2),
                    ])
                }),
        ]),
        "feed_url": .text("/notices/feed.xml"),
    ])
}
