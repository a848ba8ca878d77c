import ArgumentParser
import Building
import Core
import Whitepapers

/// `hakusho whitepaper freeze`: records what an edition says, so that it never changes.
struct WhitepaperFreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze", abstract: "Record what an edition says, so that it never changes.",
        discussion: """
            Writes digests of the edition's texts, of the words that readers see, and of its entry \
            in whitepaper.yml into whitepaper.lock; commit it. Editions before it that are not \
            frozen are frozen with it. It refuses a draft, and a project with errors.
            """)

    @Argument(help: "The edition, such as 1.3; it has a date.")
    var version: String

    @OptionGroup var whitepaper: WhitepaperOptions

    func run() async throws {
        let desk = try whitepaper.open()
        let report = desk.report
        let (bytes, frozen, unclaimed) = try desk.attempt { () throws(WhitepaperRefusal) in
            try desk.whitepaper.freezing(version)
        }
        let found: [Diagnostic]
        do throws(FileError) {
            found = try Compilation(options: desk.options).check(desk.prepared).diagnostics
        } catch {
            try report.fail(error.message)
        }
        // What is not frozen yet is the very reason of the call.
        let errors = report.severities(found.filter { $0.code != "whitepaper.not-frozen" })
            .filter { $0.severity == .error }
        let obstacles = errors + unclaimed
        if obstacles.isEmpty, let bytes, !frozen.isEmpty {
            try desk.write([(desk.whitepaper.lockFile, bytes)])
        }
        if desk.options.format == .json {
            let isWritten = obstacles.isEmpty && !frozen.isEmpty
            try desk.print([
                "version": 1, "frozen": .array(isWritten ? frozen.map(JSONValue.string) : []),
                "diagnostics": report.json(obstacles),
            ])
        } else {
            report.show(obstacles)
        }
        if obstacles.isEmpty {
            report.tell(.frozen(frozen, version, file: desk.whitepaper.lockFile))
        } else {
            report.tell(.nothingFrozen)
            throw ExitCode(1)
        }
    }
}

extension Message {
    fileprivate static func frozen(_ new: [String], _ version: String, file: String) -> Message {
        if new.isEmpty {
            return Message(
                en: "edition \(version) is frozen already", ja: "\(version) 版はすでに凍結されています")
        }
        return Message(
            en: "frozen: \(new.joined(separator: ", ")); commit \(file)",
            ja: "凍結しました: \(new.joined(separator: "、"))。\(file) をコミットしてください")
    }

    fileprivate static var nothingFrozen: Message {
        Message(
            en: "nothing is frozen while there are errors", ja: "エラーがあるため、凍結していません")
    }
}
