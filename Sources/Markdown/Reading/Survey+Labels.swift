import Core

extension Survey {
    /// Notes the brackets of a leaf that became no link.
    mutating func noteBrackets(of leaf: inout Leaf) {
        guard !leaf.cursor.isLost else { return }
        let content = leaf.content
        let pairs = leaf.brackets.pairs.sorted { $0.open < $1.open }
        let places = Dictionary(
            pairs.enumerated().map { ($1.open, $0) }, uniquingKeysWith: { first, _ in first })
        var end = 0
        for text in pairs where text.open >= end {
            // `a[i][j]` is code, whatever stands around it.
            let before = text.open > 0 ? content[text.open - 1] : 0x20
            let isSubscript =
                before.isLetter || before.isDigit || [0x5F, 0x5D, 0x29].contains(before)
            guard let label = places[text.close + 1].map({ pairs[$0] }) else {
                if !isSubscript, contains.definitions { note(text, text, .shortcut, &leaf) }
                continue
            }
            let isChain = places[label.close + 1] != nil
            end = label.close
            if isSubscript || isChain { continue }
            let words = [text, label].map { content[$0.inner] }
            note(text, label, words.allSatisfy(\.looksLikeTag) ? .tags : .full, &leaf)
        }
    }

    private mutating func note(
        _ text: PlainBrackets.Pair, _ label: PlainBrackets.Pair, _ form: LinkLabels.Form,
        _ leaf: inout Leaf
    ) {
        let named = label.inner.isEmpty ? text : label
        let written = leaf.content[named.inner]
        let key = linkLabel(written)
        guard !key.isEmpty, key[0] != 0x5E, !written.contains(0x5B) else { return }
        let isImage = text.open > 0 && leaf.content[text.open - 1] == 0x21
        let whole = text.open - (isImage ? 1 : 0)..<label.close + 1
        guard let range = leaf.bytes(of: whole, in: self) else { return }
        labels.plain.append(
            .init(
                label: key, written: String(decoding: written, as: UTF8.self), range: range,
                form: form))
    }

    /// Ties links to the definitions of their labels, and reports definitions without a link and
    /// links without a definition.
    mutating func checkLabels() {
        let all = contains.definitions ? definitions() : []
        var first: [[UInt8]: LinkLabels.Definition] = [:]
        for definition in all {
            if let taken = first[definition.label] {
                guard !definition.isComment else { continue }
                diagnostics.append(
                    .defined(
                        definition.written, twiceAt: span(definition.range),
                        first: span(taken.range)))
            } else {
                first[definition.label] = definition
            }
        }
        for link in labels.links {
            guard let reference = link.reference, let definition = first[link.label] else {
                continue
            }
            notes.references[reference].destinationRange = definition.destination
            notes.references[reference].form = definition.isPointed ? .pointed : .markdown
        }
        let used = Set(labels.links.map(\.label))
        var unused = all.filter { definition in
            !used.contains(definition.label) && !definition.isComment
                && first[definition.label]?.range == definition.range
        }
        reportPlain(all, first, unused: &unused)
        guard !labels.isIncomplete else { return }
        for definition in unused
        where !refusedDefinitions.contains(lines.line(at: definition.range.lowerBound)) {
            diagnostics.append(.unused(definition.written, at: span(definition.range)))
        }
    }

    /// Labels and definitions of one page that are compared letter by letter.
    private static let searchable = 100

    /// Reports brackets that were meant as links. A definition that one of them most likely meant
    /// is not reported as unused besides.
    private mutating func reportPlain(
        _ all: [LinkLabels.Definition], _ definitions: [[UInt8]: LinkLabels.Definition],
        unused: inout [LinkLabels.Definition]
    ) {
        // Long lists are not searched for what a label may have meant.
        let known = all.count <= Self.searchable ? all.map(\.written) : []
        for plain in labels.plain.prefix(Self.searchable) where definitions[plain.label] == nil {
            let names = unused.count <= Self.searchable ? unused.map(\.written) : []
            let near = nearestName(to: plain.written, in: names)
            let isMeant: Bool
            switch plain.form {
            case .full: isMeant = true
            case .tags:
                isMeant =
                    !plain.written.allSatisfy(\.isNumber)
                    && nearestName(to: plain.written, in: known) != nil
            case .shortcut: isMeant = near != nil && plain.written.count >= 3
            }
            guard isMeant else { continue }
            let meant = unused.first { $0.written == near }
            unused.removeAll { $0.written == near }
            diagnostics.append(
                .undefined(
                    plain.written, at: span(plain.range),
                    meant: meant.map { ($0.written, span($0.range)) }))
        }
    }

