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
    var route: Int
    /// The folder of the file below pages/; relative links start there.
    let folder: String
    let language: String
    var idPrefix = ""
    var headingShift = 0
    /// The whitepaper that the text belongs to; its facts come first.
    var whitepaper: String?
    /// Values of facts that the text claims itself, and which it keeps.
    var claims: [ItemText.Claim] = []
    /// The URL of the page whose anchors the text's own links mean, where that is another page than
    /// the one that shows it.
    var page: String?
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
        var result = BodyResult()
        for version in versions(of: request, &result) {
            add(version, request, &result)
            if version.isWhole {
                result.diagnostics += result.bodies.last?.rendered.diagnostics ?? []
            }
        }
        return result
    }

    private func add(_ version: TextVersion, _ request: BodyRequest, _ result: inout BodyResult) {
        var rendering = MarkdownRendering()
        rendering.destination = { version.destination($0, on: request.page) }
        rendering.alternative = { version.files[$0]?.alternative }
        rendering.title = { version.files[$0]?.title }
        rendering.licence = { version.files[$0]?.licence }
        rendering.fact = { version.facts[$0] }
        rendering.idPrefix = request.idPrefix
        rendering.headingShift = request.headingShift
        rendering.language = request.language
        var html = ByteWriter(reservingCapacity: version.source.body.count * 2)
        let rendered = version.document.render(rendering, into: &html)
        addAnchors(rendered, version.outputs, version.places, &result)
        result.bodies.append(
            BodyResult.Body(
                outputs: version.outputs, html: html.bytes, rendered: rendered,
                label: version.label))
    }

    private func addAnchors(
        _ rendered: RenderedMarkdown, _ outputs: OutputSet, _ places: [SourceSpan],
        _ result: inout BodyResult
    ) {
        let isFirst = result.anchors.isEmpty
        var known = Dictionary(
            result.anchors.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first })
        let natural = Dictionary(
            rendered.fixedAnchors.map { ($0.anchor, $0.natural) },
            uniquingKeysWith: { first, _ in first })
        var portions = [Int?](repeating: nil, count: rendered.anchors.count)
        // Outer ones first, so that the inner ones win.
        for portion in rendered.portions.reversed() {
            for index in portion.anchors { portions[index] = portion.portion }
        }
        for (index, name) in rendered.anchors.enumerated() {
            if !isFirst, let place = known[name] {
                result.anchors[place].outputs |= outputs
                continue
            }
            let isNote = rendered.footnoteAnchors.contains(name)
            result.anchors.append(
                Anchor(
                    name: name, outputs: outputs, kind: isNote ? .footnote : .place,
                    portion: portions[index].map { places[$0] },
                    natural: natural[name]))
            if !isFirst { known[name] = result.anchors.count - 1 }
        }
    }
}
