import Core

extension Survey {
    /// Reports marks in the text of a leaf that were most likely meant as markup.
    ///
    /// - Parameter texts: The parts of the content that are plain text.
    mutating func checkPlainText(_ texts: [Range<Int>], of leaf: inout Leaf) {
        guard !leaf.cursor.isLost else { return }
        var isEmphasisTold = false
        // The last asterisks with a blank on both sides.
        var loose: Range<Int>?
        for text in texts {
            var at = text.lowerBound
            while at < text.upperBound {
                let rest = leaf.content[at..<text.upperBound]
                switch leaf.content[at] {
                case 0x5C: at += 2
                case 0x2A:
                    let run = rest.prefix { $0 == 0x2A }.count
                    let range = at..<at + run
                    var meant = isLeftOver(range, in: leaf.content) ? range : nil
                    if run == 2, meant == nil, isLoose(range, in: leaf.content) {
                        // `** 語 **`, but not `2 ** 3 ** 4`.
                        if let loose, leaf.content[loose.upperBound..<at].contains(where: \.isWide)
                        {
                            meant = loose
                        }
                        loose = range
                    }
                    if !isEmphasisTold, let meant {
                        diagnostics.append(.emphasisNotClosed(at: leaf.span(meant, in: self)))
                        isEmphasisTold = true
                    }
                    at += run
                case 0x5D, 0x5B, 0x7B, 0xEF:
                    at += check(rest, of: &leaf)
                default: at += 1
                }
            }
        }
    }

    /// Asterisks beside a text that they were to emphasise; `2**10`, `f(**a)`, `a/**/b`, ` ** ` and
    /// `****` are none.
    private func isLeftOver(_ run: Range<Int>, in content: UnsafeBufferPointer<UInt8>) -> Bool {
        guard run.count == 2 || run.count == 3 else { return false }
        let before = run.lowerBound > 0 ? content[run.lowerBound - 1] : 0x20
        let after = run.upperBound < content.count ? content[run.upperBound] : 0x20
        let isWord = { (byte: UInt8) in byte.isLetter || byte.isDigit || byte == 0x5F }
        let isBlank = { (byte: UInt8) in byte.isBlank || byte == 0x0A }
        return !(isWord(before) && isWord(after)) && !(isBlank(before) && isBlank(after))
            && !(isWord(before) && after == 0x28) && !(before == 0x28 && isWord(after))
            && before != 0x2F && after != 0x2F
    }

    /// Asterisks with a blank on both sides.
    private func isLoose(_ run: Range<Int>, in content: UnsafeBufferPointer<UInt8>) -> Bool {
        let before = run.lowerBound > 0 ? content[run.lowerBound - 1] : 0x20
        let after = run.upperBound < content.count ? content[run.upperBound] : 0x20
        return before.isBlank && after.isBlank
    }

    /// Reads what begins at `rest`.
    ///
    /// - Returns: How many bytes need no other look.
    private mutating func check(
        _ rest: Slice<UnsafeBufferPointer<UInt8>>, of leaf: inout Leaf
    ) -> Int {
        if let link = MeantLink(rest, content: leaf.content) {
            report(
                .wideBrackets(
                    at: leaf.span(link.whole, in: self),
                    marks: link.marks.map { (leaf.span($0.range, in: self), $0.text) }),
                repairing: link.marks.map(\.range), of: &leaf)
            return max(1, min(link.whole.upperBound, rest.endIndex) - rest.startIndex)
        }
        if let fact = MeantFact(rest) {
            report(
                .wideFact(fact.key, at: leaf.span(fact.whole, in: self)),
                repairing: [fact.whole], of: &leaf)
            return fact.whole.count
        }
        let asterisks = rest.wideAsterisks
        if asterisks > 0 {
            guard asterisks == 2, let end = rest.endOfWideEmphasis else { return 3 * asterisks }
            diagnostics.append(
                .wideEmphasis(at: leaf.span(rest.startIndex..<rest.startIndex + 6, in: self)))
            return end - rest.startIndex
        }
        if rest.begins(with: "[^"), let close = rest.prefix(100).firstIndex(of: 0x5D) {
            let label = String(decoding: rest[..<close].dropFirst(2), as: UTF8.self)
            if !label.isEmpty, label.count <= 20, label.allSatisfy({ $0.isLetter || $0.isNumber }) {
                let whole = rest.startIndex..<close + 1
                diagnostics.append(.footnoteMissing(label, at: leaf.span(whole, in: self)))
            }
            return close + 1 - rest.startIndex
        }
        return leaf.content[rest.startIndex] == 0xEF ? 3 : 1
    }
}

extension UInt8 {
    /// Whether it is part of a character beyond ASCII.
    fileprivate var isWide: Bool { self >= 0x80 }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// How many `＊` it begins with.
    fileprivate var wideAsterisks: Int {
        var count = 0
        while dropFirst(3 * count).begins(with: "＊") { count += 1 }
        return count
    }

    /// Where `＊＊語＊＊` ends, with exactly two on each side; masked words have more, and marks of
    /// significance stand on one side.
    fileprivate var endOfWideEmphasis: Int? {
        let text = dropFirst(6)
        let start = text.prefix(300).indices.first {
            self[$0] == 0xEF && text[$0...].begins(with: "＊")
        }
        guard let start, start > text.startIndex, text[start...].wideAsterisks == 2 else {
            return nil
        }
        return start + 6
    }
}

extension Diagnostic {
    fileprivate static func emphasisNotClosed(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.emphasis-not-closed", at: span,
            en: "these asterisks are shown as they are: they have no partner in this paragraph",
            ja: "対になる「**」が同じ段落にないため、「*」がそのまま表示されます",
            fix: .advice(
                en: "put '**' directly before and directly after the words, without a space "
                    + "between; for plain asterisks write '\\*\\*'",
                ja: "強調する語のすぐ前とすぐ後に、空白を入れずに「**」を書いてください。"
                    + "文字としての「**」なら「\\*\\*」と書きます"))
    }

    fileprivate static func wideBrackets(
        at span: SourceSpan, marks: [(span: SourceSpan, text: String)]
    ) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.full-width-mark", at: span,
            en: "full-width brackets make no link", ja: "括弧が全角のため、リンクになりません",
            fix: .replace(
                marks,
                en: "write the brackets half-width: '[text](destination)'",
                ja: "「[文字](リンク先)」のように、括弧を半角で書いてください"))
    }

    fileprivate static func wideFact(_ key: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.full-width-mark", at: span,
            en: "a fact with full-width braces or a full-width colon is shown as it is",
            ja: "波括弧やコロンが全角のため、ファクトの値に置き換わりません",
            fix: .replace(with: "{{fact:\(key)}}"))
    }

    fileprivate static func wideEmphasis(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.full-width-mark", at: span,
            en: "full-width '＊＊' emphasises nothing", ja: "「＊＊」が全角のため、強調になりません",
            fix: .advice(
                en: "write '**' half-width on both sides",
                ja: "前後とも半角で「**」と書いてください"))
    }

    fileprivate static func footnoteMissing(_ label: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.definition-missing", at: span,
            en: "the footnote '\(label)' has no text, so the page shows '[^\(label)]' as it is",
            ja: "脚注「\(label)」の説明がないため、「[^\(label)]」がそのまま表示されます",
            fix: .advice(
                en: "add a line '[^\(label)]: the text of the footnote'; to show the brackets "
                    + "themselves, write them as code, between backquotes",
                ja: "「[^\(label)]: 脚注の説明」の行を加えてください。文字として見せる場合は、"
                    + "バッククォート（`）で囲みます"))
    }
}
