import ArgumentParser
import Building
import Core

/// Shows what a run found, and decides its exit status.
struct Report {
    let options: GlobalOptions

    /// Prints findings, accounting and, unless `--quiet`, one closing sentence.
    ///
    /// - Parameter closing: What the run did; left out where an error forbade it.
    /// - Throws: `ExitCode` 1 where a finding forbids publishing.
    func finish(_ report: BuildReport, closing: Message?) throws {
        if try show(report, closing: closing) { throw ExitCode(1) }
    }

    /// Prints what `finish` does.
    ///
    /// - Returns: Whether a finding forbids publishing.
    /// - Throws: `ExitCode` 2 where standard output cannot be written.
    func show(_ report: BuildReport, closing: Message?) throws -> Bool {
        let diagnostics = severities(report.diagnostics)
        let project = options.projectFolder
        let sources = SourceLines { file in try? readFile(project + "/" + file) }
        if let document = document(diagnostics, report.accounting, sources) {
            try print(document)
        } else {
            printText(diagnostics, report.accounting, sources, closing)
        }
        return diagnostics.hasErrors
    }

    /// The findings with their severities under `--strict`.
    func severities(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard options.strict else { return diagnostics }
        return diagnostics.map { diagnostic in
            var stricter = diagnostic
            if stricter.severity == .warning { stricter.severity = .error }
            return stricter
        }
    }

    /// Writes what a command was asked for to standard output.
    ///
    /// - Throws: `ExitCode` 2 where it cannot be written.
    func print(_ bytes: [UInt8]) throws {
        do throws(FileError) {
            try Machine.print(bytes)
        } catch {
            try fail(error.message)
        }
    }

    /// Tells why the machine failed.
    ///
    /// - Throws: `ExitCode` 2, always.
    func fail(_ message: Message) throws -> Never {
        let word = options.language == .ja ? "エラー" : "error"
        Machine.report("hakusho: \(word): \(message.text(in: options.language))\n")
        throw ExitCode(2)
    }

    private func printText(
        _ diagnostics: [Diagnostic], _ accounting: Accounting, _ sources: SourceLines,
        _ closing: Message?
    ) {
        var text = DiagnosticText(
            language: options.language, sources: sources, isColoured: Machine.hasColours)
        var output = ByteWriter()
        for diagnostic in diagnostics { text.append(diagnostic, to: &output) }
        if !options.quiet || !diagnostics.isEmpty {
            output.append(counts(diagnostics, accounting).text(in: options.language))
            output.append("\n" as StaticString)
        }
        if !options.quiet, !diagnostics.hasErrors, let closing {
            output.append(closing.text(in: options.language))
            output.append("\n" as StaticString)
        }
        if !options.quiet, diagnostics.hasErrors {
            output.append(Self.hint.text(in: options.language))
            output.append("\n" as StaticString)
        }
        Machine.report(output.text)
    }

    private static let hint = Message(
        en: "'hakusho explain CODE' tells more about the code in brackets",
        ja: "「hakusho explain コード」で、[ ] の中のコードの説明を表示します")

    /// What became of the input, and how much was found.
    func counts(_ diagnostics: [Diagnostic], _ accounting: Accounting) -> Message {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count { $0.severity == .warning }
        let reasons = accounting.excludedBecause
        let en = reasons.map { "\($0.count) \($0.reason)" }.joined(separator: ", ")
        let ja = reasons.map { "\(japanese[$0.reason] ?? $0.reason) \($0.count)" }
            .joined(separator: "、")
        return Message(
            en: "\(counted(accounting.inputs, "input file")): \(accounting.published) published, "
                + "\(accounting.excluded) left out" + (en.isEmpty ? "" : " (\(en))")
                + ", \(accounting.failed) failed; \(counted(errors, "error")), "
                + counted(warnings, "warning"),
            ja: "入力 \(accounting.inputs) 件: 公開 \(accounting.published)、"
                + "除外 \(accounting.excluded)" + (ja.isEmpty ? "" : "（\(ja)）")
                + "、失敗 \(accounting.failed)。エラー \(errors) 件、警告 \(warnings) 件")
    }
}

/// Why files were left out, for the reasons that `Accounting` names in one English word.
private let japanese = [
    "draft": "下書き", "scheduled": "公開日前", "expired": "公開終了", "label": "ラベル",
    "unreferenced": "参照なし", "system": "システムのファイル", "stray": "置き場所違い",
]

/// A number of things in English: `1 error`, `2 errors`.
private func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
}
