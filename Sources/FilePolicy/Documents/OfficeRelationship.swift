/// How one part of a package refers to another, or to something outside of it.
///
/// - Source: ISO/IEC 29500-2, section 6.5.
struct OfficeRelationship {
    /// The last part of the relationship's type, in lower case: `hyperlink`, `oleobject`.
    let kind: String
    /// Where it leads; without a slash before it.
    let target: String
    /// Whether it leads out of the file.
    let isExternal: Bool

    init?(_ attributes: [(name: XMLName, value: String)]) {
        func value(_ local: String) -> String? {
            attributes.first { $0.name.local == local }?.value
        }
        guard let type = value("Type"), let target = value("Target") else { return nil }
        kind = type.split(separator: "/").last?.lowercased() ?? ""
        isExternal = value("TargetMode")?.lowercased() == "external"
        self.target = !isExternal && target.hasPrefix("/") ? String(target.dropFirst()) : target
    }

    /// The rule that forbids the relationship.
    var rule: PolicyRule? {
        if let rule = Self.forbiddenKinds[kind] { return rule }
        if kind.hasPrefix("webextension") { return .officeAddIn }
        if kind == "oleobject" {
            return isExternal ? .officeExternal(target) : .officeEmbedded(kind)
        }
        let leadsOut = isExternal || target.contains("://") || target.hasPrefix(#"\\"#)
        guard leadsOut else { return nil }
        if kind == "hyperlink" { return isAllowedLink(target) ? nil : .officeLink(target) }
        return .officeExternal(target)
    }

    private static let forbiddenKinds: [String: PolicyRule] = [
        "vbaproject": .officeMacros,
        "wordvbadata": .officeMacros,
        "xlmacrosheet": .officeMacros,
        "xlintlmacrosheet": .officeMacros,
        "attachedtoolbars": .officeMacros,
        "control": .officeActiveX,
        "activexcontrolbinary": .officeActiveX,
        "afchunk": .officeEmbedded("aFChunk"),
        "extensibility": .officeCustomUI,
        "usercustomization": .officeCustomUI,
        "connections": .officeConnection,
    ]
}

/// Whether a reader may be led there by a click: to a web page, to mail, or within the document.
func isAllowedLink(_ target: String) -> Bool {
    // Programs drop control characters and spaces before they look for the scheme.
    let scalars = target.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    let link = String(String.UnicodeScalarView(scalars)).lowercased()
    if link.isEmpty || link.hasPrefix("#") { return true }
    return ["http://", "https://", "mailto:"].contains { link.hasPrefix($0) }
}
