import Building
import Core
import SiteFixtures
import TestSupport

/// A site of three levels, one mark and three outputs, in Japanese and English.
enum LabelledSite {
    static let settings = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        languages: [ja, en]
        taxonomies: [tags]
        page_size: 5
        navigation:
          - page: index.md
          - page: handbook/index.md
        collections:
          news: {feed: true, sort: date}
        outputs:
          public: {clearance: public}
          members: {clearance: members}
          staff: {clearance: internal, handling: [no-print]}

        """

    static let labels = """
        -- Content/labels.yml --
        levels:
          - {id: public, name: {ja: 公開, en: Public}}
          - {id: members, name: {ja: 会員限定, en: Members}}
          - {id: internal, name: {ja: 社外秘, en: Internal}}
        handling:
          - {id: no-print, name: {ja: 印刷禁止, en: Do not print}}
        default: members

        """

    static func page(_ path: String, _ lines: String = "", text: String = "Text.") -> String {
        "-- Content/pages/\(path) --\n---\ntitle: \(path)\n\(lines)---\n\(text)\n"
    }

    static func build(_ pages: String...) throws -> BuiltSite {
        try BuiltSite(
            settings + labels + page("index.md", "label: public\n")
                + page("handbook/index.md") + pages.joined())
    }
}
