import CCMarkGFM
import Core

extension HTMLRenderer {
    mutating func renderHeading(_ node: Node) {
        let level = min(max(Int(cmark_node_get_heading_level(node)) + rendering.headingShift, 1), 6)
        let digit = UInt8(0x30 + level)
        var plain = PlainText()
        plain.append(inlinesOf: node, renderer: self)
        let text = plain.text
        let anchor = rendering.idPrefix + self.anchor(of: node, text: text)
        beginLine()
        out.append("<h" as StaticString)
        out.append(digit)
        out.append(" id=\"" as StaticString)
        out.appendEscaped(anchor)
        out.append("\">" as StaticString)
        renderInlines(of: node)
        out.append("</h" as StaticString)
        out.append(digit)
        out.append(">\n" as StaticString)
        result.headings.append(.init(level: level, anchor: anchor, text: text))
        result.anchors.append(anchor)
    }

    private mutating func anchor(of node: Node, text: String) -> String {
        guard node.mark > 0 else {
            let name = anchors.name(for: text)
            if !authorIDs.isEmpty { checkClash(of: name, with: text, at: node) }
            return name
        }
        let anchor = notes.fixedAnchors[node.mark - 1]
        result.fixedAnchors.append((rendering.idPrefix + anchor, anchorName(of: text)))
        return anchor
    }

    /// Reports a heading whose own anchor is an id that the author gave to something else.
    private mutating func checkClash(of name: String, with text: String, at node: Node) {
        let natural = anchorName(of: text)
        guard name != natural, let taken = authorIDs[natural] else { return }
        let span = SourceSpan(file: document.source.file, range: lines.range(of: node.lines))
        result.diagnostics.append(.taken(natural, by: taken, heading: span, name: name))
    }
}

extension Diagnostic {
    fileprivate static func taken(
        _ id: String, by owner: SourceSpan, heading: SourceSpan, name: String
    ) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.anchor-taken", at: owner,
            en: "the id '\(id)' is also what a heading of this page would be called; links to it "
                + "do not lead to the heading",
            ja: "ID「\(id)」は、このページの見出しのアンカーと同じです。リンクは見出しに届きません",
            notes: [
                .init(
                    at: heading, en: "the heading, which is '#\(name)' now",
                    ja: "この見出しのアンカーは「#\(name)」になります")
            ],
            fix: .advice(
                en: "give the id another name, or the heading an anchor of its own: '{#name}'",
                ja: "ID を変えるか、見出しに「{#名前}」で別のアンカーを付けてください"))
    }
}
