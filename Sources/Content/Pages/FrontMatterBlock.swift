package import Core

/// Where a page's front matter ends and its Markdown begins.
package struct FrontMatterBlock: Sendable {
    /// The YAML between the `---` lines; nil where the file has no front matter.
    package let yaml: Range<Int>?
    /// What follows.
    package let body: Range<Int>

    /// Of the YAML's bytes; differs between runs of the program.
    package func hash(in bytes: [UInt8]) -> Int {
        var hasher = Hasher()
        hasher.combine(yaml?.lowerBound)
        if let yaml { bytes[yaml].withUnsafeBytes { hasher.combine(bytes: $0) } }
        return hasher.finalize()
    }

    /// Finds the block at the start of `bytes`, after a byte order mark if there is one.
    ///
    /// - Returns: The block and what is wrong. Where the closing line is missing, the body is
    ///   empty, so that no half of a page is published.
    package static func find(
        in bytes: [UInt8], file: String
    ) -> (block: FrontMatterBlock, diagnostics: [Diagnostic]) {
        bytes.withUnsafeBufferPointer { buffer in
            if buffer.starts(with: [0xFF, 0xFE]) || buffer.starts(with: [0xFE, 0xFF]) {
                let block = FrontMatterBlock(yaml: nil, body: buffer.count..<buffer.count)
                return (block, [.notUTF8(in: bytes[...], file: file)])
            }
            let start = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            guard let first = lineAfterFence(buffer, at: start) else {
                let lines = NearFences(bytes, from: start, file: file)
                return (
                    FrontMatterBlock(yaml: nil, body: start..<buffer.count),
                    lines.opening.map { [$0] } ?? []
                )
            }
            var line = first
            while line < buffer.count {
                if let next = lineAfterFence(buffer, at: line) {
                    return (FrontMatterBlock(yaml: first..<line, body: next..<buffer.count), [])
                }
                line = endOfLine(buffer, from: line)
            }
            let block = FrontMatterBlock(yaml: nil, body: buffer.count..<buffer.count)
            let lines = NearFences(bytes, from: first, file: file)
            return (
                block,
                [lines.closing ?? .unclosed(at: SourceSpan(file: file, range: start..<start + 3))]
            )
        }
    }

    /// The start of the next line if the one at `index` is `---` and nothing else but blanks.
    private static func lineAfterFence(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Int? {
        guard index + 3 <= bytes.count,
            bytes[index] == 0x2D, bytes[index + 1] == 0x2D, bytes[index + 2] == 0x2D
        else { return nil }
        var end = index + 3
        while end < bytes.count, bytes[end] != 0x0A {
            guard bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D else { return nil }
            end += 1
        }
        return min(end + 1, bytes.count)
    }

    private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
        var end = index
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        return min(end + 1, bytes.count)
    }
}

extension Diagnostic {
    fileprivate static func unclosed(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "front-matter.unclosed", at: span,
            en: "the front matter that begins here is never closed",
            ja: "ここから始まるフロントマターが閉じられていません",
            fix: .advice(
                en: "add a line '---' after the last key",
                ja: "最後の項目の次の行に「---」だけの行を加えてください"))
    }
}
