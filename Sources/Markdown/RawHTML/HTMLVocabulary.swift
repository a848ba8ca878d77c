/// The elements and attributes that raw HTML may have, and how elements fit together.
enum HTMLVocabulary {
    /// The attributes that an element takes besides the global ones; nil for an element that
    /// raw HTML may not have.
    static func attributes(of element: String) -> Set<String>? { elements[element] }

    /// Every element that is allowed.
    static var names: [String] { elements.keys.sorted() }

    /// Whether `attribute` may stand at any element.
    static func isGlobal(_ attribute: String) -> Bool {
        global.contains(attribute)
            || attribute.hasPrefix("aria-")
                && attribute.utf8.dropFirst(5).allSatisfy { (0x61...0x7A).contains($0) }
    }

    static let global: Set<String> = ["id", "class", "lang", "dir", "title", "role"]

    /// Elements without content.
    static let void: Set<String> = ["br", "col", "hr", "img", "source", "track", "wbr"]

    /// Elements whose end tag may go without saying.
    static let optionalEnd: Set<String> = [
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rb",
        "rt", "rp",
    ]

    /// Elements that cannot stand within a paragraph or a heading.
    static let block: Set<String> = [
        "article", "aside", "blockquote", "caption", "col", "colgroup", "dd", "details", "div",
        "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul",
    ]

    /// Elements that hold no Markdown blocks, so that they must end where their HTML ends.
    static let withoutBlocks: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "h1", "h2", "h3", "h4", "h5",
        "h6", "i", "kbd", "mark", "p", "pre", "q", "rb", "rp", "rt", "ruby", "s", "samp",
        "small", "span", "strong", "sub", "summary", "sup", "time", "u", "var",
    ]

    /// Elements that a start tag of `element` ends where they are open.
    static func closed(by element: String) -> Set<String> {
        switch element {
        case "li": ["li", "p"]
        case "dt", "dd": ["dt", "dd", "p"]
        case "td", "th": ["td", "th", "p"]
        case "tr": ["tr", "td", "th", "p", "colgroup"]
        case "thead", "tbody", "tfoot": ["thead", "tbody", "tfoot", "tr", "td", "th", "colgroup"]
        case "rb", "rt", "rp": ["rb", "rt", "rp"]
        default: block.contains(element) ? ["p"] : []
        }
    }

    private static let elements: [String: Set<String>] = {
        var elements: [String: Set<String>] = [
            "a": ["href", "name"], "img": ["src", "srcset", "alt", "width", "height", "loading"],
            "source": ["src", "srcset", "type", "width", "height"],
            "video": ["src", "poster", "controls", "width", "height"],
            "audio": ["src", "controls"], "track": ["src", "kind", "srclang", "label"],
            "ol": ["start", "reversed", "type"], "li": ["value"], "details": ["open"],
            "td": ["colspan", "rowspan", "headers"],
            "th": ["colspan", "rowspan", "headers", "scope"],
            "time": ["datetime"], "ins": ["cite", "datetime"], "del": ["cite", "datetime"],
            "blockquote": ["cite"], "q": ["cite"],
        ]
        let plain = [
            "abbr", "article", "aside", "b", "bdi", "bdo", "br", "caption", "cite", "code", "col",
            "colgroup", "dd", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1",
            "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "kbd", "mark", "nav", "p",
            "picture", "pre", "rb", "rp", "rt", "ruby", "s", "samp", "section", "small", "span",
            "strong", "sub", "summary", "sup", "table", "tbody", "tfoot", "thead", "tr", "u",
            "ul", "var", "wbr",
        ]
        for name in plain { elements[name] = [] }
        return elements
    }()

    /// Attributes that name ids of the same page, apart by spaces.
    static let idReferences: Set<String> = [
        "headers", "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details",
        "aria-errormessage", "aria-flowto", "aria-labelledby", "aria-owns",
    ]
}
