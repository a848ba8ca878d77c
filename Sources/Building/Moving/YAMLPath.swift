import Core

/// Where the path of a reference stands in a file of YAML, and how it is written there.
struct YAMLPath {
    /// Without its query and fragment.
    let range: Range<Int>
    /// The quotation mark around the value; nil for a plain one.
    private let quote: UInt8?

    /// - Parameters:
    ///   - value: The place that the value's reader states.
    ///   - text: The value.
    /// - Returns: Nil where the file does not say the same in the same letters.
    init?(of text: String, at value: Range<Int>, in bytes: [UInt8]) {
        guard value.upperBound <= bytes.count, let first = bytes[value].first else { return nil }
        quote = first == 0x22 || first == 0x27 ? first : nil
        let start = value.lowerBound + (quote == nil ? 0 : 1)
        let wanted = Array(text.utf8)
        guard start + wanted.count <= bytes.count,
            bytes[start..<start + wanted.count].elementsEqual(wanted)
        else { return nil }
        let path = wanted.firstIndex { $0 == 0x23 || $0 == 0x3F } ?? wanted.count
        range = start..<start + path
    }

    /// Another path as it is written there.
    func text(_ path: String) -> String {
        switch quote {
        case 0x27: path.replacing("'", with: "''")
        case 0x22: path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        default: path
        }
    }
}
