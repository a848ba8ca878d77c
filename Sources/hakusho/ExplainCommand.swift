import ArgumentParser
import Core

/// `hakusho explain`: tells what a finding's code means, or lists the codes.
struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain the code of a finding, or list all codes.",
        discussion: "The code stands in brackets behind a finding's severity.")

    @Argument(
        help: "A code, such as link.page-missing (default: all, a line each).",
        completion: .list(Rule.all.map(\.code)))
    var code: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let report = Report(options: options)
        let rules: [Rule]
        if let code {
            guard let rule = Rule.of(code) else { throw unknown(code) }
            rules = [rule]
        } else {
            rules = Rule.all
        }
        var output = ByteWriter()
        if options.format == .json {
            output.append(
                json: ["version": 1, "rules": .array(rules.map(json))], indented: true)
            output.append("\n" as StaticString)
        } else if code != nil {
            for rule in rules { append(rule, to: &output) }
        } else {
            appendList(rules, to: &output)
        }
        try report.print(output.bytes)
    }

    /// - Returns: Exit status 64: the command line names something that is not there.
    private func unknown(_ code: String) -> ExitCode {
        let nearest = nearestName(to: code, in: Rule.all.lazy.map(\.code))
        let message = Message(
            en: "there is no code '\(code)'"
                + (nearest.map { "; did you mean '\($0)'?" }
                    ?? "; 'hakusho explain' lists all codes"),
            ja: "「\(code)」というコードはありません"
                + (nearest.map { "。「\($0)」のことですか" }
                    ?? "。「hakusho explain」で一覧を表示します"))
        let word = options.language == .ja ? "エラー" : "error"
        Machine.report("hakusho: \(word): \(message.text(in: options.language))\n")
        return .validationFailure
    }

    private func append(_ rule: Rule, to output: inout ByteWriter) {
        output.append("\(rule.code) (\(word(rule.severity)))\n")
        output.append("\(rule.title.text(in: options.language))\n\n")
        output.append("\(rule.help.text(in: options.language))\n")
    }

    private func appendList(_ rules: [Rule], to output: inout ByteWriter) {
        let width = rules.map(\.code.utf8.count).max() ?? 0
        for rule in rules {
            let gap = String(repeating: " ", count: width - rule.code.utf8.count + 2)
            output.append(rule.code + gap + rule.title.text(in: options.language) + "\n")
        }
    }

    private func word(_ severity: Severity) -> String {
        guard options.language == .ja else { return severity.rawValue }
        return switch severity {
        case .error: "エラー"
        case .warning: "警告"
        case .note: "情報"
        }
    }

    private func json(_ rule: Rule) -> JSONValue {
        [
            "code": .string(rule.code), "severity": .string(rule.severity.rawValue),
            "title": .string(rule.title.text(in: options.language)),
            "help": .string(rule.help.text(in: options.language)),
        ]
    }
}
