import ArgumentParser
import Building
import Content
import Core
import Labels

/// `hakusho new upload`: copies a file that the policy allows into Content/uploads, with a sidecar.
struct NewUploadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "upload", abstract: "Copy a file into Content/uploads, with its sidecar.",
        discussion: """
            The policy judges the file first; one that must not be published is not copied. The \
            sidecar NAME.yml says what the file is. It is published once a page refers to it.
            """)

    @Argument(help: "The file to be copied.", completion: .file())
    var file: String?

    @Option(
        help: ArgumentHelp("The folder below Content/uploads.", valueName: "folder"),
        completion: .directory)
    var to = ""

    @Option(help: "The name of the copy (default: the file's, spaces as hyphens).")
    var name: String?

    @Option(help: ArgumentHelp("The title.", valueName: "text"))
    var title: String?

    @Option(
        help: ArgumentHelp(
            "What an image shows, for those who cannot see it.", valueName: "text"))
    var alt: String?

    @Option(help: "The label (default: the folder's, else that of labels.yml).")
    var label: String?

    @Option(help: ArgumentHelp("Who answers for the file.", valueName: "text"))
    var owner: String?

    @Option(help: ArgumentHelp("The terms under which it may be used.", valueName: "text"))
    var licence: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let desk = try NewDesk(options: options)
        let interview = Interview(options: options)
        let source = try interview.ask(.file, given: file)
        let bytes = try read(source, desk)
        let folder = try desk.uploadFolder(to)
        let own = source.split(separator: "/").last.map(String.init) ?? source
        let suggestion = urlSegment(trimmed(own)) ?? own
        let copy = try interview.ask(.name(suggestion: suggestion), given: name)
        let path = "Content/uploads/" + (folder.isEmpty ? "" : folder + "/") + copy
        try desk.refuseExisting(path)
        try desk.refuseExisting(path + ".yml")
        let isImage = try judge(bytes, copy, source, desk)
        let title = try interview.ask(.title, given: title)
        let shown = isImage || alt != nil ? try interview.ask(.alternative, given: alt) : ""
        let label = try label(desk, interview, folder)
        let lines = [
            ("title", title), ("alt", shown), ("label", label ?? ""), ("owner", owner ?? ""),
            ("licence", licence ?? ""),
        ].filter { !$0.1.isEmpty }.map { "\($0.0): \(yamlText($0.1))\n" }
        try desk.finish(
            NewDesk.Work(
                files: [(path, bytes), (path + ".yml", Array(lines.joined().utf8))],
                next: .refer(to: path, title: title, isImage: isImage)))
    }

    private func read(_ source: String, _ desk: NewDesk) throws -> [UInt8] {
        do {
            guard let status = try fileStatus(source) else {
                throw options.refusal(.noFile(source))
            }
            guard status.kind == .file else { throw options.refusal(.noPlainFile(source)) }
            return try readFile(source, limit: desk.site.uploads.maxSize + 1)
        } catch let error as FileError {
            try desk.report.fail(error.message)
        }
    }

    /// - Returns: Whether it is an image.
    /// - Throws: `ExitCode` 1, after showing why, where the policy refuses it.
    private func judge(
        _ bytes: [UInt8], _ name: String, _ source: String, _ desk: NewDesk
    ) throws -> Bool {
        let isImage: Bool
        let found: [Diagnostic]
        do throws(FileError) {
            (isImage, found) = try desk.prepared.judgeUpload(bytes, name: name, file: source)
        } catch {
            try desk.report.fail(error.message)
        }
        guard found.hasErrors else { return isImage }
        if let document = desk.report.document(found) {
            try desk.report.print(document)
        } else {
            desk.report.show(found)
        }
        throw ExitCode(1)
    }

    private func label(
        _ desk: NewDesk, _ interview: Interview, _ folder: String
    ) throws -> String? {
        let isDecided =
            desk.scheme == nil || desk.prepared.hasDefaultLabel(forUploadsIn: folder)
        if isDecided, label == nil { return nil }
        return try interview.ask(.label(desk.scheme?.levels.map(\.id) ?? []), given: label)
    }
}

extension Question {
    fileprivate static var file: Question {
        Question(option: "<file>", words: Message(en: "the file to be copied", ja: "コピーするファイル"))
    }

    fileprivate static func name(suggestion: String) -> Question {
        Question(
            option: "--name", words: Message(en: "the name of the copy", ja: "コピー先の名前"),
            suggestion: suggestion
        ) { answer -> Message? in
            let isGood = urlSegment(answer).map { !$0.contains("/") && !isSystemFile($0) }
            return isGood ?? false ? nil : .badName(answer)
        }
    }
}

extension Message {
    fileprivate static func noFile(_ path: String) -> Message {
        Message(en: "there is no file '\(path)'", ja: "「\(path)」というファイルはありません")
    }

    fileprivate static func noPlainFile(_ path: String) -> Message {
        Message(
            en: "'\(path)' is no plain file; name the file itself, not a link or a folder",
            ja: "「\(path)」は通常のファイルではありません。リンクやフォルダーではなく、ファイルそのものを指定してください")
    }

    fileprivate static func refer(to path: String, title: String, isImage: Bool) -> Message {
        let link = (isImage ? "!" : "") + "[\(title)](\(path.dropFirst("Content".count)))"
        return Message(
            en: "next: refer to it from a page, for example \(link)",
            ja: "次の手順: ページから参照してください（例: \(link)）")
    }
}
