import ArgumentParser
import Core

/// Something that a command has to know, and how a person is asked for it.
struct Question {
    /// What a command line says instead: `--title`, or `<page>`.
    let option: String
    /// What is asked, without a colon.
    let words: Message
    /// What an empty answer stands for; nil where there has to be one.
    var suggestion: String?
    /// What an answer can be, where that is a closed list.
    var choices: [String] = []
    /// Whether only a person is asked, and a program may do without.
    var isOptional = false
    /// Why an answer is none.
    var objection: (String) -> Message? = { _ in nil }
}

/// Asks a person at a terminal, and nobody else: a program has to say all on the command line.
struct Interview {
    let options: GlobalOptions
    /// Whether there is a person to be asked.
    let isOpen: Bool

    init(options: GlobalOptions) {
        self.options = options
        isOpen = Machine.canAsk && options.format == .text && !options.quiet
    }

    /// What the command line says, else what the person answers.
    ///
    /// - Returns: Empty for a question that is optional, and was not answered.
    /// - Throws: `ExitCode` 64 where nobody says, or the command line says something wrong.
    func ask(_ question: Question, given: String?) throws -> String {
        if let given {
            if let why = objection(to: given, question) {
                throw options.misuse(why.of(question.option))
            }
            return trimmed(given)
        }
        guard isOpen else {
            if let suggestion = question.suggestion { return suggestion }
            if question.isOptional { return "" }
            throw options.misuse(.missing(question))
        }
        while true {
            Machine.report(prompt(question))
            guard let line = Machine.readLine() else {
                Machine.report("\n")
                throw options.refusal(.broken)
            }
            let answer = trimmed(line)
            if answer.isEmpty {
                if let suggestion = question.suggestion { return suggestion }
                if question.isOptional { return "" }
            }
            guard let why = objection(to: answer, question) else { return answer }
            Machine.report("  " + why.text(in: options.language) + "\n")
        }
    }

    private func objection(to answer: String, _ question: Question) -> Message? {
        if trimmed(answer).isEmpty, !question.isOptional {
            return Message(en: "an answer is needed", ja: "入力が必要です")
        }
        if answer.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return Message(
                en: "line breaks and control characters cannot be in it",
                ja: "改行や制御文字は使えません")
        }
        if !question.choices.isEmpty, !question.choices.contains(answer) {
            let nearest = nearestName(to: answer, in: question.choices)
            let list = question.choices.joined(separator: ", ")
            return Message(
                en: "'\(answer)' is none of: \(list)"
                    + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
                ja: "「\(answer)」は使えません。使えるもの: \(list)"
                    + (nearest.map { "。「\($0)」のことですか" } ?? ""))
        }
        return question.objection(trimmed(answer))
    }

    private func prompt(_ question: Question) -> String {
        let list =
            question.choices.isEmpty ? "" : " (" + question.choices.joined(separator: ", ") + ")"
        let standard = question.suggestion.map { " [\($0)]" } ?? ""
        return question.words.text(in: options.language) + list + standard + ": "
    }
}

/// A text without spaces at both ends.
func trimmed(_ text: some StringProtocol) -> String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    return String(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
}

extension Message {
    /// The same of an option.
    fileprivate func of(_ option: String) -> Message {
        Message(en: "\(option): \(en)", ja: "\(option): \(ja)")
    }

    fileprivate static var broken: Message {
        Message(en: "nothing was made", ja: "何も作りませんでした")
    }

    /// The name that help has for an argument.
    private static func japanese(_ argument: String) -> String {
        let word = String(argument.dropFirst().dropLast())
        return "<\(CommandText.valueNames[word] ?? word)>"
    }

    fileprivate static func missing(_ question: Question) -> Message {
        let list = question.choices.joined(separator: ", ")
        if question.option.hasPrefix("<") {
            return Message(
                en: "\(question.words.en) is missing; it is the argument \(question.option)",
                ja: "\(question.words.ja)を指定してください（引数 \(japanese(question.option))）")
        }
        return Message(
            en: "\(question.words.en) is missing; say it with \(question.option)"
                + (list.isEmpty ? "" : " (\(list))"),
            ja: "\(question.words.ja)が必要です。\(question.option) で指定してください"
                + (list.isEmpty ? "" : "（\(list)）"))
    }
}
