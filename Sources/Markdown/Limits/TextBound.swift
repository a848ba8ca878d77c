/// Bounds on what a page, and in it a stretch of lines without an empty one, may hold.
///
/// libcmark-gfm 0.29.0.gfm.6 takes quadratic time for unclosed `<?`, `<!X` and `<![CDATA[`, for
/// links within open images, for a table below a long paragraph and for the cells of a row; it
/// copies a link's definition wherever it is used; and it keeps a copy of the rest of a paragraph
/// for each of the first thousand `@`.
struct TextBound {
    enum Excess {
        case nesting
        case complexity
        case markup
    }

    private let limits: MarkdownDialect.Limits
    /// Signs in the whole text that may become nodes.
    private var markup = 0
    private var mailSigns = 0
    /// Bytes that the library copies for mail addresses, in the stretches that have ended.
    private var mailCost = 0
    private var bytes = 0
    private var lines = 0
    /// `<?` and `<!`.
    private var declarations = 0
    private var links = 0
    private var openBrackets = 0
    private var deepestBrackets = 0
    private var tableCost = 0
    /// The library counts the cells before a cell each time that it adds one.
    private var pipeCost = 0
    private var hasDelimiterRow = false
    /// The length of the definition that the last lines belong to, and of the longest.
    private var definition = 0
    private var longestDefinition = 0
    /// `]` in the whole text: each may use a definition.
    private var closedBrackets = 0

    init(limits: MarkdownDialect.Limits) { self.limits = limits }

    /// Reads the next line, without its end.
    mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> Excess? {
        let (depth, start) = Self.prefix(of: line)
        if depth > limits.nesting { return .nesting }
        guard start < line.count else {
            endStretch()
            return nil
        }
        bytes += line.count
        lines += 1
        readDefinition(line, from: start)
        var pipes = 0
        for index in line.indices {
            read(line[index], next: index + 1 < line.count ? line[index + 1] : 0)
            if line[index] == 0x7C { pipes += 1 }
        }
        pipeCost += pipes * pipes
        if line[start...].delimiterColumns != nil {
            hasDelimiterRow = true
            tableCost += lines * bytes
        }
        if markup > limits.markup { return .markup }
        let isTooMuch =
            declarations * bytes > 50_000_000
            || deepestBrackets * links > 20_000_000 || tableCost > 500_000_000
            || hasDelimiterRow && pipeCost > 200_000_000
            || max(longestDefinition, definition) * closedBrackets > 64_000_000
            || mailCost + costOfMail > 100_000_000
        return isTooMuch ? .complexity : nil
    }

    private var costOfMail: Int { min(mailSigns, 1000) * bytes }

    private mutating func read(_ byte: UInt8, next: UInt8) {
        switch byte {
        case 0x40: mailSigns += 1
        case 0x2A, 0x5F, 0x7E, 0x60, 0x26: markup += 1
        case 0x3C:
            markup += 1
            if next == 0x3F || next == 0x21 { declarations += 1 }
        case 0x5B:
            markup += 1
            openBrackets += 1
            deepestBrackets = max(deepestBrackets, openBrackets)
        case 0x5D:
            markup += 1
            closedBrackets += 1
            openBrackets = max(openBrackets - 1, 0)
            if next == 0x28 || next == 0x5B { links += 1 }
        default: break
        }
    }

    private mutating func readDefinition(_ line: UnsafeBufferPointer<UInt8>, from start: Int) {
        if line[start] == 0x5B {
            longestDefinition = max(longestDefinition, definition)
            definition = line.count
        } else if definition > 0 {
            definition += line.count
        }
    }

    private mutating func endStretch() {
        longestDefinition = max(longestDefinition, definition)
        mailCost += costOfMail
        (mailSigns, bytes, lines, declarations, links) = (0, 0, 0, 0, 0)
        (openBrackets, deepestBrackets, tableCost, definition) = (0, 0, 0, 0)
        (pipeCost, hasDelimiterRow) = (0, false)
    }

    /// How many quotes and list items a line begins with, and where its text begins.
    private static func prefix(of line: UnsafeBufferPointer<UInt8>) -> (depth: Int, start: Int) {
        var depth = 0
        var index = 0
        while index < line.count {
            let byte = line[index]
            let isFollowed = index + 1 >= line.count || line[index + 1].isBlank
            if byte.isBlank {
                index += 1
            } else if byte == 0x3E {
                (depth, index) = (depth + 1, index + 1)
            } else if byte == 0x2D || byte == 0x2A || byte == 0x2B, isFollowed {
                (depth, index) = (depth + 1, index + 1)
            } else if byte.isDigit {
                var end = index
                while end < line.count, line[end].isDigit, end - index < 9 { end += 1 }
                guard end < line.count, line[end] == 0x2E || line[end] == 0x29,
                    end + 1 >= line.count || line[end + 1].isBlank
                else { break }
                (depth, index) = (depth + 1, end + 1)
            } else {
                break
            }
        }
        // `- - -` is a line across the page and no list.
        return index >= line.count && !line.contains(0x3E) ? (0, index) : (depth, index)
    }
}
