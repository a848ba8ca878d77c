import ArgumentParser

/// Compiles labelled content and versioned whitepapers into a static site.
@main
struct Hakusho: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hakusho")
}
