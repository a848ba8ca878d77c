import ArgumentParser
import Building
import Core
import ExternalLinks

/// What `check --external` adds to a check: the other sites are asked.
struct ExternalChecking {
    let options: GlobalOptions
    /// The file of `--cache`; nil takes the project's own.
    let cache: String?

    /// Asks, and adds the findings to those of the check.
    ///
    /// - Returns: The summary, in numbers of links.
    /// - Throws: `ExitCode` 2 where the machine failed or has no network.
    func run(_ report: inout BuildReport) async throws -> Message? {
        guard let links = report.externalLinks else { return nil }
        let usual = ".hakusho/external-links.tsv"
        var check = ExternalCheck(
            settings: links.settings, site: links.site, now: links.asOf,
            memory: (cache ?? options.projectFolder + "/" + usual, cache ?? usual))
        let project = options.projectFolder
        check.source = { file in try? readFile(project + "/" + file) }
        let result: ExternalCheck.Result
        let bar = ProgressBar(.asking, options: options)
        do throws(FileError) {
            defer { bar?.erase() }
            result = try await check.run(
                links.references, version: Hakusho.configuration.version,
                progress: { bar?.update(done: $0, total: $1) })
        } catch {
            try Report(options: options).fail(error.message)
        }
        if result.isOffline { try Report(options: options).fail(Self.offline) }
        report.diagnostics = (report.diagnostics + result.diagnostics).inReportingOrder()
        report.accounting.fail(by: report.diagnostics)
        return result.summary.message
    }

    private static let offline = Message(
        en: "no host's name can be looked up; is there a network? (a proxy is not supported)",
        ja: "どのホスト名も調べられません。ネットワーク接続を確認してください（プロキシには対応していません）")
}
