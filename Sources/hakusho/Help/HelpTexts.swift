import Core

/// A command's help in one language, before it is laid out.
struct HelpTexts {
    /// A paragraph, or lines that stay as they are.
    struct Paragraph {
        let lines: [String]
        let isVerbatim: Bool
    }

    /// Arguments or options under one title.
    struct Group {
        let title: String
        let rows: [(name: String, meaning: String)]
    }

    let command: CommandDescription
    let language: MessageLanguage
    private let text: CommandText?
    private var words: HelpWords { HelpWords(language) }

    init(_ command: CommandDescription, _ language: MessageLanguage) {
        self.command = command
        self.language = language
        text = CommandText.all[command.key]
    }

    /// What it does, in a sentence.
    var abstract: String {
        language == .ja ? text?.abstract ?? command.abstract : command.abstract
    }

    /// The same without a full stop.
    var phrase: String {
        let abstract = abstract
        return abstract.last == "." || abstract.last == "。" ? String(abstract.dropLast()) : abstract
    }

    /// In the order of help.
    var examples: [CommandText.Example] { text?.examples ?? [] }

    /// The discussion; lines that begin with two spaces are shown as they are.
    var paragraphs: [Paragraph] {
        let discussion = language == .ja ? text?.discussion ?? "" : command.discussion
        guard !discussion.isEmpty else { return [] }
        let lines = discussion.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.split(separator: "").map { lines in
            Paragraph(lines: lines.map(String.init), isVerbatim: lines.first!.hasPrefix("  "))
        }
    }

    /// How its command line is written.
    var usage: String {
        var parts = command.path
        if !command.subcommands.isEmpty {
            return (parts + [words.subcommand]).joined(separator: " ")
        }
        for argument in command.arguments where argument.kind != .positional && !argument.isOptional
        {
            parts.append(name(of: argument, withAll: false) + (argument.isRepeating ? " ..." : ""))
        }
        parts.append(words.options)
        for argument in command.arguments where argument.kind == .positional {
            let name = placeholder(argument) + (argument.isRepeating ? " ..." : "")
            parts.append(argument.isOptional ? "[\(name)]" : name)
        }
        return parts.joined(separator: " ")
    }

    /// Positional arguments, the command's own options, groups with a title, and what every
    /// command has, where that is wanted.
    func groups(withCommon: Bool) -> [Group] {
        let positional = command.arguments.filter { $0.kind == .positional }
        let options = command.arguments.filter { $0.kind != .positional }
        let common = options.filter { Self.common.contains($0.key) }
        let own = options.filter { !Self.common.contains($0.key) }
        let titles = own.compactMap(\.section).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        var groups = [
            group(words.argumentsTitle, positional),
            group(words.optionsTitle, own.filter { $0.section == nil }),
        ]
        for title in titles {
            let shown = language == .ja ? CommandText.sections[title] ?? title : title
            groups.append(group(shown, own.filter { $0.section == title }))
        }
        if withCommon {
            groups.append(
                group(own.isEmpty ? words.optionsTitle : words.commonOptions, common))
        }
        return groups.filter { !$0.rows.isEmpty }
    }

    /// The options of every command.
    static let common = [
        "--project", "--format", "--lang", "--jobs", "--as-of", "--strict", "--timings", "--quiet",
        "--version", "--help",
    ]

    private func group(_ title: String, _ arguments: [CommandDescription.Argument]) -> Group {
        Group(
            title: title,
            rows: arguments.map { argument in
                let name =
                    argument.kind == .positional
                    ? placeholder(argument) : name(of: argument, withAll: true)
                return (name, meaning(of: argument))
            })
    }

    /// `--jobs <number>`.
    func name(
        of argument: CommandDescription.Argument, withAll: Bool
    ) -> String {
        let names = withAll ? argument.names.joined(separator: ", ") : argument.key
        return argument.kind == .option ? names + " " + placeholder(argument) : names
    }

    /// `<number>`; the values themselves where there are few.
    func placeholder(_ argument: CommandDescription.Argument) -> String {
        if (2...4).contains(argument.values.count) {
            return "<" + argument.values.joined(separator: "|") + ">"
        }
        let word = argument.valueName
        return "<" + (language == .ja ? CommandText.valueNames[word] ?? word : word) + ">"
    }

    /// What an argument is for, and its default.
    func meaning(of argument: CommandDescription.Argument) -> String {
        let own = text?.arguments[argument.key] ?? CommandText.sharedArguments[argument.key]
        let meaning = language == .ja ? own ?? argument.abstract : argument.abstract
        guard let standard = argument.defaultValue else { return meaning }
        return meaning + words.standard(standard)
    }
}

/// The words of help itself.
struct HelpWords {
    private let isJapanese: Bool

    init(_ language: MessageLanguage) { isJapanese = language == .ja }

    var usage: String { isJapanese ? "使い方" : "Usage" }
    var argumentsTitle: String { isJapanese ? "引数" : "Arguments" }
    var optionsTitle: String { isJapanese ? "オプション" : "Options" }
    var commonOptions: String { isJapanese ? "共通のオプション" : "Common options" }
    var subcommands: String { isJapanese ? "サブコマンド" : "Subcommands" }
    var examples: String { isJapanese ? "例" : "Examples" }
    var options: String { isJapanese ? "[オプション]" : "[options]" }
    var subcommand: String { isJapanese ? "<サブコマンド>" : "<subcommand>" }

    func standard(_ value: String) -> String {
        isJapanese ? "（既定値: \(value)）" : " (default: \(value))"
    }

    func more(_ line: String) -> String {
        isJapanese
            ? "それぞれの説明は「\(line) サブコマンド名 --help」で表示します。"
            : "'\(line) SUBCOMMAND --help' tells more about each."
    }
}
