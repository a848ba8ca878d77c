import Core

/// The manual page of the program, one page for all its commands.
///
/// - Source: man(7), groff_man(7).
struct ManualPage {
    let program: CommandDescription
    let language: MessageLanguage
    let version: String

    private var words: ManualWords { ManualWords(language) }

    /// The page as man(1) reads it, in UTF-8.
    var text: String {
        var roff = Roff()
        roff.line("'\\\" -*- coding: utf-8 -*-")
        roff.request("TH", ["HAKUSHO", "1", "", "hakusho \(version)", words.title])
        // Commands are not to be divided, and their lines not to be spread.
        roff.line(".nh")
        roff.line(".ad l")
        roff.request("SH", [words.name])
        roff.line("hakusho \\- " + Roff.breakable(HelpTexts(program, language).phrase))
        roff.request("SH", [words.synopsis])
        roff.request("B", ["hakusho"])
        roff.paragraphText(HelpWords(language).subcommand + " " + HelpWords(language).options)
        roff.request("SH", [words.description])
        for paragraph in words.introduction { roff.paragraph(paragraph) }
        roff.request("SH", [words.commands])
        for command in program.all.dropFirst() where command.subcommands.isEmpty {
            append(command, to: &roff)
        }
        roff.request("SH", [HelpWords(language).commonOptions])
        append(rows(HelpTexts.common), to: &roff)
        for section in words.sections {
            roff.request("SH", [section.title])
            for row in section.rows { roff.item(row.name, row.meaning) }
        }
        return roff.output
    }

    private func append(_ command: CommandDescription, to roff: inout Roff) {
        let texts = HelpTexts(command, language)
        roff.request("SS", [command.path.joined(separator: " ")])
        roff.paragraph(texts.abstract)
        roff.request("PP", [])
        roff.request("B", [texts.usage])
        for paragraph in texts.paragraphs {
            if paragraph.isVerbatim {
                roff.example(paragraph.lines.map { String($0.dropFirst(2)) })
            } else {
                roff.paragraph(paragraph.lines.joined())
            }
        }
        for group in texts.groups(withCommon: false) {
            if group.title != HelpWords(language).optionsTitle,
                group.title != HelpWords(language).argumentsTitle
            {
                roff.paragraph(group.title + ":")
            }
            append(group.rows, to: &roff)
        }
        for example in texts.examples {
            roff.paragraph(example.meaning.text(in: language))
            roff.example([example.line])
        }
    }

    private func append(_ rows: [(name: String, meaning: String)], to roff: inout Roff) {
        for row in rows { roff.item(row.name, row.meaning) }
    }

    /// The common options as the first command that has them all tells them.
    private func rows(_ keys: [String]) -> [(name: String, meaning: String)] {
        let found = program.all.flatMap { command in
            command.arguments.map { (HelpTexts(command, language), $0) }
        }
        return keys.compactMap { key in
            found.first { $0.1.key == key }.map { texts, argument in
                (texts.name(of: argument, withAll: true), texts.meaning(of: argument))
            }
        }
    }
}

/// Lines of a manual page's source.
struct Roff {
    private(set) var output = ""

    /// Adds a line as it is.
    mutating func line(_ text: String) { output += text + "\n" }

    /// Adds a request with its arguments, each in quotes.
    mutating func request(_ name: String, _ arguments: [String]) {
        let quoted = arguments.map {
            " \"" + Self.escaped($0).replacing("\"", with: "\\(dq") + "\""
        }
        line("." + name + quoted.joined())
    }

    /// Adds a line of text.
    mutating func paragraphText(_ text: String) {
        for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
            line(Self.atLineStart(Self.breakable(part)))
        }
    }

    /// Plain text with marks where a line may break: by itself roff breaks at spaces alone, and
    /// Japanese only where it was told the language.
    static func breakable(_ text: some StringProtocol) -> String {
        Wrapping.pieces(of: Substring(text)).map { escaped(String($0)) }.reduce("") { text, piece in
            text + (text.isEmpty || text.last == " " ? "" : "\\:") + piece
        }
    }

    /// Adds a paragraph.
    mutating func paragraph(_ text: String) {
        request("PP", [])
        paragraphText(text)
    }

    /// Adds an option or a word, and what it means.
    mutating func item(_ name: String, _ meaning: String) {
        request("TP", [])
        request("B", [name])
        paragraphText(meaning)
    }

    /// Adds lines as they are, indented.
    mutating func example(_ lines: [String]) {
        request("PP", [])
        request("RS", ["4"])
        request("nf", [])
        for line in lines { self.line(Self.atLineStart(Self.escaped(line))) }
        request("fi", [])
        request("RE", [])
    }

    /// Text with what roff would take for its own made plain; hyphens stay hyphens that can be
    /// copied.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\e"
            case "-": result += "\\-"
            case "~": result += "\\(ti"
            case "^": result += "\\(ha"
            case "'": result += "\\(aq"
            case "`": result += "\\(ga"
            default: result.append(character)
            }
        }
        return result
    }

    private static func atLineStart(_ text: String) -> String {
        text.hasPrefix(".") ? "\\&" + text : text
    }
}
