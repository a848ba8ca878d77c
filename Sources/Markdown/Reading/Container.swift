import Core

/// What `:::NAME ARGS` and `:::` enclose.
struct Container {
    /// What becomes of it.
    enum Kind: Equatable {
        case admonition(Admonition)
        case details
        case figure
        /// The portion at this index.
        case portion(Int)
        case theme(String)
    }

    /// The word after the colons.
    let name: String
    /// What follows the name: the author's title, a portion's label, or nothing.
    let title: String
    /// The opening line.
    let span: SourceSpan
    /// From the opening line to the closing one.
    let lines: ClosedRange<Int>
    /// Set when the survey reaches it.
    var kind = Kind.theme("")
}

/// A box that tells what its text is to the reader.
enum Admonition: String, CaseIterable {
    case note
    case tip
    case important
    case warning
    case caution

    /// The title where the author gives none.
    func title(in language: String) -> StaticString {
        switch (self, language.hasPrefix("ja")) {
        case (.note, true): "注記"
        case (.tip, true): "ヒント"
        case (.important, true): "重要"
        case (.warning, true): "警告"
        case (.caution, true): "注意"
        case (.note, false): "Note"
        case (.tip, false): "Tip"
        case (.important, false): "Important"
        case (.warning, false): "Warning"
        case (.caution, false): "Caution"
        }
    }
}

/// One line of colons, as it stands in the text.
struct Fence {
    let node: Node
    /// How many colons.
    let length: Int
    /// The word after the colons; empty for a line that closes.
    let name: String
    /// The rest of the line.
    let arguments: String
    let span: SourceSpan

    init(_ node: Node, span: SourceSpan) {
        self.node = node
        self.span = span
        let content = node.content?.buffer ?? UnsafeBufferPointer(start: nil, count: 0)
        let line = content.prefix { $0 != 0x0A }
        let colons = line.prefix { $0 == 0x3A }
        let rest = line[colons.endIndex...].trimmed
        let name = rest.prefix { !$0.isBlank }
        length = colons.count
        self.name = String(decoding: name, as: UTF8.self)
        arguments = String(decoding: rest[name.endIndex...].trimmed, as: UTF8.self)
    }

    var closes: Bool { name.isEmpty }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Without blanks at its ends.
    fileprivate var trimmed: Self {
        var slice = drop { $0.isBlank || $0 == 0x0D }
        while let last = slice.last, last.isBlank || last == 0x0D { slice = slice.dropLast() }
        return slice
    }
}
