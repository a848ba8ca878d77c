import ArgumentParser
import Building
import Core
import Publishing

/// What `build` and `publish` have in common: a build into a staged generation that goes live
/// only where nothing forbids it.
struct Compilation {
    let options: GlobalOptions

    var buildOptions: BuildOptions {
        BuildOptions(
            project: options.projectFolder, asOf: options.asOf ?? .moment(Machine.now),
            jobs: options.jobs ?? Machine.processors)
    }

    /// Builds, and makes the result live.
    ///
    /// - Throws: `ExitCode` 1 for findings that forbid it, 2 where the machine failed.
    func run() throws {
        let report = Report(options: options)
        var watch = Stopwatch()
        defer { if options.timings { Machine.report(watch.table(in: options.language)) } }
        do {
            let prepared = try watch.measure(en: "read", ja: "読み込み") {
                try PreparedBuild(buildOptions)
            }
            guard !prepared.outputs.isEmpty else {
                try report.finish(prepared.run(into: nil), closing: nil)
                return
            }
            let generations = Generations(siteFolder: options.projectFolder + "/Site")
            let staged = try generations.stage(
                outputs: prepared.outputs, jobs: options.jobs ?? Machine.processors)
            defer { staged.discard() }
            let result = try watch.measure(en: "render and check", ja: "生成と検査") {
                try prepared.run { output, path, bytes throws(FileError) in
                    try staged.write(output: output, path: path, bytes: bytes)
                }
            }
            guard !report.severities(result.diagnostics).hasErrors else {
                try report.finish(result, closing: nil)
                return
            }
            let committed = try watch.measure(en: "verify and switch", ja: "照合と切り替え") {
                try staged.commit(keep: result.keep)
            }
            try report.finish(result, closing: closing(committed))
        } catch let error as FileError {
            try report.fail(error.message)
        } catch let error as GenerationError {
            try report.fail(error.message)
        }
    }

    private func closing(_ committed: Committed) -> Message {
        let files = committed.written.files + committed.linked.files
        let number = committed.generation
        guard committed.isNew else {
            return Message(
                en: "nothing changed: generation \(number) stays live (\(files) files)",
                ja: "変更はありません。第 \(number) 世代のままです（\(files) ファイル）")
        }
        return Message(
            en: "generation \(number) is live: \(files) files, \(committed.linked.files) unchanged",
            ja: "第 \(number) 世代に切り替えました（\(files) ファイル、うち変更なし \(committed.linked.files)）")
    }
}
