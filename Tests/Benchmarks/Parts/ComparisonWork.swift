import Comparison
import Core
import Markdown

/// What readers are shown of two versions of a text.
enum ComparisonWork {
    /// Compares every page with a later version of itself, and writes the difference as HTML.
    static func compare(_ pages: [GeneratedPage]) -> Part.Work {
        let versions = pages.map { page in
            (old: blocks(page.source), new: blocks(later(page)))
        }
        let words = ComparisonWords(.ja)
        return {
            versions.reduce(0) { written, version in
                var writer = ByteWriter(reservingCapacity: 10_000)
                TextComparison(from: version.old, to: version.new).html(words, into: &writer)
                return written + writer.count
            }
        }
    }

    /// The page with a paragraph less, another one moved to the end, and words added in every third.
    private static func later(_ page: GeneratedPage) -> MarkdownSource {
        let source = page.source
        let text = String(decoding: source.bytes[source.body], as: UTF8.self)
        var blocks = text.split(separator: "\n\n").map(String.init)
        blocks.remove(at: 4)
        blocks.append(blocks.remove(at: 8))
        for index in stride(from: 0, to: blocks.count, by: 3) {
            blocks[index] = blocks[index].replacing("。", with: "、ただし例外を除く。")
                .replacing("policy", with: "new policy")
        }
        let bytes = Array(blocks.joined(separator: "\n\n").utf8)
        return MarkdownSource(file: source.file, bytes: bytes, body: bytes.indices)
    }

    private static func blocks(_ source: MarkdownSource) -> [TextBlock] {
        TextWork.document(source, MarkdownDialect()).textBlocks(language: "ja") { _ in nil }
    }
}
