/// The head of an ICAP answer: the status and the header fields.
///
/// - Source: RFC 3507, section 4.3; RFC 2616, section 4.2 (fields may go on in the next line).
package struct ICAPHead: Hashable {
    /// Of three digits.
    package let status: Int
    /// Behind the status, such as `Service not found`.
    let phrase: String
    /// In order, names in lower case.
    private let fields: [Field]

    private struct Field: Hashable {
        let name: String
        var value: String
    }

    /// Longest head accepted, in bytes.
    static let longest = 16384

    /// Where the empty line after the head ends; nil while there is none.
    package static func end(in bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        let line: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        return (4...bytes.count).first { bytes[$0 - 4..<$0].elementsEqual(line) }
    }

    /// Reads a head up to its empty line; nil for what is none.
    package init?(_ bytes: some Sequence<UInt8>) {
        guard let text = String(validating: Array(bytes), as: UTF8.self) else { return nil }
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
        guard let start = lines.first?.split(separator: " ", maxSplits: 2), start.count >= 2,
            start[0] == "ICAP/1.0", start[1].utf8.count == 3, let status = Int(start[1]),
            (100...599).contains(status)
        else { return nil }
        self.status = status
        phrase = start.count == 3 ? String(start[2]) : ""
        var fields: [Field] = []
        for line in lines.dropFirst() {
            if line.first == " " || line.first == "\t" {
                guard !fields.isEmpty else { return nil }
                fields[fields.count - 1].value += " " + Self.trimmed(line)
                continue
            }
            guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { return nil }
            let value = Self.trimmed(line[line.index(after: colon)...])
            fields.append(Field(name: line[..<colon].lowercased(), value: value))
        }
        self.fields = fields
    }

    /// The value of the first field of that name, in whatever case it was written.
    subscript(name: String) -> String? {
        fields.first { $0.name == name.lowercased() }?.value
    }

    /// What the service found, by the field that says so; nil where no field does.
    ///
    /// - Source: draft-stecher-icap-subid, X-Infection-Found; X-Virus-ID and X-Violations-Found
    ///   are what other services send.
    package var infection: String? {
        if let found = self["X-Infection-Found"] {
            let parts = found.split(separator: ";").map { Self.trimmed($0) }
            let threat = parts.first { $0.hasPrefix("Threat=") }?.dropFirst(7)
            return threat.map(String.init) ?? found
        }
        return self["X-Virus-ID"] ?? self["X-Violations-Found"]
    }

    /// The service's state, which changes with its signatures; nil where none is stated.
    package var tag: String? {
        guard let tag = self["ISTag"]?.filter({ $0 != "\"" }), !tag.isEmpty else { return nil }
        return tag
    }

    private static func trimmed(_ text: Substring) -> String {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
