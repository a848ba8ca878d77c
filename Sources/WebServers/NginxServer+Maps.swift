import Content
import Core
import Links

extension NginxServer {
    /// Writes what is looked up rather than decided: hosts, former URLs, headers by kind of file.
    func writeMaps(into nginx: inout NginxWriter) {
        nginx.block("map", "$host", .code(variable("known"))) { nginx in
            nginx.entry("default", "0")
            for name in rules.serverNames { nginx.entry(.key(name), "1") }
        }
        if !redirects.isEmpty { writeRedirects(into: &nginx) }
        if languages.count > 1 {
            nginx.block("map", "$uri", .code(variable("not_found"))) { nginx in
                nginx.entry("default", "/404.html")
                for language in languages.dropFirst() {
                    nginx.entry("~^/\(language)/", "/\(language)/404.html")
                }
            }
        }
        writeHeaderMaps(into: &nginx)
    }

    /// Former URLs, by their path without what tells a page's URLs apart.
    private func writeRedirects(into nginx: inout NginxWriter) {
        let stem = variable("stem")
        nginx.block("map", "$uri", .code(variable("path"))) { nginx in
            nginx.entry("default", "$uri")
            nginx.entry("~^(?<\(stem.dropFirst())>.*)/(?:index\\.html)?$", .code(stem))
        }
        nginx.block("map", .code(variable("path")), .code(variable("moved"))) { nginx in
            nginx.entry("default", "")
            for redirect in redirects {
                nginx.entry(
                    .key(key(of: redirect)),
                    redirect.location.map { .literal(Self.location($0)) } ?? "gone")
            }
        }
        // No file lies there, so a former URL's own file is passed over.
        nginx.block("map", .code(variable("moved")), .code(variable("aside"))) { nginx in
            nginx.entry("default", "/.moved")
            nginx.entry(.key(""), "")
        }
    }

    private func writeHeaderMaps(into nginx: inout NginxWriter) {
        nginx.block("map", "$uri", .code(variable("policy"))) { nginx in
            nginx.entry("default", .code(headers.pagePolicy))
            nginx.entry("~*\\.pdf$", .code(headers.documentPolicy))
            nginx.entry("~^/uploads/", .code(headers.uploadPolicy))
        }
        nginx.block("map", "$uri", .code(variable("disposition"))) { nginx in
            nginx.entry("default", "")
            nginx.entry("~*^/uploads/.*\\.(?:\(Self.shownTypes.joined(separator: "|")))$", "")
            nginx.entry("~^/uploads/", "attachment")
        }
        // Only what was found may be kept: a refusal may end tomorrow.
        nginx.block("map", "$status:$uri", .code(variable("cache"))) { nginx in
            nginx.entry("default", .code(headers.cacheControl))
            nginx.entry(
                "~^(?:200|206|304):/assets/.+\\.[0-9a-f]{12}\\.css$",
                .code(headers.immutableCacheControl))
        }
    }

    /// The key of a former URL in the map: its path below the site's root, without the slash at
    /// its end.
    func key(of redirect: ServerRedirect) -> String {
        let path = "/" + redirect.path.dropFirst(basePath.count)
        return path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// The address as a response header takes it: ASCII, and no `$`.
    ///
    /// - Source: RFC 3986, appendix A; RFC 9110, section 10.2.2.
    static func location(_ address: String) -> String {
        let bytes = Array(address.utf8)
        var encoded: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for (index, byte) in bytes.enumerated() {
            let isEscape =
                byte == 0x25 && index + 2 < bytes.count
                && bytes[index + 1].hexDigit != nil && bytes[index + 2].hexDigit != nil
            if isEscape || isPartOfURI(byte) {
                encoded.append(byte)
            } else {
                encoded += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// What may stand in a URI, `$` and `%` excepted.
    private static func isPartOfURI(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x7E: !Array("\"$%<>\\^`{|}".utf8).contains(byte)
        default: false
        }
    }

    /// Uploads that browsers show, or play, without running anything; all others are saved.
    private static let shownTypes = [
        "avif", "csv", "gif", "jpe?g", "m4a", "mp3", "mp4", "ogg", "pdf", "png", "svg", "txt",
        "wav", "webm", "webp",
    ]
}
