/// The fields of a Word document, whose instructions may be spread over many runs.
///
/// - Source: ISO/IEC 29500-1, section 17.16.
struct OfficeFields {
    /// What they break, in the order found.
    private(set) var rules: [PolicyRule] = []
    private var open: [(instruction: String, isResult: Bool)] = []
    /// All letters of all instructions, to find what is put together in unforeseen ways.
    private var letters = ""

    /// A field begins, its instruction ends, or the field ends.
    mutating func take(character type: String) {
        switch type {
        case "begin":
            // Deeper ones than Word itself nests are only read as text.
            if open.count < 64 { open.append(("", false)) }
        case "separate":
            guard let last = open.indices.last else { return }
            check(open[last].instruction, isNested: isNested)
            open[last].isResult = true
        case "end":
            guard let last = open.last else { return }
            if !last.isResult { check(last.instruction, isNested: isNested) }
            open.removeLast()
        default: break
        }
    }

    /// A piece of an instruction.
    mutating func take(instruction: String) {
        if let last = open.indices.last, !open[last].isResult,
            open[last].instruction.utf8.count < 1 << 16
        {
            open[last].instruction += instruction
        }
        if letters.utf8.count < 1 << 20 { letters += instruction.filter(\.isLetter).uppercased() }
    }

    /// A whole instruction.
    mutating func take(simple instruction: String) {
        check(instruction, isNested: isNested)
    }

    /// Checks what can be told only at the document's end.
    mutating func finish() {
        if letters.contains("DDEAUTO") { note(.officeDDE) }
        // A file may leave fields open.
        for field in open where !field.isResult { check(field.instruction, isNested: false) }
    }

    /// Whether the innermost field makes up another one's instruction.
    private var isNested: Bool { open.dropLast().contains { !$0.isResult } }

    private mutating func note(_ rule: PolicyRule) {
        if !rules.contains(where: { $0.id == rule.id }) { rules.append(rule) }
    }

    private mutating func check(_ instruction: String, isNested: Bool) {
        let words = instruction.split { $0.isWhitespace || $0 == "\"" || $0 == "“" || $0 == "”" }
        switch words.first?.uppercased() {
        case "DDE", "DDEAUTO": note(.officeDDE)
        // QUOTE 68 68 69 spells another field's command by numbers.
        case "QUOTE" where isNested && words.dropFirst().contains { Int($0) != nil }:
            note(.officeDDE)
        case "LINK", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "IMPORT", "DATABASE", "RD":
            note(.officeExternal(instruction))
        case "HYPERLINK":
            if let target = Self.target(of: instruction), !isAllowedLink(target) {
                note(.officeLink(target))
            }
        default: break
        }
    }

    /// The address in `HYPERLINK "address" \l "place"`; nil where there is only a place.
    private static func target(of instruction: String) -> String? {
        guard let command = instruction.end(ofWord: "HYPERLINK") else { return nil }
        let rest = instruction[command...].drop(while: \.isWhitespace)
        if rest.hasPrefix("\"") { return String(rest.dropFirst().prefix { $0 != "\"" }) }
        if rest.hasPrefix("\\"), !rest.hasPrefix("\\\\") { return nil }
        return String(rest.prefix { !$0.isWhitespace })
    }
}

extension String {
    /// Where the text goes on after its first word, if that is `word` in any case.
    fileprivate func end(ofWord word: String) -> Index? {
        let start = drop(while: \.isWhitespace)
        guard start.prefix(word.count).uppercased() == word else { return nil }
        return index(start.startIndex, offsetBy: word.count)
    }
}
