import ArgumentParser
import Core
import Publishing

/// `hakusho log`: shows and verifies the log of what was published.
struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Show the log of what was published, and verify it.",
        discussion: "The log is verified each time; a line that does not fit exits 1.")

    @Flag(help: "Only verify, and print the digest of the last line.")
    var verify = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let report = Report(options: options)
        let log: PublicationLog.Verification
        do throws(FileError) {
            log = try PublicationLog(siteFolder: options.siteFolder).verify()
        } catch {
            try report.fail(error.message)
        }
        let findings = report.severities(log.diagnostics)
        var output = ByteWriter()
        switch options.format {
        case .json:
            output.append(json: json(log, report.json(findings)), indented: true)
            output.append("\n" as StaticString)
        case .sarif, .junit, .github:
            output.append(report.document(findings) ?? [])
        case .text:
            report.show(findings)
            if !verify { for entry in log.entries { output.append(line(entry) + "\n") } }
            if verify, !findings.hasErrors {
                output.append("\(log.entries.count)  \(log.head?.hex ?? "-")\n")
            }
        }
        try report.print(output.bytes)
        if findings.hasErrors { throw ExitCode(1) }
    }

    private func line(_ entry: LogEntry) -> String {
        let clock = entry.clockSynchronised == true ? "" : "?"
        let counts = entry.counts.map { "\($0.name) \($0.number)" }
        let fields = [
            entry.time.iso + clock, entry.who, entry.action.rawValue,
            entry.generation.map(String.init) ?? "-", entry.result.rawValue,
        ]
        return (fields + counts).joined(separator: "  ")
    }

    private func json(
        _ log: PublicationLog.Verification, _ diagnostics: JSONValue
    ) -> JSONValue {
        [
            "version": 1, "head": log.head.map { .string($0.hex) } ?? .null,
            "entries": .array(verify ? [] : log.entries.map { .object($0.members) }),
            "diagnostics": diagnostics,
        ]
    }
}
