import Content
import Core
import Labels
import Markdown
import Whitepapers

/// Reads the texts whose digests labels.lock has.
struct RecordedSources {
    private let plan: BuildPlan
    private let folder: String
    private let portions: [String: NotedPortion]
    private let items: [String: MarkdownSource]

    init(_ plan: BuildPlan, _ options: BuildOptions, _ portions: [NotedPortion]) {
        self.plan = plan
        folder = options.project
        self.portions = Dictionary(
            portions.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        items = Dictionary(
            plan.whitepapers.flatMap(\.texts).map { ($0.source.file, $0.source) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What an item's text is known by.
    func fingerprint(of item: LabelledItem) throws(FileError) -> TextFingerprint {
        switch item.kind {
        case .portion: return portions[item.path]?.print ?? TextFingerprint(of: [])
        case .page, .whitepaperItem: return fingerprint(of: try source(of: item))
        case .upload, .whitepaper:
            return TextFingerprint(ofFile: try readFile(folder + "/" + item.path))
        case .edition, .fact, .redirect:
            // They are known by their names alone.
            return TextFingerprint(ofFile: [])
        }
    }

    private func source(of item: LabelledItem) throws(FileError) -> MarkdownSource {
        if let source = items[item.path] { return source }
        let bytes = try readFile(folder + "/" + item.path)
        let block = FrontMatterBlock.find(in: bytes, file: item.path).block
        return MarkdownSource(file: item.path, bytes: bytes, body: block.body)
    }

    private func fingerprint(of source: MarkdownSource) -> TextFingerprint {
        guard source.mayHavePortions,
            let document = MarkdownDocument.parse(source, dialect: plan.bodies.dialect).document
        else { return TextFingerprint(of: [source.bytes[source.body]]) }
        return NotedPortion.rest(of: document, source)
    }

    /// The portions of every text of the project, those that no output holds included.
    ///
    /// - Returns: The portions, and what is wrong with their labels.
    func allPortions() throws(FileError) -> (portions: [NotedPortion], diagnostics: [Diagnostic]) {
        var portions: [NotedPortion] = []
        var diagnostics: [Diagnostic] = []
        for item in plan.labelledItems
        where item.kind == .page || item.kind == .whitepaperItem {
            guard let label = item.label else { continue }
            let source = try source(of: item)
            guard source.mayHavePortions else { continue }
            let (document, found) = MarkdownDocument.parse(source, dialect: plan.bodies.dialect)
            diagnostics += found.filter { $0.code.hasPrefix("markdown.container") }
            guard let document else { continue }
            let (labels, wrong) = plan.bodies.labels(ofPortions: document, within: label)
            diagnostics += wrong
            portions += NotedPortion.all(in: document, of: source, labels: labels)
        }
        return (portions, diagnostics)
    }
}

extension MarkdownSource {
    /// Whether `:::` stands anywhere in the text; only then it is worth parsing.
    fileprivate var mayHavePortions: Bool {
        var colons = 0
        for byte in bytes[body] {
            colons = byte == 0x3A ? colons + 1 : 0
            if colons == 3 { return true }
        }
        return false
    }
}
