/// One part of a package, and what its name and content type alone forbid.
struct OfficePart {
    /// The name in the archive.
    let name: String
    /// The content type in lower case; nil where the package gives none.
    let type: String?

    private var suffix: String { FileNameRules.suffix(of: name) }

    /// Whether programs read the part as XML. Drawings in VML are XML only nearly.
    var isXML: Bool {
        ["xml", "rels"].contains(suffix) || (type ?? "").hasSuffix("xml")
    }

    /// Whether the part is a font whose first bytes are scrambled (ISO/IEC 29500-1, section 17.8.1).
    var isScrambledFont: Bool {
        suffix == "odttf" || type == "application/vnd.openxmlformats-officedocument.obfuscatedfont"
    }

    /// The rule that forbids such a part at all.
    var rule: PolicyRule? {
        let path = name.lowercased()
        let type = type ?? ""
        let macroTypes = [
            "macroenabled", "vbaproject", "vbadata", "macrosheet", "attachedtoolbars",
            "ms-office.vba", "dialogsheet",
        ]
        if macroTypes.contains(where: type.contains) || path.hasSuffix("vbaproject.bin")
            || path.hasSuffix("vbadata.xml") || path.contains("/macrosheets/")
        {
            return .officeMacros
        }
        if type.contains("activex") || path.contains("activex/") { return .officeActiveX }
        if type.contains("oleobject") || path.contains("oleobject") { return .officeEmbedded(name) }
        if path.contains("/embeddings/"), !["docx", "xlsx", "pptx"].contains(suffix) {
            return .officeEmbedded(name)
        }
        if path.hasPrefix("customui/") { return .officeCustomUI }
        return nil
    }
}
