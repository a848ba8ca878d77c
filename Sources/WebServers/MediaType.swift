/// The media types of what a site holds, by the ending of a file's name.
///
/// - Source: IANA, Media Types; RFC 9239 (JavaScript).
package enum MediaType {
    /// Each type and its endings, without a dot.
    static let all: [(type: String, endings: [String])] = [
        ("application/gzip", ["gz"]),
        ("application/json", ["json"]),
        ("application/pdf", ["pdf"]),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation", ["pptx"]),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"]),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"]),
        ("application/xml", ["xml"]),
        ("application/zip", ["zip"]),
        ("audio/mp4", ["m4a"]),
        ("audio/mpeg", ["mp3"]),
        ("audio/ogg", ["ogg"]),
        ("audio/wav", ["wav"]),
        ("font/otf", ["otf"]),
        ("font/ttf", ["ttf"]),
        ("font/woff", ["woff"]),
        ("font/woff2", ["woff2"]),
        ("image/avif", ["avif"]),
        ("image/gif", ["gif"]),
        ("image/jpeg", ["jpg", "jpeg"]),
        ("image/png", ["png"]),
        ("image/svg+xml", ["svg"]),
        ("image/webp", ["webp"]),
        ("image/x-icon", ["ico"]),
        ("text/css", ["css"]),
        ("text/csv", ["csv"]),
        ("text/html", ["html", "htm"]),
        ("text/javascript", ["js", "mjs"]),
        ("text/markdown", ["md"]),
        ("text/plain", ["txt"]),
        ("text/vtt", ["vtt"]),
        ("video/mp4", ["mp4"]),
        ("video/webm", ["webm"]),
    ]

    /// Types whose files are text in UTF-8, as long as Hakusho has written them.
    static let textTypes = [
        "application/atom+xml", "application/json", "application/xml", "text/css", "text/csv",
        "text/html", "text/javascript", "text/markdown", "text/plain", "text/vtt",
    ]

    private static let byEnding = Dictionary(
        uniqueKeysWithValues: all.flatMap { type, endings in endings.map { ($0, type) } })

    /// The value of Content-Type for a path of the site, below its root: with a charset for text,
    /// but for an upload, which may be in any.
    ///
    /// - Parameter path: Decoded; a page's may end with a slash.
    package static func contentType(ofPath path: String) -> String {
        if path.hasSuffix("/") { return "text/html; charset=utf-8" }
        if path.hasSuffix("/feed.xml") { return "application/atom+xml; charset=utf-8" }
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let type = byEnding[ending] ?? "application/octet-stream"
        guard textTypes.contains(type), !path.hasPrefix("/uploads/") else { return type }
        return type + "; charset=utf-8"
    }
}
