import Core

/// Links whose text is their own address, which paper need not show twice.
enum PrintedLinks {
    /// The same HTML, where such links have the class `bare`.
    ///
    /// - Parameter html: As the site's Markdown writes it: `<a href="URL">TEXT</a>`.
    static func marked(_ html: [UInt8]) -> [UInt8] {
        let opening = Array("<a href=\"".utf8)
        var out: [UInt8] = []
        out.reserveCapacity(html.count + 64)
        var start = 0
        while let place = html[start...].firstRange(of: opening) {
            out += html[start..<place.upperBound]
            start = place.upperBound
            guard let quote = html[start...].firstIndex(of: 0x22) else { break }
            let url = html[start..<quote]
            let text = [0x22, 0x3E] + url + Array("</a>".utf8)
            out += url
            start = quote
            if html[quote...].starts(with: text) { out += Array("\" class=\"bare".utf8) }
        }
        return out + html[start...]
    }
}
