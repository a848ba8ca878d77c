import Core
import Markdown

/// A statement that says nothing but where to read on: 「2.2 節を参照してください。」
struct Pointer {
    /// What it points to, in the order of the text.
    let targets: [ItemKey]
    /// Where it does.
    let span: SourceSpan

    /// Nil for a statement that says something itself.
    ///
    /// - Parameter key: What a number or an anchor (without `#`) means in the edition.
    init?(_ statement: Statement, key: (String) -> ItemKey?) {
        guard !statement.holdsMoreThanText, let first = statement.blocks.first,
            let last = statement.blocks.last
        else { return nil }
        var targets: [ItemKey] = []
        for block in statement.blocks {
            for sentence in PointingSentence.all(in: block, links: statement.links, key: key) {
                guard sentence.onlyPoints else { return nil }
                targets += sentence.targets
            }
        }
        guard !targets.isEmpty else { return nil }
        self.targets = targets
        let range =
            (first.span.range?.lowerBound ?? 0)..<(last.span.range?.upperBound ?? 0)
        span = SourceSpan(file: first.span.file, range: range)
    }
}

/// One sentence, with the references in it.
private struct PointingSentence {
    let targets: [ItemKey]
    /// What stands before the first reference and after the last.
    let head: String
    let tail: String

    /// Whether what stands around the references says nothing by itself.
    var onlyPoints: Bool {
        guard !targets.isEmpty else { return false }
        let isJapanese = (head + tail).unicodeScalars.contains { $0.value >= 0x3000 }
        return isJapanese || head.isEmpty && tail.isEmpty
            ? Self.pointsInJapanese(head, tail) : Self.pointsInEnglish(head, tail)
    }

    private static func pointsInJapanese(_ head: String, _ tail: String) -> Bool {
        let heads = ["は", "は、", "ついて、", "関して、", "詳しくは", "詳細は", "本書", "本書の", "、", "第", "管理策", "「"]
        let isLead = head.isEmpty || heads.contains { head.hasSuffix($0) }
        let verbs = [
            "を参照", "をご参照", "をご覧", "をお読み", "を見", "に示", "に記載", "に定め", "に述べ", "に従",
            "のとおり", "の通り", "と同じ", "に同じ", "参照", "による", "によります",
        ]
        let rest = tail.drop { "節章項の」）) 　".contains($0) }
        // The title may be repeated behind the number.
        let isVerb = rest.isEmpty || verbs.contains { rest.contains($0) }
        return head.count <= 30 && isLead && rest.count <= 30 && isVerb
    }

    private static func pointsInEnglish(_ head: String, _ tail: String) -> Bool {
        let head = head.lowercased()
        let leads = [
            "see", "refer", "described in", "given in", "set out in", "stated in", "as in",
        ]
        let isLead = head.isEmpty || leads.contains { head.contains($0) } && head.count <= 60
        let tails = ["of this", "for ", "above", "below", "applies", "shows", "describes", ","]
        let isTail = tail.isEmpty || tails.contains { tail.hasPrefix($0) } && tail.count <= 40
        return isLead && isTail && !(head.isEmpty && tail.isEmpty && head == "section")
    }

    /// The sentences of a block.
    static func all(
        in block: MarkdownTextBlock, links: [MarkdownReference], key: (String) -> ItemKey?
    ) -> [PointingSentence] {
        let scanner = ReferenceScanner(block)
        let numbers = scanner.references().compactMap { reference in
            key(reference.number).map { (range: reference.whole, key: $0) }
        }
        let anchors = links.compactMap { link -> (range: Range<Int>, key: ItemKey)? in
            guard link.destination.hasPrefix("#"), let range = block.range(of: link.span),
                let key = key(String(link.destination.dropFirst()))
            else { return nil }
            return (range, key)
        }
        let places =
            anchors
            + numbers.filter { number in !anchors.contains { $0.range.overlaps(number.range) } }
        return scanner.sentences().map { sentence in
            let own = places.filter { sentence.contains($0.range.lowerBound) }
                .sorted { $0.range.lowerBound < $1.range.lowerBound }
            let start = own.first?.range.lowerBound ?? sentence.upperBound
            let end = own.map(\.range.upperBound).max() ?? sentence.upperBound
            return PointingSentence(
                targets: own.map(\.key),
                head: scanner.string(sentence.lowerBound..<start).trimmingSpaces,
                tail: scanner.string(min(end, sentence.upperBound)..<sentence.upperBound)
                    .trimmingSpaces)
        }
    }
}

extension ReferenceScanner {
    /// The sentences without their full stops; blank ones are left out.
    fileprivate func sentences() -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for index in text.indices {
            let isStop =
                text[index] == "。" || text[index] == "\n"
                || text[index] == "." && (index + 1 == text.count || text[index + 1] == " ")
            if !isStop { continue }
            sentences.append(start..<index)
            start = index + 1
        }
        sentences.append(start..<text.count)
        return sentences.filter { !string($0).trimmingSpaces.isEmpty }
    }
}

extension MarkdownTextBlock {
    /// The characters within a span of the source; nil where there are none.
    fileprivate func range(of span: SourceSpan) -> Range<Int>? {
        guard let bytes = span.range, span.file == self.span.file else { return nil }
        let inside = scalars.indices.filter { bytes.contains(scalars[$0].range.lowerBound) }
        guard let first = inside.first, let last = inside.last else { return nil }
        return first..<last + 1
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        let isSpace = { (character: Character) in character == " " || character == "　" }
        let rest = drop(while: isSpace)
        return String(String(rest.reversed()).drop(while: isSpace).reversed())
    }
}
