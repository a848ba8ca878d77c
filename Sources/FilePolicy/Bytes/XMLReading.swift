import CExpat

/// Reads a document and hands every event to `take`, with names and texts as they stand in the
/// parser's memory.
///
/// External entities are never fetched, and entities that the document declares end the reading
/// as malformed: expat is stopped at the declaration, before any can be expanded.
///
/// - Source: Extensible Markup Language (XML) 1.0, Namespaces in XML 1.0.
func readXML(
    _ bytes: ArraySlice<UInt8>, _ limits: FilePolicy.Limits, take: (XMLEvent) -> Void
) -> XMLOutcome {
    withReader(of: bytes, limits, take: take) { _, outcome in outcome }
}

/// Reads a document.
///
/// - Parameter body: Gets the reader, which has counted, and the outcome.
private func withReader<Result>(
    of bytes: ArraySlice<UInt8>, _ limits: FilePolicy.Limits, take: (XMLEvent) -> Void,
    _ body: (XMLReader, XMLOutcome) -> Result
) -> Result {
    withoutActuallyEscaping(take) { take in
        let reader = XMLReader(limits, take)
        return body(reader, bytes.withUnsafeBufferPointer { reader.read($0) })
    }
}

/// Reads one of the documents of a file, which share a budget: a file of many documents takes no
/// longer than one of a single long one.
func readXML(
    _ bytes: ArraySlice<UInt8>, _ limits: FilePolicy.Limits, _ budget: inout ArchiveBudget,
    take: (XMLEvent) -> Void
) -> XMLOutcome {
    var bounds = limits
    bounds.xmlElements = min(limits.xmlElements, budget.elements)
    bounds.xmlAttributes = min(limits.xmlAttributes, budget.attributes)
    return withReader(of: bytes, bounds, take: take) { reader, outcome in
        budget.take(elements: reader.elementCount, attributes: reader.attributeCount)
        return outcome
    }
}

/// The state that expat's callbacks share; a class, because C hands it back as a pointer.
private final class XMLReader {
    let limits: FilePolicy.Limits
    let take: (XMLEvent) -> Void
    let parser: XML_Parser
    private let bindings = XMLBindings()
    /// Kept from element to element, so that none allocates.
    private var attributes: [XMLAttribute] = []
    private(set) var elementCount = 0
    /// Declarations of namespaces among them.
    private(set) var attributeCount = 0
    private var depth = 0
    private var fault: XMLBindings.Fault?

    init(_ limits: FilePolicy.Limits, _ take: @escaping (XMLEvent) -> Void) {
        self.limits = limits
        self.take = take
        guard let parser = XML_ParserCreate(nil) else {
            preconditionFailure("expat has no memory for a parser")
        }
        self.parser = parser
    }

    deinit { XML_ParserFree(parser) }

    func read(_ bytes: UnsafeBufferPointer<UInt8>) -> XMLOutcome {
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        setElementHandlers()
        setOtherHandlers()
        // Expat counts in 32 bits.
        var start = 0
        repeat {
            let end = min(start + 1 << 24, bytes.count)
            let status = UnsafeBufferPointer(rebasing: bytes[start..<end])
                .withMemoryRebound(to: CChar.self) {
                    XML_Parse(parser, $0.baseAddress, Int32($0.count), end == bytes.count ? 1 : 0)
                }
            if fault == .limit { return .limit }
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
                guard let name, let attributes else { return }
                XMLReader.from(data).start(XMLBytes(name), attributes)
            },
            { data, name in
                guard let name else { return }
                XMLReader.from(data).end(XMLBytes(name))
            })
    }

    private func setOtherHandlers() {
        XML_SetCharacterDataHandler(parser) { data, text, count in
            let bytes = UnsafeRawPointer(text)?.assumingMemoryBound(to: UInt8.self)
            let text = XMLBytes(UnsafeBufferPointer(start: bytes, count: Int(count)))
            XMLReader.from(data).hand(.text(text))
        }
        XML_SetProcessingInstructionHandler(parser) { data, target, _ in
            guard let target else { return }
            XMLReader.from(data).hand(.instruction(target: XMLBytes(target)))
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, system, _, hasInternalSubset in
            XMLReader.from(data).hand(
                .doctype(
                    hasInternalSubset: hasInternalSubset != 0,
                    system: system.map { String(cString: $0) }))
        }
        XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
            XMLReader.from(data).stop(.malformed)
        }
    }

    private static func from(_ data: UnsafeMutableRawPointer?) -> XMLReader {
        guard let data else { preconditionFailure("expat lost its user data") }
        return Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue()
    }

    /// Hands an event over. Expat still tells of one or two after it was stopped.
    private func hand(_ event: XMLEvent) {
        if fault == nil { take(event) }
    }

    private func stop(_ fault: XMLBindings.Fault) {
        if self.fault == nil { self.fault = fault }
        XML_StopParser(parser, 0)
    }
}

