import Theming

/// The history of a control and the comparison of two editions, with every name that they may have.
extension SampleValues {
    static func history(_ theme: Theme) -> TemplateValue {
        root(
            theme, page: fullPage(title: "12.3.1 情報のバックアップの履歴", restricted: false),
            more: ["item": item])
    }

    static func comparison(_ theme: Theme) -> TemplateValue {
        root(
            theme, page: fullPage(title: "第1.2版と第1.3版の比較", restricted: false),
            more: ["comparison": comparison])
    }

    static let item = object([
        "number": .text("12.3.1"), "title": .text("情報のバックアップ"),
        "title_other": .text("Information backup"), "is_control": .bool(true),
        "iso27002_2022": .text("8.13"), "current_url": .text("/security/whitepaper/#12.3.1"),
        "whitepaper": whitepaperLink, "entries": .list(itemEntries),
    ])

    static let comparison = object([
        "whitepaper": whitepaperLink, "old": edition("1.2", isCurrent: false),
        "new": edition("1.3", isCurrent: true), "changed": links, "added": links,
        "removed": links, "renamed": links, "moved": links,
        "items": .list([
            object([
                "number": .text("12.3.1"), "title": .text("情報のバックアップ"),
                "anchor": .text("12.3.1"), "is_control": .bool(true), "is_changed": .bool(true),
                "is_added": .bool(false), "is_removed": .bool(false), "is_renamed": .bool(true),
                "is_moved": .bool(true), "old_url": .text("/security/whitepaper/1.2/#12.3.1"),
                "new_url": .text("/security/whitepaper/1.3/#12.3.1"),
                "history_url": .text("/security/whitepaper/history/12.3.1/"),
                "difference": difference,
            ])
        ]),
    ])

    private static let whitepaperLink = object([
        "title": .text("infoCMS10 セキュリティホワイトペーパー"), "url": .text("/security/whitepaper/"),
    ])

    private static let links = TemplateValue.list([
        object(["title": .text("12.3.1 情報のバックアップ"), "url": .text("#12.3.1")])
    ])

    private static let difference = object([
        "title": changed, "statement": changed, "responsibility": changed,
        "customer_actions": changed, "evidence": changed,
    ])

    private static let changed = html(
        "<p class=\"comparison-edited\">取得<del class=\"comparison-removed\">する</del>"
            + "<ins class=\"comparison-added\">します</ins>。</p>")

    private static func edition(_ version: String, isCurrent: Bool) -> TemplateValue {
        object([
            "version": .text(version), "date": date("2025-02-03", "2025年2月3日"),
            "url": .text("/security/whitepaper/\(version)/#12.3.1"),
            "is_current": .bool(isCurrent),
        ])
    }

    private static let itemEntries = [("1.3", false), ("1.0", true)].map { version, isFirst in
        object([
            "edition": edition(version, isCurrent: !isFirst), "anchor": .text(version),
            "approver": .text("情報セキュリティ委員会"), "summary": .text("世代の数を明記しました。"),
            "is_first": .bool(isFirst), "is_withdrawn": .bool(false),
            "responsibility": object(["id": .text("shared"), "name": .text("当社とお客様")]),
            "body": html("<p>毎日取得します。</p>"), "customer_actions": .list([.text("復元を確かめる。")]),
            "evidence": .list([.text("手順書")]), "difference": difference,
            "comparison_url": .text("/security/whitepaper/compare/1.2..1.3/#12.3.1"),
        ])
    }
}
