import ArgumentParser
import Core
import Publishing

extension Report {
    /// Shows findings that belong to no build, on standard error.
    func show(_ diagnostics: [Diagnostic]) {
        var text = DiagnosticText(
            language: options.language, sources: projectSources, isColoured: Machine.hasColours)
        var output = ByteWriter()
        for diagnostic in diagnostics { text.append(diagnostic, to: &output) }
        Machine.report(output.text)
    }

    /// Says a sentence on standard error, unless `--quiet` or a machine reads the report.
    func tell(_ message: Message) {
        guard options.format == .text, !options.quiet else { return }
        Machine.report(message.text(in: options.language) + "\n")
    }

    /// The same findings for a report in JSON.
    func json(_ diagnostics: [Diagnostic]) -> JSONValue {
        var json = DiagnosticJSON(language: options.language, sources: projectSources)
        return .array(diagnostics.map { json.value(for: $0) })
    }

    /// The same findings as a whole document for machines; nil for text.
    func document(_ diagnostics: [Diagnostic]) -> [UInt8]? {
        document(diagnostics, Accounting(), projectSources)
    }

    /// Tells why `Site` is as it was.
    ///
    /// - Throws: `ExitCode` 2 where the machine failed, 1 where the request cannot be met.
    func fail(_ error: GenerationError) throws -> Never {
        if error.isMachineFailure { try fail(error.message) }
        let word = options.language == .ja ? "エラー" : "error"
        Machine.report("hakusho: \(word): \(error.message.text(in: options.language))\n")
        throw ExitCode(1)
    }

    private var projectSources: SourceLines {
        let project = options.projectFolder
        return SourceLines { file in try? readFile(project + "/" + file) }
    }
}

extension GlobalOptions {
    /// Where the tool writes.
    var siteFolder: String { projectFolder + "/Site" }
}
