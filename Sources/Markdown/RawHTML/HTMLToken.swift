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

/// An attribute of a start tag.
package struct HTMLAttribute: Equatable {
    /// In lower case.
    package let name: String
    /// With its value.
    package let range: Range<Int>
    /// Without quotes; nil for a name alone.
    package let value: Range<Int>?
}
