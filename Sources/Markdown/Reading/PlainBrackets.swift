/// Pairs of brackets that stand in a leaf as plain text, since they became no link.
struct PlainBrackets {
    /// Two brackets, by their places in the content.
    struct Pair {
        let open: Int
        let close: Int

        /// What stands between them.
        var inner: Range<Int> { open + 1..<close }
    }

    /// In the order of their closing brackets.
    private(set) var pairs: [Pair] = []
    private var open: [Int] = []

    /// Reads the source of a text node; brackets behind a backslash are no brackets.
    mutating func read(_ range: Range<Int>, of content: UnsafeBufferPointer<UInt8>) {
        var index = range.lowerBound
        let end = min(range.upperBound, content.count)
        while index < end {
            switch content[index] {
            case 0x5C: index += 1
            case 0x5B: open.append(index)
            case 0x5D:
                if let first = open.popLast() { pairs.append(Pair(open: first, close: index)) }
            default: break
            }
            index += 1
        }
    }
}
