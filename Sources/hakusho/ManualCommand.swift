import ArgumentParser

/// `hakusho manual`: prints the manual page, for those who install the program.
struct ManualCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual", abstract: "Print the manual page, for man(1).",
        discussion: """
            It has all that --help tells, in the language of messages. Put it where man looks for \
            pages: man1/hakusho.1, and ja/man1/hakusho.1 for the Japanese one.
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let page = ManualPage(
            program: .program, language: options.language, version: Hakusho.version)
        try Report(options: options).print(Array(page.text.utf8))
    }
}
