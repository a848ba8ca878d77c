import ArgumentParser

/// `hakusho new`: makes files that a check accepts, for editors to write on.
struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Make a page, a notice, an upload or a whitepaper.",
        discussion: """
            On a terminal it asks for what the command line does not say. A file that is there \
            already stays as it is; all files are written, or none.
            """,
        subcommands: [
            NewPageCommand.self, NewNoticeCommand.self, NewUploadCommand.self,
            NewWhitepaperCommand.self,
        ])
}
