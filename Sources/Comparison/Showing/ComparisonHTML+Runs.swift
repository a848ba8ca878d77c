import Core
import Markdown

extension ComparisonHTML {
    mutating func attribute(_ name: StaticString, _ value: String) {
        out.append(0x20 as UInt8)
        out.append(name)
        out.append("=\"" as StaticString)
        out.appendEscaped(value)
        out.append(0x22 as UInt8)
    }

    // MARK: Words of its own

    mutating func openNote(_ name: String) {
        out.append("<span" as StaticString)
        attribute("class", "comparison-note " + name)
        out.append(0x3E as UInt8)
    }

    mutating func closeNote() { out.append("</span>" as StaticString) }

    mutating func writeNote(_ name: String, _ text: String) {
        openNote(name)
        out.appendEscaped(text)
        closeNote()
    }

    /// Writes `<del>` or `<ins>` around what `body` writes, with words for who only hears it.
    mutating func enclose(_ role: BlockRole, body: (inout ComparisonHTML) -> Void) {
        let (element, begin, end): (StaticString, String, String)
        switch role {
        case .same, .edited: return body(&self)
        case .removed: (element, begin, end) = ("del", words.deletion, words.deletionEnd)
        case .added: (element, begin, end) = ("ins", words.insertion, words.insertionEnd)
        case .movedAway: (element, begin, end) = ("del", words.movedAway, words.movedAwayEnd)
        case .movedHere: (element, begin, end) = ("ins", words.movedHere, words.movedHereEnd)
        }
        out.append(0x3C as UInt8)
        out.append(element)
        attribute("class", role.name)
        out.append(0x3E as UInt8)
        writeNote("comparison-hidden", begin + " ")
        body(&self)
        writeNote("comparison-hidden", " " + end)
        out.append("</" as StaticString)
        out.append(element)
        out.append(0x3E as UInt8)
    }

    /// Writes where paragraphs were split or joined.
    mutating func writeBreak(isAdded: Bool) {
        openNote("comparison-break")
        enclose(isAdded ? .added : .removed) {
            $0.out.append("¶ " as StaticString)
            $0.writeNote("comparison-hidden", isAdded ? $0.words.split : $0.words.joined)
        }
        closeNote()
    }

    // MARK: Text

    mutating func write(_ piece: TextEdit.Piece, of kind: TextBlock.Kind) {
        switch piece {
        case .same(let runs): write(runs, of: kind)
        case .removed(let runs):
            enclose(.removed) { $0.write(runs, of: kind, showsAddresses: true) }
        case .added(let runs):
            enclose(.added) { $0.write(runs, of: kind, showsAddresses: true) }
        case .restyled(let from, let to):
            write(to, of: kind)
            guard let before = from.first?.style, let after = to.first?.style else { break }
            writeStyleChange(from: before, to: after)
        case .joined: writeBreak(isAdded: false)
        case .split: break
        }
    }

    mutating func write(
        _ runs: [TextRun], of kind: TextBlock.Kind, showsAddresses: Bool = false
    ) {
        if case .thematicBreak = kind { out.append("<hr />" as StaticString) }
        for run in runs {
            write(run, of: kind)
            if showsAddresses, let link = run.style.link, link != run.text {
                writeNote(
                    "comparison-address", words.openBracket + link + words.closeBracket)
            }
        }
    }

    private mutating func write(_ run: TextRun, of kind: TextBlock.Kind) {
        var ends: [StaticString] = []
        let open = { (self: inout ComparisonHTML, tag: StaticString, end: StaticString) in
            self.out.append(tag)
            ends.append(end)
        }
        if let link = run.style.link {
            if link.isLive {
                out.append("<a" as StaticString)
                attribute("href", link)
                open(&self, ">", "</a>")
            } else {
                open(&self, "<span class=\"comparison-link\">", "</span>")
            }
        }
        let marks = run.style.marks
        if marks.contains(.strong) { open(&self, "<strong>", "</strong>") }
        if marks.contains(.emphasis) { open(&self, "<em>", "</em>") }
        if marks.contains(.strikethrough) { open(&self, "<s>", "</s>") }
        if marks.contains(.footnote) { open(&self, "<sup>", "</sup>") }
        var isCodeBlock = false
        if case .code = kind { isCodeBlock = true }
        if marks.contains(.code), !isCodeBlock { open(&self, "<code>", "</code>") }
        if let image = run.style.image {
            writeNote("comparison-image", "[\(words.image)\(run.text) \(image)]")
        } else {
            let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() {
                if index > 0 { out.append(isCodeBlock ? "\n" : "<br />" as StaticString) }
                out.appendEscaped(String(line))
            }
        }
        for end in ends.reversed() { out.append(end) }
    }

    private mutating func writeStyleChange(from old: TextStyle, to new: TextStyle) {
        openNote("comparison-style")
        out.appendEscaped(words.openBracket)
        if old.marks != new.marks {
            out.appendEscaped(words.style)
            writeReplacement(words.marks(old.marks), words.marks(new.marks))
        }
        if old.link != new.link {
            out.appendEscaped(words.link)
            writeReplacement(old.link ?? words.none, new.link ?? words.none)
        }
        if old.image != new.image {
            out.appendEscaped(words.image)
            writeReplacement(old.image ?? words.none, new.image ?? words.none)
        }
        out.appendEscaped(words.closeBracket)
        closeNote()
    }

    /// Writes one word of its own for another.
    mutating func writeReplacement(_ old: String, _ new: String) {
        enclose(.removed) { $0.out.appendEscaped(old) }
        out.append(" → " as StaticString)
        enclose(.added) { $0.out.appendEscaped(new) }
    }
}

extension String {
    /// Whether a page that shows others' texts may lead there: a web address without spaces.
    fileprivate var isLive: Bool {
        let start = prefix(8).lowercased()
        return (start.hasPrefix("https://") || start.hasPrefix("http://"))
            && unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != "\\" }
    }
}
