import Core

/// Where a link says that it leads, taken apart but not yet looked up.
package struct Destination: Hashable, Sendable {
    /// The parts of a URL reference that matter here (RFC 3986, section 4.1).
    package enum Place: Hashable, Sendable {
        /// Another site, mail, telephone, data: nothing that a build can check.
        case external
        /// `#anchor` alone.
        case samePage
        /// A Markdown file: its path below pages/ (decoded), whole.
        case page(String)
        /// Anything else below the site's root (decoded): `/uploads/a.png`, `/guide/start/`.
        case path(String)
        /// Leads out of the project, or cannot be decoded.
        case invalid
    }

    package let place: Place
    /// With its `?`, as written; empty where there is none.
    package let query: String
    /// Decoded, without `#`; nil where there is none.
    package let fragment: String?

    /// Takes `text` apart.
    ///
    /// - Parameter folder: The folder of the file that the link stands in, below pages/, without
    ///   slashes at its ends. Relative paths start there, also those that are no Markdown.
    package init(_ text: String, in folder: String) {
        var rest = Substring(text)
        if let hash = rest.firstIndex(of: "#") {
            let written = rest[rest.index(after: hash)...]
            fragment = PercentEncoding.decode(written) ?? String(written)
            rest = rest[..<hash]
        } else {
            fragment = nil
        }
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[mark...])
            rest = rest[..<mark]
        } else {
            query = ""
        }
        place = Self.place(of: rest, in: folder)
    }

    private static func place(of path: Substring, in folder: String) -> Place {
        if path.isEmpty { return .samePage }
        if path.hasPrefix("//") || hasScheme(path) { return .external }
        guard let decoded = PercentEncoding.decode(path) else { return .invalid }
        let isAbsolute = decoded.hasPrefix("/")
        let start = isAbsolute || folder.isEmpty ? [] : folder.split(separator: "/")
        guard let parts = resolve(decoded, from: start) else { return .invalid }
        if parts.first == "..", parts.count > 1, parts[1] == "uploads" {
            // Content/uploads seen from Content/pages, as a Markdown editor previews it.
            return .path("/" + parts.dropFirst().joined(separator: "/"))
        }
        if parts.first == ".." { return .invalid }
        let joined = parts.joined(separator: "/")
        if decoded.hasSuffix(".md") { return .page(joined) }
        let isFolder = decoded.hasSuffix("/") || decoded.hasSuffix("/.") || decoded.hasSuffix("..")
        return .path(joined.isEmpty ? "/" : "/" + joined + (isFolder ? "/" : ""))
    }

    /// Follows `.` and `..`; what leads above the start keeps one `..` in front; nil for more.
    private static func resolve(_ path: String, from start: [Substring]) -> [Substring]? {
        var parts = start
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                if parts.isEmpty {
                    parts.append("..")
                } else if parts == [".."] {
                    return nil
                } else {
                    parts.removeLast()
                }
            default: parts.append(part)
            }
        }
        return parts
    }

    /// `scheme:` of RFC 3986, section 3.1.
    private static func hasScheme(_ text: Substring) -> Bool {
        var isFirst = true
        for byte in text.utf8 {
            switch byte {
            case 0x3A: return !isFirst
            case 0x61...0x7A, 0x41...0x5A: break
            case 0x30...0x39, 0x2B, 0x2D, 0x2E: if isFirst { return false }
            default: return false
            }
            isFirst = false
        }
        return false
    }
}
