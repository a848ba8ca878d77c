import SiteFixtures
import TestSupport

/// A site of three hundred pages on four levels with two marks, made from a seed: two languages,
/// tags, a collection with a feed, lists of several pages, uploads, former URLs, redirects, a
/// whitepaper with facts, and portions. It can be changed above any output's clearance.
struct GeneratedSite {
    struct Upload {
        var label: GeneratedLabel
        var content: String
    }

    /// A section of the whitepaper, by `EDITION/NUMBER`.
    struct Section {
        var label: GeneratedLabel
        var text: String
    }

    struct Fact {
        var label: GeneratedLabel
        var value: String
    }

    /// By path below pages/.
    var pages: [String: GeneratedPage] = [:]
    /// By path below uploads/.
    var uploads: [String: Upload] = [:]
    /// Lines of folder.yml, by path below pages/.
    var folders: [String: String] = [:]
    var sections: [String: Section] = [:]
    var facts: [String: Fact] = [:]
    /// Lines below the whitepaper's editions.
    var hiddenEdition: String?
    var redirects: [String: String] = [:]
    var random: SplitMix
    /// Public pages that others may lead to; nothing changes them.
    private(set) var targets: [String] = []
    var count = 0

    static let places = ["", "guide/", "guide/deep/", "news/", "handbook/", "reports/2025/"]
    static let tags = ["alpha", "beta", "gamma", "責任", "delta"]

    init(seed: UInt64, pages amount: Int = 300) {
        random = SplitMix(seed: seed)
        folders["news"] = "collection: news\ntitle: {ja: お知らせ, en: News}"
        for path in ["index.md", "news/index.md", "index.en.md", "guide/a.md", "guide/a.en.md"] {
            pages[path] = page(.lowest)
            targets.append(path)
        }
        for number in 0..<6 {
            let label = number < 2 ? GeneratedLabel.lowest : .any(using: &random)
            facts["fact.\(number)"] = Fact(label: label, value: "value \(number)")
            sections["1.0/\(number + 1)"] = Section(label: label, text: "Part \(number).")
        }
        sections["1.1/1"] = Section(label: .lowest, text: "Part 0, changed.")
        while pages.count < amount {
            let label = Bool.random(using: &random) ? .lowest : GeneratedLabel.any(using: &random)
            add(label)
        }
        redirects = ["/former/": "/guide/a/", "/elsewhere/": "https://www.example.com/"]
    }

    /// Adds a page somewhere, now and then with a translation.
    mutating func add(_ label: GeneratedLabel) {
        let place = Self.places.randomElement(using: &random) ?? ""
        let path = "\(place)p\(next()).md"
        pages[path] = page(label)
        if Int.random(in: 0..<6, using: &random) == 0 {
            pages[String(path.dropLast(3)) + ".en.md"] = page(label)
        }
    }

    /// A page that leads to public pages only, and may hold portions above it.
    mutating func page(_ label: GeneratedLabel) -> GeneratedPage {
        let number = next()
        var page = GeneratedPage(
            title: "Page \(Int.random(in: 0..<1000, using: &random)) of \(label.words)",
            label: label, date: "202\(number % 6)-0\(number % 9 + 1)-1\(number % 10)",
            text: "Number \(number).")
        page.tags = Self.tags.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        if Bool.random(using: &random) { page.order = number % 10 }
        if Bool.random(using: &random) { page.description = "About \(number)" }
        if number.isMultiple(of: 9) { page.aliases = ["/was-\(number)/"] }
        if let target = targets.randomElement(using: &random) { page.links = [target] }
        if number.isMultiple(of: 5) { page.upload = upload(label) }
        if number.isMultiple(of: 3) { page.portions = [portion(within: label)] }
        return page
    }

    mutating func upload(_ label: GeneratedLabel) -> String {
        let name = "folder-\(count % 4)/u\(next()).txt"
        uploads[name] = Upload(label: label, content: "content \(count)")
        return name
    }

    /// A portion that ranks no lower than what is around it.
    mutating func portion(
        within label: GeneratedLabel, _ own: GeneratedLabel? = nil
    ) -> GeneratedPage.Portion {
        let own = own ?? .any(using: &random)
        let effective = own.joined(with: label)
        let known = facts.filter { $0.value.label.flows(to: effective) }.keys.sorted()
        return GeneratedPage.Portion(
            label: own, number: next(), hasFootnote: Bool.random(using: &random),
            form: Int.random(in: 0..<6, using: &random),
            upload: Bool.random(using: &random) ? upload(effective) : nil,
            fact: Bool.random(using: &random) ? known.randomElement(using: &random) : nil)
    }

    mutating func next() -> Int {
        count += 1
        return count
    }
}
