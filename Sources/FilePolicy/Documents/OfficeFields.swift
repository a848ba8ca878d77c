/// The fields of a Word document, whose instructions may be spread over many runs.
///
/// - Source: ISO/IEC 29500-1, section 17.16.
struct OfficeFields {
    private var found = Examination()
    private var open: [(instruction: [UInt8], isResult: Bool)] = []
    /// All letters of all instructions, in lower case, to find what is put together in unforeseen
    /// ways.
    private var letters: [UInt8] = []

    /// What they break, in the order found.
    var rules: [PolicyRule] { found.refusals }

    /// A field begins, its instruction ends, or the field ends.
    mutating func take(character type: XMLBytes?) {
        switch type {
        case .some("begin"):
            // Deeper ones than Word itself nests are only read as text.
            if open.count < 64 { open.append(([], false)) }
        case .some("separate"):
            guard let last = open.indices.last else { return }
            check(open[last].instruction, isNested: isNested)
            open[last].isResult = true
        case .some("end"):
            guard let last = open.last else { return }
            if !last.isResult { check(last.instruction, isNested: isNested) }
            open.removeLast()
        default: break
        }
    }

    /// A piece of an instruction.
    mutating func take(instruction: XMLBytes) {
        if let last = open.indices.last, !open[last].isResult,
            open[last].instruction.count < 1 << 16
        {
            open[last].instruction += instruction.buffer
        }
        guard letters.count < 1 << 20 else { return }
        for byte in instruction.buffer {
            let letter = byte.asciiLowercased
            if (0x61...0x7A).contains(letter) || letter >= 0x80 { letters.append(letter) }
        }
    }

    /// A whole instruction.
    mutating func take(simple instruction: XMLBytes?) {
        if let instruction { check(instruction, isNested: isNested) }
    }

    /// Checks what can be told only at the document's end.
    mutating func finish() {
        if letters[...].firstPlace(of: "ddeauto") != nil { found.refuse(.officeDDE) }
        // A file may leave fields open.
        for field in open where !field.isResult { check(field.instruction, isNested: false) }
    }

    /// Whether the innermost field makes up another one's instruction.
    private var isNested: Bool { open.dropLast().contains { !$0.isResult } }

    private mutating func check(_ instruction: [UInt8], isNested: Bool) {
        instruction.withUnsafeBufferPointer { check(XMLBytes($0), isNested: isNested) }
    }

    private mutating func check(_ instruction: XMLBytes, isNested: Bool) {
        var words = FieldWords(instruction)
        guard let command = words.next() else { return }
        if Self.calling.contains(ignoringCase: command) {
            found.refuse(.officeDDE)
        } else if Self.loading.contains(ignoringCase: command) {
            found.refuse(once: "office-external", .officeExternal(instruction.text))
        } else if command.equals(ignoringCase: "quote"), isNested {
            // QUOTE 68 68 69 spells another field's command by numbers.
            while let word = words.next() {
                if word.buffer.allSatisfy({ (0x30...0x39).contains($0) }) {
                    return found.refuse(.officeDDE)
                }
            }
        } else if command.equals(ignoringCase: "hyperlink"),
            let target = Self.target(words.rest), !isAllowedLink(target.buffer)
        {
            found.refuse(once: "office-link", .officeLink(target.text))
        }
    }

    private static let calling = ByteWords("dde ddeauto")
    private static let loading = ByteWords(
        "link includetext includepicture include import database rd")

    /// The address in `"address" \l "place"`; nil where there is only a place.
    private static func target(_ arguments: XMLBytes) -> XMLBytes? {
        let blanks = arguments.buffer.prefix { $0 <= 0x20 }.count
        let rest = arguments.dropFirst(blanks)
        let isQuoted = rest.hasPrefix("\"")
        if rest.hasPrefix("\\"), !rest.hasPrefix("\\\\") { return nil }
        let address = rest.dropFirst(isQuoted ? 1 : 0).buffer.prefix { byte in
            isQuoted ? byte != 0x22 : byte > 0x20
        }
        return XMLBytes(UnsafeBufferPointer(rebasing: address))
    }
}

/// The words of a field's instruction, which blanks and quotation marks divide.
private struct FieldWords {
    /// What follows the last word taken.
    private(set) var rest: XMLBytes

    init(_ instruction: XMLBytes) { rest = instruction }

    /// Takes the next word.
    mutating func next() -> XMLBytes? {
        var start = 0
        while let length = separator(at: start) { start += length }
        var end = start
        while end < rest.count, separator(at: end) == nil { end += 1 }
        guard end > start else { return nil }
        let word = XMLBytes(UnsafeBufferPointer(rebasing: rest.buffer[start..<end]))
        rest = rest.dropFirst(end)
        return word
    }

    /// The length of a blank or a quotation mark; nil where none stands there.
    private func separator(at place: Int) -> Int? {
        guard place < rest.count else { return nil }
        let byte = rest.buffer[place]
        if byte <= 0x20 || byte == 0x22 { return 1 }
        guard byte >= 0xC2 else { return nil }
        let here = rest.dropFirst(place)
        return Self.wideSeparators.first { here.hasPrefix($0) }?.utf8CodeUnitCount
    }

    /// The blanks of other scripts, and the quotation marks that Word itself makes.
    private static let wideSeparators: [StaticString] = [
        "\u{A0}", "\u{85}", "\u{3000}", "“", "”", "\u{2000}", "\u{2001}", "\u{2002}", "\u{2003}",
        "\u{2004}", "\u{2005}", "\u{2006}", "\u{2007}", "\u{2008}", "\u{2009}", "\u{200A}",
        "\u{2028}", "\u{2029}", "\u{202F}", "\u{205F}", "\u{1680}",
    ]
}
