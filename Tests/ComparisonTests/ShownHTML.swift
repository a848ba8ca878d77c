/// A page of HTML as a reader of one of two texts takes it, and whether its elements fit.
struct ShownHTML {
    /// The text that is not in `<ins>`, without white space and without added words.
    private(set) var oldText = ""
    /// The same for `<del>`.
    private(set) var newText = ""
    /// Ids in their order.
    private(set) var ids: [String] = []
    /// What links lead to.
    private(set) var destinations: [String] = []
    /// Tags that close what is not open, or that stand where they may not.
    private(set) var faults: [String] = []
    private var open: [(name: String, isNote: Bool)] = []

    init(_ html: String) {
        var rest = html.utf8[...]
        while let first = rest.first {
            if first == 0x3C, let end = rest.firstIndex(of: 0x3E) {
                read(tag: String(rest[rest.index(after: rest.startIndex)..<end]) ?? "")
                rest = rest[rest.index(after: end)...]
            } else {
                let text = rest.prefix { $0 != 0x3C }
                read(text: String(text) ?? "")
                rest = rest[text.endIndex...]
            }
        }
        faults += open.map { "not closed: \($0.name)" }
    }

    private mutating func read(text: String) {
        let isBlank = text.allSatisfy(\.isWhitespace)
        if let parent = open.last?.name, ["ul", "table", "thead", "tbody", "tr"].contains(parent),
            !isBlank
        {
            faults.append("text in \(parent)")
        }
        guard !isBlank, !open.contains(where: \.isNote) else { return }
        let plain = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&").withoutSpace
        if !open.contains(where: { $0.name == "ins" }) { oldText += plain }
        if !open.contains(where: { $0.name == "del" }) { newText += plain }
    }

    private mutating func read(tag: String) {
        if tag.hasPrefix("/") {
            let name = String(tag.dropFirst())
            if open.popLast()?.name != name { faults.append("wrong end: \(name)") }
            return
        }
        let name = String(tag.prefix { $0 != " " })
        if tag.hasSuffix("/") { return }
        let blocks: Set = ["p", "ul", "li", "pre", "div", "table", "blockquote", "section"]
        if blocks.contains(name), open.contains(where: { ["p", "pre", "ins"].contains($0.name) }) {
            faults.append("\(name) in text")
        }
        if name == "li", open.last?.name != "ul" { faults.append("li outside a list") }
        if name != "li", open.last?.name == "ul" { faults.append("\(name) in a list") }
        open.append((name, tag.contains("comparison-note")))
        if let id = tag.firstMatch(of: /id="([^"]*)"/) { ids.append(String(id.1)) }
        if let link = tag.firstMatch(of: /href="([^"]*)"/) { destinations.append(String(link.1)) }
    }

    /// What is wrong with elements, ids and links within the page.
    var findings: [String] {
        var findings = faults
        if Set(ids).count != ids.count { findings.append("ids that are not unique") }
        for destination in destinations where destination.hasPrefix("#") {
            if !ids.contains(String(destination.dropFirst())) {
                findings.append("no place: \(destination)")
            }
        }
        return findings
    }
}

extension String {
    /// The text without any white space.
    var withoutSpace: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.properties.isWhitespace }))
    }
}
