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

extension Diagnostic {
    /// The same finding, whose repair is advice.
    fileprivate var leftToPeople: Diagnostic {
        let advice: Fix? =
            switch fix {
            case .replace(let text): .advice(en: "write '\(text)'", ja: "「\(text)」に直してください")
            case .edit(_, let sentence): .advice(sentence)
            case .advice, nil: fix
            }
        return Diagnostic(
            severity, code, at: span, en: message.en, ja: message.ja, notes: notes, fix: advice)
    }
}
