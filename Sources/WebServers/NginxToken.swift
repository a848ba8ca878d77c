/// One word of nginx's configuration, quoted as far as it has to be.
///
/// - Source: nginx's ngx_conf_read_token(): a word ends at a space, `;`, `{` or `}`; within double
///   quotes only `"` and `\` need a backslash. There is no way to write a `$` where variables are
///   known, so a text that holds one is refused before it comes here.
struct NginxToken: Sendable {
    /// The word as it stands in the file.
    let text: String

    /// A text from outside: a path, a name. It holds no control character and no `$`.
    static func literal(_ text: String) -> NginxToken {
        precondition(!text.utf8.contains(0x24), "'\(text)' would name a variable")
        return NginxToken(quoting: text)
    }

    /// A key of a `map`, in which a `$` is nothing special. A backslash before a word takes its
    /// meaning from it.
    ///
    /// - Source: ngx_http_map_module, "map"; ngx_http_map().
    static func key(_ key: String) -> NginxToken {
        let isSpecial =
            ["default", "hostnames", "include", "volatile"].contains(key)
            || key.first.map { "~!\\".contains($0) } ?? false
        return NginxToken(quoting: isSpecial ? "\\" + key : key)
    }

    /// What the program itself wrote: it may name variables and be a pattern.
    static func code(_ text: String) -> NginxToken { NginxToken(quoting: text) }

    private init(quoting text: String) {
        precondition(
            text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }, "a control character in '\(text)'")
        if !text.isEmpty, text.utf8.allSatisfy(Self.isPlain) {
            self.text = text
            return
        }
        var quoted = "\""
        for character in text.unicodeScalars {
            if character == "\"" || character == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(character)
        }
        self.text = quoted + "\""
    }

    /// A letter, a digit, or one of `/ . _ : - = @ $ , ! ~`.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        case 0x2F, 0x2E, 0x5F, 0x3A, 0x2D, 0x3D, 0x40, 0x24, 0x2C, 0x21, 0x7E: true
        default: false
        }
    }
}

extension NginxToken: ExpressibleByStringInterpolation {
    /// Text of the program itself, like `code`.
    init(stringLiteral value: String) { self.init(quoting: value) }
}
