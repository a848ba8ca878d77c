import ArgumentParser
import Building
import Core
import Whitepapers

/// `hakusho whitepaper list`: the whitepapers of a project and their editions.
struct WhitepaperListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the whitepapers and their editions.",
        discussion: """
            Columns are separated by tabs: the whitepaper, the version, the date, the state (draft, \
            scheduled, published, frozen), and how many sections and controls the edition changed.
            """)

    @OptionGroup var options: GlobalOptions

    /// How far an edition is.
    private enum State: String {
        case draft, scheduled, published, frozen
    }

    func run() async throws {
        let prepared = try WhitepaperDesk.prepare(options)
        let desk = Report(options: options)
        var output = ByteWriter()
        if options.format == .json {
            let papers = prepared.whitepapers.map { json($0, today: prepared.today) }
            output.append(json: ["version": 1, "whitepapers": .array(papers)], indented: true)
            output.append("\n" as StaticString)
        } else {
            for paper in prepared.whitepapers {
                for edition in paper.editions {
                    output.append(line(edition, of: paper, today: prepared.today))
                }
            }
        }
        try desk.print(output.bytes)
        if prepared.whitepapers.isEmpty {
            desk.tell(Message(en: "there is no whitepaper", ja: "ホワイトペーパーはありません"))
        }
    }

    private func line(
        _ edition: Edition, of paper: Whitepaper, today: CalendarDate?
    ) -> String {
        let isJapanese = options.language == .ja
        let state = state(of: edition, in: paper, today: today)
        let count = edition.ownItems.count
        let changes =
            isJapanese ? "\(count) 項目" : "\(count) item\(count == 1 ? "" : "s")"
        let columns = [
            paper.id, edition.version, edition.date?.iso ?? "-",
            isJapanese ? japanese(state) : state.rawValue, changes,
        ]
        return columns.joined(separator: "\t") + "\n"
    }

    private func state(
        of edition: Edition, in paper: Whitepaper, today: CalendarDate?
    ) -> State {
        guard let date = edition.date else { return .draft }
        if paper.frozenVersions.contains(edition.version) { return .frozen }
        return today.map { date > $0 } ?? false ? .scheduled : .published
    }

    private func japanese(_ state: State) -> String {
        switch state {
        case .draft: "草案"
        case .scheduled: "公開前"
        case .published: "公開済み・未凍結"
        case .frozen: "凍結済み"
        }
    }

    private func json(_ paper: Whitepaper, today: CalendarDate?) -> JSONValue {
        let editions = paper.editions.map { edition -> JSONValue in
            [
                "version": .string(edition.version),
                "date": edition.date.map { .string($0.iso) } ?? .null,
                "state": .string(state(of: edition, in: paper, today: today).rawValue),
                "changed": .array(edition.ownItems.map { .string($0.id) }),
            ]
        }
        return [
            "id": .string(paper.id), "folder": .string(paper.folder),
            "path": .string(paper.path), "editions": .array(editions),
        ]
    }
}
