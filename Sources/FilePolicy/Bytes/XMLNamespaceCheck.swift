import CExpat

/// Whether all namespaces that a document declares have names of a usual length.
///
/// A reader of namespaces puts the name before each element and attribute: one of a million bytes,
/// before each of a hundred thousand attributes, would take all memory. This pass reads the
/// document without namespaces, and ends where the document does, breaks, or declares an entity.
struct XMLNamespaceCheck {
    /// The longest name that is read, in bytes.
    static let limit = 1024

    /// Whether no name is longer.
    let passes: Bool

    init(_ bytes: [UInt8]) {
        guard bytes.count > 1 << 16 else {
            passes = true
            return
        }
        guard let parser = XML_ParserCreate(nil) else {
            preconditionFailure("expat has no memory for a parser")
        }
        defer { XML_ParserFree(parser) }
        let state = State(parser)
        XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
        Self.setHandlers(parser)
        withExtendedLifetime(state) { Self.read(bytes, parser) }
        passes = !state.isLong
    }

    private static func read(_ bytes: [UInt8], _ parser: XML_Parser) {
        // Expat counts in 32 bits.
        for start in stride(from: 0, to: bytes.count, by: 1 << 24) {
            let end = min(start + 1 << 24, bytes.count)
            let status = bytes[start..<end].withUnsafeBufferPointer { piece in
                piece.withMemoryRebound(to: CChar.self) {
                    XML_Parse(parser, $0.baseAddress, Int32($0.count), end == bytes.count ? 1 : 0)
                }
            }
            guard status == XML_STATUS_OK else { return }
        }
    }

    private static func setHandlers(_ parser: XML_Parser) {
        XML_SetStartElementHandler(parser) { data, _, attributes in
            let state = State.from(data)
            var next = attributes
            while let pointer = next, let key = pointer[0], let value = pointer[1] {
                next = pointer + 2
                guard XMLNamespaceCheck.declares(key), XMLNamespaceCheck.isLong(value) else {
                    continue
                }
                state.isLong = true
                XML_StopParser(state.parser, 0)
                return
            }
        }
        XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
            XML_StopParser(State.from(data).parser, 0)
        }
    }

    /// Whether an attribute's name begins with `xmlns`.
    private static func declares(_ key: UnsafePointer<CChar>) -> Bool {
        key[0] == 0x78 && key[1] == 0x6D && key[2] == 0x6C && key[3] == 0x6E && key[4] == 0x73
    }

    private static func isLong(_ value: UnsafePointer<CChar>) -> Bool {
        (0...limit).allSatisfy { value[$0] != 0 }
    }
}

/// What expat's callbacks share; a class, because C hands it back as a pointer.
private final class State {
    let parser: XML_Parser
    var isLong = false

    init(_ parser: XML_Parser) { self.parser = parser }

    static func from(_ data: UnsafeMutableRawPointer?) -> State {
        guard let data else { preconditionFailure("expat lost its user data") }
        return Unmanaged<State>.fromOpaque(data).takeUnretainedValue()
    }
}
