import Theming

/// A whitepaper of two sections and three controls, with every name that it may have.
extension SampleValues {
    static func whitepaper(_ theme: Theme, isCurrent: Bool) -> TemplateValue {
        let title = "infoCMS10 セキュリティホワイトペーパー"
        let page = object([
            "title": .text(title), "url": .text("/security/whitepaper/"),
            "description": .text("クラウドサービスの情報セキュリティ管理策について、当社の取組とお客様との責任の分界を説明します。"),
            "canonical": .text("https://www.infocms.example.jp/security/whitepaper/"),
            "is_home": .bool(false), "label": label("public", "公開", lowest: true),
            "marking": .text("公開"), "content": html(""),
            "breadcrumbs": .list([
                object(["title": .text("ホーム"), "url": .text("/")]),
                object(["title": .text("セキュリティ"), "url": .text("/security/")]),
            ]),
            "alternates": alternates,
        ])
        return root(
            theme, page: page,
            more: [
                "whitepaper": object([
                    "title": .text(title), "product": .text("infoCMS10"),
                    "standard": .text("ISO/IEC 27017:2015"), "label_name": .text("公開"),
                    "owner": .text("情報セキュリティ委員会"),
                    "contact": .text("security@infocms.example.jp"),
                    "review_by": date("2027-03-31", "2027年3月31日"),
                    "approver": .text("情報セキュリティ委員会"), "is_current": .bool(isCurrent),
                    "is_draft": .bool(false), "current_url": .text("/security/whitepaper/"),
                    "version": .text(isCurrent ? "1.3" : "1.2"),
                    "date": date("2025-02-03", "2025年2月3日"), "editions": editions,
                    "history": history, "contents": contents, "sections": sections(isCurrent),
                    "matrix": matrix,
                    "not_covered": .list([
                        object([
                            "id": .text("9.1.2"), "title": .text("ネットワーク及びネットワークサービスへのアクセス"),
                            "reason": .text("この管理策の手引は、クラウドサービスを利用する側（お客様）に向けたものです。"),
                        ])
                    ]),
                    "facts": .list([
                        object(["key": .text("backup.generations"), "value": .text("3")])
                    ]),
                    "downloads": downloads, "comparisons": comparisons,
                    "responsibilities": .list([
                        object(["id": .text("provider"), "name": .text("当社"), "count": .text("1")]),
                        object([
                            "id": .text("shared"), "name": .text("当社とお客様"), "count": .text("2"),
                        ]),
                    ]),
                ])
            ])
    }

    private static let comparisons = TemplateValue.list(
        [("1.2", true), ("1.0", false)].map { old, isPrevious in
            object([
                "old": .text(old), "new": .text("1.3"),
                "url": .text("/security/whitepaper/compare/\(old)..1.3/"),
                "with_previous": .bool(isPrevious), "with_current": .bool(true),
            ])
        })

    private static let downloads = TemplateValue.list([
        object([
            "name": .text("controls.csv"), "url": .text("/security/whitepaper/1.3/controls.csv"),
            "purpose": .text("管理策の一覧表"), "media_type": .text("text/csv"),
            "size": .text("12,345"),
            "sha256": .text(String(repeating: "0123456789abcdef", count: 4)),
        ])
    ])

    private static let editions = TemplateValue.list(
        [
            ("1.3", "2025-02-03", "2025年2月3日", "バックアップの記載を改めました。"),
            ("1.2", "2024-07-01", "2024年7月1日", "方針の所在を改めました。"),
            ("1.0", "2022-06-01", "2022年6月1日", "初版"),
        ].map { version, iso, text, summary in
            object([
                "version": .text(version), "date": date(iso, text),
                "url": .text("/security/whitepaper/\(version)/"),
                "is_current": .bool(version == "1.3"), "is_this": .bool(version == "1.3"),
                "summary": .text(summary),
            ])
        })

