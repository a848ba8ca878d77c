/// What may still be looked through, for one file with all archives in it.
struct ArchiveBudget {
    /// Members that may still come.
    private(set) var entries: Int
    /// Bytes that members may still inflate to.
    private(set) var bytes: Int
    /// How many archives enclose what is looked at.
    var depth = 0
    /// Whether a limit was met: nothing more is inflated.
    private(set) var isSpent = false

    init(_ limits: FilePolicy.Limits) {
        entries = limits.archiveEntries
        bytes = limits.archiveBytes
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

    /// Ends the looking through.
    mutating func spend() { isSpent = true }
}
