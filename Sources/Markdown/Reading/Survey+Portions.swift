import Core

extension Survey {
    /// Refuses what would let a portion that is hidden show in the text around it.
    mutating func checkPortions(_ root: Node) {
        guard !notes.portions.isEmpty else { return }
        checkFootnotes(below: root)
        checkDefinitions()
        markLists(below: root)
    }

    /// A footnote that stands in a portion may be referred to from that portion only.
    private mutating func checkFootnotes(below parent: Node) {
        guard notes.footnotes.contains(where: { $0.portion != nil }) else { return }
        visitReferences(below: parent, portion: nil)
        for footnote in notes.footnotes {
            visitReferences(below: footnote.node, portion: footnote.portion)
        }
    }

    private mutating func visitReferences(below parent: Node, portion: Int?) {
        var child = parent.firstChild
        while let node = child {
            switch NodeKind(node) {
            case .footnoteDefinition: break
            case .footnoteReference: checkReference(node, portion: portion)
            case .customBlock:
                var inner = portion
                if case .portion(let index) = notes.containers[node.mark - 1].kind { inner = index }
                visitReferences(below: node, portion: inner)
            default: visitReferences(below: node, portion: portion)
            }
            child = node.next
        }
    }

    private mutating func checkReference(_ node: Node, portion: Int?) {
        guard let number = node.literal.flatMap({ Int($0.string) }),
            notes.footnotes.indices.contains(number - 1)
        else { return }
        let footnote = notes.footnotes[number - 1]
        guard let own = footnote.portion, !isWithin(own, portion) else { return }
        diagnostics.append(
            .footnoteInPortion(
                footnote.label, at: span(of: footnote.node), reference: span(of: node)))
    }

    /// Whether `portion` is `outer` or stands within it.
    private func isWithin(_ outer: Int, _ portion: Int?) -> Bool {
        var portion = portion
        while let index = portion {
            if index == outer { return true }
            portion = notes.portions[index].parent
        }
        return false
    }

    /// Link definitions hold for the whole page, and so do footnotes of the same name.
    private mutating func checkDefinitions() {
        guard contains.definitions else { return }
        let footnotes = Dictionary(grouping: notes.footnotes) { $0.label.lowercased() }
        for line in portionOfLine.indices where portionOfLine[line] != nil && !isOverLimit {
            guard let bytes = lines[line],
                let label = definitionLabel(in: source.bytes[bytes]), !isCode(line)
            else { continue }
            guard label.hasPrefix("^") else {
                refusedDefinitions.insert(line)
                diagnostics.append(.definitionInPortion(at: span(bytes)))
                continue
            }
            let name = String(label.dropFirst())
            let isTaken = footnotes[name.lowercased()]?.contains { $0.node.startLine != line }
            if isTaken == true { diagnostics.append(.footnoteTwice(name, at: span(bytes))) }
        }
    }

    /// The label of a line like `[label]: …`, behind quotes and indentation.
    private func definitionLabel(in line: ArraySlice<UInt8>) -> String? {
        let text = line.drop { $0.isBlank || $0 == 0x3E }
        guard text.first == 0x5B, let close = text.firstIndex(of: 0x5D),
            text[(close + 1)...].first == 0x3A, close > text.startIndex + 1
        else { return nil }
        return String(decoding: text[(text.startIndex + 1)..<close], as: UTF8.self)
    }

    private func isCode(_ line: Int) -> Bool { codeLines.contains { $0.contains(line) } }

    /// Marks the lists whose items hold portions: whether they are tight depends on the output.
    private mutating func markLists(below parent: Node) {
        var child = parent.firstChild
        while let node = child {
            switch NodeKind(node) {
            case .list, .blockQuote, .customBlock, .footnoteDefinition: markLists(below: node)
            case .item:
                if holdsPortion(node) { parent.mark = 1 }
                markLists(below: node)
            default: break
            }
            child = node.next
        }
        if NodeKind(parent) == .list, parent.mark == 1, notes.blankLines.isEmpty {
            notes.blankLines = blankLines()
        }
    }

    private func holdsPortion(_ item: Node) -> Bool {
        var child = item.firstChild
        while let node = child {
            if NodeKind(node) == .customBlock,
                case .portion = notes.containers[node.mark - 1].kind
            {
                return true
            }
            child = node.next
        }
        return false
    }

    private func blankLines() -> Set<Int> {
        Set(
            (1...max(lines.count, 1)).filter { line in
                lines[line].map { source.bytes[$0].allSatisfy { $0.isBlank || $0 == 0x3E } }
                    ?? false
            })
    }
}

extension Diagnostic {
    fileprivate static func footnoteInPortion(
        _ label: String, at span: SourceSpan, reference: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "markdown.footnote-in-portion", at: span,
            en: "the footnote '\(label)' stands in a labelled portion but is used outside of it",
            ja: "脚注「\(label)」はラベル付きの囲みの中にありますが、囲みの外から参照されています",
            notes: [.init(at: reference, en: "it is used here", ja: "参照しているのはここです")],
            fix: .advice(
                en: "move the footnote out of the portion", ja: "脚注を囲みの外に移してください"))
    }

    fileprivate static func footnoteTwice(_ label: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.footnote-in-portion", at: span,
            en: "the footnote '\(label)' of this labelled portion is defined elsewhere too",
            ja: "ラベル付きの囲みの中の脚注「\(label)」が、ほかの場所でも定義されています",
            fix: .advice(en: "give it another name", ja: "別の名前を付けてください"))
    }

    fileprivate static func definitionInPortion(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.definition-in-portion", at: span,
            en: "a link definition in a labelled portion would hold for the whole page",
            ja: "ラベル付きの囲みの中のリンク定義は、ページ全体に効いてしまいます",
            fix: .advice(
                en: "write the URL in the link itself: '[text](URL)'",
                ja: "「[文字](URL)」の形で、リンクの中に URL を書いてください"))
    }
}
