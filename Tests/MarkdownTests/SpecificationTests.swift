import Foundation
import Testing

@testable import Markdown

/// The examples of the GFM specification, where it lies beside the project.
struct SpecificationTests {
    private static let specification = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/data/gfm-spec.txt")

    private static var isThere: Bool { FileManager.default.fileExists(atPath: specification.path) }

    @Test(.enabled(if: isThere, "the specification's text is not beside the project"))
    func rendersAtLeast661OfThe671ExamplesAsSpecified() throws {
        let text = try String(contentsOf: Self.specification, encoding: .utf8)
        let examples = Self.examples(in: text)
        #expect(examples.count == 671)
        let wrong = examples.filter { example in
            let html = Rendered(example.markdown, dialect: .specification).html
            return Self.comparable(html) != Self.comparable(example.html)
        }
        let report = wrong.map { "\($0.markdown)---\n\($0.html)" }.joined(separator: "\n===\n")
        #expect(wrong.count <= 10, "\(report)")
    }

    private struct Example {
        let markdown: String
        let html: String
    }

    private static func examples(in text: String) -> [Example] {
        let fence = String(repeating: "`", count: 32)
        var examples: [Example] = []
        var lines = text.components(separatedBy: "\n")[...]
        while let line = lines.popFirst() {
            guard line.hasPrefix(fence + " example") else { continue }
            let body = Array(lines.prefix { $0 != fence })
            lines = lines.dropFirst(body.count + 1)
            guard !line.hasSuffix("disabled"), let dot = body.firstIndex(of: ".") else { continue }
            let part = { (lines: ArraySlice<String>) in
                lines.map { $0.replacing("→", with: "\t") + "\n" }.joined()
            }
            examples.append(
                Example(markdown: part(body[..<dot]), html: part(body[(dot + 1)...])))
        }
        return examples
    }

    /// Without ids of headings and white space between tags.
    private static func comparable(_ html: String) -> String {
        html.replacing(/(<h[1-6]) id="[^"]*"/) { String($0.1) }
            .replacing(/>\s+</, with: "><")
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
