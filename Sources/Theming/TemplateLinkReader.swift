import Core
import Markdown

/// Finds the URLs that stand literally in one template.
struct TemplateLinkReader {
    private(set) var links: [ThemeLink] = []
    /// The ids that stand literally in it.
    private(set) var anchors: Set<String> = []
    private let file: String
    /// The template with a mark, which no HTML has, in place of every byte of its tags.
    private let html: [UInt8]

    private static let mark: UInt8 = 0x01

    init(_ template: [UInt8], file: String) {
        self.file = file
        var html = [UInt8](repeating: Self.mark, count: template.count)
        for piece in TemplateScanner.scan(template, file: file).0 {
            if case .literal(let range) = piece {
                html.replaceSubrange(range, with: template[range])
            }
        }
        self.html = html
    }

    mutating func read() {
        var tokens = HTMLTokenizer(html)
        while let token = tokens.next() {
            guard case .tag(let tag) = token, !tag.isEnd else { continue }
            for attribute in tag.attributes { read(attribute, of: tag) }
            if ["script", "style", "textarea", "title"].contains(tag.name) {
                let text = tokens.skipText(of: tag.name)
                if tag.name == "style" { readStyles(text) }
            }
        }
    }

    private mutating func read(_ attribute: HTMLAttribute, of tag: HTMLTag) {
        guard let value = attribute.value, !html[value].contains(Self.mark) else { return }
        // A section's tag may stand right before it.
        let name = attribute.name.drop { $0 == "\u{1}" }
        switch name {
        case "href", "src", "poster", "cite", "action", "formaction", "xlink:href", "manifest",
            "data"
        where name != "data" || tag.name == "object":
            add(html[value], attribute.range)
        case "srcset", "imagesrcset":
            for candidate in SourceSetCandidate.all(in: html[value]) {
                add(candidate.url, candidate.url.startIndex..<candidate.url.endIndex)
            }
        case "content" where tag.isRefresh(in: html): addRefresh(html[value], attribute.range)
        case "style": readStyles(value)
        case "id",
            "name"
        where name == "id" || tag.name == "a":
            anchors.insert(CharacterReferences.decode(html[value]))
        default: break
        }
    }

    /// `5; url=/new/`.
    private mutating func addRefresh(_ value: ArraySlice<UInt8>, _ whole: Range<Int>) {
        guard let equals = value.firstIndex(of: 0x3D),
            value[..<equals].suffix(3).elementsEqual(Array("url".utf8), by: { $0 | 0x20 == $1 })
        else { return }
        add(value[(equals + 1)...], whole)
    }

    private mutating func add(_ value: ArraySlice<UInt8>, _ whole: Range<Int>) {
        var url = value.drop { $0 <= 0x20 || $0 == 0x27 }
        while let last = url.last, last <= 0x20 || last == 0x27 { url.removeLast() }
        guard !url.isEmpty else { return }
        links.append(
            ThemeLink(
                destination: CharacterReferences.decode(url),
                span: SourceSpan(file: file, range: whole),
                range: url.startIndex..<url.endIndex, form: .html, folder: nil, isImport: false))
    }

    private mutating func readStyles(_ range: Range<Int>) {
        for url in StylesheetURL.all(in: html[range]) where !url.text.contains("\u{1}") {
            links.append(
                ThemeLink(
                    destination: url.text, span: SourceSpan(file: file, range: url.range),
                    range: url.inner, form: .css, folder: nil, isImport: url.isImport))
        }
    }
}

extension HTMLTag {
    /// Whether it is `<meta http-equiv="refresh">`.
    fileprivate func isRefresh(in bytes: [UInt8]) -> Bool {
        guard name == "meta", let value = value(of: "http-equiv", in: bytes) else { return false }
        return value.elementsEqual(Array("refresh".utf8), by: { $0 | 0x20 == $1 })
    }
}
