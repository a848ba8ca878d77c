import Core

extension Survey {
    /// Reports `[text](a file.png)`: a blank ends a link's target, so this is no link, and the page
    /// shows its brackets. Only brackets that are plain text come here, never code.
    mutating func reportSpacedTargets(of leaf: inout Leaf) {
        guard !leaf.cursor.isLost else { return }
        // So that a page of brackets costs little.
        for pair in leaf.brackets.pairs.prefix(SpacedTarget.most) {
            guard let range = SpacedTarget.range(in: leaf.content, after: pair.close) else {
                continue
            }
            let written = String(decoding: leaf.content[range], as: UTF8.self)
            let exact = leaf.bytes(of: range, in: self)
            let place = exact.map(span) ?? leaf.span(range, in: self)
            diagnostics.append(.spacedTarget(written, at: place, isExact: exact != nil))
        }
    }
}

/// What was meant as a link's target, and is none since there are blanks in it.
private enum SpacedTarget {
    /// The longest that is looked for, in bytes; parentheses may never close.
    private static let limit = 1024
    /// Most pairs of brackets of one text that are looked at.
    static let most = 1000

    /// Where it stands in `(target)` or `(target "title")` behind a closing bracket; nil where
    /// nothing there looks like a path or an address.
    static func range(
        in content: UnsafeBufferPointer<UInt8>, after bracket: Int
    ) -> Range<Int>? {
        guard bracket + 1 < content.count, content[bracket + 1] == 0x28,
            let close = closing(content, from: bracket + 2)
        else { return nil }
        var (start, end) = (bracket + 2, close)
        while start < end, content[start].isBlank { start += 1 }
        while end > start, content[end - 1].isBlank { end -= 1 }
        end = beforeTitle(content, start..<end)
        let target = content[start..<end]
        guard target.contains(where: \.isBlank), content[start] != 0x3C, isPath(target) else {
            return nil
        }
        return start..<end
    }

    /// The parenthesis that closes, on the same line.
    private static func closing(_ content: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var open = 0
        for index in start..<min(start + limit, content.count) {
            switch content[index] {
            case 0x0A: return nil
            case 0x28: open += 1
            case 0x29 where open == 0: return index
            case 0x29: open -= 1
            default: break
            }
        }
        return nil
    }

    /// The end of what stands before a title in quotation marks.
    private static func beforeTitle(
        _ content: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> Int {
        guard range.count > 3, let quote = content[range].last, [0x22, 0x27].contains(quote),
            let open = content[range].dropLast().lastIndex(of: quote), open > range.lowerBound,
            content[open - 1].isBlank
        else { return range.upperBound }
        var end = open
        while end > range.lowerBound, content[end - 1].isBlank { end -= 1 }
        return end
    }

    /// Whether it begins as a path or an address does, or ends as a file's name does.
    private static func isPath(_ target: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let starts: [StaticString] = ["./", "../", "#", "http://", "https://", "mailto:"]
        if starts.contains(where: { target.begins(with: $0) }) { return true }
        if target.first == 0x2F, target.dropFirst().first?.isBlank == false { return true }
        let path = target.prefix { $0 != 0x23 && $0 != 0x3F }
        guard let dot = path.lastIndex(of: 0x2E), dot > path.startIndex else { return false }
        let suffix = path[(dot + 1)...]
        return (2...5).contains(suffix.count) && suffix.allSatisfy { $0.isLetter || $0.isDigit }
            && !path[dot - 1].isBlank
    }
}

extension Diagnostic {
    fileprivate static func spacedTarget(
        _ written: String, at span: SourceSpan, isExact: Bool
    ) -> Diagnostic {
        let isPlain = !written.contains { "<>\\".contains($0) }
        let encoded = written.replacingBlanks
        return Diagnostic(
            .error, "link.target-spaced", at: span,
            en: "there is a space in the link's target '\(written)', so it is no link: the page "
                + "shows the brackets as they are",
            ja: "リンク先「\(written)」に空白があるためリンクにならず、括弧がそのまま表示されます",
            fix: isExact
                ? .replace(with: isPlain ? "<\(written)>" : encoded)
                : .advice(
                    en: "write '<\(written)>' between the parentheses, or %20 for the space",
                    ja: "丸括弧の中を「<\(written)>」とするか、空白を %20 と書いてください"))
    }
}

extension String {
    fileprivate var replacingBlanks: String {
        map { $0 == " " ? "%20" : $0 == "\t" ? "%09" : String($0) }.joined()
    }
}
