import Core

/// Writes nginx's configuration: directives, blocks and comments, each on lines of its own.
struct NginxWriter {
    /// What has been written.
    private(set) var output = ByteWriter(reservingCapacity: 1 << 13)
    private var depth = 0

    /// `name argument …;`
    mutating func directive(_ name: String, _ arguments: NginxToken...) {
        directive(name, arguments)
    }

    /// `name argument …;`
    mutating func directive(_ name: String, _ arguments: [NginxToken]) {
        line([name] + arguments.map(\.text), end: ";")
    }

    /// One line of a `map`: a key, or `default`, and its value.
    mutating func entry(_ key: NginxToken, _ value: NginxToken) {
        line([key.text, value.text], end: ";")
    }

    /// `if (word …) { … }`
    mutating func condition(_ words: NginxToken..., body: (inout NginxWriter) -> Void) {
        line(["if (" + words.map(\.text).joined(separator: " ") + ")"], end: " {")
        depth += 1
        body(&self)
        depth -= 1
        line(["}"], end: "")
    }

    /// `name argument … { … }`
    mutating func block(
        _ name: String, _ arguments: NginxToken..., body: (inout NginxWriter) -> Void
    ) {
        line([name] + arguments.map(\.text), end: " {")
        depth += 1
        body(&self)
        depth -= 1
        line(["}"], end: "")
    }

    /// A remark on lines of their own. Control characters in it become spaces.
    mutating func comment(_ text: String) {
        let line = String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
        self.line(["#", line], end: "")
    }

    /// An empty line.
    mutating func gap() { output.append("\n" as StaticString) }

    private mutating func line(_ words: [String], end: String) {
        output.append(String(repeating: "    ", count: depth))
        output.append(words.joined(separator: " "))
        output.append(end + "\n")
    }
}
