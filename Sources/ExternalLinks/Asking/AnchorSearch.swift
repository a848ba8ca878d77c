import Core
import Markdown

/// Looks for anchors in the HTML of another site.
enum AnchorSearch {
    /// What can be said of each fragment of one page.
    ///
    /// - Parameters:
    ///   - fragments: As the links have them, without `#`.
    ///   - page: The page's bytes; its beginning, where `isWhole` is false.
    ///   - type: The value of Content-Type.
    static func verdicts(
        on fragments: Set<String>, page: [UInt8], isWhole: Bool, type: String?
    ) -> [String: AnchorVerdict] {
        var verdicts = Dictionary(uniqueKeysWithValues: fragments.map { ($0, AnchorVerdict.found) })
        let wanted = fragments.filter { names($0) != nil }
        let type = (type ?? "").lowercased()
        guard type.hasPrefix("text/html") || type.hasPrefix("application/xhtml+xml"),
            !type.contains("utf-16")
        else {
            for fragment in wanted { verdicts[fragment] = .unknown }
            return verdicts
        }
        var missing = wanted
        var tokens = HTMLTokenizer(page)
        var isUTF8 = !type.contains("charset=") || type.contains("utf-8")
        while !missing.isEmpty, let token = tokens.next() {
            guard case .tag(let tag) = token, !tag.isEnd else { continue }
            if tag.name == "meta" { isUTF8 = isUTF8 && !namesOtherEncoding(tag, in: page) }
            for id in ids(of: tag, in: page) {
                for fragment in missing where names(fragment)?.contains(id) ?? false {
                    missing.remove(fragment)
                }
            }
            if rawText.contains(tag.name) { tokens.skipText(of: tag.name) }
        }
        for fragment in missing {
            let isReadable = isUTF8 || fragment.utf8.allSatisfy { $0 < 0x80 && $0 != 0x25 }
            verdicts[fragment] = isWhole && isReadable ? .missing : .unknown
        }
        return verdicts
    }

    /// The ids that a fragment may mean; nil for one that a browser or a script takes care of.
    ///
    /// - Source: WHATWG HTML, "Scrolling to a fragment"; "URL fragment text directives".
    static func names(_ fragment: String) -> Set<String>? {
        var name = fragment
        if let directive = name.firstRange(of: ":~:") {
            name = String(name[..<directive.lowerBound])
        }
        guard let first = name.utf8.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "!"),
            name.lowercased() != "top", !isLineNumber(name)
        else { return nil }
        let decoded = PercentEncoding.decode(name) ?? name
        // A prefix that one large host puts before the ids of its users' texts.
        return [name, decoded, "user-content-" + decoded]
    }

    /// `L10`, `L10-L20`, `L10C2-L20C5`: lines of a program's source, as its viewers mark them.
    private static func isLineNumber(_ name: String) -> Bool {
        name.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
            part.first == "L" && part.count > 1
                && part.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || $0 == "C") }
        }
    }

    private static func ids(of tag: HTMLTag, in page: [UInt8]) -> [String] {
        tag.attributes.compactMap { attribute in
            guard attribute.name == "id" || attribute.name == "name" && tag.name == "a",
                let value = attribute.value
            else { return nil }
            return CharacterReferences.decode(page[value])
        }
    }

    private static func namesOtherEncoding(_ tag: HTMLTag, in page: [UInt8]) -> Bool {
        tag.attributes.contains { attribute in
            guard let value = attribute.value else { return false }
            let text = String(decoding: page[value], as: UTF8.self).lowercased()
            switch attribute.name {
            case "charset": return text != "utf-8" && text != "utf8"
            case "content": return text.contains("charset=") && !text.contains("utf-8")
            default: return false
            }
        }
    }

    /// Elements whose text has no tags.
    private static let rawText: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    ]
}
