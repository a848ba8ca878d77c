import ArgumentParser
import Core
import Whitepapers

/// `hakusho whitepaper edit`: begins the change of one section or control.
struct WhitepaperEditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Copy a section or control into a draft, to be changed.",
        discussion: """
            Copies its text as it holds now into the edition's folder, and names it under the \
            edition's 'changes' in whitepaper.yml. Change the text, then say what changed in a \
            'summary' there. A translation that stays as it is has to go from the folder again.
            """)

    @Argument(help: "The draft, such as 1.4.")
    var version: String

    @Argument(help: "A control's or section's number, such as 12.3.1.")
    var item: String

    @Option(help: "Only the text in this language, such as ja.")
    var language: String?

    @Flag(help: "Opens the files with the editor that EDITOR names.")
    var open = false

    @OptionGroup var whitepaper: WhitepaperOptions

    func run() async throws {
        let desk = try whitepaper.open()
        try desk.requireSoundLock()
        let editor = Machine.environment("EDITOR") ?? ""
        if open, editor.isEmpty { throw desk.options.misuse(.noEditor) }
        let file = desk.whitepaper.declarationFile
        let old = try desk.read(file)
        let files = try desk.attempt { () throws(WhitepaperRefusal) in
            try desk.whitepaper.copying(item, into: version, language: language, old)
        }
        try desk.write(files)
        let paths = files.map(\.path)
        if desk.options.format == .json {
            try desk.print(["version": 1, "files": .array(paths.map(JSONValue.string))])
        }
        desk.report.tell(.copied(paths, file: file))
        guard open else { return }
        let project = desk.options.projectFolder
        do throws(FileError) {
            try Machine.become(editor, paths.map { project + "/" + $0 })
        } catch {
            try desk.report.fail(error.message)
        }
    }
}

extension Message {
    fileprivate static var noEditor: Message {
        Message(
            en: "--open needs the environment variable EDITOR, which names a program",
            ja: "--open には、プログラムを指定する環境変数 EDITOR が必要です")
    }

    fileprivate static func copied(_ paths: [String], file: String) -> Message {
        Message(
            en: "written: \(paths.joined(separator: ", "))\nchange the text, then add 'summary' to "
                + "its entry under 'changes' in \(file)",
            ja: "書き込みました: \(paths.joined(separator: "、"))\n本文を改め、\(file) の「changes」の"
                + "その項目に「summary」を書いてください")
    }
}
