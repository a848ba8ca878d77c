package import Markdown

/// How the text of one or several blocks becomes that of one or several others.
package struct TextEdit: Hashable, Sendable {
    /// A stretch of both texts, of the old one or of the new one, in reading order.
    package enum Piece: Hashable, Sendable {
        /// In both.
        case same([TextRun])
        /// In the old text only.
        case removed([TextRun])
        /// In the new text only.
        case added([TextRun])
        /// The same words in both, which look otherwise or lead elsewhere; one style on each
        /// side.
        case restyled(from: [TextRun], to: [TextRun])
        /// Here the old text goes on in its next block, but not the new one.
        case joined
        /// Here the new text goes on in its next block, but not the old one.
        case split
    }

    /// The old blocks' heads; one more than there are `joined` pieces.
    package let from: [TextBlock.Head]
    /// The new blocks' heads; one more than there are `split` pieces.
    package let to: [TextBlock.Head]
    /// The pieces in order.
    package let pieces: [Piece]

    /// The same edit the other way.
    package var inverse: TextEdit {
        TextEdit(from: to, to: from, pieces: pieces.map(\.inverse))
    }

    /// Whether no word changes, nor how one looks.
    package var keepsText: Bool { pieces.keepText }

    /// Applies the edit to blocks that hold its old text.
    ///
    /// Words that stay are taken from the old blocks; words that go are passed over.
    func applied(to blocks: [TextBlock]) -> [TextBlock] {
        var runs: [TextRun] = []
        for block in blocks {
            guard case .text(let own) = block.content else {
                preconditionFailure("an edit of text meets a table")
            }
            runs += own
        }
        var texts = pieces.applied(to: runs)
        texts += Array(repeating: [], count: max(to.count - texts.count, 0))
        return zip(to, texts).map { TextBlock($0, $1) }
    }
}

extension TextEdit.Piece {
    /// The same the other way.
    var inverse: Self {
        switch self {
        case .same: self
        case .removed(let runs): .added(runs)
        case .added(let runs): .removed(runs)
        case .restyled(let from, let to): .restyled(from: to, to: from)
        case .joined: .split
        case .split: .joined
        }
    }
}

extension [TextEdit.Piece] {
    /// Whether no word changes, nor how one looks.
    var keepText: Bool {
        allSatisfy { if case .same = $0 { true } else { false } }
    }

    /// The old text.
    var oldRuns: [TextRun] {
        flatMap { piece -> [TextRun] in
            switch piece {
            case .same(let runs), .removed(let runs), .restyled(let runs, _): runs
            case .added, .joined, .split: []
            }
        }.coalesced
    }

    /// The texts, one a block, that `runs` become.
    func applied(to runs: [TextRun]) -> [[TextRun]] {
        var texts: [[TextRun]] = [[]]
        var cursor = RunCursor(runs)
        for piece in self {
            switch piece {
            case .same(let same): texts[texts.count - 1] += cursor.take(same)
            case .removed(let gone): _ = cursor.take(gone)
            case .added(let new): texts[texts.count - 1] += new
            case .restyled(let from, let to):
                _ = cursor.take(from)
                texts[texts.count - 1] += to
            case .joined: break
            case .split: texts.append([])
            }
        }
        return texts
    }
}

/// Takes stretches from a text, from its beginning on.
private struct RunCursor {
    private var rest: ArraySlice<TextRun>
    /// Bytes of the first run that are taken already.
    private var taken = 0

    init(_ runs: [TextRun]) { rest = runs[...] }

    /// As much text as `runs` have, as it stands here.
    mutating func take(_ runs: [TextRun]) -> [TextRun] { runs.map { take($0) } }

    private mutating func take(_ run: TextRun) -> TextRun {
        guard let first = rest.first else {
            preconditionFailure("the text is not the one that the edit was made from")
        }
        let text = first.text.utf8
        let length = run.isImage ? text.count : run.text.utf8.count
        precondition(
            first.isImage == run.isImage && taken + length <= text.count,
            "the text is not the one that the edit was made from")
        let start = text.index(text.startIndex, offsetBy: taken)
        let end = text.index(start, offsetBy: length)
        taken += length
        if taken == text.count {
            rest.removeFirst()
            taken = 0
        }
        let taking = TextRun(String(first.text[start..<end]), style: first.style)
        precondition(taking == run, "the text is not the one that the edit was made from")
        return taking
    }
}
