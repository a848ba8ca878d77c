import ArgumentParser
import Content
import Core

/// What every page that is made may state.
struct NewPageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The title.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("A summary for lists and search engines.", valueName: "text"))
    var description: String?

    @Option(help: "The label (default: the folder's, else that of labels.yml).")
    var label: String?

    @Option(help: "The language of the text, such as en (default: the site's first).")
    var language: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "A key of the page's collection; may be repeated. Lists have commas.",
            valueName: "key-value"))
    var values: [String] = []

    func validate() throws {
        for value in values where value.firstIndex(of: "=") == nil || value.hasPrefix("=") {
            throw ValidationError(
                en: "--set takes KEY=VALUE, not '\(value)'",
                ja: "--set には「キー=値」を指定してください（「\(value)」は使えません）")
        }
    }

    /// The values by their keys; the last one of several counts.
    var fields: [String: String] {
        values.reduce(into: [:]) { fields, value in
            let equals = value.firstIndex(of: "=") ?? value.endIndex
            fields[String(value[..<equals])] = String(value[equals...].dropFirst())
        }
    }
}

/// `hakusho new page`: begins a page, as a draft.
struct NewPageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page", abstract: "Begin a page, as a draft.",
        discussion: """
            The file is made below Content/pages; its path is the page's URL. The page is a draft, \
            which is in no output, until you delete the line 'draft: true'.
            """)

    @Argument(
        help: "The page's path below Content/pages, such as guide/start.md.", completion: .file())
    var page: String?

    @OptionGroup var wishes: NewPageOptions

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let desk = try NewDesk(options: options)
        let interview = Interview(options: options)
        var title = wishes.title
        var page = page
        if page == nil {
            guard interview.isOpen else { throw options.misuse(.noPage) }
            title = try interview.ask(.title, given: title)
            let folder = try interview.ask(.folder(desk.pageFolders), given: nil)
            let name = try interview.ask(
                .page(suggestion: fileName(for: title ?? "") + ".md"), given: nil)
            page = folder.isEmpty ? name : folder + "/" + name
        }
        let written = page ?? ""
        let path = try desk.pagePath(
            written, language: try desk.language(of: written, wishes.language, interview))
        let draft = PageDraft(desk: desk, interview: interview, wishes: wishes, path: path)
        try desk.finish(try draft.make(title: title))
    }
}
