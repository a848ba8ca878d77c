/// What a survey knows of the labels of reference links and of their definitions.
struct LinkLabels {
    /// `[label]: destination`.
    struct Definition {
        let label: [UInt8]
        /// As its author wrote it.
        let written: String
        /// From the bracket to the end of the destination.
        let range: Range<Int>
        /// The destination's bytes, without pointed brackets.
        let destination: Range<Int>
        let isPointed: Bool
        /// `[//]: # (text)` and the like, by which authors write comments.
        let isComment: Bool
    }

    /// Brackets in the text that look like a reference link or could be one.
    struct Plain {
        let label: [UInt8]
        /// As its author wrote it.
        let written: String
        /// The whole of it, an image's `!` included.
        let range: Range<Int>
        let form: Form
    }

    /// How brackets that became no link look.
    enum Form {
        /// `[text][label]` and `[label][]`.
        case full
        /// The same between short words in capitals or without letters, like `[重要][至急]`.
        case tags
        /// `[label]`.
        case shortcut
    }

    /// Lines that may be definitions, unless they turn out to belong to a block.
    var lines: [Int] = []
    /// Bytes that belong to blocks, of those near `lines`.
    var covered: [Range<Int>] = []
    /// Labels of links, and the reference each belongs to.
    var links: [(reference: Int?, label: [UInt8])] = []
    var plain: [Plain] = []
    /// Some link's label could not be read, so that nobody knows which definitions are used.
    var isIncomplete = false

    /// Whether one of `lines` is in `range`.
    func hasLine(in range: ClosedRange<Int>) -> Bool {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < lines.count && lines[low] <= range.upperBound
    }
}

/// A label as the specification compares labels: in one case, with single spaces.
///
/// - Source: CommonMark 0.29, "matches".
func linkLabel(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var label: [UInt8] = []
    var isASCII = true
    for byte in bytes {
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
            if let last = label.last, last != 0x20 { label.append(0x20) }
        } else {
            if byte >= 0x80 { isASCII = false }
            label.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
    }
    if label.last == 0x20 { label.removeLast() }
    return isASCII ? label : Array(String(decoding: label, as: UTF8.self).lowercased().utf8)
}
