import TestSupport

/// What `hakusho check` says of a mistake in one language.
struct ToldMistake: Sendable {
    /// The exit status.
    let status: Int32
    /// The findings as a terminal shows them, without the counts at the end.
    let text: String

    /// The moment of every check.
    private static let asOf = "2026-05-01"

    init(_ mistake: Mistake, language: String) async throws {
        let project = try mistake.project()
        let run = try await project.run("check", "--as-of", Self.asOf, "--lang", language)
        status = run.status
        let lines = run.stderr.split(separator: "\n", omittingEmptySubsequences: false)
        let findings = lines.prefix { !$0.contains(/^(?:入力 \d+ 件|\d+ input files?):/) }
        text = findings.map { $0 + "\n" }.joined()
    }

    /// Each finding as `severity code place`.
    var findings: [String] {
        text.matches(of: #/(?m)^(\S.*?): (error|warning|note)\[([a-z.0-9-]+)\]: /#).map {
            "\($0.output.2) \($0.output.3) \($0.output.1)"
        }
    }

    /// How many findings say what to do.
    var repairs: Int { text.matches(of: #/(?m)^  (?:fix|対処): \S/#).count }
}
