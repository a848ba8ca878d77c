/// One URL of a `srcset` and what follows it.
package struct SourceSetCandidate {
    /// A slice of the attribute's value.
    package let url: ArraySlice<UInt8>
    /// `2x`, `640w`, or nothing.
    package let descriptor: ArraySlice<UInt8>

    /// The candidates of a value, in its order. Commas within a URL, as in `data:`, separate
    /// nothing.
    ///
    /// - Source: WHATWG HTML, "Parsing a srcset attribute".
    package static func all(in value: ArraySlice<UInt8>) -> [SourceSetCandidate] {
        var candidates: [SourceSetCandidate] = []
        var rest = value
        while true {
            rest = rest.drop { $0.isSpace || $0 == 0x2C }
            guard !rest.isEmpty else { return candidates }
            var url = rest.prefix { !$0.isSpace }
            rest = rest[url.endIndex...]
            var descriptor = rest.prefix(0)
            if url.last == 0x2C {
                while url.last == 0x2C { url.removeLast() }
            } else {
                descriptor = rest.drop(while: \.isSpace).prefix { $0 != 0x2C }
                rest = rest[descriptor.endIndex...]
                while descriptor.last?.isSpace == true { descriptor.removeLast() }
            }
            candidates.append(SourceSetCandidate(url: url, descriptor: descriptor))
        }
    }
}
