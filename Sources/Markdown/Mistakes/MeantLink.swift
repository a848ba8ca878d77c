/// Brackets that would be a link if all of them were half-width.
struct MeantLink {
    /// From the first bracket round the destination to the last.
    let whole: Range<Int>
    /// Full-width brackets and what they should be.
    let marks: [(range: Range<Int>, text: String)]

    /// Bytes of a text or a destination that are looked at, so that a page of brackets costs little.
    private static let longest = 300

    /// - Parameters:
    ///   - rest: The text from a bracket that ends a link's text on.
    ///   - content: The leaf's content, since a destination may have become a link of its own.
    init?(
        _ rest: Slice<UnsafeBufferPointer<UInt8>>, content: UnsafeBufferPointer<UInt8>
    ) {
        let isWideText = rest.begins(with: "］")
        guard isWideText || rest.first == 0x5D else { return nil }
        let open = rest.startIndex + (isWideText ? 3 : 1)
        let behind = content[open...]
        let isWideOpen = behind.begins(with: "（")
        guard isWideOpen || behind.first == 0x28 else { return nil }
        let start = open + (isWideOpen ? 3 : 1)
        var end = start
        let most = min(content.count, start + Self.longest)
        while end < most, content[end] != 0x29, content[end] != 0x0A,
            content[end] != 0xEF || !content[end...].begins(with: "）")
        {
            end += 1
        }
        guard end < most, content[end] != 0x0A else { return nil }
        let isWideClose = content[end] != 0x29
        guard isWideText || isWideOpen || isWideClose,
            String(decoding: content[start..<end], as: UTF8.self).isDestination
        else { return nil }
        let last = end + (isWideClose ? 3 : 1)
        whole = rest.startIndex..<last
        var marks: [(range: Range<Int>, text: String)] = []
        if isWideText {
            marks.append((rest.startIndex..<open, "]"))
            let before = content[..<rest.startIndex].suffix(Self.longest)
            if let first = before.indices.last(where: { before[$0...].begins(with: "［") }) {
                marks.append((first..<first + 3, "["))
            }
        }
        if isWideOpen { marks.append((open..<start, "(")) }
        if isWideClose { marks.append((end..<last, ")")) }
        self.marks = marks
    }
}

/// What would be a fact if its braces and its colon were half-width.
struct MeantFact {
    let key: String
    let whole: Range<Int>

    init?(_ rest: Slice<UnsafeBufferPointer<UInt8>>) {
        let isWide = rest.begins(with: "｛｛")
        guard isWide || rest.begins(with: "{{") else { return nil }
        let word = rest.dropFirst(isWide ? 6 : 2)
        guard word.begins(with: "fact") else { return nil }
        let colon = word.dropFirst(4)
        let isWideColon = colon.begins(with: "：")
        guard isWideColon || isWide && colon.first == 0x3A else { return nil }
        let name = colon.dropFirst(isWideColon ? 3 : 1)
        guard
            let end = name.prefix(200).indices.first(where: {
                name[$0...].begins(with: "｝｝") || name[$0...].begins(with: "}}")
            })
        else { return nil }
        key = String(decoding: name[..<end], as: UTF8.self)
        whole = rest.startIndex..<end + (name[end] == 0x7D ? 2 : 6)
    }
}

extension String {
    /// Whether it looks like the place that a link leads to, and not like words in brackets.
    fileprivate var isDestination: Bool {
        guard !isEmpty, !contains(where: \.isWhitespace) else { return false }
        return contains("://") || hasPrefix("/") || hasPrefix("#") || hasPrefix("mailto:")
            || hasPrefix("../") || hasSuffix(".md") || contains(".md#")
    }
}
