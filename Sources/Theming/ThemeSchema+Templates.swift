/// The names that each template sees. `Themes/README.md` explains them to theme authors; a test
/// holds the two together.
extension ThemeSchema {
    /// The templates that every theme has.
    package static let requiredTemplates = [
        "page", "home", "list", "terms", "whitepaper", "404", "redirect",
    ]

    /// The templates without which a site has no pages of their kind.
    package static let optionalTemplates = ["control-history", "comparison"]

    /// What the template called `name` sees, in a theme whose strings have these keys.
    package static func template(_ name: String, textKeys: [String]) -> ThemeSchema {
        let common = common(textKeys: textKeys)
        switch name {
        case "list": return common.adding(.object(["list": list]))
        case "terms": return common.adding(.object(["terms": terms]))
        case "whitepaper": return common.adding(.object(["whitepaper": whitepaper]))
        case "control-history": return common.adding(.object(["item": item]))
        case "comparison": return common.adding(.object(["comparison": comparison]))
        case "404", "redirect": return common
        // page, home, and the templates that a theme adds for the front matter's `template`.
        default: return common.adding(.object(["list?": list, "recent?": recent]))
        }
    }

    /// What all templates see.
    static func common(textKeys: [String]) -> ThemeSchema {
        .object([
            "site": .object([
                "title": .text, "description?": .text, "url": .text, "home_url": .text,
                "organization?": .text, "language": .text,
            ]),
            "output": .text,
            "language": .text,
            "text": .object(textKeys.map { Field(name: $0, type: .text, isOptional: false) }),
            "assets": .object(["style": .text]),
            "feeds": .list(link),
            "navigation": navigation,
            "footer_navigation": navigation,
            "page": page,
        ])
    }

    private static let navigation = ThemeSchema.list(menuItem)

    /// Objects that occur in several places, under the names that `Themes/README.md` gives them.
    static let shapes: KeyValuePairs<String, ThemeSchema> = [
        "date": date, "label": label, "choice": choice, "profile": profile, "link": link,
        "tag": tag,
        "menu item": menuItem, "entry": entry, "edition": edition, "difference": difference,
    ]

    static let date = object(["iso": .text, "text": .text])
    static let link = object(["title": .text, "url": .text])
    private static let label = object(["id": .text, "name": .text, "is_lowest": .bool])
    private static let profile = object(["id": .text, "text": .text, "tlp?": .text])
    static let choice = object(["id": .text, "name": .text])
    private static let tag = object(["name": .text, "url": .text])
    private static let menuItem = object([
        "title": .text, "url": .text, "is_current": .bool, "is_within": .bool,
    ])

    private static let page = object([
        "title": .text, "description?": .text, "url": .text, "canonical": .text,
        "is_home": .bool, "date?": date, "updated?": date, "owner?": .text, "review_by?": date,
        "label?": label, "handling?": .list(choice), "marking?": .text,
        "profiles?": .list(profile), "tags?": .list(tag),
        "toc?": .html, "content": .html, "breadcrumbs?": .list(link), "previous?": link,
        "next?": link,
        "alternates?": .list([
            "language": .text, "name": .text, "url": .text, "is_current": .bool,
        ]),
        "translation_missing?": .bool, "noindex?": .bool, "redirect_to?": .text,
        "fields?": .list(["name": .text, "value": .text, "url?": .text]),
    ])

    private static let entry = object([
        "title": .text, "url": .text, "description?": .text, "date?": date, "label?": label,
        "tags?": .list(tag), "is_folder": .bool,
    ])

    private static let list = object([
        "entries?": .list(entry),
        "pagination?": .object([
            "number": .text, "count": .text, "previous_url?": .text, "next_url?": .text,
            "pages": .list(["number": .text, "url": .text, "is_current": .bool]),
        ]),
        "title?": .text, "feed_url?": .text,
    ])

    /// The newest entries of each collection, for the home page.
    private static let recent = list([
        "title": .text, "url": .text, "feed_url?": .text, "entries": .list(entry),
    ])

    private static let terms = list(["name": .text, "url": .text, "count": .text])
}

/// The whitepaper's template.
extension ThemeSchema {
    private static let whitepaper = object([
        "title": .text, "product": .text, "standard": .text, "label_name?": .text,
        "owner?": .text, "contact?": .text, "review_by?": date, "approver?": .text,
        "is_current": .bool, "is_draft": .bool, "current_url": .text, "version": .text,
        "date": date,
        "editions": .list([
            "version": .text, "date": date, "url": .text, "is_current": .bool, "is_this": .bool,
            "summary?": .text,
        ]),
        "history": history,
        "contents": .list([
            "number": .text, "title": .text, "url": .text, "is_control": .bool, "changed?": .bool,
        ]),
        "sections": sections,
        "matrix?": .list([
            "id": .text, "title": .text, "url": .text, "responsibility": choice,
            "iso27002_2022?": .text,
        ]),
        "responsibilities?": .list(["id": .text, "name": .text, "count": .text]),
        "comparisons?": .list([
            "old": .text, "new": .text, "url": .text, "with_previous": .bool,
            "with_current": .bool,
        ]),
        "not_covered?": .list(["id": .text, "title": .text, "reason": .text]),
        "facts?": .list(["key": .text, "value": .text]),
        "downloads?": .list([
            "name": .text, "url": .text, "purpose": .text, "media_type": .text, "size": .text,
            "sha256": .text,
        ]),
    ])

    private static let history = list([
        "version": .text, "date": date, "approver?": .text, "summary?": .text,
        "changes?": .list(["id": .text, "title": .text, "url?": .text, "summary?": .text]),
    ])

    private static let sections = list([
        "number": .text, "title": .text, "anchor": .text, "is_control": .bool,
        "is_section": .bool, "level": .text, "body": .html, "history": .bool,
        "permalink": .text, "history_url?": .text,
        "changed?": .object(["version": .text, "url?": .text]),
        "outdated_translation?": .object([
            "edition": .text, "original_edition": .text, "original_url": .text,
        ]),
        "control?": .object([
            "id": .text, "title": .text, "title_other?": .text, "responsibility": choice,
            "customer_actions?": .list(.text), "evidence?": .list(.text),
            "iso27002_2022?": .text, "changed_in?": .text, "current_url?": .text,
        ]),
    ])
}
