import ArgumentParser
import Core

/// `hakusho init`: sets up what stands around a project; so far, the git hook that has files
/// scanned before they are committed.
struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Set up a git hook that has uploads judged before a commit.",
        discussion: """
            Writes .git/hooks/pre-commit. It has exactly what is about to be committed below \
            Content/uploads judged by the policy and by the scanners of site.yml, and stops the \
            commit where a file must not be published. A hook that is there already stays.
            """)

    @Flag(help: "Writes the hook.")
    var gitHook = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if !gitHook { throw ValidationError("Say what to set up: --git-hook.") }
    }

    func run() async throws {
        let report = Report(options: options)
        let outcome: (isDone: Bool, message: Message)
        do throws(FileError) {
            outcome = try writeHook()
        } catch {
            try report.fail(error.message)
        }
        if outcome.isDone { return report.tell(outcome.message) }
        let word = options.language == .ja ? "エラー" : "error"
        Machine.report("hakusho: \(word): \(outcome.message.text(in: options.language))\n")
        throw ExitCode(1)
    }

    private func writeHook() throws(FileError) -> (isDone: Bool, message: Message) {
        let repository = options.projectFolder + "/.git"
        guard try fileStatus(repository)?.kind == .folder else { return (false, Self.noRepository) }
        let hook = repository + "/hooks/pre-commit"
        if try fileStatus(hook) != nil {
            let isOurs = try readFile(hook) == Self.script
            return isOurs ? (true, Self.isThere) : (false, Self.otherHook)
        }
        try makeFolder(repository + "/hooks")
        try writeNewFile(hook, Self.script, isExecutable: true)
        return (true, Self.written)
    }
}

extension InitCommand {
    /// Sidecars are settings and not files to be published.
    private static let script = Array(
        """
        #!/bin/sh
        # Has what is about to be committed below Content/uploads judged, as it will be committed.
        # Written by 'hakusho init --git-hook'; HAKUSHO names the program where it is not in PATH.
        set -eu
        program=${HAKUSHO:-hakusho}
        if [ -z "${HAKUSHO-}" ] && [ -x ./hakusho ]; then program=./hakusho; fi
        staged=$(mktemp -d)
        trap 'rm -rf "$staged"' EXIT
        git diff --cached --name-only -z --diff-filter=ACMRT -- Content/uploads \\
            ':(exclude)Content/uploads/**.yml' |
            git checkout-index -z --stdin --prefix="$staged/"
        [ -d "$staged/Content/uploads" ] || exit 0
        "$program" scan --policy "$staged/Content/uploads"

        """.utf8)

    private static let written = Message(
        en: "written: .git/hooks/pre-commit; each commit of a file below Content/uploads has it "
            + "judged first",
        ja: ".git/hooks/pre-commit を書きました。Content/uploads のファイルは、コミットの前に検査されます")
    private static let isThere = Message(
        en: "the hook is there already", ja: "フックはすでに設定されています")
    private static let otherHook = Message(
        en: "there is another .git/hooks/pre-commit, which stays as it is; add to it: "
            + "hakusho scan --policy FILES",
        ja: "別の .git/hooks/pre-commit があるため、変更しませんでした。"
            + "そのフックに「hakusho scan --policy ファイル」を加えてください")
    private static let noRepository = Message(
        en: "the project's folder is not the root of a git repository; run 'git init' there first",
        ja: "プロジェクトのフォルダーが git リポジトリーの最上位ではありません。先に「git init」を実行してください")
}
