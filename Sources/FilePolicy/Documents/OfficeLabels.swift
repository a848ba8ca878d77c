/// The classification labels that Microsoft's programs put into a document.
///
/// - Source: Microsoft, "Microsoft Information Protection SDK - Metadata"; [MS-OFFCRYPTO] 2.6.
struct OfficeLabels {
    private var ids: [String] = []
    private var named: [(id: String, name: String)] = []

    /// Names where the document has them, else identifiers; in the order found.
    var names: [String] {
        named.map(\.name) + ids.filter { id in !named.contains { $0.id == id } }
    }

    /// Notes a label of `LabelInfo.xml`.
    mutating func note(id: String, name: String?) {
        let id = Self.plain(id)
        guard ids.count + named.count < 100 else { return }
        if let name, !name.isEmpty { named.append((id, name)) } else { ids.append(id) }
    }

    /// Notes a document property `MSIP_Label_…_Name`.
    mutating func note(property: String, value: String) {
        guard let id = Self.labelID(ofProperty: property), !value.isEmpty,
            ids.count + named.count < 100
        else { return }
        named.append((Self.plain(id), value))
    }

    /// The identifier in the name of a property that holds a label's name; nil for any other.
    static func labelID(ofProperty property: String) -> String? {
        guard property.hasPrefix("MSIP_Label_"), property.hasSuffix("_Name") else { return nil }
        return String(property.dropFirst("MSIP_Label_".count).dropLast("_Name".count))
    }

    private static func plain(_ id: String) -> String {
        id.lowercased().filter { $0 != "{" && $0 != "}" }
    }
}
