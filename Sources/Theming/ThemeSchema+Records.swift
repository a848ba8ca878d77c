/// The templates of what Hakusho makes of several editions.
extension ThemeSchema {
    /// An edition that a page leads to.
    static let edition = object([
        "version": .text, "date": date, "url": .text, "is_current": .bool,
    ])

    /// The parts of an item that differ, each as HTML with `ins` and `del`.
    static let difference = object([
        "title?": .html, "statement?": .html, "responsibility?": .html, "customer_actions?": .html,
        "evidence?": .html,
    ])

    /// What `control-history` shows.
    static let item = object([
        "number": .text, "title": .text, "title_other?": .text, "is_control": .bool,
        "iso27002_2022?": .text, "current_url?": .text, "whitepaper": link,
        "entries": .list([
            "edition": edition, "anchor": .text, "approver?": .text, "summary?": .text,
            "is_first": .bool, "is_withdrawn": .bool, "responsibility?": choice,
            "body?": .html, "customer_actions?": .list(.text), "evidence?": .list(.text),
            "difference?": difference, "comparison_url?": .text,
        ]),
    ])

    /// What `comparison` shows.
    static let comparison = object([
        "whitepaper": link, "old": edition, "new": edition,
        "changed?": .list(link), "added?": .list(link), "removed?": .list(link),
        "renamed?": .list(link), "moved?": .list(link),
        "items?": .list([
            "number": .text, "title": .text, "anchor": .text, "is_control": .bool,
            "is_changed": .bool, "is_added": .bool, "is_removed": .bool, "is_renamed": .bool,
            "is_moved": .bool, "old_url?": .text, "new_url?": .text, "history_url?": .text,
            "difference?": difference,
        ]),
    ])
}
