import Core

extension Survey {
    /// Finds `{{fact:KEY}}` in a text node.
    mutating func readFacts(in node: Node, literal: NodeText, leaf: inout Leaf) {
        let origins = leaf.cursor.origins(of: literal.buffer)
        let text = literal.buffer
        var pieces: [FactPiece] = []
        var done = 0
        var at = 0
        while let open = text[at...].firstFact {
            let isEscaped = open < origins.count && leaf.content[origins[open]] != 0x7B
            at = open + 7
            if isEscaped { continue }
            let end = text[at...].endOfFact
            let key = String(decoding: text[at..<(end ?? at)], as: UTF8.self)
            let written = open..<(end.map { $0 + 2 } ?? min(at, text.count))
            let place =
                written.upperBound <= origins.count
                ? leaf.span(origins[open]..<origins[written.upperBound - 1] + 1, in: self)
                : span(of: leaf.node)
            guard end != nil, key.isFactKey else {
                diagnostics.append(.badFact(at: place))
                // What follows is likely the same mistake.
                break
            }
            pieces.append(.text(done..<open))
            pieces.append(.fact(notes.facts.count, written: written))
            notes.facts.append(MarkdownFact(key: key, span: place, portion: portion))
            (done, at) = (written.upperBound, written.upperBound)
        }
        guard !pieces.isEmpty else { return }
        pieces.append(.text(done..<text.count))
        notes.factTexts.append(pieces)
        node.mark = notes.factTexts.count
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Where `{{fact:` begins.
    fileprivate var firstFact: Int? {
        let word: StaticString = "{{fact:"
        guard count >= 7 else { return nil }
        return (startIndex...(endIndex - 7)).first { index in
            (0..<7).allSatisfy { self[index + $0] == word.utf8Start[$0] }
        }
    }

    /// Where the next `}}` begins; no key is as long as 200 bytes.
    fileprivate var endOfFact: Int? {
        prefix(200).indices.first {
            self[$0] == 0x7D && $0 + 1 < endIndex && self[$0 + 1] == 0x7D
        }
    }
}

extension String {
    /// Letters, digits, `.`, `_`, `-`, and `/` between a whitepaper's id and a key.
    fileprivate var isFactKey: Bool {
        !isEmpty
            && unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
                    || "._-/".unicodeScalars.contains($0)
            }
    }
}

extension Diagnostic {
    fileprivate static func badFact(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.bad-fact", at: span,
            en: "a fact is written '{{fact:KEY}}'",
            ja: "ファクトの書き方が正しくありません",
            fix: .advice(
                en: "close it with '}}' and use letters, digits, '.', '_' and '-' in the key",
                ja: "「{{fact:backup.generations}}」のように「}}」で閉じ、名前には英数字と「.」「_」「-」を使ってください"
            ))
    }
}
