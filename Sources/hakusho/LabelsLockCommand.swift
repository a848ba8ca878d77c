import ArgumentParser
import Building
import Core
import Labels

/// `hakusho labels lock`: records the label of each item, so that none is lowered unseen.
struct LabelsLockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock", abstract: "Record the label of each item in Content/labels.lock.",
        discussion: """
            A label that was lowered is recorded only with a downgrade in the item itself: \
            'downgrade: {from: internal, to: public, reason: …, by: …, on: 2026-11-01}'. Run it \
            after adding, moving or relabelling pages and files, and commit the lock with the \
            change; publish refuses what is not recorded.
            """)

    @Flag(help: "Only compares; exits with 1 where the lock would change.")
    var check = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let report = Report(options: options)
        let update: LockUpdate
        do throws(FileError) {
            let prepared = try Compilation(options: options).read()
            update = try options.showing(.checking) { _ throws(FileError) in
                try prepared.lockUpdate()
            }
            if !check, let bytes = update.bytes, !update.isCurrent {
                try replaceFile(options.projectFolder + "/" + LabelLock.file, with: bytes)
            }
        } catch {
            try report.fail(error.message)
        }
        try show(update, report)
        let isRefused = report.severities(update.diagnostics).hasErrors
        if isRefused || check && !update.isCurrent { throw ExitCode(1) }
    }

    private func show(_ update: LockUpdate, _ report: Report) throws {
        let diagnostics = report.severities(update.diagnostics)
        var output = ByteWriter()
        switch options.format {
        case .json:
            output.append(
                json: [
                    "version": 1, "changes": .array(update.changes.map(json)),
                    "written": .bool(isWritten(update)), "current": .bool(update.isCurrent),
                    "diagnostics": report.json(diagnostics),
                ], indented: true)
            output.append("\n" as StaticString)
        default:
            report.show(diagnostics)
            if check || update.bytes != nil {
                for change in update.changes { output.append(line(change) + "\n") }
            }
        }
        try report.print(output.bytes)
        guard !options.quiet, options.format == .text else { return }
        let isRefused = update.diagnostics.hasErrors
        if diagnostics.hasErrors, !isRefused { return }
        Machine.report((isRefused ? refusal : closing(update)).text(in: options.language) + "\n")
    }

    private func isWritten(_ update: LockUpdate) -> Bool {
        !check && update.bytes != nil && !update.isCurrent
    }

    private func line(_ change: LockChange) -> String {
        let labels = [change.from, change.to].compactMap(\.self)
        let label =
            change.from == change.to ? labels.prefix(1).joined() : labels.joined(separator: " → ")
        let former = change.formerPath.map { " ← " + $0 } ?? ""
        let word = options.language == .ja ? japanese(change.kind) : change.kind.rawValue
        return "\(word)\t\(change.path)\(former)\t\(label)"
    }

    private func japanese(_ kind: LockChange.Kind) -> String {
        switch kind {
        case .added: "追加"
        case .raised: "引き上げ"
        case .lowered: "引き下げ"
        case .moved: "移動"
        case .deleted: "削除"
        }
    }

    private func json(_ change: LockChange) -> JSONValue {
        [
            "kind": .string(change.kind.rawValue), "path": .string(change.path),
            "from": change.from.map(JSONValue.string) ?? .null,
            "to": change.to.map(JSONValue.string) ?? .null,
            "formerPath": change.formerPath.map(JSONValue.string) ?? .null,
        ]
    }

    private var refusal: Message {
        Message(
            en: "nothing is written to labels.lock while there are errors",
            ja: "エラーがあるため、labels.lock には何も書き込んでいません")
    }

    private func closing(_ update: LockUpdate) -> Message {
        if !update.hasScheme {
            return Message(
                en: "the project has no Content/labels.yml, so there is nothing to record",
                ja: "Content/labels.yml がないため、記録するものはありません")
        }
        if update.isCurrent {
            return Message(en: "labels.lock is up to date", ja: "labels.lock は最新です")
        }
        if check {
            return Message(
                en: "labels.lock is out of date; run 'hakusho labels lock'",
                ja: "labels.lock が古くなっています。「hakusho labels lock」を実行してください")
        }
        return Message(
            en: "labels.lock is written; commit it with your change",
            ja: "labels.lock を書き換えました。変更と一緒にコミットしてください")
    }
}
