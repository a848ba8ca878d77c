/// The cells of a table; every row has as many as there are columns.
package struct TextTable: Hashable, Sendable {
    /// A cell's text with the fewest runs.
    package typealias Cell = [TextRun]

    /// How a column stands.
    package enum Alignment: Hashable, Sendable, CaseIterable {
        case none
        case left
        case center
        case right
    }

    /// One for each column.
    package let alignments: [Alignment]
    /// One cell for each column.
    package let header: [Cell]
    /// The rows below the header.
    package let rows: [[Cell]]

    /// Takes rows of any length: shorter ones end with empty cells.
    package init(alignments: [Alignment], header: [Cell], rows: [[Cell]]) {
        let width = max(
            alignments.count, header.count, rows.lazy.map(\.count).max() ?? 0)
        let filled = { (cells: [Cell]) in
            cells.map(\.coalesced) + Array(repeating: [], count: width - cells.count)
        }
        self.alignments =
            alignments + Array(repeating: .none, count: width - alignments.count)
        self.header = filled(header)
        self.rows = rows.map(filled)
    }
}
