package import Core
import Markdown

extension EditorialCheck {
    /// What a tool may change by itself: edits that do not overlap, after which the same call
    /// gives none. A file in which an edit would turn text into markup is left as it is.
    ///
    /// - Parameter documents: As for `findings(in:)`.
    package func safeEdits(in documents: [EditorialText]) -> [TextEdit] {
        var changed = documents
        // A repaired word may need a space, and a repaired width another spelling.
        for _ in 0..<8 {
            let next = repaired(changed)
            if next.elementsEqual(changed, by: { $0.source.bytes == $1.source.bytes }) { break }
            changed = next
        }
        return zip(documents, changed).flatMap { before, after in
            Self.edits(from: before.source.bytes, to: after.source.bytes, file: before.source.file)
        }
    }

    /// The texts after one round of edits.
    private func repaired(_ documents: [EditorialText]) -> [EditorialText] {
        let edits = findings(in: documents).map(\.edits).filter { !$0.isEmpty }
        let byFile = Dictionary(grouping: edits) { $0[0].file }
        return documents.map { document in
            guard let own = byFile[document.source.file], document.mayChange else {
                return document
            }
            let apart = Self.apart(own)
            if let all = document.applying(apart.flatMap(\.self)) { return all }
            let sound = apart.reduce(into: [TextEdit]()) { kept, edits in
                if document.applying(kept + edits) != nil { kept += edits }
            }
            return document.applying(sound) ?? document
        }
    }

    /// The edits of the findings that do not touch those of an earlier one.
    private static func apart(_ findings: [[TextEdit]]) -> [[TextEdit]] {
        var taken: [Range<Int>] = []
        return findings.filter { edits in
            let ranges = edits.compactMap(\.range)
            let isFree = ranges.allSatisfy { range in
                taken.allSatisfy { other in
                    range.upperBound < other.lowerBound || range.lowerBound > other.upperBound
                }
            }
            if isFree { taken += ranges }
            return isFree
        }
    }

    /// One edit for each line that differs; the edits of an editor never add or remove a line.
    private static func edits(from old: [UInt8], to new: [UInt8], file: String) -> [TextEdit] {
        if old == new { return [] }
        let before = old.split(separator: 0x0A, omittingEmptySubsequences: false)
        let after = new.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard before.count == after.count else { return [] }
        return zip(before, after).compactMap { old, new in
            if old.elementsEqual(new) { return nil }
            var (start, tail) = (0, 0)
            let shorter = min(old.count, new.count)
            while start < shorter, old[old.startIndex + start] == new[new.startIndex + start] {
                start += 1
            }
            while start > 0, isWithinScalar(old, start) || isWithinScalar(new, start) {
                start -= 1
            }
            while tail < shorter - start,
                old[old.endIndex - tail - 1] == new[new.endIndex - tail - 1]
            {
                tail += 1
            }
            while tail > 0, isWithinScalar(old, old.count - tail) { tail -= 1 }
            let text = String(decoding: new.dropFirst(start).dropLast(tail), as: UTF8.self)
            return TextEdit(
                file: file, range: old.startIndex + start..<old.endIndex - tail, text: text)
        }
    }

    private static func isWithinScalar(_ line: ArraySlice<UInt8>, _ offset: Int) -> Bool {
        offset < line.count && line[line.startIndex + offset] & 0xC0 == 0x80
    }
}

extension EditorialText {
    /// The text after the edits; nil where they change more than the words.
    fileprivate func applying(_ edits: [TextEdit]) -> EditorialText? {
        let bytes: [UInt8]
        do throws(TextEditError) { bytes = try Core.applying(edits, to: source.bytes) } catch {
            // Edits that overlap cannot both be made.
            return nil
        }
        let body =
            source.body.lowerBound..<source.body.upperBound + bytes.count
            - source.bytes.count
        let changed = EditorialText(
            language: language,
            source: MarkdownSource(file: source.file, bytes: bytes, body: body),
            mayChange: mayChange)
        return changed.words == words(after: edits) ? changed : nil
    }

    /// The words of each block, with the links that lead out of the text.
    private var words: [String] {
        Passage.all(of: self).map { passage in
            passage.text.indices.filter { !passage.isLineBreak($0) }.map { passage.text[$0] }.string
        } + destinations
    }

    private var destinations: [String] {
        var dialect = MarkdownDialect()
        dialect.acceptsAllContainers = true
        return MarkdownDocument.parse(source, dialect: dialect).document?.references
            .map(\.destination) ?? []
    }

    /// What `words` has to be when nothing but the words changes.
    private func words(after edits: [TextEdit]) -> [String] {
        let ranges = edits.compactMap { edit in edit.range.map { ($0, edit.text) } }
        return Passage.all(of: self).map { passage in
            let own = ranges.filter { passage.holds($0.0) }
            var (text, index) = (String.UnicodeScalarView(), 0)
            for (range, new) in own.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
                while index < passage.text.count,
                    passage.scalars[index].range.lowerBound < range.lowerBound
                {
                    if !passage.isLineBreak(index) { text.append(passage.text[index]) }
                    index += 1
                }
                text.append(contentsOf: new.unicodeScalars)
                while index < passage.text.count,
                    passage.scalars[index].range.upperBound <= range.upperBound
                {
                    index += 1
                }
            }
            for rest in index..<passage.text.count where !passage.isLineBreak(rest) {
                text.append(passage.text[rest])
            }
            return String(text)
        } + destinations
    }
}

extension Passage {
    /// Whether a space is only a line break, which may be none beside other characters.
    fileprivate func isLineBreak(_ index: Int) -> Bool {
        text[index] == " " && !scalars[index].isVerbatim
    }

    /// Whether an edit changes this passage, and not the text of an image in it.
    fileprivate func holds(_ range: Range<Int>) -> Bool {
        guard let first = scalars.first?.range, let last = scalars.last?.range else { return false }
        guard range.lowerBound >= first.lowerBound, range.upperBound <= last.upperBound else {
            return false
        }
        return !scalars.contains { scalar in
            scalar.value == MarkdownTextBlock.object
                && scalar.range.lowerBound < range.lowerBound
                && scalar.range.upperBound > range.upperBound
        }
    }
}

extension TextEdit {
    /// The bytes that give way.
    fileprivate var range: Range<Int>? {
        if case .bytes(let range) = place { range } else { nil }
    }
}