    private static let history = TemplateValue.list([
        object([
            "version": .text("1.3"), "date": date("2025-02-03", "2025年2月3日"),
            "approver": .text("情報セキュリティ委員会"), "summary": .text("バックアップの記載を改めました。"),
            "changes": .list([
                object([
                    "id": .text("12.3.1"), "title": .text("情報のバックアップ"),
                    "url": .text("#12.3.1"), "summary": .text("世代の数を明記しました。"),
                ])
            ]),
        ]),
        object([
            "version": .text("1.0"), "date": date("2022-06-01", "2022年6月1日"),
            "approver": .text("情報セキュリティ委員会"), "summary": .text("初版"),
        ]),
    ])

    private static let outline = [
        ("1", "はじめに", "section-1", false), ("1.1", "この文書の目的", "section-1.1", false),
        ("3.2", "管理策ごとの取組", "section-3.2", false),
        ("6.1.1", "情報セキュリティの役割及び責任", "6.1.1", true),
        ("CLD.6.3.1", "クラウドコンピューティング環境における役割及び責任の共有及び分担", "CLD.6.3.1", true),
        ("12.3.1", "情報のバックアップ", "12.3.1", true), ("4", "改訂履歴", "section-4", false),
    ]

    private static let contents = TemplateValue.list(
        outline.map { number, title, anchor, isControl in
            object([
                "number": .text(number), "title": .text(title), "url": .text("#\(anchor)"),
                "is_control": .bool(isControl), "changed": .bool(number == "12.3.1"),
            ])
        })

    private static func sections(_ isCurrent: Bool) -> TemplateValue {
        .list(
            outline.map { number, title, anchor, isControl in
                let isTop = !number.contains(".")
                let body =
                    isTop
                    ? "" : "<p>当社は、サービスの基盤の運用に責任を持ち、バックアップを<strong>毎日</strong>、3 世代取得します。</p>"
                let section = object([
                    "number": .text(number), "title": .text(title), "anchor": .text(anchor),
                    "is_control": .bool(isControl), "is_section": .bool(!isControl),
                    "level": .text(isTop ? "2" : "3"), "body": html(body),
                    "history": .bool(number == "4"),
                    "permalink": .text(
                        "https://www.infocms.example.jp/security/whitepaper/1.3/#\(anchor)"),
                    "history_url": .text("/security/whitepaper/history/\(anchor.lowercased())/"),
                ])
                guard isControl, case .object(let fields) = section else { return section }
                let more = [(name: "control", value: control(number, isCurrent))]
                return .object(fields + (number == "12.3.1" ? change : []) + more)
            })
    }

    private static let change = [
        (
            name: "changed",
            value: object([
                "version": .text("1.3"),
                "url": .text("/security/whitepaper/compare/1.2..1.3/#12.3.1"),
            ])
        ),
        (
            name: "outdated_translation",
            value: object([
                "edition": .text("1.2"), "original_edition": .text("1.3"),
                "original_url": .text("/security/whitepaper/1.3/#12.3.1"),
            ])
        ),
    ]

    private static func control(_ id: String, _ isCurrent: Bool) -> TemplateValue {
        let common: [(name: String, value: TemplateValue)] = [
            ("id", .text(id)), ("title", .text("情報のバックアップ")),
            ("title_other", .text("Information backup")),
            (
                "responsibility",
                id == "6.1.1"
                    ? object(["id": .text("provider"), "name": .text("当社")])
                    : object(["id": .text("shared"), "name": .text("当社とお客様")])
            ),
            (
                "customer_actions",
                .list([.text("復元の手順を年に一度確かめる。"), .text("保存の期間が要件に合うことを確かめる。")])
            ),
            ("evidence", .list([.text("バックアップ運用手順書 第 4 版")])),
            ("iso27002_2022", .text("8.13")), ("changed_in", .text("1.3")),
        ]
        let current = (
            name: "current_url", value: TemplateValue.text("/security/whitepaper/#\(id)")
        )
        return .object(isCurrent ? common : common + [current])
    }

    private static let matrix = TemplateValue.list(
        outline.filter(\.3).map { number, title, anchor, _ in
            object([
                "id": .text(number), "title": .text(title), "url": .text("#\(anchor)"),
                "iso27002_2022": .text("8.13"),
                "responsibility": number == "6.1.1"
                    ? object(["id": .text("provider"), "name": .text("当社")])
                    : object(["id": .text("shared"), "name": .text("当社とお客様")]),
            ])
        })
}
