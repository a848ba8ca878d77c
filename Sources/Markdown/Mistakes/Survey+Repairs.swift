import Core

extension Survey {
    /// Reports a mistake in a leaf. Where the bytes of its repair are not known for sure, people
    /// repair it: the leaf's lines, which stand for them in the report, are not to be replaced.
    ///
    /// - Parameter places: The parts of the content that the repair changes.
    mutating func report(
        _ finding: Diagnostic, repairing places: [Range<Int>], of leaf: inout Leaf
    ) {
        var isSure = true
        for place in places where leaf.bytes(of: place, in: self) == nil { isSure = false }
        diagnostics.append(isSure ? finding : finding.leftToPeople)
    }
}
