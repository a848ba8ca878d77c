import CExpat

/// What stands in one XML document, as it is read from start to end.
enum XMLEvent {
    /// An element's start, with namespaces resolved: `http://www.w3.org/2000/svg`, `script`.
    case start(XMLName, attributes: [(name: XMLName, value: String)])
    /// An element's end.
    case end(XMLName)
    /// Character data, perhaps a part of it.
    case text(String)
    /// A processing instruction such as `<?xml-stylesheet …?>`.
    case instruction(target: String, data: String)
    /// `<!DOCTYPE …>`: whoever reads files of strangers has no use for it. The address after
    /// `SYSTEM` or `PUBLIC` is never fetched.
    case doctype(hasInternalSubset: Bool, system: String?)
}

/// A name with its namespace; empty for none.
struct XMLName: Hashable {
    let space: String
    let local: String

    /// Splits `space` and `local` at the last space, as expat joins them.
    init(joined: String) {
        if let cut = joined.utf8.lastIndex(of: 0x20) {
            space = String(joined[..<cut])
            local = String(joined[joined.utf8.index(after: cut)...])
        } else {
            space = ""
            local = joined
        }
    }
}

/// How the reading of a document ended.
enum XMLOutcome: Hashable {
    case complete
    /// Not well-formed, or in an encoding that is not read; the line, counted from 1.
    case malformed(line: Int, isEncoding: Bool)
    /// More elements, deeper ones, or longer names of namespaces, than the limits allow.
    case limit
}

/// Reads a document and hands every event to `take`.
///
/// External entities are never fetched, and entities that the document declares end the reading
/// as malformed: expat is stopped at the declaration, before any can be expanded.
///
/// - Source: Extensible Markup Language (XML) 1.0, Namespaces in XML 1.0.
func readXML(
    _ bytes: some Collection<UInt8>, _ limits: FilePolicy.Limits, take: (XMLEvent) -> Void
) -> XMLOutcome {
    withoutActuallyEscaping(take) { take in
        let bytes = Array(bytes)
        guard XMLNamespaceCheck(bytes).passes else { return .limit }
        let reader = XMLReader(limits, take)
        return reader.read(bytes)
    }
}

/// The state that expat's callbacks share; a class, because C hands it back as a pointer.
private final class XMLReader {
    let limits: FilePolicy.Limits
    let take: (XMLEvent) -> Void
    let parser: XML_Parser
    var elements = 0
    var depth = 0
    var isOverLimit = false

    init(_ limits: FilePolicy.Limits, _ take: @escaping (XMLEvent) -> Void) {
        self.limits = limits
        self.take = take
        guard let parser = XML_ParserCreateNS(nil, 0x20) else {
            preconditionFailure("expat has no memory for a parser")
        }
        self.parser = parser
    }

    deinit { XML_ParserFree(parser) }

    func read(_ bytes: [UInt8]) -> XMLOutcome {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        setElementHandlers()
        setOtherHandlers()
        // Expat counts in 32 bits.
        var start = 0
        repeat {
            let end = min(start + 1 << 24, bytes.count)
            let status = bytes[start..<end].withUnsafeBufferPointer { piece in
                piece.withMemoryRebound(to: CChar.self) {
                    XML_Parse(parser, $0.baseAddress, Int32($0.count), end == bytes.count ? 1 : 0)
                }
            }
            if isOverLimit { return .limit }
            guard status == XML_STATUS_OK else {
                let code = XML_GetErrorCode(parser)
                return .malformed(
                    line: Int(XML_GetCurrentLineNumber(parser)),
                    isEncoding: code == XML_ERROR_UNKNOWN_ENCODING
                        || code == XML_ERROR_INCORRECT_ENCODING)
            }
            start = end
        } while start < bytes.count
        return .complete
    }

    private func setElementHandlers() {
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                let reader = XMLReader.from(data)
                reader.depth += 1
                reader.elements += 1
                guard reader.elements <= reader.limits.xmlElements,
                    reader.depth <= reader.limits.xmlDepth
                else { return reader.stop(overLimit: true) }
                var pairs: [(name: XMLName, value: String)] = []
                var next = attributes
                while let pointer = next, let key = pointer[0], let value = pointer[1] {
                    pairs.append((XMLName(joined: String(cString: key)), String(cString: value)))
                    next = pointer + 2
                }
                let name = name.map { String(cString: $0) } ?? ""
                reader.take(.start(XMLName(joined: name), attributes: pairs))
            },
            { data, name in
                let reader = XMLReader.from(data)
                reader.depth -= 1
                reader.take(.end(XMLName(joined: name.map { String(cString: $0) } ?? "")))
            })
    }

    private func setOtherHandlers() {
        XML_SetCharacterDataHandler(parser) { data, text, count in
            let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
            XMLReader.from(data).take(.text(String(decoding: bytes, as: UTF8.self)))
        }
        XML_SetProcessingInstructionHandler(parser) { data, target, content in
            XMLReader.from(data).take(
                .instruction(
                    target: target.map { String(cString: $0) } ?? "",
                    data: content.map { String(cString: $0) } ?? ""))
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, system, _, hasInternalSubset in
            XMLReader.from(data).take(
                .doctype(
                    hasInternalSubset: hasInternalSubset != 0,
                    system: system.map { String(cString: $0) }))
        }
        XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
            XMLReader.from(data).stop(overLimit: false)
        }
    }

    private func stop(overLimit: Bool) {
        if overLimit { isOverLimit = true }
        XML_StopParser(parser, 0)
    }

    private static func from(_ data: UnsafeMutableRawPointer?) -> XMLReader {
        guard let data else { preconditionFailure("expat lost its user data") }
        return Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue()
    }
}
