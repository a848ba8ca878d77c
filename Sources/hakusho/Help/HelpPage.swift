import Core

/// The help of one command, as a terminal shows it.
struct HelpPage {
    let command: CommandDescription
    let language: MessageLanguage
    /// Columns of the terminal.
    let width: Int

    private var words: HelpWords { HelpWords(language) }

    /// The whole page, with a line feed at its end.
    var text: String {
        let texts = HelpTexts(command, language)
        var lines = Wrapping.lines(texts.abstract, width: width)
        lines += ["", words.usage + ":", "  " + texts.usage]
        for paragraph in texts.paragraphs {
            lines.append("")
            lines +=
                paragraph.isVerbatim
                ? paragraph.lines : Wrapping.lines(paragraph.lines.joined(), width: width)
        }
        for group in texts.groups(withCommon: true) {
            lines += ["", group.title + ":"]
            lines += table(group.rows)
        }
        let subcommands = command.subcommands.filter(\.isShown)
        if !subcommands.isEmpty {
            lines += ["", words.subcommands + ":"]
            lines += table(
                subcommands.map { ($0.path.last ?? "", HelpTexts($0, language).phrase) })
        }
        if !texts.examples.isEmpty { lines += ["", words.examples + ":"] }
        for example in texts.examples {
            lines.append("  " + example.line)
            lines += Wrapping.lines(example.meaning.text(in: language), width: width - 6)
                .map { "      " + $0 }
        }
        if !subcommands.isEmpty {
            let line = command.path.joined(separator: " ")
            lines += ["", words.more(line)]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Names at the left, what they mean at the right or, behind a long name, below it.
    private func table(_ rows: [(name: String, meaning: String)]) -> [String] {
        let column = 26
        return rows.flatMap { row -> [String] in
            let meaning = Wrapping.lines(row.meaning, width: max(width - column, 20))
            let name = "  " + row.name
            let gap = column - Wrapping.width(of: name)
            let indent = String(repeating: " ", count: column)
            guard gap >= 2, let first = meaning.first else {
                return [name] + meaning.map { indent + $0 }
            }
            return [name + String(repeating: " ", count: gap) + first]
                + meaning.dropFirst().map { indent + $0 }
        }
    }
}
