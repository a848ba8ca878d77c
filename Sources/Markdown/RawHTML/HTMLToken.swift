/// A piece of raw HTML, by its bytes in the text.
package enum HTMLToken: Equatable {
    /// What stands between markup.
    case text(Range<Int>)
    /// With its delimiters.
    case comment(Range<Int>)
    /// A start tag or an end tag.
    case tag(HTMLTag)
    /// What is neither text nor a tag: written as text, and an error.
    case fault(HTMLFault, Range<Int>)
}

/// What is wrong with a piece of raw HTML that begins like markup.
package enum HTMLFault {
    /// `<a href="…` to the end.
    case unclosedTag
    /// `<!-- …` to the end.
    case unclosedComment
    /// `<!DOCTYPE`, `<![CDATA[`, `<?…`.
    case declaration
}

/// A start tag or an end tag.
package struct HTMLTag: Equatable {
    /// With `<` and `>`.
    package let range: Range<Int>
    /// In lower case.
    package let name: String
    /// Whether it begins with `</`.
    package let isEnd: Bool
    /// In the order of the tag.
    package var attributes: [HTMLAttribute] = []
}

extension HTMLTag {
    /// The bytes of an attribute's value; nil where it is not there or has none.
    package func value(of name: String, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        attributes.first { $0.name == name }?.value.map { bytes[$0] }
    }

    /// Whether the tag itself gives a reader a name to read: nil where it says nothing of one,
    /// false where it says that there is none (`alt=""`).
    func accessibleName(in bytes: [UInt8]) -> Bool? {
        var isSaid: Bool?
        for attribute in attributes {
            switch attribute.name {
            case "aria-label", "aria-labelledby",
                "alt" where name == "img",
                "title" where name == "a":
                let hasName = attribute.value.map { bytes[$0].isReadable } ?? false
                isSaid = (isSaid ?? false) || hasName
            default: break
            }
        }
        return isSaid
    }
}

/// An attribute of a start tag.
package struct HTMLAttribute: Equatable {
    /// In lower case.
    package let name: String
    /// With its value.
    package let range: Range<Int>
    /// Without quotes; nil for a name alone.
    package let value: Range<Int>?
}
