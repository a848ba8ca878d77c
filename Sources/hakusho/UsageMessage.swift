import Core

/// What ArgumentParser says of a wrong command line, in Japanese as far as its words are known.
///
/// The text has a line `Error: …`, sometimes a line `Help: …`, and the usage; lines that are not
/// known stay as they are.
func japaneseUsageMessage(_ english: String) -> String {
    let lines = english.split(separator: "\n", omittingEmptySubsequences: false)
    return "コマンドの書き方が正しくありません\n"
        + lines.map { japanese(String($0)) }.joined(separator: "\n")
}

private func japanese(_ line: String) -> String {
    if let detail = line.removing(prefix: "Error: ") { return "エラー: " + japaneseDetail(detail) }
    if let help = line.removing(prefix: "Help:  ") { return "説明: " + help }
    if let usage = line.removing(prefix: "Usage: ") { return "使い方: " + usage }
    if let command = line.between("  See ", " for more information.") {
        return "  詳しくは \(command) をご覧ください（英語）"
    }
    return line
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
    if detail == "--jobs takes a number from 1 to 1024" {
        return "--jobs には 1 から 1024 までの数を指定してください"
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
