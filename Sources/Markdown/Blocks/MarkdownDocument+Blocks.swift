extension MarkdownDocument {
    /// The document as a flat list of blocks in reading order, footnotes that are referred to
    /// last; every portion is shown.
    ///
    /// Titles of links and images, anchors and footnotes' links back are left out; of raw HTML
    /// only the visible text is there.
    ///
    /// - Parameters:
    ///   - language: Decides the words that Hakusho adds itself (注記/Note, 詳細/Details).
    ///   - fact: The text that stands for the fact at an index of `facts`; nil leaves it as
    ///     written.
    package func textBlocks(language: String, fact: @escaping (Int) -> String?) -> [TextBlock] {
        var rendering = MarkdownRendering()
        rendering.language = language
        rendering.fact = fact
        var reader = BlockReader(HTMLRenderer(document: self, rendering: rendering))
        reader.readDocument()
        return reader.blocks
    }
}
