import Core

/// What OSCAL calls the parts of one whitepaper: stable UUIDs, and tokens for controls.
struct OSCALNames: Sendable {
    /// The version of OSCAL that both documents are written in.
    static let version = "1.2.1"
    /// The namespace of properties that OSCAL does not have; README.md says what they mean.
    ///
    /// It is one for all sites, since they mean the same everywhere; `.example` belongs to
    /// nobody (RFC 2606), so nobody can ever give them another meaning.
    static let namespace = "https://hakusho.example/ns/oscal"

    /// Of the whitepaper: its name below the site's address.
    private let root: UUIDv5
    /// What goes before a control's number, which a token must not begin with.
    private let prefix: String

    init(_ context: ExportContext) {
        let whitepaper = context.site.whitepaper
        root = UUIDv5("whitepaper:" + whitepaper.id, in: UUIDv5(url: context.url))
        // A framework may have a 5.1 and an A.5.1.
        let ids = whitepaper.catalogue.map { $0.id.lowercased() }
        let prefixes = ["a.", "c.", "n."]
        prefix = prefixes.first { prefix in !ids.contains { $0.hasPrefix(prefix) } } ?? "_"
    }

    /// The UUID of a part: the same in every edition that has the part.
    func uuid(_ part: String) -> String { UUIDv5(part, in: root).text }

    /// The UUID of a document, which a reader takes for another when anything in it has changed.
    func uuid(of document: String, holding content: JSONValue) -> String {
        var writer = ByteWriter()
        writer.append(json: content)
        return uuid(document + ":" + SHA256Digest(of: writer.bytes).hex)
    }

    /// A control's token: `a.5.1.1`, `cld.6.3.1`.
    func token(of control: String) -> String {
        let isNumber = control.utf8.first.map { (0x30...0x39).contains($0) } ?? true
        return (isNumber ? prefix : "") + control.lowercased()
    }
}

extension JSONValue {
    /// A property that OSCAL has itself; nil where the text is empty.
    static func property(_ name: String, _ value: String?, remarks: String? = nil) -> JSONValue? {
        value.flatMap(OSCALText.line).map { value in
            .members([
                "name": .string(name), "value": .string(value),
                "remarks": .text(remarks.flatMap(OSCALText.paragraphs)),
            ])
        }
    }

    /// A property of ours.
    ///
    /// - Parameter kind: The property's `class`: a language.
    static func ownProperty(
        _ name: String, _ value: String?, class kind: String? = nil, remarks: String? = nil
    ) -> JSONValue? {
        value.flatMap(OSCALText.line).map { value in
            .members([
                "name": .string(name), "ns": .string(OSCALNames.namespace),
                "value": .string(value), "class": .text(kind),
                "remarks": .text(remarks.flatMap(OSCALText.paragraphs)),
            ])
        }
    }

    /// A link to a full address.
    static func link(_ relation: String, _ url: String, type: String? = nil) -> JSONValue {
        .members(["href": .string(url), "rel": .string(relation), "media-type": .text(type)])
    }
}
