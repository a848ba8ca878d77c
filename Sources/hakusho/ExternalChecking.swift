import Building
import Core
import ExternalLinks

/// What `check --external` adds to a check: the other sites are asked.
struct ExternalChecking {
    let options: GlobalOptions
    /// The file of `--cache`; nil takes the project's own.
    let cache: String?

    /// How the asking ended.
    enum Outcome {
        /// The summary, in numbers of links.
        case asked(Message)
        /// Why the machine could not ask, or not remember what it learnt.
        case failed(Message)
    }

    /// Asks, and adds the findings to those of the check, which stay whatever becomes of the asking.
    ///
    /// - Returns: Nil where there is nothing to ask, since the project cannot be read.
    func run(_ report: inout BuildReport) async -> Outcome? {
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
                links.references, version: Hakusho.version,
                progress: { bar?.update(done: $0, total: $1) })
        } catch {
            return .failed(error.message)
        }
        if result.isOffline { return .failed(Self.offline) }
        report.diagnostics = (report.diagnostics + result.diagnostics).inReportingOrder()
        report.accounting.fail(by: report.diagnostics)
        return .asked(result.summary.message)
    }

    private static let offline = Message(
        en: "no host's name can be looked up; is there a network? (a proxy is not supported)",
        ja: "どのホスト名も調べられません。ネットワーク接続を確認してください（プロキシには対応していません）")
}
