import ArgumentParser
// Linked for its malloc; see its header.
import CJemalloc

/// Compiles labelled content and versioned whitepapers into a static site.
@main
struct Hakusho: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hakusho",
        abstract: "Compile labelled content and versioned whitepapers into a static site.",
        version: "0.1.0",
        subcommands: [
            BuildCommand.self, CheckCommand.self, PublishCommand.self, RenderCommand.self,
            GenerationsCommand.self,
            RollbackCommand.self, LogCommand.self,
        ])
}
