import ArgumentParser
// Linked for its malloc; see its header.
import CJemalloc
import Core

/// Compiles labelled content and versioned whitepapers into a static site.
@main
struct Hakusho: AsyncParsableCommand {
    /// The program's version: three numbers with dots.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "hakusho",
        abstract: "Compile labelled content and versioned whitepapers into a static site.",
        version: version,
        subcommands: [
            BuildCommand.self, CheckCommand.self, ServeCommand.self, PublishCommand.self,
            RenderCommand.self,
            GenerationsCommand.self,
            RollbackCommand.self, LogCommand.self, AccessCommand.self, ExplainCommand.self,
            LabelsCommand.self, LinksCommand.self, WhitepaperCommand.self,
            ScanCommand.self, NewCommand.self, InitCommand.self,
        ])

    /// Reads the command line and runs its command; a wrong one is told in the user's language.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let language = MessageLanguage(
                ofUnreadable: Array(CommandLine.arguments.dropFirst()),
                environment: Machine.messageLanguage)
            let message = fullMessage(for: error)
            guard language == .ja, exitCode(for: error) == .validationFailure, !message.isEmpty
            else { exit(withError: error) }
            Machine.report("hakusho: " + japaneseUsageMessage(message) + "\n")
            exit(withError: ExitCode.validationFailure)
        }
    }
}
