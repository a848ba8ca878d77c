/// A piece of raw HTML, by its bytes in the text.
enum HTMLToken: Equatable {
    case text(Range<Int>)
    case comment(Range<Int>)
    case tag(HTMLTag)
    /// What is neither text nor a tag: written as text, and an error.
    case fault(HTMLFault, Range<Int>)
}

/// What is wrong with a piece of raw HTML that begins like markup.
enum HTMLFault {
    case unclosedTag
    case unclosedComment
    /// `<!DOCTYPE`, `<![CDATA[`, `<?…`.
    case declaration
}

/// A start tag or an end tag.
struct HTMLTag: Equatable {
    let range: Range<Int>
    /// In lower case.
    let name: String
    let isEnd: Bool
    var attributes: [HTMLAttribute] = []
}

/// An attribute of a start tag.
struct HTMLAttribute: Equatable {
    /// In lower case.
    let name: String
    let range: Range<Int>
    /// Without quotes; nil for a name alone.
    let value: Range<Int>?
}
