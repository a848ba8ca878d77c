import ArgumentParser
import Building
import Core

/// `hakusho links`: what can be done about links.
struct LinksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "links", abstract: "Repair links.", subcommands: [LinksFixCommand.self])
}

/// `hakusho links fix`: after a page has moved, rewrites the links to it and adds its redirect.
struct LinksFixCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fix",
        abstract: "Rewrite the links to pages that have moved, and add their redirects.",
        discussion: """
            First move the file, then run this with its old and its new place: files below \
            Content/pages, URLs, or folders. Without them it looks for pages that have moved, acts \
            where there is no doubt, and says what it takes for what. Only the destinations \
            themselves are changed, each in the form in which its author wrote it, in all \
            languages. It exits 1 where something is left for you to decide.
            """)

    @Argument(help: "Where the page or folder was.", completion: .file())
    var old: String?

    @Argument(help: "Where it is now.", completion: .file())
    var new: String?

    @Flag(help: "Print what would change as a unified diff, and write nothing.")
    var dryRun = false

    @Flag(
        help: "Also make the corrections that findings on links offer (case, spelling, redirects).")
    var all = false

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if old != nil, new == nil {
            throw ValidationError(
                en: "say where the page is now, too, or neither",
                ja: "今の場所も指定してください（両方とも省略することもできます）")
        }
    }

    func run() async throws {
        let repair = LinkRepair(options: options, isDryRun: dryRun)
        let report = Report(options: options)
        do throws(FileError) {
            let isDone = try repair.run(from: old, to: new, all: all)
            if isDone { return }
        } catch {
            try report.fail(error.message)
        }
        throw ExitCode(1)
    }
}
