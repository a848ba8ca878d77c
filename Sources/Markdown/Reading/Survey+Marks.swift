import CCMarkGFM
import Core

extension Survey {
    /// Reports what was meant as the beginning of a container but is text: a portion that is not
    /// recognised would be shown to everyone.
    mutating func checkMarks() {
        let fences = Set(notes.containers.map(\.lines.lowerBound))
        markFree.sort { $0.lowerBound < $1.lowerBound }
        // How many of the free ranges lie behind, and where the last of them ends.
        var (passed, end) = (0, 0)
        for number in 1...max(lines.count, 1) {
            guard let line = lines[number] else { continue }
            var rest = line
            var isFence = fences.contains(number)
            while let mark = ColonMark.next(in: rest, of: line, source.bytes) {
                rest = mark.range.upperBound..<line.upperBound
                let start = mark.range.lowerBound
                while passed < markFree.count, markFree[passed].lowerBound <= start {
                    end = max(end, markFree[passed].upperBound)
                    passed += 1
                }
                if isFence {
                    // What follows is the title.
                    isFence = false
                } else if start >= end, isMeant(mark, in: line) {
                    diagnostics.append(
                        mark.isNarrow
                            ? .markUnread(mark.name, at: span(mark.range))
                            : .wideMark(mark.name, at: span(mark.range)))
                }
            }
        }
    }

    /// Notes a block of code: one between fences shows marks as they are.
    mutating func noteCode(_ node: Node) {
        var (length, offset) = (Int32(0), Int32(0))
        var character = CChar(0)
        guard cmark_node_get_fenced(node, &length, &offset, &character) != 0 else { return }
        if contains.marks { markFree.append(lines.range(of: node.lines)) }
        if !dialect.specificationOutput {
            checkEnd(ofCode: node, fence: UInt8(bitPattern: character), length: Int(length))
        }
    }

    /// Reports a block of code that takes in all that follows, since nothing closes it.
    private mutating func checkEnd(ofCode node: Node, fence: UInt8, length: Int) {
        guard let first = lines[node.startLine] else { return }
        if node.endLine > node.startLine, let last = lines[node.endLine] {
            let end = source.bytes[last].reversed().drop { $0.isBlank }
            let closing = end.prefix { $0 == fence }
            let before = end.dropFirst(closing.count)
            if closing.count >= length, before.allSatisfy({ $0.isBlank || $0 == 0x3E }) { return }
        }
        let start = source.bytes[first].firstIndex(of: fence) ?? first.lowerBound
        diagnostics.append(
            .codeNotClosed(
                String(repeating: fence == 0x7E ? "~" : "`", count: length),
                at: span(start..<min(start + length, first.upperBound))))
    }

    private func isMeant(_ mark: ColonMark, in line: Range<Int>) -> Bool {
        let name = mark.name.lowercased()
        let isPair = mark.count == 2 && mark.isNarrow
        if name == "label" {
            return (mark.isFirst || mark.standsFree(in: line, source.bytes))
                && mark.endsAsName(in: line, source.bytes)
        }
        guard mark.isFirst, mark.endsAsName(in: line, source.bytes) else { return false }
        let known =
            Admonition.allCases.map(\.rawValue) + ["details", "figure", "label"]
            + dialect.themeContainers.sorted()
        // `:: Note that` may be prose.
        if isPair { return !mark.hasGap && known.contains(mark.name) }
        return known.contains(name) || nearestName(to: name, in: known) != nil
    }
}

extension Diagnostic {
    fileprivate static func codeNotClosed(_ fence: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.code-not-closed", at: span,
            en: "the block of code that begins here is never closed, so all that follows is code",
            ja: "ここから始まるコードの囲みが閉じられていないため、この後がすべてコードになります",
            fix: .advice(
                en: "put a line '\(fence)' after the code",
                ja: "コードの終わりに「\(fence)」だけの行を書いてください"))
    }

    fileprivate static func wideMark(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.container-mark-unread", at: span,
            en: "full-width colons begin no container '\(name)', so nothing is enclosed",
            ja: "コロンが全角のため、囲み「\(name)」になりません。このままでは何も囲まれません",
            fix: .advice(
                en: "write three half-width colons in the first line, ':::\(name)', and in the "
                    + "last, ':::'; to show the mark itself, put it into a code span",
                ja: "始まりの行は「:::\(name)」、終わりの行は「:::」のように、コロンを半角三つで書いてください。"
                    + "記号そのものを見せる場合は、バッククォートで囲みます"))
    }

    fileprivate static func markUnread(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.container-mark-unread", at: span,
            en: "this mark of a container '\(name)' is read as text, and nothing is enclosed",
            ja: "囲み「\(name)」の記号が、ただの文字として扱われています。このままでは何も囲まれません",
            fix: .advice(
                en: "write ':::\(name) …' with three ASCII colons at the start of a line of its "
                    + "own, with a blank line before it after an HTML tag; to show the mark "
                    + "itself, put it into a code span",
                ja: "独立した行の先頭に、半角コロン三つで「:::\(name) …」と書いてください。HTML タグの後では、"
                    + "前に空行が必要です。記号そのものを見せる場合は、バッククォートで囲んでください"))
    }
}
