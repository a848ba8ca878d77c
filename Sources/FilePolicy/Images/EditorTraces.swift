/// What drawing programs write into SVG images about the people who drew them.
struct EditorTraces {
    private static let dublinCore = "http://purl.org/dc/elements/1.1/"
    private static let homes = ["/home/", "/Users/", "\\Users\\", "\\Documents and Settings\\"]

    private var depthInCreator = 0
    private var creator = ""

    /// Takes an element's start.
    mutating func start(
        _ name: XMLName, _ attributes: [(name: XMLName, value: String)],
        _ found: inout Examination
    ) {
        if depthInCreator > 0 || Self.isCreator(name) { depthInCreator += 1 }
        for (key, value) in attributes where SVGVocabulary.editorSpaces.contains(key.space) {
            guard let user = Self.user(inPath: value) else { continue }
            found.disclose(.author, user, isRemovable: false)
        }
    }

    /// Takes character data.
    mutating func text(_ text: String) {
        if depthInCreator > 0, creator.utf8.count < 4096 { creator += text }
    }

    /// Takes an element's end.
    mutating func end(_ name: XMLName, _ found: inout Examination) {
        guard depthInCreator > 0 else { return }
        depthInCreator -= 1
        guard depthInCreator == 0 else { return }
        if creator.disclosed != nil {
            found.disclose(.author, creator, isRemovable: false)
        }
        creator = ""
    }

    private static func isCreator(_ name: XMLName) -> Bool {
        name.space == dublinCore && (name.local == "creator" || name.local == "contributor")
    }

    /// `yamada` of `/home/yamada/図.svg` and `C:\Users\yamada\図.svg`.
    private static func user(inPath path: String) -> String? {
        let scalars = Array(path.unicodeScalars.prefix(1024))
        for home in homes {
            let wanted = Array(home.unicodeScalars)
            guard scalars.count > wanted.count else { continue }
            for start in 0..<scalars.count - wanted.count
            where scalars[start..<start + wanted.count].elementsEqual(wanted) {
                let name = scalars[(start + wanted.count)...].prefix { $0 != "/" && $0 != "\\" }
                if !name.isEmpty { return String(String.UnicodeScalarView(name)) }
            }
        }
        return nil
    }
}
