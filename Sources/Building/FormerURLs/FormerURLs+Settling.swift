import Content
import Core
import Links
import Uploads

extension BuildPlan {
    /// What is known of former URLs once all pages have said what they refer to.
    ///
    /// - Parameter uploads: All uses of uploads; a redirect to one is a use of it.
    /// - Returns: The former URLs with their final outputs, and the anchors that they lead to.
    func settleFormers(
        _ uploads: inout UploadUses
    ) -> (formers: [FormerURL], links: [NotedLink], diagnostics: [Diagnostic]) {
        var formers = routes.formers.all
        var links: [NotedLink] = []
        var diagnostics: [Diagnostic] = []
        for former in formers where former.outputs != 0 {
            guard case .route(let target, _, let anchor) = former.target else { continue }
            switch routes.table.routes[target].kind {
            case .upload(let upload):
                uploads.add(
                    UploadUse(upload: upload, outputs: former.outputs, span: former.source))
            case .page, .list, .edition, .record:
                guard let anchor, anchor != "top" else { continue }
                links.append(
                    NotedLink(
                        target: target, fragment: anchor, span: former.source,
                        outputs: former.outputs))
            default: break
            }
        }
        for (index, former) in formers.enumerated() where former.path.hasPrefix("/uploads/") {
            guard let route = routes.table.index(ofPath: String(former.path.dropLast())),
                case .upload(let upload) = routes.table.routes[route].kind
            else { continue }
            formers[index].outputs &=
                ~(uploads.outputs[upload, default: 0] & self.uploads.outputs[upload])
            if formers[index].outputs == 0 {
                diagnostics.append(.fileInUse(former, project.uploads.uploads[upload]))
            }
        }
        return (formers, links, diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func fileInUse(_ former: FormerURL, _ upload: Upload) -> Diagnostic {
        Diagnostic(
            .error, "link.redirect-from-page", at: former.source,
            en: "'\(upload.route)' is redirected, but pages still refer to this file",
            ja: "「\(upload.route)」は転送元とされていますが、このファイルを参照しているページがあります",
            notes: [
                .init(
                    at: SourceSpan(file: upload.file), en: "the file is here",
                    ja: "ファイルはここにあります")
            ],
            fix: .advice(
                en: "remove the redirect, or the references to the file",
                ja: "転送か、ファイルへの参照のどちらかを削除してください"))
    }
}
