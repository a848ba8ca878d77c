import Core
import Markdown
import Theming

/// What a theme makes of a page's text.
enum TemplateWork {
    /// Fills the default theme's template for pages with all of them.
    static func fill(_ pages: [GeneratedPage]) -> Part.Work {
        guard let theme = Theme.load(.builtIn).0 else {
            preconditionFailure("the default theme is wrong")
        }
        let values = pages.map { value(of: $0, theme) }
        return {
            values.reduce(0) { written, value in
                var writer = ByteWriter(reservingCapacity: 20_000)
                theme.render("page", value, into: &writer)
                return written + writer.count
            }
        }
    }

    private static func value(of page: GeneratedPage, _ theme: Theme) -> TemplateValue {
        let menu = ["製品", "マニュアル", "セキュリティ", "お知らせ", "サポート"].map { title in
            object([
                "title": .text(title), "url": .text("/\(title)/"), "is_current": .bool(false),
                "is_within": .bool(title == "製品"),
            ])
        }
        return object([
            "site": object([
                "title": .text("情報"), "url": .text("https://www.example.jp/"),
                "home_url": .text("/"), "language": .text("ja"),
            ]),
            "output": .text("public"), "language": .text("ja"), "text": theme.text(in: "ja"),
            "assets": object(["style": .text("/assets/\(theme.stylesheetPath)")]),
            "feeds": .list([link("お知らせ", "/feed.xml")]), "navigation": .list(menu),
            "footer_navigation": .list(menu), "page": self.page(page),
        ])
    }

    private static func page(_ page: GeneratedPage) -> TemplateValue {
        let (content, made) = TextWork.html(of: page)
        var contents = ByteWriter()
        TableOfContents(made.headings).write(into: &contents)
        let url = "/" + page.route
        return object([
            "title": .text("情報の管理 & \(page.number)"), "description": .text("<記録>の保護は方針です。"),
            "url": .text(url), "canonical": .text("https://www.example.jp" + url),
            "is_home": .bool(false),
            "date": object(["iso": .text("2026-04-01"), "text": .text("2026年4月1日")]),
            "label": object([
                "id": .text("public"), "name": .text("公開"), "is_lowest": .bool(true),
            ]),
            "marking": .text("公開"),
            "tags": .list([tag("guide"), tag("運用")]), "toc": .html(contents.bytes),
            "content": .html(content),
            "breadcrumbs": .list([link("ホーム", "/"), link("区分", "/\(page.folder)/")]),
            "previous": link("前の記事", "/previous/"), "next": link("次の記事", "/next/"),
        ])
    }

    private static func object(_ fields: KeyValuePairs<String, TemplateValue>) -> TemplateValue {
        .object(fields.map { (name: $0, value: $1) })
    }

    private static func link(_ title: String, _ url: String) -> TemplateValue {
        object(["title": .text(title), "url": .text(url)])
    }

    private static func tag(_ name: String) -> TemplateValue {
        object(["name": .text(name), "url": .text("/tags/\(name)/")])
    }
}
