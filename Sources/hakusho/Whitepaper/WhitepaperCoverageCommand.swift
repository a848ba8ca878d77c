import ArgumentParser
import Content
import Core
import Whitepapers

/// `hakusho whitepaper coverage`: how the whitepaper answers each control of its catalogue.
struct WhitepaperCoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage", abstract: "List how each control of the catalogue is answered.",
        discussion: """
            Columns are separated by tabs: the control, stated, not covered or missing; of a stated \
            control the responsibility and the edition that changed it last, of another the reason; \
            and the title. It exits 1 where a control is missing.
            """)

    @Argument(help: "The edition (default: the newest, be it a draft).")
    var version: String?

    @OptionGroup var whitepaper: WhitepaperOptions

    func run() async throws {
        let desk = try whitepaper.open()
        let paper = desk.whitepaper
        let newest = paper.newestEdition
        let edition = try desk.attempt { () throws(WhitepaperRefusal) in
            try version.map { name throws(WhitepaperRefusal) in try paper.edition(named: name) }
                ?? newest
        }
        let rows = edition.map { paper.coverage(by: $0) } ?? []
        let missing = rows.count { $0.state == .missing }
        if desk.options.format == .json {
            try desk.print([
                "version": 1, "edition": edition.map { .string($0.version) } ?? .null,
                "controls": .array(rows.map { json($0, paper.languages) }),
                "missing": .number(missing),
            ])
        } else {
            let language = desk.options.language
            let lines = rows.map { line($0, language) + "\n" }.joined()
            try desk.report.print(Array(lines.utf8))
        }
        desk.report.tell(.counts(rows, edition?.version ?? "-"))
        if missing > 0 { throw ExitCode(1) }
    }

    private func line(_ row: ControlCoverage, _ language: MessageLanguage) -> String {
        let code = language.rawValue
        let details =
            switch row.state {
            case .stated: [row.responsibility?.name(in: code) ?? "-", row.changedIn ?? "-"]
            case .notCovered: [row.reason?.text(in: code) ?? "-", "-"]
            case .missing: ["-", "-"]
            }
        let word = row.state.message.text(in: language)
        let columns = [row.control.id, word] + details + [row.control.title.text(in: code)]
        return columns.joined(separator: "\t")
    }

    private func json(_ row: ControlCoverage, _ languages: [String]) -> JSONValue {
        func texts(_ text: LocalizedText) -> JSONValue {
            .object(languages.map { (key: $0, value: .string(text.text(in: $0))) })
        }
        return [
            "id": .string(row.control.id), "title": texts(row.control.title),
            "state": .string(row.state.rawValue),
            "responsibility": row.responsibility.map { .string($0.rawValue) } ?? .null,
            "changed_in": row.changedIn.map(JSONValue.string) ?? .null,
            "reason": row.reason.map(texts) ?? .null,
        ]
    }
}

extension ControlCoverage.State {
    fileprivate var message: Message {
        switch self {
        case .stated: Message(en: "stated", ja: "記載")
        case .notCovered: Message(en: "not covered", ja: "対象外")
        case .missing: Message(en: "missing", ja: "記載なし")
        }
    }
}

extension Message {
    fileprivate static func counts(_ rows: [ControlCoverage], _ version: String) -> Message {
        let count = { (state: ControlCoverage.State) in rows.count { $0.state == state } }
        return Message(
            en: "edition \(version): \(rows.count) controls, \(count(.stated)) stated, "
                + "\(count(.notCovered)) not covered, \(count(.missing)) missing",
            ja: "\(version) 版: 管理策 \(rows.count) 件（記載 \(count(.stated))、"
                + "対象外 \(count(.notCovered))、記載なし \(count(.missing))）")
    }
}
