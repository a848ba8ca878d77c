import ArgumentParser
import Core
import Whitepapers

/// `hakusho whitepaper new`: begins the next edition.
struct WhitepaperNewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Begin the next edition, as a draft.",
        discussion: """
            Adds the edition to 'editions' in whitepaper.yml, without a date, and makes its folder. \
            A draft is in no published output.
            """)

    @Argument(help: "The new version, such as 1.4; it comes after all others.")
    var version: String

    @OptionGroup var whitepaper: WhitepaperOptions

    func run() async throws {
        let desk = try whitepaper.open()
        try desk.requireSoundLock()
        let file = desk.whitepaper.declarationFile
        let folder = "\(desk.whitepaper.folder)/editions/\(version)"
        let old = try desk.read(file)
        let bytes = try desk.attempt { () throws(WhitepaperRefusal) in
            try desk.whitepaper.declaringDraft(version, in: old)
        }
        try desk.makeFolder(folder)
        try desk.write([(file, bytes)])
        if desk.options.format == .json {
            try desk.print([
                "version": 1, "edition": .string(version), "folder": .string(folder),
                "files": [.string(file)],
            ])
        }
        desk.report.tell(.begun(version, folder: folder, file: file))
    }
}

extension Message {
    fileprivate static func begun(_ version: String, folder: String, file: String) -> Message {
        Message(
            en: """
                draft \(version) is in \(file), its folder is \(folder)
                next: hakusho whitepaper edit \(version) ID for each section or control to change; \
                once all is said, 'date' and 'approver' in \(file); then hakusho whitepaper freeze \
                \(version)
                """,
            ja: """
                草案 \(version) を \(file) に加えました。フォルダーは \(folder) です
                次の手順: 改める節や管理策ごとに hakusho whitepaper edit \(version) 番号。書き終えたら \
                \(file) に「date」と「approver」を書き、hakusho whitepaper freeze \(version)
                """)
    }
}
