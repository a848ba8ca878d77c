/// What stands in one XML document, as it is read from start to end.
enum XMLEvent {
    /// An element's start, with namespaces resolved.
    case start(XMLElement)
    /// An element's end.
    case end(XMLName)
    /// Character data, perhaps a part of it.
    case text(XMLBytes)
    /// A processing instruction such as `<?xml-stylesheet …?>`.
    case instruction(target: XMLBytes)
    /// `<!DOCTYPE …>`: whoever reads files of strangers has no use for it. The address after
    /// `SYSTEM` or `PUBLIC` is never fetched.
    case doctype(hasInternalSubset: Bool, system: String?)
}

/// A name with its namespace, as `http://www.w3.org/2000/svg` and `script`; empty for none.
struct XMLName {
    let space: XMLBytes
    let local: XMLBytes
}

/// One attribute of an element; the declarations of namespaces are none.
struct XMLAttribute {
    let name: XMLName
    let value: XMLBytes
}

/// An element's name and attributes.
struct XMLElement {
    let name: XMLName
    let attributes: [XMLAttribute]

    /// The value of an attribute of the element's own vocabulary: one without a namespace, or
    /// with that of the element. An element with both is not read.
    func value(_ local: StaticString) -> XMLBytes? {
        let found = attributes.first { attribute in
            attribute.name.local == local
                && (attribute.name.space.isEmpty || attribute.name.space == name.space)
        }
        return found?.value
    }
}

/// How the reading of a document ended.
enum XMLOutcome: Hashable {
    case complete
    /// Not well-formed, or in an encoding that is not read; the line, counted from 1.
    case malformed(line: Int, isEncoding: Bool)
    /// More elements or attributes, deeper ones, or longer or more namespaces, than the limits
    /// allow.
    case limit
}
