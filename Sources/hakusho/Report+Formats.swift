import Building
import Core

extension Report {
    /// The findings as a document for machines, with what a format has besides them.
    ///
    /// - Returns: Nil for text, which goes to standard error.
    func document(
        _ diagnostics: [Diagnostic], _ accounting: Accounting, _ sources: SourceLines
    ) -> [UInt8]? {
        let language = options.language
        let prefix = repositoryPrefix
        var output = ByteWriter()
        switch options.format {
        case .text: return nil
        case .json:
            var json = DiagnosticJSON(language: language, sources: sources)
            output.append(json: json.report(diagnostics, accounting), indented: true)
            output.append("\n" as StaticString)
        case .sarif:
            var log = SARIFLog(
                language: language, sources: sources, prefix: prefix, version: Hakusho.version)
            log.append(diagnostics, to: &output)
        case .junit:
            var report = JUnitReport(language: language, sources: sources, prefix: prefix)
            report.append(diagnostics, to: &output)
        case .github:
            var commands = GitHubCommands(language: language, sources: sources, prefix: prefix)
            commands.append(diagnostics, to: &output)
            output.append(counts(diagnostics, accounting).text(in: language))
            output.append("\n" as StaticString)
        }
        return output.bytes
    }

    /// The path from the repository's root to the project, with `/` at its end; empty where the
    /// project is the root, or where no CI says what the root is.
    ///
    /// Code scanning and annotations find files by their paths in the repository, and the project
    /// may be one of its folders.
    private var repositoryPrefix: String {
        let roots = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"].lazy.compactMap(Machine.environment)
        guard let named = roots.first(where: { !$0.isEmpty }),
            let root = Machine.resolved(named), root != "/",
            let project = Machine.resolved(options.projectFolder),
            project.hasPrefix(root + "/")
        else { return "" }
        return project.dropFirst(root.count + 1) + "/"
    }
}
