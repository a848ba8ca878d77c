/// Puts the tokens of a PDF file together into values.
struct PDFParser {
    /// Why a value was not read.
    enum Fault: Error {
        /// Deeper, or of more parts, than any program writes, or beyond the budget.
        case limit
    }

    private static let depth = 100
    private static let mostParts = 2_000_000

    private var lexer: PDFLexer
    private var stack: [(isDictionary: Bool, start: Int)] = []
    private var items: [PDFValue] = []
    /// Tokens read so far.
    private(set) var parts = 0
    /// Bytes read by looking ahead.
    private(set) var ahead = 0
    private let start: Int
    private let budget: Int

    /// - Parameter budget: The most bytes to read; the last token may go beyond it.
    init(_ bytes: ArraySlice<UInt8>, at position: Int, budget: Int) {
        lexer = PDFLexer(bytes, at: position)
        start = position
        self.budget = budget
    }

    /// Bytes read so far, also by looking ahead.
    var work: Int { position - start + ahead }

    /// The index of the first byte that was not read.
    var position: Int { lexer.position }

    /// Reads one value. What is still open at the end of the bytes is closed there.
    mutating func readValue() throws(Fault) -> PDFValue {
        repeat {
            parts += 1
            guard parts <= Self.mostParts, work <= budget else { throw .limit }
            switch lexer.next() {
            case .number(let number): items.append(.number(number))
            case .name(let name): items.append(.name(name))
            case .string(let text): items.append(.string(text))
            case .arrayStart: try open(isDictionary: false)
            case .dictionaryStart: try open(isDictionary: true)
            case .arrayEnd: close(isDictionary: false)
            case .dictionaryEnd: close(isDictionary: true)
            case .word(let word): take(word)
            case .end:
                while !stack.isEmpty { closeLast() }
                if items.isEmpty { items.append(.null) }
            }
        } while !stack.isEmpty
        defer { items.removeAll() }
        if case .number(let number)? = items.last { return reference(to: number) }
        return items.last ?? .null
    }

    /// The word that comes next, without reading it; nil for any other token.
    mutating func peekWord() -> (word: String, end: Int)? {
        var peeking = lexer
        let token = peeking.next()
        ahead += peeking.position - lexer.position
        if case .word(let word) = token { return (word, peeking.position) }
        return nil
    }

    private mutating func open(isDictionary: Bool) throws(Fault) {
        guard stack.count < Self.depth else { throw .limit }
        stack.append((isDictionary, items.count))
    }

    /// A `]` that closes a dictionary is passed over, and so is a `>>` that closes an array.
    private mutating func close(isDictionary: Bool) {
        if stack.isEmpty {
            items.append(.null)
        } else if stack.last?.isDictionary == isDictionary {
            closeLast()
        }
    }

    private mutating func closeLast() {
        guard let frame = stack.popLast() else { return }
        // No slice may outlive its line: it would make the removal copy all that is still open.
        let value: PDFValue =
            frame.isDictionary
            ? .dictionary(PDFDictionary(items[frame.start...]))
            : .array(Array(items[frame.start...]))
        items.removeLast(items.count - frame.start)
        items.append(value)
    }

    private mutating func take(_ word: String) {
        let start = stack.last?.start ?? 0
        if word == "R", items.count >= start + 2, let number = items[items.count - 2].integer,
            items[items.count - 1].integer != nil
        {
            items.removeLast(2)
            items.append(.reference(number))
        } else {
            items.append(.null)
        }
    }

    /// `12 0 R` where nothing encloses it.
    private mutating func reference(to number: Int?) -> PDFValue {
        var peeking = lexer
        if let number, case .number = peeking.next(), case .word("R") = peeking.next() {
            lexer = peeking
            return .reference(number)
        }
        ahead += peeking.position - lexer.position
        return .number(number)
    }
}
