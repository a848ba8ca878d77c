import ArgumentParser
import Comparison
import Core
import Whitepapers

/// `hakusho whitepaper diff`: what differs between two editions.
struct WhitepaperDiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what differs between two editions, word by word.",
        discussion: """
            Removed words stand in [- -], added ones in {+ +}; on a terminal they are red and \
            green, unless NO_COLOR is set. With --format json it lists the sections and controls \
            that changed.
            """)

    @Argument(help: "The older edition, such as 1.2.")
    var old: String

    @Argument(help: "The newer edition, such as 1.3.")
    var new: String

    @Argument(help: "Only this section or control, such as 12.3.1.")
    var item: String?

    @Option(help: "The texts' language (default: that of the messages, else the original's).")
    var language: String?

    @OptionGroup var whitepaper: WhitepaperOptions

    func run() async throws {
        let desk = try whitepaper.open()
        let paper = desk.whitepaper
        let language = try language(desk)
        let comparison = try desk.attempt { () throws(WhitepaperRefusal) in
            let (from, to) = (try paper.edition(named: old), try paper.edition(named: new))
            var key: ItemKey?
            if let item {
                guard
                    let found = paper.item(named: item, in: to)
                        ?? paper.item(named: item, in: from)
                else { throw paper.unknownItem(item, in: to) }
                key = found.key
            }
            return paper.comparison(from: from, to: to, of: key, language: language)
        }
        if desk.options.format == .json {
            try desk.print([
                "version": 1, "from": .string(old), "to": .string(new),
                "language": .string(language),
                "changed": .array(comparison.changedKeys.map(JSONValue.string)),
                "items": .array(comparison.items.filter(\.isChanged).map(json)),
            ])
            return
        }
        let words = ComparisonWords(desk.options.language)
        let text = comparison.text(isColoured: Machine.printsColours, words: words)
        try desk.report.print(Array(text.utf8))
        if text.isEmpty {
            desk.report.tell(Message(en: "no difference", ja: "違いはありません"))
        }
    }

    private func language(_ desk: WhitepaperDesk) throws -> String {
        let known = desk.whitepaper.languages
        guard let language else {
            let own = desk.options.language.rawValue
            return known.contains(own) ? own : known[0]
        }
        if known.contains(language) { return language }
        let list = known.joined(separator: ", ")
        throw desk.options.misuse(
            Message(
                en: "the whitepaper has no language '\(language)'; it has \(list)",
                ja: "このホワイトペーパーに言語「\(language)」はありません。あるもの: \(list)"))
    }

    private func json(_ item: DocumentComparison.Item) -> JSONValue {
        [
            "id": .string(item.key), "state": .string("\(item.state)"),
            "renamed": .bool(item.isRenamed), "moved": .bool(item.isMoved),
            "text": .string(item.text.text(isColoured: false, words: ComparisonWords(.en))),
        ]
    }
}
