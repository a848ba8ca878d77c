import ArgumentParser
import Building
import Core
import Publishing

/// `hakusho build`: compiles the project into a new generation and makes it live.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Compile the project into Site and make it live.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try Compilation(options: options).run()
    }
}

/// `hakusho check`: reports what a build would, and writes nothing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Report everything that a build would, and write nothing.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let report = Report(options: options)
        let result: BuildReport
        let bar = ProgressBar(.checking, options: options)
        do throws(FileError) {
            defer { bar?.erase() }
            result = try PreparedBuild(Compilation(options: options).buildOptions)
                .run(into: nil, progress: bar?.update)
        } catch {
            try report.fail(error.message)
        }
        try report.finish(result, closing: nil)
    }
}

/// `hakusho publish`: a build under the publishing rules, noted in the log.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Build under the publishing rules, and note it in the log.",
        discussion: "Warnings forbid publishing. Site/log.jsonl gets one line for each attempt.")

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try Compilation(options: options, isPublication: true).run()
    }
}