/// Elements, whose names and attributes expat hands over as they are written.
extension XMLReader {
    typealias Pairs = UnsafeMutablePointer<UnsafePointer<CChar>?>

    fileprivate func start(_ written: XMLBytes, _ pairs: Pairs) {
        depth += 1
        elementCount += 1
        guard elementCount <= limits.xmlElements, depth <= limits.xmlDepth else {
            return stop(.limit)
        }
        if let fault = declareNamespaces(pairs) { return stop(fault) }
        guard let name = resolve(written, isAttribute: false) else { return stop(.malformed) }
        if let fault = readAttributes(pairs, of: name) { return stop(fault) }
        take(.start(XMLElement(name: name, attributes: attributes)))
    }

    fileprivate func end(_ written: XMLBytes) {
        guard fault == nil else { return }
        if let name = resolve(written, isAttribute: false) { take(.end(name)) }
        bindings.leave(depth: depth)
        depth -= 1
    }

    private func declareNamespaces(_ pairs: Pairs) -> XMLBindings.Fault? {
        var next = pairs
        while let key = next[0], let value = next[1] {
            next += 2
            attributeCount += 1
            guard isDeclaration(key) else { continue }
            let prefix = XMLBytes(key).dropFirst(key[5] == 0 ? 5 : 6)
            if key[5] != 0, !isName(prefix) { return .malformed }
            if let fault = bindings.declare(prefix, as: XMLBytes(value), depth: depth) {
                return fault
            }
        }
        return attributeCount <= limits.xmlAttributes ? nil : .limit
    }

    /// Reads the attributes of an element whose name is known.
    private func readAttributes(_ pairs: Pairs, of element: XMLName) -> XMLBindings.Fault? {
        attributes.removeAll(keepingCapacity: true)
        var next = pairs
        while let key = next[0], let value = next[1] {
            next += 2
            if isDeclaration(key) { continue }
            guard let name = resolve(XMLBytes(key), isAttribute: true) else { return .malformed }
            guard attributes.count < Self.attributesOfAnElement else { return .limit }
            if attributes.contains(where: { isTwin(name, $0.name, of: element) }) {
                return .malformed
            }
            attributes.append(XMLAttribute(name: name, value: XMLBytes(value)))
        }
        return nil
    }

    /// Each is compared with the others.
    private static var attributesOfAnElement: Int { 128 }

    /// Whether two attributes have the same name, or names that programs take for the same: with
    /// the element's own namespace and without any. One could hide the other.
    ///
    /// - Source: Namespaces in XML 1.0, section 6.3.
    private func isTwin(_ one: XMLName, _ other: XMLName, of element: XMLName) -> Bool {
        guard one.local == other.local else { return false }
        return one.space == other.space || one.space.isEmpty && other.space == element.space
            || other.space.isEmpty && one.space == element.space
    }

    /// Whether it can follow `xmlns:`.
    private func isName(_ prefix: XMLBytes) -> Bool {
        !prefix.isEmpty && !prefix.buffer.contains(0x3A)
    }

    /// Whether an attribute's name is `xmlns` or begins with `xmlns:`.
    private func isDeclaration(_ key: UnsafePointer<CChar>) -> Bool {
        key[0] == 0x78 && key[1] == 0x6D && key[2] == 0x6C && key[3] == 0x6E && key[4] == 0x73
            && (key[5] == 0 || key[5] == 0x3A)
    }

    /// The name with the namespace of its prefix; nil where that is not declared, or the name is
    /// no name. An attribute without a prefix has no namespace.
    private func resolve(_ written: XMLBytes, isAttribute: Bool) -> XMLName? {
        let none = XMLBytes(UnsafeBufferPointer(start: nil, count: 0))
        guard let colon = written.buffer.firstIndex(of: 0x3A) else {
            let space = isAttribute ? none : bindings.space(of: none)
            return XMLName(space: space ?? none, local: written)
        }
        let local = written.dropFirst(colon + 1)
        let prefix = XMLBytes(UnsafeBufferPointer(rebasing: written.buffer[..<colon]))
        guard colon > 0, !local.isEmpty, !local.buffer.contains(0x3A),
            let space = bindings.space(of: prefix)
        else { return nil }
        return XMLName(space: space, local: local)
    }
}
