import Core

/// A wish for help on a command line: `--help`, `-h`, or `help` as its first word.
struct HelpRequest {
    /// The command that it asks about.
    let command: CommandDescription

    /// - Parameter arguments: What follows the program's name.
    /// - Returns: Nil where the command line asks for something else.
    init?(_ arguments: [String], program: @autoclosure () -> CommandDescription) {
        let own = arguments.prefix { $0 != "--" }
        if arguments.first == "help" {
            command = program().command(at: own.dropFirst().filter { !$0.hasPrefix("-") })
        } else if own.contains("--help") || own.contains("-h") {
            command = program().command(leading: own)
        } else {
            return nil
        }
    }
}

extension CommandDescription {
    /// The command that a command line leads to, options and their values passed over.
    func command(leading arguments: some Sequence<String>) -> CommandDescription {
        var command = self
        var isValue = false
        for argument in arguments {
            if isValue {
                isValue = false
            } else if argument.hasPrefix("-") {
                // Where options stand too early, they are those that the commands have.
                let option = (command.arguments + (command.subcommands.first?.arguments ?? []))
                    .first { $0.names.contains(argument) }
                isValue = option?.kind == .option
            } else {
                let next = command.subcommands.first { $0.path.last == argument }
                guard let next else { break }
                command = next
            }
        }
        return command
    }
}
