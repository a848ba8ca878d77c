import ArgumentParser
import Building
import Core

/// `hakusho init`: begins a project, or sets up what stands around one.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Begin a project, or set up its git hook.",
        discussion: """
            In a folder that is new or empty it makes a small site in the language of messages: \
            pages, labels, a README for editors and a workflow for GitHub. All of it is written, or \
            nothing.

            --git-hook writes the pre-commit hook of the repository around the project, also in a \
            work tree of its own and in a submodule, or where its core.hooksPath says. The hook has \
            exactly what is about to be committed below Content/uploads judged by the policy and by \
            the scanners of site.yml, and stops the commit where a file must not be published. A \
            hook that is there already stays.
            """)

    @Argument(
        help: ArgumentHelp("The new project's folder.", valueName: "folder"),
        completion: .directory)
    var folder: String?

    @Flag(help: "Writes the hook.")
    var gitHook = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard gitHook == (folder == nil) else {
            throw ValidationError(
                en: "say what to set up: a folder for a new project, or --git-hook",
                ja: "設定するものを指定してください（新しいプロジェクトのフォルダー、または --git-hook）")
        }
    }

    func run() async throws {
        let report = Report(options: options)
        do {
            if let folder {
                try StarterWriting(options: options, folder: folder).run()
            } else {
                try writeHook(report)
            }
        } catch let error as FileError {
            try report.fail(error.message)
        }
    }

    private func writeHook(_ report: Report) throws {
        let project = try Machine.absolutePath(options.projectFolder)
        guard let hook = try GitHook(around: project) else {
            throw options.refusal(.noRepository)
        }
        if try fileStatus(hook.path) != nil {
            let found = try readFile(hook.path)
            guard found == hook.script else {
                let isOurs = String(decoding: found, as: UTF8.self).contains(GitHook.mark)
                throw options.refusal(isOurs ? .oldHook(hook.path) : .otherHook(hook.path))
            }
            return report.tell(.hookIsThere)
        }
        try makeFolder(String(hook.path.dropLast("/pre-commit".count)))
        try writeNewFile(hook.path, hook.script, isExecutable: true)
        report.tell(.hookWritten(hook.path))
    }
}

extension GlobalOptions {
    /// Tells why nothing was done.
    ///
    /// - Returns: Exit status 1.
    func refusal(_ message: Message) -> ExitCode {
        _ = misuse(message)
        return ExitCode(1)
    }
}

extension Message {
    fileprivate static func hookWritten(_ path: String) -> Message {
        Message(
            en: "written: \(path); each commit of a file below Content/uploads has it judged first",
            ja: "\(path) を書きました。Content/uploads のファイルは、コミットの前に検査されます")
    }

    fileprivate static var hookIsThere: Message {
        Message(en: "the hook is there already", ja: "フックはすでに設定されています")
    }

    fileprivate static func otherHook(_ path: String) -> Message {
        Message(
            en: "there is another hook, \(path), which stays as it is; add to it: "
                + "hakusho scan --policy FILES",
            ja: "別のフック \(path) があるため、変更しませんでした。"
                + "そのフックに「hakusho scan --policy ファイル」を加えてください")
    }

    fileprivate static func oldHook(_ path: String) -> Message {
        Message(
            en: "\(path) was written by an earlier version, or has been changed since, and stays "
                + "as it is; remove it and run this again",
            ja: "\(path) は以前のバージョンが書いたものか、その後変更されたものです。変更しませんでした。"
                + "削除してからもう一度実行してください")
    }

    fileprivate static var noRepository: Message {
        Message(
            en: "the project's folder is in no git repository; run 'git init' there first",
            ja: "プロジェクトのフォルダーが git リポジトリーの中にありません。先に「git init」を実行してください")
    }
}
