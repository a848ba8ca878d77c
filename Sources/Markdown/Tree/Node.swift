import CCMarkGFM

/// A node of the C library's tree. Valid as long as the document that owns the tree.
typealias Node = OpaquePointer

/// What a node is, as a number that a `switch` turns into a jump.
enum NodeKind: UInt8 {
    case document = 1
    case blockQuote = 2
    case list = 3
    case item = 4
    case codeBlock = 5
    case htmlBlock = 6
    case customBlock = 7
    case paragraph = 8
    case heading = 9
    case thematicBreak = 10
    case footnoteDefinition = 11
    case table = 12
    case tableRow = 13
    case tableCell = 14
    case text = 33
    case softBreak = 34
    case lineBreak = 35
    case code = 36
    case htmlInline = 37
    case customInline = 38
    case emphasis = 39
    case strong = 40
    case link = 41
    case image = 42
    case footnoteReference = 43
    case strikethrough = 44
    case unknown = 0

    /// The kind of `node`. Blocks are `0x8000 + n`, inlines `0xC000 + n` in the library.
    @inline(__always)
    init(_ node: Node) {
        let type = cmark_node_get_type(node).rawValue
        let value = UInt8(truncatingIfNeeded: type & 0x1F | (type & 0x4000) >> 9)
        self = NodeKind(rawValue: value) ?? .unknown
    }
}

/// Bytes that end with NUL and belong to the tree.
struct NodeText {
    let start: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    init?(_ text: UnsafePointer<CChar>?) {
        guard let text else { return nil }
        count = hakusho_length(text)
        start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    }

    var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    var string: String { String(decoding: buffer, as: UTF8.self) }
}

extension Node {
    /// Text, code or raw HTML of a leaf.
    var literal: NodeText? { NodeText(cmark_node_get_literal(self)) }

    /// The text of a paragraph, heading or cell before its inlines were read.
    var content: NodeText? { NodeText(cmark_node_get_string_content(self)) }

    /// The content of a block whose inlines were read; nil for an empty one, such as the cells that
    /// a short row lacks, or `#` alone: to those the library gives memory that it never writes.
    var inlineContent: NodeText? {
        guard firstChild != nil, let content, content.count > 0 else { return nil }
        return content
    }

    var firstChild: Node? { cmark_node_first_child(self) }

    var next: Node? { cmark_node_next(self) }

    var previous: Node? { cmark_node_previous(self) }

    /// A number that a walk leaves on a node for the next one; 0 where none did.
    var mark: Int {
        get { Int(bitPattern: cmark_node_get_user_data(self)) }
        nonmutating set {
            _ = cmark_node_set_user_data(self, UnsafeMutableRawPointer(bitPattern: newValue))
        }
    }

    /// The 1-based line on which it begins; 0 where the library does not say.
    var startLine: Int { Int(cmark_node_get_start_line(self)) }

    var endLine: Int { Int(cmark_node_get_end_line(self)) }

    /// The 1-based byte in its line at which it begins.
    var startColumn: Int { Int(cmark_node_get_start_column(self)) }
}
