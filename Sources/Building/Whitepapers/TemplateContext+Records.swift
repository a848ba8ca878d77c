import Comparison
import Content
import Core
import Labels
import Theming
import Whitepapers

extension TemplateContext {
    /// What a page of several editions tells its template as every page does.
    ///
    /// - Parameter versions: Languages and paths of the page in all languages, itself included.
    func members(
        of place: RecordPlace, title: String, label: Label,
        versions: [(language: String, path: String)]
    ) -> Members {
        var members = basics(title: title, description: nil, route: place.path)
        members += marking(label)
        members.append(("content", .html([])))
        let current = place.paper.sites[place.output]?.currentURL(language: site.language) ?? "/"
        let name = place.paper.whitepaper.declaration.title.text(in: site.language)
        members.append(("breadcrumbs", trail(to: current, named: name)))
        if versions.count > 1 {
            let alternates = versions.map { version in
                TemplateValue.object([
                    ("language", .text(version.language)),
                    ("name", .text(languageName(version.language))),
                    ("url", .text(project.url(version.path))),
                    ("is_current", .bool(version.language == site.language)),
                ])
            }
            members.append(("alternates", .list(alternates)))
        }
        return members
    }

    /// The heading of a comparison.
    func title(of comparison: PlannedWhitepaper.Comparison) -> String {
        let (old, new) = (comparison.old.version, comparison.new.version)
        return site.language == "ja"
            ? "第\(old)版と第\(new)版の比較" : "Editions \(old) and \(new) compared"
    }

    /// The heading of an item's history.
    func title(ofHistory record: ItemRecord) -> String {
        let name = record.item.id + " " + record.title
        return site.language == "ja" ? name + "の履歴" : "History of " + name
    }

    /// The words that a comparison adds; English for every language but Japanese.
    var comparisonWords: ComparisonWords {
        ComparisonWords(MessageLanguage(rawValue: site.language) ?? .en)
    }

    /// The value of `difference`; nil where nothing differs.
    func value(of difference: ItemDifference, idPrefix: String) -> TemplateValue? {
        if difference.isEmpty { return nil }
        let parts = difference.html(comparisonWords, idPrefix: idPrefix)
        return .object(parts.map { ($0.part.rawValue, .html($0.html)) })
    }

    /// The value of an edition that a page leads to.
    func value(of edition: Edition, at place: RecordPlace) -> TemplateValue {
        let own = place.paper.sites[place.output]
        let url = own?.url(of: edition, language: site.language) ?? "/"
        return .object([
            ("version", .text(edition.version)), ("date", date(edition.date)),
            ("url", .text(project.url(url))),
            ("is_current", .bool(own?.current?.version == edition.version)),
        ])
    }

    /// The whitepaper's title, and its current edition.
    func whitepaperLink(_ place: RecordPlace) -> TemplateValue {
        let current = place.paper.sites[place.output]?.currentURL(language: site.language) ?? "/"
        return link(place.paper.whitepaper.declaration.title.text(in: site.language), current)
    }

    /// The URL of an item on an edition's page.
    func url(of item: EditionItem, in edition: Edition, at place: RecordPlace) -> String? {
        place.paper.sites[place.output].map {
            project.url($0.url(of: edition, language: site.language)) + "#" + item.anchor
        }
    }
}
