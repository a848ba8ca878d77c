import Content
import Core
import Labels
import Links
import Markdown
import Uploads
import Whitepapers

/// Reports what leads from a text to something that some of the text's readers must not see, with
/// both places: the reference, and where its target gets its label.
struct FlowCheck: Sendable {
    let project: Project
    let clearances: Clearances
    let uploads: UploadClearances
    let whitepapers: [PlannedWhitepaper]
    let routes: RouteTable

    /// A link to a page, a list, an edition or a former URL that some outputs do not hold.
    ///
    /// - Parameter hidden: The outputs that show the link but not its target; not empty.
    func link(at span: SourceSpan, to target: Int, hidden: OutputSet) -> Diagnostic {
        let (label, note) = origin(of: routes.routes[target], hidden: hidden)
        return .linkToHigher(
            at: span, outputs: names(of: hidden), label: label.flatMap(written), note: note)
    }

    /// An upload that a text shows or leads to; nil where all its readers may see it.
    ///
    /// - Parameter outputs: The outputs that show the reference.
    func upload(
        _ index: Int, _ kind: MarkdownReference.Kind, at span: SourceSpan,
        shownIn outputs: OutputSet
    ) -> Diagnostic? {
        let hidden = outputs & ~uploads.outputs[index]
        let upload = project.uploads.uploads[index]
        // A wrong label, and a link to what is over, have been reported already.
        guard hidden != 0, !upload.isExpired, let label = uploads.labels[index] else { return nil }
        let statement = LabelStatement(
            own: upload.label, handling: upload.handling, folders: project.uploads.folders,
            folder: upload.folder)
        return .uploadTooHigh(
            at: span, isShown: kind == .image || kind == .htmlEmbed, outputs: names(of: hidden),
            label: written(label) ?? "", note: note(statement, label, hidden: hidden))
    }

    /// The note on where a label comes from that hides something from the first of some outputs.
    func note(
        _ statement: LabelStatement, _ label: Label, hidden: OutputSet
    ) -> Diagnostic.Note? {
        let output = hidden.trailingZeroBitCount
        guard let scheme = project.scheme, output < clearances.clearances.count else { return nil }
        return statement.note(label, above: clearances.clearances[output], scheme)
    }

    /// The names of outputs, for messages.
    func names(of outputs: OutputSet) -> String {
        project.site.outputs.indices.filter { outputs & (1 << OutputSet($0)) != 0 }
            .map { project.site.outputs[$0].id }.joined(separator: ", ")
    }

    private func written(_ label: Label) -> String? { project.scheme?.notation(of: label) }

    private func origin(
        of route: Route, hidden: OutputSet
    ) -> (label: Label?, note: Diagnostic.Note?) {
        switch route.kind {
        case .page(let index):
            let page = project.tree.pages[index]
            guard let label = clearances.labels[index] else { break }
            let statement = LabelStatement(
                own: page.frontMatter.label, handling: page.frontMatter.handling,
                folders: project.tree.folders, folder: page.folder)
            return (label, note(statement, label, hidden: hidden))
        case .edition:
            for paper in whitepapers {
                guard let (statement, label) = paper.statement(at: route.path, hidden: hidden)
                else { continue }
                return (label, note(statement, label, hidden: hidden))
            }
        case .redirect(let to):
            guard let target = routes.index(ofPath: to), routes.routes[target].path != route.path
            else { break }
            return origin(of: routes.routes[target], hidden: hidden)
        case .list, .record, .upload, .file, .gone: break
        }
        return (nil, route.source.map { .madeFrom($0) })
    }
}

extension Diagnostic {
    fileprivate static func linkToHigher(
        at span: SourceSpan, outputs: String, label: String?, note: Note?
    ) -> Diagnostic {
        let (en, ja) = label.map { (", which is labelled '\($0)'", "（ラベル「\($0)」）") } ?? ("", "")
        let portion = ":::label" + (label.map { " " + $0 } ?? "")
        return Diagnostic(
            .error, "label.link-to-higher", at: span,
            en: "readers of output '\(outputs)' see this link but not what it leads to\(en)",
            ja: "出力「\(outputs)」の読者にはこのリンクが見えますが、リンク先\(ja)は見えません",
            notes: note.map { [$0] } ?? [],
            fix: .advice(
                en: "put the link into a portion '\(portion)', or remove it",
                ja: "リンクを「\(portion)」の囲みに入れるか、削除してください"))
    }

    fileprivate static func uploadTooHigh(
        at span: SourceSpan, isShown: Bool, outputs: String, label: String, note: Note?
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.upload-too-high", at: span,
            en: isShown
                ? "readers of output '\(outputs)' would see this file, which is labelled '\(label)'"
                : "readers of output '\(outputs)' could open this file, which is labelled '\(label)'",
            ja: isShown
                ? "出力「\(outputs)」の読者にも表示されますが、このファイルのラベルは「\(label)」です"
                : "出力「\(outputs)」の読者も開けますが、このファイルのラベルは「\(label)」です",
            notes: note.map { [$0] } ?? [],
            fix: .advice(
                en: "put it into a portion ':::label \(label)', or remove it from this text",
                ja: "「:::label \(label)」の囲みに入れるか、この文章から外してください"))
    }
}

extension Diagnostic.Note {
    fileprivate static func madeFrom(_ span: SourceSpan) -> Diagnostic.Note {
        .init(
            at: span, en: "it comes from here, which those readers do not see",
            ja: "リンク先はここから作られ、この読者には見えません")
    }
}
