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
        var text = text
        (place, query, fragment, rawFragment) = text.withUTF8 { bytes in
            let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
            let end = hash ?? bytes.endIndex
            let mark = bytes[..<end].firstIndex(of: UInt8(ascii: "?"))
            let fragment = hash.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) }
            return (
                Self.place(of: bytes[..<(mark ?? end)], in: folder),
                mark.map { String(decoding: bytes[$0..<end], as: UTF8.self) } ?? "",
                fragment.map { PercentEncoding.decode($0) ?? $0 },
                fragment ?? ""
            )
        }
    }

    private typealias Path = Slice<UnsafeBufferPointer<UInt8>>

    private static func place(of path: Path, in folder: String) -> Place {
        if path.isEmpty { return .samePage }
        if path.starts(with: "//".utf8) || hasScheme(path) { return .external }
        guard path.contains(UInt8(ascii: "%")) else { return place(ofDecoded: path, in: folder) }
        guard var decoded = PercentEncoding.decode(String(decoding: path, as: UTF8.self)) else {
            return .undecodable
        }
        return decoded.withUTF8 { place(ofDecoded: $0[...], in: folder) }
    }

    private static func place(ofDecoded path: Path, in folder: String) -> Place {
        let isAbsolute = path.first == JoinedPath.slash
        let start = isAbsolute ? "" : folder
        return withUnsafeTemporaryAllocation(
            of: UInt8.self, capacity: JoinedPath.capacity(start, path.count)
        ) { room in
            var joined = JoinedPath(start, in: room)
            guard joined.follow(path) else { return .invalid }
            if joined.leadsAbove {
                // Content/uploads seen from Content/pages, as a Markdown editor previews it.
                let below = joined.bytes.dropFirst(2)
                guard below.starts(with: "/uploads/".utf8) else { return .invalid }
                return .path(String(decoding: below, as: UTF8.self))
            }
            let isUpload = isAbsolute && joined.bytes.starts(with: "uploads/".utf8)
            if !isUpload, path.suffix(3).elementsEqual(".md".utf8) {
                return .page(String(decoding: joined.bytes, as: UTF8.self))
            }
            let last = path.lastIndex(of: JoinedPath.slash).map { path[($0 + 1)...] } ?? path
            return .path(joined.absolute(isFolder: last.allSatisfy { $0 == JoinedPath.dot }))
        }
    }

    /// `scheme:` of RFC 3986, section 3.1.
    private static func hasScheme(_ text: Path) -> Bool {
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
