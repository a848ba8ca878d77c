/// What drawing programs write into SVG images about the people who drew them.
struct EditorTraces {
    private static let homes: [StaticString] = [
        "/home/", "/Users/", "\\Users\\", "\\Documents and Settings\\",
    ]

    private var depthInCreator = 0
    private var creator: [UInt8] = []

    /// Takes an element's start.
    mutating func start(_ element: XMLElement, _ found: inout Examination) {
        if depthInCreator > 0 || Self.isCreator(element.name) { depthInCreator += 1 }
        for attribute in element.attributes
        where SVGVocabulary.editorSpaces.contains(attribute.name.space) {
            if let user = Self.user(inPath: attribute.value) { found.disclose(.author, in: user) }
        }
    }

    /// Takes character data.
    mutating func text(_ text: XMLBytes) {
        if depthInCreator > 0, creator.count < 4096 { creator += text.buffer }
    }

    /// Takes an element's end.
    mutating func end(_ name: XMLName, _ found: inout Examination) {
        guard depthInCreator > 0 else { return }
        depthInCreator -= 1
        guard depthInCreator == 0 else { return }
        creator.withUnsafeBufferPointer { found.disclose(.author, in: XMLBytes($0)) }
        creator = []
    }

    private static func isCreator(_ name: XMLName) -> Bool {
        (name.local == "creator" || name.local == "contributor")
            && name.space == "http://purl.org/dc/elements/1.1/"
    }

    /// `yamada` of `/home/yamada/図.svg` and `C:\Users\yamada\図.svg`.
    private static func user(inPath path: XMLBytes) -> XMLBytes? {
        for home in homes {
            guard let place = path.place(of: home) else { continue }
            let rest = path.dropFirst(place + home.utf8CodeUnitCount)
            let name = rest.buffer.prefix { $0 != 0x2F && $0 != 0x5C }
            if !name.isEmpty { return XMLBytes(UnsafeBufferPointer(rebasing: name)) }
        }
        return nil
    }
}
