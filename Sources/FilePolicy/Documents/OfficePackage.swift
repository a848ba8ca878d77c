import Core

/// What an office file says of itself as a whole.
struct OfficePackage {
    /// What its main part makes it.
    enum Kind: Hashable {
        /// A document without macros.
        case type(FileType)
        /// A document or template that may hold macros.
        case withMacros
        /// A template, an add-in, a drawing.
        case other
    }

    /// The content types of its parts.
    let types: OfficeContentTypes
    /// What its main part makes it.
    let kind: Kind

    init(_ archive: ZipArchive, _ limits: FilePolicy.Limits) throws(ZipRefusal) {
        // Lists of parts are no longer than there may be parts.
        var limits = limits
        limits.xmlElements = min(limits.xmlElements, limits.archiveEntries * 10)
        guard let list = try Self.contents(of: "[content_types].xml", archive) else {
            throw ZipRefusal(.officeMalformed("[Content_Types].xml"))
        }
        types = try OfficeContentTypes(list, limits)
        guard let root = try Self.contents(of: "_rels/.rels", archive) else {
            throw ZipRefusal(.officeMalformed("_rels/.rels"))
        }
        let main = Self.mainParts(root, limits).compactMap { [types] in types[$0] }
        guard !main.isEmpty else { throw ZipRefusal(.officeMalformed("_rels/.rels")) }
        if main.contains(where: { $0.contains("macroenabled") }) {
            kind = .withMacros
        } else {
            kind = main.count == 1 ? Self.kinds[main[0]].map(Kind.type) ?? .other : .other
        }
    }

    private static func contents(
        of name: String, _ archive: ZipArchive
    ) throws(ZipRefusal) -> ArraySlice<UInt8>? {
        guard let index = archive.entries.firstIndex(where: { $0.name.lowercased() == name }),
            !archive.entries[index].isEncrypted
        else { return nil }
        return try archive.contents(at: index)
    }

    /// The parts that a program opens first.
    private static func mainParts(
        _ root: ArraySlice<UInt8>, _ limits: FilePolicy.Limits
    ) -> [String] {
        var parts: [String] = []
        // Where the list is not well-formed, the walk over all parts says so.
        _ = readXML(root, limits) { event in
            guard case .start(let element) = event, element.name.local == "Relationship",
                let relationship = OfficeRelationship(element),
                relationship.kind.equals(ignoringCase: "officedocument"), parts.count < 10
            else { return }
            parts.append(relationship.target.text)
        }
        return parts
    }

    /// Content types of main parts, in lower case.
    private static let kinds: [String: FileType] = {
        let stem = "application/vnd.openxmlformats-officedocument."
        return [
            stem + "wordprocessingml.document.main+xml": .docx,
            stem + "spreadsheetml.sheet.main+xml": .xlsx,
            stem + "presentationml.presentation.main+xml": .pptx,
        ]
    }()
}

/// The content types of a package's parts.
///
/// - Source: ISO/IEC 29500-2, section 7.2.3.
struct OfficeContentTypes {
    private var overrides: [String: String] = [:]
    private var defaults: [String: String] = [:]

    init(_ bytes: ArraySlice<UInt8>, _ limits: FilePolicy.Limits) throws(ZipRefusal) {
        let most = limits.archiveEntries * 2
        var (overrides, defaults) = ([String: String](), [String: String]())
        let outcome = readXML(bytes, limits) { event in
            guard case .start(let element) = event else { return }
            func value(_ local: StaticString) -> String? {
                element.value(local)?.text.lowercased()
            }
            guard overrides.count < most, defaults.count < most, let type = value("ContentType")
            else { return }
            if element.name.local == "Override", let part = value("PartName") {
                overrides[Self.key(part)] = type
            } else if element.name.local == "Default", let suffix = value("Extension") {
                defaults[suffix] = type
            }
        }
        guard outcome == .complete, overrides.count < most, defaults.count < most else {
            throw ZipRefusal(.officeMalformed("[Content_Types].xml"))
        }
        (self.overrides, self.defaults) = (overrides, defaults)
    }

    /// The content type of a part, in lower case.
    subscript(part: String) -> String? {
        overrides[Self.key(part)] ?? defaults[FileNameRules.suffix(of: part)]
    }

    /// The name without a slash before it and without the encoding of URIs.
    private static func key(_ part: String) -> String {
        let name = part.lowercased()
        let path = name.hasPrefix("/") ? String(name.dropFirst()) : name
        return PercentEncoding.decode(path) ?? path
    }
}
