import ArgumentParser
import Building
import Core
import Publishing

/// `hakusho build`: compiles the project into a new generation and makes it live.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Compile the project into Site and make it live.",
        discussion: """
            The policy judges every upload, and so do the virus scanners that 'uploads' of site.yml \
            names. With --require-scan nothing goes live that no scanner has found clean.
            """)

    @Flag(help: "Publishes no file that a virus scanner has not found clean; exits 2 without one.")
    var requireScan = false

    @Flag(help: "Builds everything a second time, and compares every byte.")
    var verify = false

    @OptionGroup var verdicts: VerdictOptions

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        var compilation = Compilation(
            options: options, requiresScan: requireScan, cache: verdicts.cache)
        compilation.verifies = verify
        try await compilation.run()
    }
}

/// `hakusho check`: reports what a build would, and writes nothing.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Report everything that a build would, and write nothing.",
        discussion: """
            With --external, the sites that links lead to are asked, as 'external_links' in site.yml \
            says. A link that fails is a warning, and an error once it has failed three times over \
            two days. What is learnt is kept in .hakusho/external-links.tsv.
            """)

    @Flag(help: "Asks the sites that links lead to.")
    var external = false

    @Option(
        help: ArgumentHelp(
            "Where --external remembers what it learnt (default: .hakusho/external-links.tsv).",
            valueName: "file"), completion: .file())
    var cache: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let report = Report(options: options)
        var result: BuildReport
        do throws(FileError) {
            var compilation = Compilation(options: options)
            compilation.collectsExternalLinks = external
            result = try compilation.check(try compilation.read())
            result.diagnostics += try ledgerFindings(
                project: options.projectFolder, siteFolder: options.siteFolder)
        } catch {
            try report.fail(error.message)
        }
        let outcome =
            external
            ? await ExternalChecking(options: options, cache: cache).run(&result) : nil
        switch outcome {
        case .asked(let summary):
            defer { report.tell(summary) }
            try report.finish(result, closing: nil)
        case .failed(let cause):
            // What was found without the network is told all the same, and the machine's failure
            // decides the exit status.
            _ = try report.show(result, closing: nil)
            try report.fail(cause)
        case nil: try report.finish(result, closing: nil)
        }
    }

    func validate() throws {
        if cache != nil, !external {
            throw ValidationError(
                en: "--cache goes with --external", ja: "--cache は --external といっしょに使います")
        }
    }
}

/// `hakusho publish`: a build under the publishing rules, noted in the log.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Build under the publishing rules, and note it in the log.",
        discussion: """
            Warnings forbid publishing, and so does a file that no virus scanner has found clean, \
            unless 'uploads' of site.yml has 'accept_unscanned_files: true'. Site/log.jsonl gets \
            one line for each attempt.
            """)

    @OptionGroup var verdicts: VerdictOptions

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        try await Compilation(options: options, isPublication: true, cache: verdicts.cache).run()
    }
}
