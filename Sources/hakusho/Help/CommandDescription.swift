import ArgumentParser
import Core

/// A command as ArgumentParser knows it: its words in English, its options and its subcommands.
struct CommandDescription {
    /// An argument, an option or a flag.
    struct Argument {
        /// How it is written on a command line.
        enum Kind: String { case positional, option, flag }

        let kind: Kind
        /// With their dashes, as `-h` and `--help`; empty for a positional argument.
        var names: [String]
        /// What stands for the value, without brackets.
        let valueName: String
        let isOptional: Bool
        let isRepeating: Bool
        let defaultValue: String?
        /// What the value may be, where that is a closed list.
        let values: [String]
        /// The title of its group of options; nil for those without one.
        let section: String?
        let abstract: String

        /// What names it in the table of texts: `--format`, or `<file>`.
        var key: String {
            names.first { $0.hasPrefix("--") } ?? names.first ?? "<\(valueName)>"
        }
    }

    /// The words of a command line that lead to it, the program's name first.
    let path: [String]
    let abstract: String
    let discussion: String
    /// In the order of their declaration, those that are not shown left out.
    let arguments: [Argument]
    let subcommands: [CommandDescription]
    /// Whether lists of commands show it.
    let isShown: Bool

    /// What names it in the table of texts: `whitepaper new`; empty for the program itself.
    var key: String { path.dropFirst().joined(separator: " ") }

    /// It and all commands below it.
    var all: [CommandDescription] { [self] + subcommands.flatMap(\.all) }

    /// The whole program.
    static var program: CommandDescription {
        do throws(JSONError) {
            let dump = try JSONValue(parsing: Array(Hakusho._dumpHelp().utf8))
            guard let command = dump[member: "command"] else {
                preconditionFailure("ArgumentParser describes no command")
            }
            return CommandDescription(command, below: [])
        } catch {
            preconditionFailure("ArgumentParser's description is no JSON: \(error)")
        }
    }

    /// The command to which words lead, as far as they do.
    func command(at words: some Sequence<String>) -> CommandDescription {
        var command = self
        for word in words {
            guard let next = command.subcommands.first(where: { $0.path.last == word }) else {
                break
            }
            command = next
        }
        return command
    }
}

extension CommandDescription {
    private init(_ json: JSONValue, below parent: [String]) {
        let path = parent + [json.text("commandName") ?? ""]
        self.path = path
        abstract = json.text("abstract") ?? ""
        discussion = json.text("discussion") ?? ""
        isShown = json[member: "shouldDisplay"] != .bool(false)
        // Each command has --version, since the program has; only the program's is told.
        let found = json.list("arguments").compactMap(Argument.init)
            .filter { parent.isEmpty || $0.key != "--version" }
        arguments = found.reduce(into: []) { list, argument in
            let isInverse =
                argument.kind == .flag && argument.abstract == list.last?.abstract
                && argument.key == "--no-" + (list.last?.valueName ?? "")
            guard isInverse else { return list.append(argument) }
            list[list.count - 1].names += argument.names
        }
        // ArgumentParser's own `help` tells what --help does.
        subcommands = json.list("subcommands").map { CommandDescription($0, below: path) }
            .filter { $0.path.last != "help" }
    }
}

extension CommandDescription.Argument {
    /// Nil for one that help does not show.
    fileprivate init?(_ json: JSONValue) {
        guard json[member: "shouldDisplay"] != .bool(false),
            let kind = json.text("kind").flatMap(Kind.init)
        else { return nil }
        self.kind = kind
        names = json.list("names").map { name in
            (name.text("kind") == "long" ? "--" : "-") + (name.text("name") ?? "")
        }
        valueName = json.text("valueName") ?? ""
        isOptional = json[member: "isOptional"] == .bool(true)
        isRepeating = json[member: "isRepeating"] == .bool(true)
        defaultValue = json.text("defaultValue")
        values = json.list("allValues").compactMap(\.text)
        section = json.text("sectionTitle")
        abstract = json.text("abstract") ?? ""
    }
}

extension JSONValue {
    fileprivate var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    fileprivate func text(_ member: String) -> String? { self[member: member]?.text }

    fileprivate func list(_ member: String) -> [JSONValue] {
        guard case .array(let values)? = self[member: member] else { return [] }
        return values
    }
}
