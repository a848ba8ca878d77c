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
            ScanCommand.self, NewCommand.self, InitCommand.self, ManualCommand.self,
        ])

    /// Reads the command line and runs its command. Help, and what is wrong with a command line,
    /// are told in the user's language.
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let request = HelpRequest(arguments, program: .program) { show(request.command) }
        do {
            var command = try parseAsRoot()
            if !type(of: command).configuration.subcommands.isEmpty {
                show(CommandDescription.program.command(leading: arguments))
            }
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let message = fullMessage(for: error)
            guard exitCode(for: error) == .validationFailure, !message.isEmpty
            else { exit(withError: error) }
            let usage = UsageMessage(
                english: message, command: .program.command(leading: arguments),
                language: Machine.commandLineLanguage)
            Machine.report(usage.text)
            exit(withError: ExitCode.validationFailure)
        }
    }

    /// Prints help, and ends the program.
    private static func show(_ command: CommandDescription) -> Never {
        let page = HelpPage(
            command: command, language: Machine.commandLineLanguage, width: Machine.outputWidth)
        do throws(FileError) {
            try Machine.print(Array(page.text.utf8))
        } catch {
            Machine.report("hakusho: \(error.message.text(in: Machine.commandLineLanguage))\n")
            exit(withError: ExitCode(2))
        }
        exit(withError: nil)
    }
}
