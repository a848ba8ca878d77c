import Content
import Core
import Labels
import Links
import Markdown
import Whitepapers

/// A text that is rendered into a page, and what has to be known of its page.
struct BodyRequest {
    var source: MarkdownSource
    /// The effective label of the page.
    let label: Label
    /// The outputs that hold the page.
    var outputs: OutputSet
    /// The page's route.
    let route: Int
    /// The folder of the file below pages/; relative links start there.
    let folder: String
    let language: String
    var idPrefix = ""
    var headingShift = 0
    /// The whitepaper that the text belongs to; its facts come first.
    var whitepaper: String?
    /// Values of facts that the text claims itself, and which it keeps.
    var claims: [ItemText.Claim] = []
}

/// What became of one text.
struct BodyResult: Sendable {
    /// One for each set of outputs that see the same portions.
    var bodies: [Body] = []
    var links: [NotedLink] = []
    /// Where the text refers to uploads.
    var uploads: [UploadUse] = []
    var anchors: [Anchor] = []
    /// The labelled portions of the text, to be compared with labels.lock.
    var portions: [NotedPortion] = []
    /// Empty unless they are collected.
    var external: [ExternalReference] = []
    var diagnostics: [Diagnostic] = []

    /// The HTML for some outputs.
    struct Body: Sendable {
        let outputs: OutputSet
        let html: [UInt8]
        let rendered: RenderedMarkdown
        /// The label of the page joined with those of the portions that are shown.
        let label: Label

        /// The same with more at its end.
        func followed(by more: [UInt8]) -> Body {
            more.isEmpty
                ? self
                : Body(outputs: outputs, html: html + more, rendered: rendered, label: label)
        }
    }

    /// The body for one output.
    func body(for output: Int) -> Body? {
        bodies.first { $0.outputs & (1 << OutputSet(output)) != 0 }
    }
}

/// Turns Markdown into HTML for the outputs: parses once, renders once for each set of outputs
/// that see the same, and notes links and anchors on the way.
struct BodyRenderer: Sendable {
    let project: Project
    let clearances: Clearances
    let routes: RouteTable
    let resolver: LinkResolver
    let flow: FlowCheck
    let dialect: MarkdownDialect
    let facts: FactTable
    /// Whether links to other sites are noted.
    var collectsExternalLinks = false

    func render(_ request: BodyRequest) -> BodyResult {
        let (document, found) = MarkdownDocument.parse(request.source, dialect: dialect)
        var result = BodyResult()
        result.diagnostics = found
        guard let document else { return result }
        let text = prepare(document, request, &result)
        for outputs in groups(of: request.outputs, text.portions) {
            let isHidden = { (portion: Int) in text.portions[portion] & outputs == 0 }
            if text.portions.indices.contains(where: isHidden) {
                renderWithout(isHidden, text, request, outputs, &result)
            } else {
                add(text, request, outputs, places: document.portions.map(\.span), &result)
                result.diagnostics += result.bodies.last?.rendered.diagnostics ?? []
            }
        }
        return result
    }

    /// A parsed text with all that its site says about it.
    private struct Prepared {
        let document: MarkdownDocument
        /// By portion: the outputs that see it, and its effective label.
        let portions: [OutputSet]
        let labels: [Label]
        let urls: [String?]
        /// By reference: what an image shows, by its upload's sidecar, where the text is silent.
        let alternatives: [Int: String]
        let facts: [String?]
    }

    private func prepare(
        _ document: MarkdownDocument, _ request: BodyRequest, _ result: inout BodyResult
    ) -> Prepared {
        let (portions, labels) = portionOutputs(document, request, &result)
        let urls = resolveAll(document, request, portions, &result)
        let alternatives = alternatives(document, request, &result)
        let facts = factTexts(document, request, portions, &result)
        return Prepared(
            document: document, portions: portions, labels: labels, urls: urls,
            alternatives: alternatives, facts: facts)
    }

    /// Renders for outputs that do not see all portions. They get what the text without those
    /// portions gives: a definition, a list or a footnote within one cannot show through.
    private func renderWithout(
        _ isHidden: (Int) -> Bool, _ text: Prepared, _ request: BodyRequest, _ outputs: OutputSet,
        _ result: inout BodyResult
    ) {
        var reduced = request
        reduced.source = text.document.source(hiding: isHidden)
        reduced.outputs = outputs
        let (document, found) = MarkdownDocument.parse(reduced.source, dialect: dialect)
        guard let document else {
            result.diagnostics += found
            return
        }
        // The whole text has been judged, with its right places.
        var judged = BodyResult()
        let rest = prepare(document, reduced, &judged)
        let shown = text.portions.indices.filter { !isHidden($0) }
        add(
            rest, reduced, outputs, places: shown.map { text.document.portions[$0].span }, &result)
    }

    /// Renders a text all of whose portions are shown.
    ///
    /// - Parameter places: Of the portions, in the file as it is.
    private func add(
        _ text: Prepared, _ request: BodyRequest, _ outputs: OutputSet, places: [SourceSpan],
        _ result: inout BodyResult
    ) {
        var rendering = MarkdownRendering()
        rendering.destination = { text.urls[$0] }
        rendering.alternative = { text.alternatives[$0] }
        rendering.fact = { text.facts[$0] }
        rendering.idPrefix = request.idPrefix
        rendering.headingShift = request.headingShift
        rendering.language = request.language
        var html = ByteWriter(reservingCapacity: request.source.body.count * 2)
        let rendered = text.document.render(rendering, into: &html)
        addAnchors(rendered, outputs, places, &result)
        let label = text.labels.reduce(request.label) { $0.joined(with: $1) }
        result.bodies.append(
            BodyResult.Body(outputs: outputs, html: html.bytes, rendered: rendered, label: label))
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

    private func addAnchors(
        _ rendered: RenderedMarkdown, _ outputs: OutputSet, _ places: [SourceSpan],
        _ result: inout BodyResult
    ) {
        let isFirst = result.anchors.isEmpty
        var known = Dictionary(
            result.anchors.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first })
        for (index, name) in rendered.anchors.enumerated() {
            if !isFirst, let place = known[name] {
                result.anchors[place].outputs |= outputs
                continue
            }
            let portion = rendered.portions.first { $0.anchors.contains(index) }?.portion
            let isNote = rendered.footnoteAnchors.contains(name)
            result.anchors.append(
                Anchor(
                    name: name, outputs: outputs, kind: isNote ? .footnote : .place,
                    portion: portion.map { places[$0] },
                    natural: rendered.fixedAnchors.first { $0.anchor == name }?.natural))
            if !isFirst { known[name] = result.anchors.count - 1 }
        }
    }
}
