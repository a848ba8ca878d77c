import ArgumentParser
import Building
import Core

/// The options that every command takes (design section 9).
struct GlobalOptions: ParsableArguments {
    /// The forms of a report.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, json, sarif, junit, github
    }

    @Option(
        help: ArgumentHelp("The project's folder.", valueName: "folder"), completion: .directory)
    var project = "."

    @Option(
        help: """
            How findings are reported: text (on standard error); or for machines, on standard \
            output: json, sarif (2.1.0), junit, or github (workflow commands).
            """)
    var format = Format.text

    @Option(help: ArgumentHelp("The language of messages (default: from LANG)."))
    var lang: MessageLanguage?

    @Option(help: ArgumentHelp("Threads (default: one for each processor).", valueName: "number"))
    var jobs: Int?

    @Option(help: ArgumentHelp("Builds as of this day or time (default: now).", valueName: "date"))
    var asOf: AsOf?

    @Flag(help: "Warnings forbid publishing too.")
    var strict = false

    @Flag(help: "Tells how long each stage took.")
    var timings = false

    @Flag(help: "Reports findings only.")
    var quiet = false

    /// The project's folder, without a slash at its end.
    var projectFolder: String {
        let trimmed = project.reversed().drop { $0 == "/" }.reversed()
        return trimmed.isEmpty ? (project.isEmpty ? "." : "/") : String(trimmed)
    }

    /// The language in which the run speaks.
    var language: MessageLanguage { lang ?? Machine.messageLanguage }

    func validate() throws {
        if let jobs, !(1...1024).contains(jobs) {
            throw ValidationError(
                en: "--jobs takes a number from 1 to 1024",
                ja: "--jobs には 1 から 1024 までの数を指定してください")
        }
    }
}

extension MessageLanguage: ExpressibleByArgument {}

extension AsOf: ExpressibleByArgument {
    /// Reads a day, or a time with its zone (UTC where none is stated).
    package init?(argument: String) {
        if let day = CalendarDate(iso: argument) {
            self = .day(day)
        } else if let moment = Moment(iso: argument, defaultZone: .utc) {
            self = .moment(moment)
        } else {
            return nil
        }
    }
}
