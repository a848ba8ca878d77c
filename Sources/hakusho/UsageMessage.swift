import Core

/// What is told of a wrong command line: what ArgumentParser found, in Japanese as far as its words
/// are known, and how the command is written.
struct UsageMessage {
    /// What ArgumentParser says: a line `Error: …`, sometimes a line `Help: …`, and the usage.
    let english: String
    /// The command that was meant, as far as that can be told.
    let command: CommandDescription
    let language: MessageLanguage

    /// Lines for standard error.
    var text: String {
        let lines = english.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.isEmpty && !$0.hasPrefix("Usage: ") }.map(String.init)
        let usage = HelpTexts(command, language).usage
        let line = command.path.joined(separator: " ")
        guard language == .ja else {
            return lines.joined(separator: "\n")
                + "\nUsage: \(usage)\n  See '\(line) --help' for more information.\n"
        }
        return "hakusho: コマンドの書き方が正しくありません\n"
            + lines.map(japanese).joined(separator: "\n")
            + "\n使い方: \(usage)\n  詳しくは '\(line) --help' をご覧ください\n"
    }

    private func japanese(_ line: String) -> String {
        if let detail = line.removing(prefix: "Error: ") {
            return "エラー: " + naming(japaneseDetail(detail))
        }
        guard let help = line.removing(prefix: "Help:  ") else { return line }
        let argument = command.arguments.first { help.hasSuffix($0.abstract) }
        return "説明: " + (argument.map { HelpTexts(command, language).meaning(of: $0) } ?? help)
    }

    /// The text with the names that help has for values.
    private func naming(_ text: String) -> String {
        CommandText.valueNames.reduce(text) { $0.replacing("<\($1.key)>", with: "<\($1.value)>") }
    }
}

private func japaneseDetail(_ detail: String) -> String {
    if let names = detail.between("Unknown option '", "'?") {
        let parts = names.parted(by: "'. Did you mean '")
        return "「\(parts.first)」というオプションはありません"
            + (parts.second.map { "。「\($0)」のことですか" } ?? "")
    }
    if let name = detail.between("Unknown option '", "'") {
        return "「\(name)」というオプションはありません"
    }
    if let name = detail.between("Missing value for '", "'") {
        return "「\(name)」に値が必要です"
    }
    if let name = detail.between("Missing expected argument '", "'") {
        return "「\(name)」を指定してください"
    }
    if let name = detail.between("Unexpected argument '", "'") {
        return "「\(name)」は余分です"
    }
    if let names = detail.firstRange(of: " unexpected arguments: ")?.upperBound {
        return "余分なものがあります: " + detail[names...]
    }
    if let rest = detail.removing(prefix: "The value '") {
        let value = rest.parted(by: "' is invalid for '")
        let option = (value.second ?? "").parted(by: "'")
        let list = option.second.map { $0.isEmpty ? "" : "（\($0)）" } ?? ""
        return "「\(option.first)」の値「\(value.first)」は正しくありません" + list
    }
    return detail
}

extension String {
    fileprivate func removing(prefix: String) -> String? {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
    }

    /// What stands between a known beginning and a known end.
    fileprivate func between(_ start: String, _ end: String) -> String? {
        guard hasPrefix(start), hasSuffix(end), count >= start.count + end.count else {
            return nil
        }
        return String(dropFirst(start.count).dropLast(end.count))
    }

    /// Before and after the first `separator`.
    fileprivate func parted(by separator: String) -> (first: String, second: String?) {
        guard let found = firstRange(of: separator) else { return (self, nil) }
        return (String(self[..<found.lowerBound]), String(self[found.upperBound...]))
    }
}

extension MessageLanguage {
    /// The language for a command line that cannot be read: what `--lang` says in it, else what
    /// the environment does.
    ///
    /// - Parameter arguments: What follows the program's name.
    init(ofUnreadable arguments: [String], environment: MessageLanguage) {
        var found: String?
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count { found = arguments[index + 1] }
            if argument.hasPrefix("--lang=") { found = String(argument.dropFirst(7)) }
        }
        self = found.flatMap(MessageLanguage.init(rawValue:)) ?? environment
    }
}
