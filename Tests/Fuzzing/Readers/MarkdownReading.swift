import Content
import Core
import Markdown

/// A page's Markdown: what is found in it, and what becomes of it.
enum MarkdownReading {
    static func complaint(about bytes: [UInt8]) -> String? {
        let block = FrontMatterBlock.find(in: bytes, file: "a.md").block
        let source = MarkdownSource(file: "a.md", bytes: bytes, body: block.body)
        let (document, found) = MarkdownDocument.parse(source, dialect: MarkdownDialect())
        let (again, foundAgain) = MarkdownDocument.parse(source, dialect: MarkdownDialect())
        if found != foundAgain { return "two parses find \(found) and \(foundAgain)" }
        guard let document, let again else {
            return found.hasErrors ? nil : "a page is refused and nothing is said"
        }
        if let why = complaint(about: document, again: again) { return why }
        // A page that is not UTF-8 is refused before it is parsed.
        guard firstInvalidUTF8(in: bytes[...]) == nil else { return nil }
        let places = PlaceRule(bytes)
        return places.complaint(about: found) ?? complaint(about: document, places)
            ?? repairComplaint(source, found)
    }

    private static func complaint(
        about document: MarkdownDocument, again: MarkdownDocument
    ) -> String? {
        for shows in [true, false] {
            var rendering = MarkdownRendering()
            rendering.shows = { _ in shows }
            let (html, other) = (html(document, rendering), html(again, rendering))
            if html != other { return "two renderings differ" }
            if let danger = HTMLRule(html).complaint { return danger }
        }
        let first = document.textBlocks(language: "ja", fact: { _ in nil })
        if first.count != again.textBlocks(language: "ja", fact: { _ in nil }).count {
            return "two readings of the blocks differ"
        }
        let summary = document.plainText(limit: 100)
        return summary.count <= 100 ? nil : "a summary of \(summary.count) characters"
    }

    private static func html(
        _ document: MarkdownDocument, _ rendering: MarkdownRendering
    ) -> [UInt8] {
        var writer = ByteWriter()
        _ = document.render(rendering, into: &writer)
        return Array(writer.text.utf8)
    }

    /// The places that the document names besides its findings.
    private static func complaint(
        about document: MarkdownDocument, _ places: PlaceRule
    ) -> String? {
        var ranges: [Range<Int>] = []
        for reference in document.references {
            ranges += [reference.span.range, reference.destinationRange].compactMap { $0 }
        }
        for portion in document.portions {
            ranges += [portion.cut, portion.content] + [portion.span.range].compactMap { $0 }
        }
        ranges += document.facts.compactMap(\.span.range)
        for block in document.runningText() {
            ranges += block.scalars.map(\.range) + [block.span.range].compactMap { $0 }
        }
        return ranges.lazy.compactMap { places.complaint(about: $0) }.first
    }

    /// What is left after a repair, or without a portion, can be read too.
    private static func repairComplaint(_ source: MarkdownSource, _ found: [Diagnostic]) -> String?
    {
        let edits = found.flatMap(\.edits)
        guard !edits.isEmpty, let bytes = try? applying(edits, to: source.bytes) else { return nil }
        let block = FrontMatterBlock.find(in: bytes, file: "a.md").block
        let repaired = MarkdownSource(file: "a.md", bytes: bytes, body: block.body)
        let (_, diagnostics) = MarkdownDocument.parse(repaired, dialect: MarkdownDialect())
        return PlaceRule(bytes).complaint(about: diagnostics).map { "after the repair: \($0)" }
    }
}
