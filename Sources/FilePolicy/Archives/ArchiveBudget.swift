/// What may still be looked through, for one file with all archives in it.
struct ArchiveBudget {
    /// Members that may still come.
    private(set) var entries: Int
    /// Bytes that members may still inflate to.
    private(set) var bytes: Int
    /// Elements and attributes that XML documents may still have.
    private(set) var elements: Int
    private(set) var attributes: Int
    /// How many archives enclose what is looked at.
    var depth = 0
    /// Whether a limit was met: nothing more is inflated.
    private(set) var isSpent = false

    init(_ limits: FilePolicy.Limits) {
        entries = limits.archiveEntries
        bytes = limits.archiveBytes
        elements = limits.archiveElements
        attributes = limits.xmlAttributes
    }

    /// Takes so many members; false where there are too many.
    mutating func take(entries count: Int) -> Bool {
        guard count <= entries else {
            isSpent = true
            return false
        }
        entries -= count
        return true
    }

    /// Takes so many inflated bytes; false where there are too many.
    mutating func take(bytes count: Int) -> Bool {
        guard count <= bytes else {
            isSpent = true
            return false
        }
        bytes -= count
        return true
    }

    /// Takes what was read of an XML document.
    mutating func take(elements count: Int, attributes: Int) {
        elements -= count
        self.attributes -= attributes
    }

    /// Ends the looking through.
    mutating func spend() { isSpent = true }
}
