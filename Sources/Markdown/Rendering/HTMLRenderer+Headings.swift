import CCMarkGFM
import Core

extension HTMLRenderer {
    mutating func renderHeading(_ node: Node) {
        let level = min(max(Int(cmark_node_get_heading_level(node)) + rendering.headingShift, 1), 6)
        let digit = UInt8(0x30 + level)
        var plain = PlainText()
        plain.append(inlinesOf: node, renderer: self)
        let text = plain.text
        let anchor =
            rendering.idPrefix
            + (node.mark > 0 ? notes.fixedAnchors[node.mark - 1] : anchors.name(for: text))
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
}
