import Core

@testable import Markdown

/// One Markdown text, parsed and rendered: what the tests of this room look at.
struct Rendered {
    var html: String
    var headings: [RenderedMarkdown.Heading] = []
    var anchors: [String] = []
    var references: [MarkdownReference] = []
    var portions: [MarkdownPortion] = []
    var facts: [MarkdownFact] = []
    var diagnostics: [Diagnostic]
    private let bytes: [UInt8]

    init(
        _ text: String, dialect: MarkdownDialect = MarkdownDialect(),
        rendering: MarkdownRendering = MarkdownRendering()
    ) {
        self.init(bytes: Array(text.utf8), dialect: dialect, rendering: rendering)
    }

    init(
        bytes: [UInt8], dialect: MarkdownDialect = MarkdownDialect(),
        rendering: MarkdownRendering = MarkdownRendering()
    ) {
        self.bytes = bytes
        let source = MarkdownSource(file: "page.md", bytes: bytes, body: 0..<bytes.count)
        let (document, diagnostics) = MarkdownDocument.parse(source, dialect: dialect)
        self.diagnostics = diagnostics
        html = ""
        guard let document else { return }
        var writer = ByteWriter()
        let result = document.render(rendering, into: &writer)
        html = writer.text
        headings = result.headings
        anchors = result.anchors
        references = document.references
        portions = document.portions
        facts = document.facts
    }

    /// The codes of the diagnostics, sorted.
    var codes: [String] { diagnostics.inReportingOrder().map(\.code) }

    /// The source at a place.
    func source(at span: SourceSpan?) -> String {
        guard let range = span?.range, range.upperBound <= bytes.count else { return "(none)" }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// The source of each reference.
    var referenceSources: [String] { references.map { source(at: $0.span) } }
}

extension MarkdownDialect {
    /// As the GFM specification has it.
    static var specification: MarkdownDialect {
        var dialect = MarkdownDialect()
        dialect.rawHTML = .allowed
        dialect.specificationOutput = true
        return dialect
    }
}
