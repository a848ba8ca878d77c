import Content
import Core
import Labels
import Links
import Markdown
import Whitepapers

/// A text as some outputs show it: parsed without what their readers must not see.
struct TextVersion {
    let outputs: OutputSet
    let document: MarkdownDocument
    /// What the document was parsed from.
    let source: MarkdownSource
    /// Whether it is the text as its author wrote it.
    let isWhole: Bool
    /// The label of the page joined with those of all portions.
    let label: Label
    /// By reference: the URL to write; nil leaves it as its author wrote it.
    let urls: [String?]
    /// By reference to an upload: what its sidecar says, where the text is silent.
    let files: [Int: FileWords]
    /// By fact: the text that stands for it.
    let facts: [String?]
    /// Of the portions, in the file as it is.
    let places: [SourceSpan]

    /// The URL to write for a reference; nil leaves it as its author wrote it.
    ///
    /// - Parameter page: Where the anchors of the text are; nil where the text itself is.
    func destination(_ reference: Int, on page: String?) -> String? {
        if let url = urls[reference] { return url }
        let written = document.references[reference].destination
        return page.flatMap { written.hasPrefix("#") ? $0 + written : nil }
    }
}

extension BodyRenderer {
    /// Parses a text, once for each set of outputs that see the same portions, and notes what it
    /// refers to.
    func versions(of request: BodyRequest, _ result: inout BodyResult) -> [TextVersion] {
        let (document, found) = MarkdownDocument.parse(request.source, dialect: dialect)
        result.diagnostics += found
        guard let document else { return [] }
        let text = prepare(document, request, &result)
        return groups(of: request.outputs, text.portions).compactMap { outputs in
            let isHidden = { (portion: Int) in text.portions[portion] & outputs == 0 }
            if text.portions.indices.contains(where: isHidden) {
                return reduced(text, isHidden, request, outputs, &result)
            }
            return TextVersion(
                text, outputs: outputs, source: request.source, isWhole: true,
                within: request.label, places: document.portions.map(\.span))
        }
    }

    /// A parsed text with all that its site says about it.
    fileprivate struct Prepared {
        let document: MarkdownDocument
        /// By portion: the outputs that see it, and its effective label.
        let portions: [OutputSet]
        let labels: [Label]
        let urls: [String?]
        let files: [Int: FileWords]
        let facts: [String?]
    }

    private func prepare(
        _ document: MarkdownDocument, _ request: BodyRequest, _ result: inout BodyResult
    ) -> Prepared {
        let (portions, labels) = portionOutputs(document, request, &result)
        let urls = resolveAll(document, request, portions, &result)
        let files = fileWords(document, request, &result)
        let facts = factTexts(document, request, portions, &result)
        return Prepared(
            document: document, portions: portions, labels: labels, urls: urls,
            files: files, facts: facts)
    }

    /// The version for outputs that do not see all portions. They get what the text without those
    /// portions gives: a definition, a list or a footnote within one cannot show through.
    private func reduced(
        _ text: Prepared, _ isHidden: (Int) -> Bool, _ request: BodyRequest, _ outputs: OutputSet,
        _ result: inout BodyResult
    ) -> TextVersion? {
        var reduced = request
        reduced.source = text.document.source(hiding: isHidden)
        reduced.outputs = outputs
        let (document, found) = MarkdownDocument.parse(reduced.source, dialect: dialect)
        guard let document else {
            result.diagnostics += found
            return nil
        }
        // The whole text has been judged, with its right places.
        var judged = BodyResult()
        let rest = prepare(document, reduced, &judged)
        let shown = text.portions.indices.filter { !isHidden($0) }
        return TextVersion(
            rest, outputs: outputs, source: reduced.source, isWhole: false,
            within: request.label, places: shown.map { text.document.portions[$0].span })
    }

    /// By portion: the outputs that may see it, and its label joined with those around it.
    private func portionOutputs(
        _ document: MarkdownDocument, _ request: BodyRequest, _ result: inout BodyResult
    ) -> ([OutputSet], [Label]) {
        if document.portions.isEmpty { return ([], []) }
        let (labels, found) = labels(ofPortions: document, within: request.label)
        result.diagnostics += found
        result.portions = NotedPortion.all(in: document, of: request.source, labels: labels)
        var sets: [OutputSet] = []
        for (portion, label) in zip(document.portions, labels) {
            // A wrong label hides the portion; the error forbids publishing anyway.
            let seen = label.map { clearances.outputs(seeing: $0) } ?? 0
            sets.append(seen & request.outputs & (portion.parent.map { sets[$0] } ?? .max))
        }
        return (sets, labels.map { $0 ?? request.label })
    }

    /// By portion: its effective label, joined with those around it; nil for a wrong one.
    func labels(
        ofPortions document: MarkdownDocument, within label: Label
    ) -> (labels: [Label?], diagnostics: [Diagnostic]) {
        var labels: [Label?] = []
        var diagnostics: [Diagnostic] = []
        for portion in document.portions {
            let outer = portion.parent.map { labels[$0] ?? label } ?? label
            let (own, found) = self.label(of: portion)
            diagnostics += found
            labels.append(own.map { $0.joined(with: outer) })
        }
        return (labels, diagnostics)
    }

    private func label(of portion: MarkdownPortion) -> (label: Label?, diagnostics: [Diagnostic]) {
        let words = portion.words.map { Located($0, at: portion.span) }
        guard let scheme = project.scheme else { return (nil, [.noScheme(at: portion.span)]) }
        // Without a level there is an error already: markdown.container-arguments.
        guard let first = words.first else { return (nil, []) }
        let (level, found) = scheme.level(first)
        let (marks, markFindings) = scheme.marks(Array(words.dropFirst()))
        return (level.map { Label(level: $0, handling: marks) }, found + markFindings)
    }

    /// The outputs, put together where they see the same portions.
    private func groups(of outputs: OutputSet, _ portions: [OutputSet]) -> [OutputSet] {
        if portions.isEmpty { return outputs == 0 ? [] : [outputs] }
        var groups: [(seen: [Bool], outputs: OutputSet)] = []
        for output in project.site.outputs.indices {
            let bit: OutputSet = 1 << OutputSet(output)
            guard outputs & bit != 0 else { continue }
            let seen = portions.map { $0 & bit != 0 }
            if let known = groups.firstIndex(where: { $0.seen == seen }) {
                groups[known].outputs |= bit
            } else {
                groups.append((seen, bit))
            }
        }
        return groups.map(\.outputs)
    }
}

extension TextVersion {
    fileprivate init(
        _ text: BodyRenderer.Prepared, outputs: OutputSet, source: MarkdownSource, isWhole: Bool,
        within label: Label, places: [SourceSpan]
    ) {
        self.outputs = outputs
        document = text.document
        self.source = source
        self.isWhole = isWhole
        self.label = text.labels.reduce(label) { $0.joined(with: $1) }
        urls = text.urls
        files = text.files
        facts = text.facts
        self.places = places
    }
}
