import Content
import Core
import Labels
import Links
import Markdown

/// A text that is rendered into a page, and what has to be known of its page.
struct BodyRequest {
    let source: MarkdownSource
    /// The effective label of the page.
    let label: Label
    /// The outputs that hold the page.
    let outputs: OutputSet
    /// The page's route.
    let route: Int
    /// The folder of the file below pages/; relative links start there.
    let folder: String
    let language: String
    var idPrefix = ""
    var headingShift = 0
    /// A fact of the text's own; nil asks the site's.
    var fact: (String) -> String? = { _ in nil }
}

/// What became of one text.
struct BodyResult: Sendable {
    /// One for each set of outputs that see the same portions.
    var bodies: [Body] = []
    var links: [NotedLink] = []
    /// Uploads that the text refers to, and the outputs that show the reference.
    var uploads: [(upload: Int, outputs: OutputSet)] = []
    var anchors: [Anchor] = []
    /// Empty unless they are collected.
    var external: [ExternalReference] = []
    var diagnostics: [Diagnostic] = []

    /// The HTML for some outputs.
    struct Body: Sendable {
        let outputs: OutputSet
        let html: [UInt8]
        let rendered: RenderedMarkdown

        /// The same with more at its end.
        func followed(by more: [UInt8]) -> Body {
            more.isEmpty ? self : Body(outputs: outputs, html: html + more, rendered: rendered)
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
    let dialect: MarkdownDialect
    let facts: FactTable
    /// Whether links to other sites are noted.
    var collectsExternalLinks = false

    func render(_ request: BodyRequest) -> BodyResult {
        let (document, found) = MarkdownDocument.parse(request.source, dialect: dialect)
        var result = BodyResult()
        result.diagnostics = found
        guard let document else { return result }
        let portions = portionOutputs(document, request, &result)
        let urls = resolveAll(document, request, portions, &result)
        let texts = factTexts(document, request, portions, &result)
        for outputs in groups(of: request.outputs, portions) {
            var rendering = MarkdownRendering()
            rendering.destination = { urls[$0] }
            rendering.fact = { texts[$0] }
            rendering.shows = { portions[$0] & outputs != 0 }
            rendering.idPrefix = request.idPrefix
            rendering.headingShift = request.headingShift
            rendering.language = request.language
            var html = ByteWriter(reservingCapacity: request.source.body.count * 2)
            let rendered = document.render(rendering, into: &html)
            addAnchors(of: rendered, outputs, &result)
            result.bodies.append(
                BodyResult.Body(outputs: outputs, html: html.bytes, rendered: rendered))
        }
        return result
    }

    /// By portion: the outputs that may see it.
    private func portionOutputs(
        _ document: MarkdownDocument, _ request: BodyRequest, _ result: inout BodyResult
    ) -> [OutputSet] {
        var sets: [OutputSet] = []
        var labels: [Label] = []
        for portion in document.portions {
            let outer = portion.parent.map { labels[$0] } ?? request.label
            let (label, found) = self.label(of: portion)
            result.diagnostics += found
            // A wrong label hides the portion; the error forbids publishing anyway.
            let joined = label.map { $0.joined(with: outer) }
            labels.append(joined ?? outer)
            let seen = joined.map { clearances.outputs(seeing: $0) } ?? 0
            sets.append(seen & request.outputs & (portion.parent.map { sets[$0] } ?? .max))
        }
        return sets
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

    private func resolveAll(
        _ document: MarkdownDocument, _ request: BodyRequest, _ portions: [OutputSet],
        _ result: inout BodyResult
    ) -> [String?] {
        document.references.map { reference in
            let outputs = reference.portion.map { portions[$0] } ?? request.outputs
            let origin = LinkOrigin(
                folder: request.folder, language: request.language, route: request.route,
                outputs: outputs)
            let found = resolver.resolve(
                WrittenLink(reference.destination, at: reference.span), from: origin)
            result.diagnostics += found.diagnostics
            if collectsExternalLinks,
                ExternalReference.leadsToAnotherSite(reference.destination)
            {
                result.external.append(
                    ExternalReference(
                        reference.destination, at: reference.span, outputs: outputs))
            }
            if let noted = found.noted { result.links.append(noted) }
            if let target = found.target, case .upload(let upload) = routes.routes[target].kind {
                result.uploads.append((upload, outputs))
            }
            return found.url
        }
    }

    private func factTexts(
        _ document: MarkdownDocument, _ request: BodyRequest, _ portions: [OutputSet],
        _ result: inout BodyResult
    ) -> [String?] {
        document.facts.map { fact in
            if let own = request.fact(fact.key) { return own }
            let outputs = fact.portion.map { portions[$0] } ?? request.outputs
            if let wrong = facts.check(fact, shownIn: outputs) { result.diagnostics.append(wrong) }
            return facts.text(of: fact.key, language: request.language)
        }
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
        of rendered: RenderedMarkdown, _ outputs: OutputSet, _ result: inout BodyResult
    ) {
        let isFirst = result.anchors.isEmpty
        for name in rendered.anchors {
            if !isFirst, let known = result.anchors.firstIndex(where: { $0.name == name }) {
                result.anchors[known].outputs |= outputs
            } else {
                let isNote = rendered.footnoteAnchors.contains(name)
                result.anchors.append(
                    Anchor(name: name, outputs: outputs, kind: isNote ? .footnote : .place))
            }
        }
    }
}
