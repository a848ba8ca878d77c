import Core

extension Survey {
    /// Reads a footnote. The library has moved it to the end of the document; its lines tell in
    /// which portion its author wrote it.
    mutating func readFootnote(_ node: Node, depth: Int) {
        let outer = portion
        portion =
            portionOfLine.indices.contains(node.startLine) ? portionOfLine[node.startLine] : nil
        notes.footnotes.append(
            .init(node: node, label: label(of: node), portion: portion))
        readBlocks(of: node, depth: depth + 1)
        portion = outer
    }

    /// The label in `[^label]:`, which ends where the library says that the definition begins.
    private func label(of node: Node) -> String {
        guard let line = lines[node.startLine] else { return "" }
        let end = min(line.lowerBound + node.startColumn - 1, line.upperBound)
        let marker = source.bytes[line.lowerBound..<max(end, line.lowerBound)]
        guard let close = marker.lastIndex(of: 0x5D),
            let open = marker[..<close].lastIndex(of: 0x5E)
        else { return "" }
        return String(decoding: marker[(open + 1)..<close], as: UTF8.self)
    }
}
