import CCMarkGFM
import Core

extension HTMLRenderer {
    mutating func renderRawHTML(_ node: Node) {
        guard let literal = node.literal else { return }
        guard document.dialect.rawHTML == .filtered else {
            return renderTagFiltered(literal.buffer)
        }
        guard node.mark > 0 else { return }
        for piece in notes.rawHTML[node.mark - 1] {
            switch piece {
            case .html(let bytes): out.append(bytes)
            case .destination(let index):
                let url = rendering.destination(index) ?? notes.references[index].destination
                out.appendDestination(url)
            case .id(let id):
                out.appendEscaped(rendering.idPrefix)
                out.appendEscaped(id)
            case .anchor(let id):
                out.appendEscaped(rendering.idPrefix)
                out.appendEscaped(id)
                result.anchors.append(rendering.idPrefix + id)
            }
        }
    }

    /// Writes HTML in which `<` before a name of the specification's list has become `&lt;`.
    ///
    /// - Source: GitHub Flavored Markdown, "Disallowed Raw HTML".
    private mutating func renderTagFiltered(_ html: UnsafeBufferPointer<UInt8>) {
        var begin = 0
        for (index, byte) in html.enumerated() where byte == 0x3C {
            guard html[index...].isDisallowedTag else { continue }
            out.append(UnsafeBufferPointer(rebasing: html[begin..<index]))
            out.append("&lt;" as StaticString)
            begin = index + 1
        }
        out.append(UnsafeBufferPointer(rebasing: html[begin...]))
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether it begins with a tag that the GFM specification does not let through.
    fileprivate var isDisallowedTag: Bool {
        var rest = dropFirst()
        if rest.first == 0x2F { rest = rest.dropFirst() }
        let name = rest.prefix { $0.isLetter }.map { $0 | 0x20 }
        guard let after = rest.dropFirst(name.count).first,
            Self.disallowed.contains(where: { $0.elementsEqual(name) })
        else { return false }
        return after.isSpace || after == 0x3E
            || after == 0x2F && rest.dropFirst(name.count + 1).first == 0x3E
    }

    private static var disallowed: [String.UTF8View] {
        [
            "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script",
            "plaintext",
        ].map(\.utf8)
    }
}
