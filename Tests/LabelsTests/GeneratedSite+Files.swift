/// The project's files, as text by path.
extension GeneratedSite {
    var files: [String: String] {
        var files = ["Content/site.yml": Self.settings, "Content/labels.yml": Self.labels]
        for (path, page) in pages { files["Content/pages/" + path] = page.source }
        for (path, lines) in folders { files["Content/pages/\(path)/folder.yml"] = lines + "\n" }
        for (name, upload) in uploads {
            files["Content/uploads/" + name] = upload.content
            files["Content/uploads/\(name).yml"] =
                upload.label.lines.joined(separator: "\n") + "\n"
        }
        let redirects = redirects.sorted { $0.key < $1.key }
        files["Content/redirects.yml"] = redirects.map { "- {from: \($0), to: \($1)}\n" }.joined()
        let folder = "Content/whitepapers/w/"
        files[folder + "whitepaper.yml"] = whitepaper
        for (key, section) in sections {
            let parts = key.split(separator: "/")
            files[folder + "editions/\(parts[0])/section-\(parts[1]).md"] =
                "---\nid: \"\(parts[1])\"\ntitle: Section \(parts[1])\n"
                + section.label.lines.joined(separator: "\n") + "\n---\n\(section.text)\n"
        }
        return files
    }

    private var whitepaper: String {
        let facts = facts.sorted { $0.key < $1.key }.map { key, fact in
            "  \(key): {value: \(fact.value), \(fact.label.lines.joined(separator: ", "))}\n"
        }
        return """
            title: W
            product: P
            path: /w/
            label: public
            standard: S
            languages: [ja]
            facts:
            \(facts.joined())editions:
              - {version: "1.0", date: 2025-01-01, approver: A}
              - {version: "1.1", date: 2025-06-01, approver: A, changes: [{id: "1"}]}
            \(hiddenEdition.map { $0 + "\n" } ?? "")
            """
    }

    private static let settings = """
        title: Example
        url: https://www.example.jp/
        languages: [ja, en]
        taxonomies: [tags]
        page_size: 20
        navigation:
          - page: index.md
          - page: guide/a.md
        footer_navigation:
          - page: news/index.md
        collections:
          news: {feed: true, sort: date}
        outputs:
          public: {clearance: public}
          members: {clearance: members, handling: [no-copy]}
          staff: {clearance: internal, handling: [no-print]}
          board: {clearance: secret, handling: [no-copy, no-print]}

        """

    private static let labels = """
        levels: [{id: public}, {id: members}, {id: internal}, {id: secret}]
        handling: [{id: no-copy}, {id: no-print}]
        default: secret

        """
}
