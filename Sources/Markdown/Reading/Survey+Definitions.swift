import Core

extension Survey {
    /// Lines that begin with `[label]:` behind quotes, list marks and indentation.
    func definitionLines() -> [Int] {
        (1...max(lines.count, 1)).filter { number in
            guard let line = lines[number] else { return false }
            return definition(in: line, line: number) != nil
        }
    }

    /// Notes that the bytes of `range` belong to a block, and so to no definition.
    mutating func cover(_ range: Range<Int>) {
        let first = lines.line(at: range.lowerBound)
        let last = lines.line(at: max(range.lowerBound, range.upperBound - 1))
        if labels.hasLine(in: first...last) { labels.covered.append(range) }
    }

    /// The same for the text of a leaf, which may follow definitions that belong to its node.
    mutating func cover(
        _ node: Node, kind: NodeKind, cell: Range<Int>?, content: UnsafeBufferPointer<UInt8>
    ) {
        let own = node.startLine == 0 ? nil : node.lines
        if let own, cell == nil, !labels.hasLine(in: own.lowerBound...own.upperBound + 1) { return }
        var leaf = Leaf(node: node, kind: kind, cell: cell, content: content)
        if let range = leaf.bytes(of: 0..<content.count, in: self) {
            cover(range)
        } else {
            cover(leaf.map(in: self).whole)
            labels.isIncomplete = true
        }
    }

    /// Notes the label of a link.
    ///
    /// - Parameter reference: Nil for a link that was refused.
    mutating func note(_ label: [UInt8], of reference: Int?, isLost: Bool) {
        if isLost { labels.isIncomplete = true } else { labels.links.append((reference, label)) }
    }

    /// The definitions of the page, in its order.
    func definitions() -> [LinkLabels.Definition] {
        let covered = labels.covered.sorted { $0.lowerBound < $1.lowerBound }
        var next = 0
        var end = 0
        return labels.lines.compactMap { number in
            guard let line = lines[number], let found = definition(in: line, line: number) else {
                return nil
            }
            let start = found.range.lowerBound
            while next < covered.count, covered[next].lowerBound <= start {
                end = max(end, covered[next].upperBound)
                next += 1
            }
            return start < end ? nil : found
        }
    }

    /// The definition on a line, if it looks like one.
    private func definition(in line: Range<Int>, line number: Int) -> LinkLabels.Definition? {
        let bytes = source.bytes
        var open = line.lowerBound
        while open < line.upperBound, bytes[open] != 0x5B {
            let isMark = bytes[open].isBlank || bytes[open].isDigit
            guard isMark || [0x3E, 0x2D, 0x2A, 0x2B, 0x2E, 0x29].contains(bytes[open]) else {
                return nil
            }
            open += 1
        }
        guard open + 1 < line.upperBound, bytes[open + 1] != 0x5E else { return nil }
        var close = open + 1
        while close < min(line.upperBound, open + 1001), bytes[close] != 0x5D {
            if bytes[close] == 0x5B { return nil }
            close += bytes[close] == 0x5C ? 2 : 1
        }
        guard close + 1 < line.upperBound, bytes[close + 1] == 0x3A else { return nil }
        let label = linkLabel(bytes[open + 1..<close])
        guard !label.isEmpty, close - open <= 1000,
            let (destination, isPointed) = destination(after: close + 2, line: number)
        else { return nil }
        let text = bytes[destination]
        return LinkLabels.Definition(
            label: label, written: String(decoding: bytes[open + 1..<close], as: UTF8.self),
            range: open..<destination.upperBound + (isPointed ? 1 : 0),
            destination: destination, isPointed: isPointed,
            isComment: text.isEmpty || text.elementsEqual([0x23]) || label == [0x2F, 0x2F])
    }

    /// The destination behind `[label]:`, on the same line or the next.
    private func destination(after start: Int, line: Int) -> (Range<Int>, isPointed: Bool)? {
        guard let own = lines[line] else { return nil }
        let bytes = source.bytes
        var (at, end) = (start, own.upperBound)
        while at < end, bytes[at].isBlank { at += 1 }
        if at == end {
            guard let next = lines[line + 1] else { return nil }
            (at, end) = (next.lowerBound, next.upperBound)
            while at < end, bytes[at].isBlank || bytes[at] == 0x3E { at += 1 }
        }
        guard at < end else { return nil }
        if bytes[at] == 0x3C {
            guard let close = bytes[at..<end].firstIndex(of: 0x3E) else { return nil }
            return (at + 1..<close, true)
        }
        let stop = bytes[at..<end].firstIndex { $0 <= 0x20 } ?? end
        return (at..<stop, false)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether `]:` is there, but for that of a footnote's definition.
    var mayDefineLabels: Bool {
        var next = 2
        while let index = index(of: 0x3A, from: next) {
            next = index + 1
            guard self[index - 1] == 0x5D else { continue }
            var open = index - 2
            let limit = Swift.max(0, index - 1001)
            while open > limit, self[open] != 0x5B, self[open] != 0x0A { open -= 1 }
            if self[open] == 0x5B, self[open + 1] != 0x5E { return true }
        }
        return false
    }
}
