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
        /// Leads out of the project.
        case invalid
        /// Its percent-encoding is wrong, or gives no UTF-8.
        case undecodable
    }

    /// What the path says; query and fragment are apart.
    package let place: Place
    /// With its `?`, as written; empty where there is none.
    package let query: String
    /// Decoded, without `#`; nil where there is none.
    package let fragment: String?
    /// The fragment as it is written; empty where there is none.
    package let rawFragment: String

    /// Takes `text` apart.
    ///
    /// - Parameter folder: The folder of the file that the link stands in, below pages/, without
    ///   slashes at its ends. Relative paths start there, also those that are no Markdown.
    package init(_ text: String, in folder: String) {
        let bytes = Array(text.utf8)
        var end = bytes.count
        if let hash = bytes.firstIndex(of: UInt8(ascii: "#")) {
            let written = String(decoding: bytes[(hash + 1)...], as: UTF8.self)
            fragment = PercentEncoding.decode(written) ?? written
            rawFragment = written
            end = hash
        } else {
            fragment = nil
            rawFragment = ""
        }
        if let mark = bytes[..<end].firstIndex(of: UInt8(ascii: "?")) {
            query = String(decoding: bytes[mark..<end], as: UTF8.self)
            end = mark
        } else {
            query = ""
        }
        place = Self.place(of: bytes[..<end], in: folder)
    }

    private static func place(of path: ArraySlice<UInt8>, in folder: String) -> Place {
        if path.isEmpty { return .samePage }
        if path.starts(with: [0x2F, 0x2F]) || hasScheme(path) { return .external }
        guard path.contains(UInt8(ascii: "%")) else { return place(ofDecoded: path, in: folder) }
        guard let decoded = PercentEncoding.decode(String(decoding: path, as: UTF8.self)) else {
            return .undecodable
        }
        return place(ofDecoded: Array(decoded.utf8)[...], in: folder)
    }

    private static func place(ofDecoded path: ArraySlice<UInt8>, in folder: String) -> Place {
        let isAbsolute = path.first == slash
        guard let joined = resolve(path, from: isAbsolute ? [] : Array(folder.utf8)) else {
            return .invalid
        }
        if joined.starts(with: [dot, dot]), joined.count == 2 || joined[2] == slash {
            // Content/uploads seen from Content/pages, as a Markdown editor previews it.
            let below = joined.dropFirst(2)
            guard below.starts(with: Array("/uploads/".utf8)) else { return .invalid }
            return .path(String(decoding: below, as: UTF8.self))
        }
        let isUpload = isAbsolute && joined.starts(with: Array("uploads/".utf8))
        if !isUpload, path.suffix(3).elementsEqual(Array(".md".utf8)) {
            return .page(String(decoding: joined, as: UTF8.self))
        }
        let last = path.split(separator: slash, omittingEmptySubsequences: false).last
        let isFolder = last?.allSatisfy { $0 == dot } ?? true
        var text = [slash] + joined
        if isFolder, !joined.isEmpty { text.append(slash) }
        return .path(String(decoding: text, as: UTF8.self))
    }

    private static let slash = UInt8(ascii: "/")
    private static let dot = UInt8(ascii: ".")

    /// Follows `.` and `..` from `start`; what leads above it keeps one `..` in front; nil for
    /// more of them.
    private static func resolve(_ path: ArraySlice<UInt8>, from start: [UInt8]) -> [UInt8]? {
        var joined = start
        joined.reserveCapacity(start.count + path.count + 1)
        var rest = path
        while let first = rest.first {
            if first == slash {
                rest = rest.dropFirst()
                continue
            }
            let part = rest.prefix { $0 != slash }
            rest = rest[part.endIndex...]
            if part.count == 1, first == dot { continue }
            if part.count == 2, first == dot, part.last == dot {
                if joined == [dot, dot] { return nil }
                guard !joined.isEmpty else {
                    joined = [dot, dot]
                    continue
                }
                joined.removeSubrange((joined.lastIndex(of: slash) ?? 0)...)
                continue
            }
            if !joined.isEmpty { joined.append(slash) }
            joined += part
        }
        return joined
    }

    /// `scheme:` of RFC 3986, section 3.1.
    private static func hasScheme(_ text: ArraySlice<UInt8>) -> Bool {
        for (index, byte) in text.enumerated() {
            switch byte {
            case 0x3A: return index > 0
            case 0x61...0x7A, 0x41...0x5A: continue
            case 0x30...0x39, 0x2B, 0x2D, 0x2E: if index == 0 { return false }
            default: return false
            }
        }
        return false
    }
}
