/// What text that begins as markup is, as browsers and servers would tell it.
struct Markup {
    /// What it is.
    let content: SniffedContent

    /// Skips a byte order mark, spaces, comments, instructions and document types up to the first
    /// element.
    ///
    /// - Returns: Nil where no markup begins the text.
    /// - Source: WHATWG MIME Sniffing, section 7.1.
    init?(_ bytes: ArraySlice<UInt8>) {
        var reader = MarkupReader(bytes)
        guard let content = reader.read() else { return nil }
        self.content = content
    }
}

/// Reads the beginning of a text as markup.
private struct MarkupReader {
    var fields: ByteFields
    var place = 0
    var hasComment = false
    var isXML = false

    init(_ bytes: ArraySlice<UInt8>) {
        fields = ByteFields(bytes)
        if fields.has([0xEF, 0xBB, 0xBF]) {
            place = 3
        } else if fields.has([0xFE, 0xFF]) || fields.has([0xFF, 0xFE]) {
            // Markup is ASCII: without its zero bytes, UTF-16 reads like UTF-8.
            fields = ByteFields(bytes.prefix(16_384).dropFirst(2).filter { $0 != 0 }[...])
        }
    }

    mutating func read() -> SniffedContent? {
        // Whoever writes more before the first element has something to hide.
        for _ in 0..<10_000 {
            skipSpace()
            if fields.has("<!--", at: place) {
                hasComment = true
                guard skip(past: "-->") else { return .foreign(.htmlPage) }
            } else if fields.hasIgnoringCase("<?php", at: place) || fields.has("<?=", at: place) {
                return .foreign(.phpPage)
            } else if fields.has("<%", at: place) {
                return .foreign(.serverPage)
            } else if fields.hasIgnoringCase("<?xml", at: place) {
                isXML = true
                guard skip(past: "?>") else { return .foreign(.xmlFile) }
            } else if fields.hasIgnoringCase("<!doctype", at: place) {
                if let html = readDoctype() { return html }
            } else {
                return readElement()
            }
        }
        return .foreign(.htmlPage)
    }

    private mutating func skipSpace() {
        while let byte = fields.byte(at: place), byte == 0x20 || (0x09...0x0D).contains(byte) {
            place += 1
        }
    }

    private mutating func skip(past word: String) -> Bool {
        guard let found = fields.offset(of: Array(word.utf8), from: place) else { return false }
        place = found + word.utf8.count
        return true
    }

    /// HTML where the document type says so; nil after any other, which is skipped.
    private mutating func readDoctype() -> SniffedContent? {
        place += 9
        skipSpace()
        if fields.hasIgnoringCase("html", at: place) { return .foreign(.htmlPage) }
        isXML = true
        var depth = 0
        while let byte = fields.byte(at: place) {
            place += 1
            if byte == 0x5B { depth += 1 }
            if byte == 0x5D { depth -= 1 }
            if byte == 0x3E, depth <= 0 { return nil }
        }
        return .foreign(.xmlFile)
    }

    private func readElement() -> SniffedContent? {
        let other: SniffedContent? =
            isXML ? .foreign(.xmlFile) : hasComment ? .foreign(.htmlPiece) : nil
        guard fields.byte(at: place) == 0x3C else { return other }
        var name: [UInt8] = []
        for offset in 1...64 {
            guard let byte = fields.byte(at: place + offset) else { break }
            // A space, `>` or `/` ends the name.
            if byte <= 0x20 || byte == 0x3E || byte == 0x2F { break }
            name.append(byte)
        }
        let text = String(decoding: name, as: UTF8.self)
        let local = text.split(separator: ":").last.map(String.init) ?? ""
        if local == "svg" { return .type(.svg) }
        if pageElements.contains(text.lowercased()) { return .foreign(.htmlPage) }
        return pieceElements.contains(text.lowercased()) ? .foreign(.htmlPiece) : other
    }
}

/// Elements by which browsers tell a web page, and with which no text for people begins.
private let pageElements: Set<String> = ["html", "head", "body", "script", "iframe"]

/// Elements by which browsers tell a web page, though Markdown may begin with them as well.
private let pieceElements: Set<String> = [
    "h1", "div", "font", "table", "a", "style", "title", "b", "br", "p",
]
