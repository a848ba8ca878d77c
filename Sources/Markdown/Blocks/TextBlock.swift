/// One block of a document as a reader meets it: a paragraph, a heading, a list item, a table.
///
/// A document is a flat list of them in reading order, so that two documents can be compared.
package struct TextBlock: Hashable, Sendable {
    /// What the block is and where it stands, apart from its text.
    package struct Head: Hashable, Sendable {
        /// What the block is.
        package var kind: Kind
        /// What stands around it, from the outside in.
        package var path: [Step]

        /// A block at the top of its document, unless a path is given.
        package init(_ kind: Kind, path: [Step] = []) {
            self.kind = kind
            self.path = path
        }
    }

    /// What a block is.
    package enum Kind: Hashable, Sendable {
        /// Running text.
        case paragraph
        /// 1 to 6, as the author wrote it.
        case heading(level: Int)
        /// The beginning of a list's item.
        case listItem(ListMarker)
        /// A block of code, and the first word of what stands behind its fence.
        case code(info: String)
        /// Rows and columns.
        case table
        /// A line across the text.
        case thematicBreak
        /// The beginning of a container or a figure; the text is its title.
        case container(name: String)
        /// The beginning of a footnote's text, with its number.
        case footnote(number: Int)
    }

    /// Something that stands around a block.
    package enum Step: Hashable, Sendable {
        /// A block quote.
        case quote
        /// A list; the path of an item names its own list too.
        case list
        /// `:::NAME`.
        case container(name: String)
        /// A footnote's text.
        case footnote
    }

    /// What a block holds.
    package enum Content: Hashable, Sendable {
        /// Text with the fewest runs; code is one run with line feeds.
        case text([TextRun])
        /// The cells of a table.
        case table(TextTable)
    }

    /// What the block is and where it stands.
    package let head: Head
    /// What it holds.
    package let content: Content

    /// A block of text.
    package init(_ head: Head, _ runs: [TextRun] = []) {
        self.head = head
        content = .text(runs.coalesced)
    }

    /// A table.
    package init(path: [Step] = [], _ table: TextTable) {
        head = Head(.table, path: path)
        content = .table(table)
    }

    /// What the block is.
    package var kind: Kind { head.kind }
}

/// What stands before a list's item.
package struct ListMarker: Hashable, Sendable {
    /// The item's number; nil for a bullet.
    package var number: Int?
    /// Whether a task is done; nil where the item is no task.
    package var isDone: Bool?

    /// A bullet, unless a number is given.
    package init(number: Int? = nil, isDone: Bool? = nil) {
        self.number = number
        self.isDone = isDone
    }
}

extension TextBlock.Head {
    /// How many block quotes it stands in.
    package var quoteDepth: Int { path.count { $0 == .quote } }

    /// How many lists it stands in.
    package var listDepth: Int { path.count { $0 == .list } }
}
