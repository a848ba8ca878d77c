import CCMarkGFM
package import Core

/// One parsed Markdown text: its tree, and the facts about it that checks need.
///
/// A class because it owns the C library's tree and frees it; never shared between threads.
package final class MarkdownDocument {
    /// Links, images and URLs in raw HTML, in the order of the source, footnotes last.
    package let references: [MarkdownReference]
    /// `:::label` portions, outer before inner.
    package let portions: [MarkdownPortion]
    /// `{{fact:KEY}}` in text.
    package let facts: [MarkdownFact]

    let root: Node
    let dialect: MarkdownDialect
    let source: MarkdownSource
    /// What the survey left for the renderer; nodes' marks are indices into it.
    let notes: SurveyNotes

    init(root: Node, source: MarkdownSource, dialect: MarkdownDialect, notes: SurveyNotes) {
        self.root = root
        self.source = source
        self.dialect = dialect
        self.notes = notes
        references = notes.references
        portions = notes.portions
        facts = notes.facts
    }

    deinit { cmark_node_free(root) }

    /// Parses `source`.
    ///
    /// - Returns: The document and what is wrong with it. A document is nil where a limit was
    ///   passed; then the diagnostics say which.
    package static func parse(
        _ source: MarkdownSource, dialect: MarkdownDialect
    ) -> (document: MarkdownDocument?, diagnostics: [Diagnostic]) {
        let body = source.body.clamped(to: 0..<source.bytes.count)
        let tooMuch = source.bytes.withUnsafeBufferPointer {
            InputLimits(file: source.file, limits: dialect.limits)
                .findings(in: UnsafeBufferPointer(rebasing: $0[body]), from: body.lowerBound)
        }
        if tooMuch.hasErrors { return (nil, tooMuch) }
        let root = source.bytes.withUnsafeBufferPointer {
            CMarkLibrary.registered.parse(UnsafeBufferPointer(rebasing: $0[body]))
        }
        var survey = Survey(source: source, body: body, dialect: dialect)
        survey.read(root)
        if survey.isOverLimit {
            cmark_node_free(root)
            return (nil, survey.diagnostics)
        }
        let document = MarkdownDocument(
            root: root, source: source, dialect: dialect, notes: survey.notes)
        return (document, survey.diagnostics)
    }

    /// The source as it would be without some of its portions.
    ///
    /// An output that must not see a portion is made from this text, so that nothing in the
    /// portion can show in what stands around it.
    ///
    /// - Parameter isHidden: By index of `portions`; what is within a hidden one goes with it.
    package func source(hiding isHidden: (Int) -> Bool) -> MarkdownSource {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.bytes.count)
        var end = 0
        var removed = 0
        for cut in portions.indices.filter(isHidden).map({ portions[$0].cut }).sorted(by: {
            $0.lowerBound < $1.lowerBound
        }) where cut.lowerBound >= end {
            bytes += source.bytes[end..<cut.lowerBound]
            removed += cut.count
            end = cut.upperBound
        }
        bytes += source.bytes[end...]
        let body = source.body.clamped(to: 0..<source.bytes.count)
        return MarkdownSource(
            file: source.file, bytes: bytes, body: body.lowerBound..<body.upperBound - removed)
    }

    /// Appends the HTML for one output to `writer`; may be called once for each output.
    package func render(
        _ rendering: MarkdownRendering, into writer: inout ByteWriter
    ) -> RenderedMarkdown {
        var renderer = HTMLRenderer(document: self, rendering: rendering)
        swap(&renderer.out, &writer)
        renderer.renderDocument()
        swap(&renderer.out, &writer)
        return renderer.result
    }
}
