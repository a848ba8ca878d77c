import Foundation

/// What a feed reader sees of an Atom feed. It is read by this small strict reader and not by
/// Foundation's, which the package never links.
struct AtomFeed {
    var language = ""
    /// Texts of the feed's own elements, by name; an author's is that of its name.
    var members: [String: [String]] = [:]
    /// By relation.
    var links: [String: String] = [:]
    /// Texts of the elements of each entry.
    var entries: [[String: [String]]] = []

    /// The document is not well-formed.
    struct Malformed: Error { let place: String }

    init(_ bytes: [UInt8]) throws {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Malformed(place: "not UTF-8")
        }
        let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        guard text.hasPrefix(declaration) else { throw Malformed(place: "the declaration") }
        var rest = text.dropFirst(declaration.count)
        var open: [String] = []
        var content = ""
        while !rest.isEmpty {
            guard rest.first == "<" else {
                let end = rest.firstIndex(of: "<") ?? rest.endIndex
                content += try Self.unescape(rest[..<end])
                rest = rest[end...]
                continue
            }
            guard let end = rest.firstIndex(of: ">") else { throw Malformed(place: String(rest)) }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                guard open.popLast() == String(tag.dropFirst()) else {
                    throw Malformed(place: "</\(tag.dropFirst())>")
                }
                close(String(tag.dropFirst()), content, within: open)
            } else {
                try start(tag, &open)
            }
            content = ""
        }
        guard open.isEmpty else { throw Malformed(place: "unclosed \(open)") }
    }

    private mutating func start(_ tag: Substring, _ open: inout [String]) throws {
        let name = String(tag.prefix { $0 != " " && $0 != "/" })
        var attributes: [String: String] = [:]
        for match in tag.matches(of: #/ ([a-z:]+)="([^"<]*)"/#) {
            attributes[String(match.output.1)] = try Self.unescape(match.output.2)
        }
        if name == "feed" {
            guard open.isEmpty, attributes["xmlns"] == "http://www.w3.org/2005/Atom" else {
                throw Malformed(place: "<feed>")
            }
            language = attributes["xml:lang"] ?? ""
        }
        if name == "entry" { entries.append([:]) }
        if name == "link", open == ["feed"] {
            links[attributes["rel"] ?? "alternate"] = attributes["href"]
        }
        if !tag.hasSuffix("/") { open.append(name) }
    }

    private mutating func close(_ name: String, _ content: String, within open: [String]) {
        switch open {
        case ["feed"] where name != "entry" && name != "author":
            members[name, default: []].append(content)
        case ["feed", "author"]: members["author", default: []].append(content)
        case ["feed", "entry"]: entries[entries.count - 1][name, default: []].append(content)
        default: break
        }
    }

    private static func unescape(_ text: Substring) throws -> String {
        let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\""]
        var result = ""
        var rest = text
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            guard let end = rest[mark...].firstIndex(of: ";"),
                let character = known[String(rest[rest.index(after: mark)..<end])]
            else { throw Malformed(place: String(rest[mark...])) }
            result += character
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