    /// Reports links and images that give a reader nothing to read.
    mutating func checkEmptyReferences() {
        for (index, reference) in notes.references.enumerated() where reference.isEmpty {
            switch reference.kind {
            case .image, .htmlEmbed: diagnostics.append(.noAlternative(reference))
            case .link, .htmlLink:
                // An image within it is told of by itself.
                let inner = notes.references[(index + 1)...].first
                if let inner, inner.isEmpty, let range = inner.span.range,
                    reference.span.range?.contains(range.lowerBound) == true
                {
                    continue
                }
                diagnostics.append(.emptyText(reference))
            }
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether a word in brackets is likely a mark like `[1]`, `[INFO]` or `[重要]`.
    fileprivate var looksLikeTag: Bool {
        !contains { (0x61...0x7A).contains($0) || $0.isBlank }
    }
}

extension Diagnostic {
    fileprivate static func defined(
        _ label: String, twiceAt span: SourceSpan, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.definition-twice", at: span,
            en: "the label '\(label)' is defined twice; only the first one counts",
            ja: "リンク定義「\(label)」が二度書かれています。有効なのは最初のものだけです",
            notes: [.init(at: first, en: "it is defined first here", ja: "最初の定義はここです")],
            fix: .advice(
                en: "remove it, or give it another label", ja: "一方を消すか、別の名前を付けてください"))
    }

    fileprivate static func unused(_ label: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.definition-unused", at: span,
            en: "no link of this page uses the definition '\(label)'",
            ja: "リンク定義「\(label)」はこのページのどこからも使われていません",
            fix: .advice(
                en: "remove it, or write '[text][\(label)]' where it is meant",
                ja: "定義を消すか、使う場所に「[文字][\(label)]」と書いてください"))
    }

    fileprivate static func undefined(
        _ label: String, at span: SourceSpan, meant: (label: String, span: SourceSpan)?
    ) -> Diagnostic {
        Diagnostic(
            .warning, "markdown.definition-missing", at: span,
            en: "the page shows these brackets as they are: '\(label)' is defined nowhere",
            ja: "リンク定義「\(label)」がないため、角括弧がそのまま表示されます",
            notes: meant.map {
                [
                    .init(
                        at: $0.span, en: "'\($0.label)' is defined here",
                        ja: "「\($0.label)」の定義はここです")
                ]
            } ?? [],
            fix: meant.map {
                .advice(en: "did you mean '\($0.label)'?", ja: "「\($0.label)」のことですか")
            }
                ?? .advice(
                    en: "add a line '[\(label)]: URL', or write '\\[' for a plain bracket",
                    ja: "「[\(label)]: URL」の行を加えるか、ただの括弧なら「\\[」と書いてください"))
    }

    fileprivate static func emptyText(_ reference: MarkdownReference) -> Diagnostic {
        Diagnostic(
            .warning, "link.text-empty", at: reference.span,
            en: "the link to '\(reference.destination)' has no text that could be read or clicked",
            ja: "「\(reference.destination)」へのリンクに、読める文字がありません",
            fix: .advice(
                en: "write between the brackets where it leads",
                ja: "角括弧の中に、リンク先がわかる言葉を書いてください"))
    }

    fileprivate static func noAlternative(_ reference: MarkdownReference) -> Diagnostic {
        Diagnostic(
            .warning, "link.alternative-missing", at: reference.span,
            en: "the image '\(reference.destination)' has no alternative text",
            ja: "画像「\(reference.destination)」に代替テキストがありません",
            fix: .advice(
                en: "write what it shows: '![text](…)'; for mere decoration write "
                    + "'<img src=\"…\" alt=\"\">'",
                ja: "「![内容の説明](…)」のように書いてください。装飾だけの画像なら"
                    + "「<img src=\"…\" alt=\"\">」と書きます"))
    }
}
