/// How one part of a package refers to another, or to something outside of it.
///
/// - Source: ISO/IEC 29500-2, section 6.5.
struct OfficeRelationship {
    /// The last part of the relationship's type: `hyperlink`, `oleObject`.
    let kind: XMLBytes
    /// Where it leads; without a slash before it.
    let target: XMLBytes
    /// Whether it leads out of the file.
    let isExternal: Bool

    init?(_ element: XMLElement) {
        guard let type = element.value("Type"), let target = element.value("Target") else {
            return nil
        }
        var end = type.count
        while end > 0, type.buffer[end - 1] == 0x2F { end -= 1 }
        let start = type.buffer[..<end].lastIndex(of: 0x2F).map { $0 + 1 } ?? 0
        kind = XMLBytes(UnsafeBufferPointer(rebasing: type.buffer[start..<end]))
        isExternal = element.value("TargetMode")?.equals(ignoringCase: "external") ?? false
        self.target = !isExternal && target.hasPrefix("/") ? target.dropFirst(1) : target
    }

    /// Notes the rule that forbids the relationship.
    func check(_ found: inout Examination) {
        for (rule, kinds) in Self.forbidden where kinds.contains(ignoringCase: kind) {
            return found.refuse(rule)
        }
        if kind.hasPrefix(ignoringCase: "webextension") { return found.refuse(.officeAddIn) }
        let leadsOut = isExternal || target.contains("://") || target.hasPrefix(#"\\"#)
        if kind.equals(ignoringCase: "oleobject"), !isExternal {
            found.refuse(once: "office-embedded", .officeEmbedded(kind.text.lowercased()))
        } else if leadsOut, kind.equals(ignoringCase: "hyperlink") {
            if !isAllowedLink(target.buffer) {
                found.refuse(once: "office-link", .officeLink(target.text))
            }
        } else if leadsOut {
            found.refuse(once: "office-external", .officeExternal(target.text))
        }
    }

    private static let forbidden: [(PolicyRule, ByteWords)] = [
        (
            .officeMacros,
            ByteWords("vbaproject wordvbadata xlmacrosheet xlintlmacrosheet attachedtoolbars")
        ),
        (.officeActiveX, ByteWords("control activexcontrolbinary")),
        (.officeEmbedded("aFChunk"), ByteWords("afchunk")),
        (.officeCustomUI, ByteWords("extensibility usercustomization")),
        (.officeConnection, ByteWords("connections")),
    ]
}

/// Whether a reader may be led there by a click: to a web page, to mail, or within the document.
func isAllowedLink(_ target: some Sequence<UInt8>) -> Bool {
    withAddressHead(of: target, length: 8) { head in
        head.isEmpty || head.hasPrefix("#") || head.hasPrefix("http://")
            || head.hasPrefix("https://") || head.hasPrefix("mailto:")
    }
}
