import ArgumentParser
import Building
import Core
import Labels

/// What `labels explain` and `labels list` have in common: a look at the whole project.
struct LabelsSurveying {
    let options: GlobalOptions

    /// Reads and checks the project; its findings go to standard error, and the survey tells what
    /// holds all the same.
    ///
    /// - Throws: `ExitCode` 1 where the project cannot be read, 2 where the machine failed.
    func survey() throws -> LabelSurvey {
        let report = Report(options: options)
        do throws(FileError) {
            let prepared = try Compilation(options: options).read()
            let (survey, diagnostics) = try options.showing(.checking) { _ throws(FileError) in
                try prepared.survey()
            }
            let labelling = diagnostics.filter { $0.code.hasPrefix("label.") || survey == nil }
            if !options.quiet { report.show(report.severities(labelling)) }
            if let survey { return survey }
        } catch {
            try report.fail(error.message)
        }
        throw ExitCode(1)
    }
}

extension GlobalOptions {
    /// Tells that the command line names something that is not there.
    ///
    /// - Returns: Exit status 64.
    func misuse(_ message: Message) -> ExitCode {
        let word = language == .ja ? "エラー" : "error"
        Machine.report("hakusho: \(word): \(message.text(in: language))\n")
        return .validationFailure
    }
}

extension LabelSurvey.Item {
    /// The item, and where it is found.
    ///
    /// - Parameter output: The one output that is asked for; nil for all.
    func json(outputs: [String], only output: String? = nil) -> JSONValue {
        let places = zip(outputs, absences).filter { output == nil || $0.0 == output }
        return [
            "kind": .string(kind.rawValue), "path": .string(path),
            "label": label.map(JSONValue.string) ?? .null,
            "in": .array(places.filter { $0.1 == nil }.map { .string($0.0) }),
            "out": .array(
                places.compactMap { name, absence in
                    absence.map { ["output": .string(name), "because": .string($0.rawValue)] }
                }),
        ]
    }
}

extension LabelSurvey.Absence {
    /// The reason in Japanese.
    var japanese: String {
        switch self {
        case .label: "ラベル"
        case .draft: "下書き"
        case .scheduled: "公開日前"
        case .expired: "公開終了"
        case .unreferenced: "参照なし"
        case .withdrawn: "取り下げ"
        case .target: "転送先なし"
        case .failed: "エラー"
        }
    }
}
