import CCMarkGFM
import Core

extension Survey {
    /// Makes a node of each pair of fences among the children of `parent`, and moves what stands
    /// between them into it.
    mutating func pairFences(in parent: Node) {
        var open: [Fence] = []
        var child = parent.firstChild
        while let node = child, !isOverLimit {
            child = node.next
            guard NodeKind(node) == .heading, cmark_node_get_heading_level(node) == 0 else {
                continue
            }
            let fence = Fence(node, span: span(of: node))
            if !fence.closes {
                open.append(fence)
                continue
            }
            close(&open, with: fence)
        }
        while !isOverLimit, let fence = open.popLast() {
            diagnostics.append(.containerNotClosed(fence))
            enclose(from: fence, to: nil)
        }
    }

    private mutating func close(_ open: inout [Fence], with fence: Fence) {
        guard let innermost = open.last else {
            diagnostics.append(.containerNotOpened(fence))
            cmark_node_free(fence.node)
            return
        }
        // `::::` closes the container that `::::` opened, though an inner `:::` was forgotten.
        if fence.length > innermost.length,
            let match = open.lastIndex(where: { $0.length == fence.length })
        {
            while open.count > match + 1, let forgotten = open.popLast() {
                diagnostics.append(.containerNotClosed(forgotten))
                enclose(from: forgotten, to: fence.node)
            }
        }
        if let opening = open.popLast() { enclose(from: opening, to: fence.node) }
        cmark_node_free(fence.node)
    }

    /// Puts the siblings between two fences into a container.
    private mutating func enclose(from fence: Fence, to end: Node?) {
        guard let node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK),
            cmark_node_insert_before(fence.node, node) == 1
        else { preconditionFailure("a container may stand where its fence stands") }
        var sibling = fence.node.next
        while let moved = sibling, moved != end {
            sibling = moved.next
            cmark_node_append_child(node, moved)
        }
        let first = fence.node.startLine
        let last = max(first, end?.startLine ?? lines.count)
        notes.containers.append(
            Container(
                name: fence.name, title: fence.arguments, span: fence.span, lines: first...last))
        node.mark = notes.containers.count
        cmark_node_free(fence.node)
    }

    /// Reads a container and what it encloses.
    mutating func readContainer(_ node: Node, depth: Int) {
        let outer = portion
        let kind = kind(of: notes.containers[node.mark - 1])
        notes.containers[node.mark - 1].kind = kind
        if case .portion(let index) = kind { portion = index }
        readBlocks(of: node, depth: depth + 1)
        portion = outer
    }

    private mutating func kind(of container: Container) -> Container.Kind {
        if let admonition = Admonition(rawValue: container.name) { return .admonition(admonition) }
        switch container.name {
        case "details": return .details
        case "figure":
            if !container.title.isEmpty { diagnostics.append(.titleOfFigure(container)) }
            return .figure
        case "label": return .portion(addPortion(container))
        default: break
        }
        if !dialect.acceptsAllContainers, !dialect.themeContainers.contains(container.name) {
            let known = Admonition.allCases.map(\.rawValue) + ["details", "figure", "label"]
            let nearest =
                Self.japaneseNames[container.name]
                ?? nearestName(to: container.name, in: known + dialect.themeContainers.sorted())
            diagnostics.append(
                .unknownContainer(
                    container, nearest: nearest, known: known + dialect.themeContainers.sorted()))
        }
        return .theme(container.name)
    }

    /// What containers are called in Japanese.
    private static let japaneseNames = [
        "注意": "caution", "警告": "warning", "重要": "important", "ヒント": "tip", "補足": "note",
        "注": "note", "メモ": "note", "ラベル": "label", "図": "figure", "詳細": "details",
    ]

    private mutating func addPortion(_ container: Container) -> Int {
        let words = container.title.split(separator: " ").map(String.init)
        if words.isEmpty { diagnostics.append(.labelWithoutLevel(container)) }
        let end = lines.range(of: container.lines).upperBound
        let first = lines[container.lines.lowerBound + 1]?.lowerBound ?? end
        let last = lines[container.lines.upperBound]?.lowerBound ?? end
        notes.portions.append(
            MarkdownPortion(
                words: words, span: container.span, parent: portion, cut: cut(container.lines),
                content: first..<max(first, last)))
        portionLines.append(container.lines)
        if portionOfLine.isEmpty { portionOfLine = Array(repeating: nil, count: lines.count + 1) }
        let index = notes.portions.count - 1
        for line in container.lines.clamped(to: 1...lines.count) { portionOfLine[line] = index }
        return index
    }

    /// The bytes of a portion's lines. A list's marker before the first colon stays, and so does
    /// then the end of the last line.
    private func cut(_ portion: ClosedRange<Int>) -> Range<Int> {
        let whole = lines.range(of: portion)
        let start = whole.lowerBound
        let end = whole.upperBound
        let fence = source.bytes[start..<end].firstIndex(of: 0x3A) ?? start
        let isAlone = source.bytes[start..<fence].allSatisfy { $0.isBlank || $0 == 0x3E }
        return isAlone ? start..<lines.end(of: portion.upperBound) : fence..<end
    }
}

extension Diagnostic {
    fileprivate static func unknownContainer(
        _ container: Container, nearest: String?, known: [String]
    ) -> Diagnostic {
        Diagnostic(
            .error, "markdown.unknown-container", at: container.span,
            en: "there is no container ':::\(container.name)'",
            ja: "「:::\(container.name)」という囲みはありません",
            fix: nearest.map {
                .advice(en: "did you mean ':::\($0)'?", ja: "「:::\($0)」のことですか")
            }
                ?? .advice(
                    en: "use one of these names: " + known.joined(separator: ", "),
                    ja: "次の名前から選んでください: " + known.joined(separator: ", ")))
    }

    fileprivate static func containerNotClosed(_ fence: Fence) -> Diagnostic {
        Diagnostic(
            .error, "markdown.container-not-closed", at: fence.span,
            en: "':::\(fence.name)' is never closed",
            ja: "「:::\(fence.name)」の囲みが閉じられていません",
            fix: .advice(
                en: "put a line ':::' with the same indentation where it ends",
                ja: "囲みの終わりに、同じ字下げで「:::」だけの行を書いてください"))
    }

    fileprivate static func containerNotOpened(_ fence: Fence) -> Diagnostic {
        Diagnostic(
            .error, "markdown.container-not-opened", at: fence.span,
            en: "this ':::' closes nothing",
            ja: "この「:::」に対応する囲みの始まりがありません",
            fix: .advice(
                en: "remove it, or put ':::NAME' where the container begins",
                ja: "この行を消すか、囲みの始まりに「:::名前」の行を書いてください"))
    }

    fileprivate static func titleOfFigure(_ container: Container) -> Diagnostic {
        Diagnostic(
            .error, "markdown.container-arguments", at: container.span,
            en: "':::figure' takes no title",
            ja: "「:::figure」の行に見出しは書けません",
            fix: .advice(
                en: "write the caption as the last paragraph inside",
                ja: "図の説明は、囲みの中の最後の段落として書いてください"))
    }

    fileprivate static func labelWithoutLevel(_ container: Container) -> Diagnostic {
        Diagnostic(
            .error, "markdown.container-arguments", at: container.span,
            en: "':::label' needs a level",
            ja: "「:::label」にはラベルの名前が必要です",
            fix: .advice(
                en: "write ':::label LEVEL' with a level of labels.yml",
                ja: "「:::label internal」のように、labels.yml にある名前を続けてください"))
    }
}
