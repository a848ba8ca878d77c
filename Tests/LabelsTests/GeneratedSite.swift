import TestSupport

/// A site of sixty pages on three levels, made from a seed, that can be changed page by page.
struct GeneratedSite {
    struct Page {
        var title: String
        var label: String
        var tags: [String]
        var date: String
        var order: Int?
        var aliases: [String] = []
        var text: String

        var source: String {
            var lines = ["title: \(title)", "label: \(label)", "date: \(date)"]
            if !tags.isEmpty { lines.append("tags: [\(tags.joined(separator: ", "))]") }
            if let order { lines.append("order: \(order)") }
            if !aliases.isEmpty { lines.append("aliases: [\(aliases.joined(separator: ", "))]") }
            return "---\n" + lines.joined(separator: "\n") + "\n---\n" + text + "\n"
        }
    }

    /// By path below pages/.
    var pages: [String: Page] = [:]
    var random: SplitMix

    static let folders = ["", "guide/", "guide/deep/", "news/", "handbook/"]
    static let tags = ["alpha", "beta", "gamma", "責任", "delta"]

    init(seed: UInt64) {
        random = SplitMix(seed: seed)
        for path in ["index.md", "news/index.md", "index.en.md"] {
            pages[path] = made(label: "public", number: 0)
        }
        pages["handbook/index.md"] = made(label: "members", number: 0)
        for number in 1...56 {
            let label = ["public", "members", "internal"][number % 3]
            let folder = Self.folders.randomElement(using: &random) ?? ""
            pages["\(folder)p\(number).md"] = made(label: label, number: number)
            if number.isMultiple(of: 7) {
                pages["\(folder)p\(number).en.md"] = made(label: label, number: number)
            }
        }
    }

    /// A page whose text leads to public pages only.
    mutating func made(label: String, number: Int) -> Page {
        let open = pages.filter { $0.value.label == "public" }.keys.sorted()
        let target = open.randomElement(using: &random)
        let text = target.map { "See [it](/\($0)).\n\n## Heading \(number)" } ?? "Text."
        return Page(
            title: "Page \(Int.random(in: 0..<1000, using: &random)) of \(label)", label: label,
            tags: Self.tags.filter { _ in Bool.random(using: &random) },
            date: "202\(number % 6)-0\(number % 9 + 1)-1\(number % 10)",
            order: Bool.random(using: &random) ? number % 10 : nil, text: text)
    }

    /// The paths of pages with a label, sorted.
    func paths(labelled label: String) -> [String] {
        pages.filter { $0.value.label == label }.keys.sorted()
    }

    /// The whole project as one text.
    var archive: String {
        let files = pages.sorted { $0.key < $1.key }.map { path, page in
            "-- Content/pages/\(path) --\n" + page.source
        }
        return LabelledSite.settings + LabelledSite.labels
            + "-- Content/pages/news/folder.yml --\ncollection: news\n" + files.joined()
    }
}

extension GeneratedSite {
    /// Changes, adds or removes something internal.
    ///
    /// - Returns: What was done, in words.
    mutating func mutate() -> String {
        let closed = paths(labelled: "internal")
        let folder = Self.folders.randomElement(using: &random) ?? ""
        let number = Int.random(in: 100..<100_000, using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0:
            guard let path = closed.randomElement(using: &random) else { return "nothing" }
            pages[path] = nil
            return "\(path) removed"
        case 1:
            pages["\(folder)new\(number).md"] = made(label: "internal", number: number)
            return "\(folder)new\(number).md added"
        case 2:
            pages["\(folder)index.md"] =
                pages["\(folder)index.md"] ?? made(label: "internal", number: number)
            return "\(folder)index.md added, where there was none"
        case 3:
            let open = (paths(labelled: "public") + paths(labelled: "members")).filter {
                !$0.hasSuffix(".en.md")
            }
            guard let path = open.randomElement(using: &random) else { return "nothing" }
            let english = String(path.dropLast(3)) + ".en.md"
            pages[english] = pages[english] ?? made(label: "internal", number: number)
            return "\(english) added, where there was none"
        case 4:
            pages["vault\(number)/deep/x.md"] = made(label: "internal", number: number)
            return "a folder of internal pages added"
        default:
            guard let path = closed.randomElement(using: &random) else { return "nothing" }
            pages[path] = made(label: "internal", number: number)
            pages[path]?.aliases = ["/former-\(number)/"]
            pages[path]?.tags += ["tag\(number)"]
            return "\(path) written anew"
        }
    }
}
