/// The address of the site itself: a full link to it is no link to another site.
package struct SiteAddress: Sendable {
    /// `https://www.example.jp/base/`, with a slash at its end.
    package let url: String
    /// The path of the site's root: `/` or `/base/`.
    package let basePath: String
    /// The host, with its port where that is not the usual one, in lower case.
    private let host: [UInt8]
    /// Whether nothing can be published there: a name of the documentation (RFC 2606, section 3),
    /// as in a site that has not been given its address yet. Full addresses of it are examples.
    private let isPlaceholder: Bool

    /// Takes the `url` of site.yml.
    package init(_ url: String) {
        self.url = url
        let rest = url.utf8.firstIndex(of: 0x3A).map { url[$0...].dropFirst(3) } ?? url[...]
        let end = rest.utf8.firstIndex(of: 0x2F) ?? rest.endIndex
        basePath = end == rest.endIndex ? "/" : String(rest[end...])
        let host = Self.host(rest[..<end].utf8)
        self.host = host
        isPlaceholder = ["example.com", "example.net", "example.org"].contains { name in
            host == Array(name.utf8)
        }
    }

    /// What stands behind the site's root in `destination`, with a slash before it; nil for what
    /// leads to another site, or beside the root.
    ///
    /// `http:` and `https:` are the same site.
    package func path(of destination: String) -> String? {
        if isPlaceholder { return nil }
        var rest = destination.utf8[...]
        if let colon = rest.firstIndex(of: 0x3A), rest[colon...].starts(with: "://".utf8) {
            let scheme = rest[..<colon].map { $0 | 0x20 }
            guard scheme == Array("https".utf8) || scheme == Array("http".utf8) else { return nil }
            rest = rest[colon...].dropFirst(3)
        } else if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
        } else {
            return nil
        }
        let end = rest.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? rest.endIndex
        guard Self.host(rest[..<end]) == host else { return nil }
        let path = rest[end...]
        if path.first != 0x2F { return basePath == "/" ? "/" + String(Substring(path)) : nil }
        let root = basePath.utf8.dropLast()
        guard path.starts(with: root), path.dropFirst(root.count).first == 0x2F else {
            return path.elementsEqual(root) ? "/" : nil
        }
        return String(Substring(path.dropFirst(root.count)))
    }

    /// A path below the root as `link` writes it: with the site's address where the link has it.
    func written(_ path: String, as link: WrittenLink) -> String {
        self.path(of: link.destination) == nil ? path : url + path.dropFirst()
    }

    private static func host(_ written: some Sequence<UInt8>) -> [UInt8] {
        var host = written.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        for port in [":443", ":80"] where host.reversed().starts(with: port.utf8.reversed()) {
            host.removeLast(port.utf8.count)
        }
        return host
    }
}
