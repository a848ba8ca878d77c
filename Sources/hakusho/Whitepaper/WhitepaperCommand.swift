import ArgumentParser

/// `hakusho whitepaper`: the editions of a whitepaper, from a draft to the frozen edition.
struct WhitepaperCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whitepaper", abstract: "Write, freeze and compare editions of a whitepaper.",
        subcommands: [
            WhitepaperListCommand.self, WhitepaperNewCommand.self, WhitepaperEditCommand.self,
            WhitepaperFreezeCommand.self, WhitepaperDiffCommand.self,
            WhitepaperCoverageCommand.self, WhitepaperFixCommand.self,
            WhitepaperExportCommand.self,
        ])
}
