import Content
import Core
import Markdown

/// What becomes of the text of a page by itself.
enum TextWork {
    /// Reads the front matter of all pages.
    static func frontMatter(of pages: [GeneratedPage]) -> Part.Work {
        {
            var found = 0
            for page in pages {
                let block = FrontMatterBlock.find(in: page.bytes, file: page.file).block
                guard let yaml = block.yaml else { preconditionFailure("no front matter") }
                let (read, mistakes) = FrontMatter.read(
                    page.bytes[yaml], file: page.file, zone: .japan, collection: nil)
                precondition(mistakes.isEmpty, "the front matter is wrong")
                found += read.tags.count
            }
            return found
        }
    }

    /// Parses all texts.
    static func parse(_ sources: [MarkdownSource]) -> Part.Work {
        let dialect = MarkdownDialect()
        return {
            sources.reduce(0) { found, source in
                found + document(source, dialect).references.count
            }
        }
    }

    /// Renders all pages, which are parsed already.
    static func render(_ pages: [GeneratedPage]) -> Part.Work {
        let documents = pages.map { document($0.source, MarkdownDialect()) }
        return {
            documents.reduce(0) { written, document in
                var writer = ByteWriter(reservingCapacity: 10_000)
                let made = document.render(rendering, into: &writer)
                return written + writer.count + made.anchors.count
            }
        }
    }

    /// Takes the digests of all pages' HTML.
    static func digest(_ pages: [GeneratedPage]) -> Part.Work {
        let files = pages.map { html(of: $0).bytes }
        return {
            files.reduce(0) { sum, file in
                let digest = SHA256Digest(of: file)
                return sum + Int(digest.bytes[0]) + digest.hex.utf8.count
            }
        }
    }

    /// A page's HTML and its anchors.
    static func html(of page: GeneratedPage) -> (bytes: [UInt8], made: RenderedMarkdown) {
        var writer = ByteWriter()
        let made = document(page.source, MarkdownDialect()).render(rendering, into: &writer)
        return (writer.bytes, made)
    }

    /// The text, parsed.
    static func document(
        _ source: MarkdownSource, _ dialect: MarkdownDialect
    ) -> MarkdownDocument {
        guard let document = MarkdownDocument.parse(source, dialect: dialect).document else {
            preconditionFailure("a generated text passes a limit")
        }
        return document
    }

    /// Every link gets a URL, as in a site.
    private static var rendering: MarkdownRendering {
        var rendering = MarkdownRendering()
        rendering.destination = { "/section-\($0 % 5)/page/" }
        return rendering
    }
}
