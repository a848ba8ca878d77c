import Core

extension Survey {
    /// Reports lines of a paragraph that begin with what was most likely meant as a mark.
    mutating func checkLines(of node: Node, content: UnsafeBufferPointer<UInt8>) {
        let marks = meantMarks(in: content)
        guard let first = marks.first else { return }
        var leaf = Leaf(node: node, kind: .paragraph, cell: nil, content: content)
        let same = marks.filter { $0.mark == first.mark }
        switch first.mark {
        case .heading, .wideHeading:
            let level = first.range.count / (first.mark == .heading ? 1 : 3)
            let place = leaf.span(first.range, in: self)
            report(
                first.mark == .heading
                    ? .headingWithoutSpace(level, at: place) : .wideHeading(level, at: place),
                repairing: [first.range], of: &leaf)
        case .wideFence:
            diagnostics.append(.wideFence(at: leaf.span(first.range, in: self)))
        case .item, .middleDot, .wideBar:
            // One such line is text; of two the second would be drawn into the first.
            guard same.dropFirst().contains(where: \.isJoined) else { return }
            let places = same.map { leaf.span($0.range, in: self) }
            switch first.mark {
            case .wideBar: diagnostics.append(.wideTable(at: places[0]))
            case .middleDot:
                report(.middleDots(at: places), repairing: same.map(\.range), of: &leaf)
            default:
                let texts = same.map { String(decoding: content[$0.range], as: UTF8.self) }
                report(
                    .itemsWithoutSpace(texts, at: places), repairing: same.map(\.range),
                    of: &leaf)
            }
        }
    }

    /// Where lines begin with what may have been meant as a mark.
    ///
    /// - Returns: In order; a mark is joined where the line before runs into its line.
    private func meantMarks(
        in content: UnsafeBufferPointer<UInt8>
    ) -> [(mark: LineMark, range: Range<Int>, isJoined: Bool)] {
        var marks: [(mark: LineMark, range: Range<Int>, isJoined: Bool)] = []
        var start = 0
        var isJoined = false
        while start < content.count {
            let end = content[start...].firstIndex(of: 0x0A) ?? content.count
            let line = content[start..<end]
            if let (mark, length) = LineMark.read(line) {
                // Of what is no whole row, or not the paragraph's beginning, nobody can know.
                let isFirst = start == 0
                let isAlone = mark == .heading || mark == .wideHeading || mark == .wideFence
                let isMeant = !isAlone || isFirst || length > (mark == .heading ? 1 : 3)
                if isMeant { marks.append((mark, start..<start + length, isJoined)) }
            }
            isJoined = !line.endsWithBreak
            start = end + 1
        }
        return marks
    }
}

extension Diagnostic {
    fileprivate static func headingWithoutSpace(_ level: Int, at span: SourceSpan) -> Diagnostic {
        let mark = String(repeating: "#", count: level)
        return Diagnostic(
            .warning, "markdown.no-space-after-mark", at: span,
            en: "this line is shown as text with '\(mark)': a heading needs a space after it",
            ja: "「\(mark)」の後に空白がないため、見出しにならず、そのまま文字として表示されます",
            fix: .replace(
                [(span, mark + " ")],
                en: "write '\(mark) ' with a half-width space; for a plain '#' write '\\#'",
                ja: "「\(mark)」の後に半角の空白を入れてください。文字としての「#」なら「\\#」と書きます"))
    }

    fileprivate static func itemsWithoutSpace(
        _ marks: [String], at spans: [SourceSpan]
    ) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.no-space-after-mark", at: spans[0],
            en: "these lines are joined into one text: an item of a list needs a space after "
                + "'\(marks[0])'",
            ja: "「\(marks[0])」の後に空白がないため、箇条書きにならず、一続きの文として表示されます",
            fix: .replace(
                zip(spans, marks).map { ($0, $1 + " ") },
                en: "put a half-width space after the mark of each item",
                ja: "各項目の記号の後に、半角の空白を入れてください"))
    }

    fileprivate static func middleDots(at spans: [SourceSpan]) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.middle-dot-list", at: spans[0],
            en: "these lines are joined into one text: '・' makes no list",
            ja: "「・」では箇条書きにならず、一続きの文として表示されます",
            fix: .replace(
                spans.map { ($0, "- ") },
                en: "begin each item with '- ', a hyphen and a space, both half-width",
                ja: "各項目の「・」を、半角のハイフンと空白「- 」に直してください"))
    }

    fileprivate static func wideHeading(_ level: Int, at span: SourceSpan) -> Diagnostic {
        let mark = String(repeating: "#", count: level)
        return Diagnostic(
            .warning, "markdown.full-width-mark", at: span,
            en: "a full-width '＃' makes no heading", ja: "「＃」が全角のため、見出しになりません",
            fix: .replace(
                [(span, mark + " ")],
                en: "write '\(mark)' and a space, both half-width",
                ja: "「\(mark)」と空白を半角で書いてください"))
    }

    fileprivate static func wideTable(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.full-width-mark", at: span,
            en: "full-width bars '｜' make no table", ja: "「｜」が全角のため、表になりません",
            fix: .advice(
                en: "write all bars as '|', and the line below the header as '| --- | --- |', "
                    + "half-width",
                ja: "縦線はすべて半角の「|」で書き、見出し行の次の行は半角で「| --- | --- |」としてください"))
    }

    fileprivate static func wideFence(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.full-width-mark", at: span,
            en: "full-width '｀｀｀' begins no block of code",
            ja: "「｀｀｀」が全角のため、コードの囲みになりません",
            fix: .advice(
                en: "write '```' half-width where the code begins and where it ends",
                ja: "コードの始めと終わりに、半角で「```」と書いてください"))
    }
}
