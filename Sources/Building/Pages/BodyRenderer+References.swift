import Content
import Core
import Links
import Markdown
import Uploads
import Whitepapers

extension BodyRenderer {
    /// Looks up what the text refers to, and notes links and uploads.
    ///
    /// - Returns: By reference: the URL to write; nil leaves it as its author wrote it.
    func resolveAll(
        _ document: MarkdownDocument, _ request: BodyRequest, _ portions: [OutputSet],
        _ result: inout BodyResult
    ) -> [String?] {
        document.references.map { reference in
            let outputs = reference.portion.map { portions[$0] } ?? request.outputs
            let origin = LinkOrigin(
                folder: request.folder, language: request.language, route: request.route,
                outputs: outputs)
            let found = resolver.resolve(WrittenLink(reference), from: origin)
            result.diagnostics += found.diagnostics
            if collectsExternalLinks,
                ExternalReference.leadsToAnotherSite(reference.destination)
            {
                result.external.append(
                    ExternalReference(
                        reference.destination, at: reference.span, outputs: outputs))
            }
            if let noted = found.noted { result.links.append(noted) }
            guard let target = found.target else { return found.url }
            if case .upload(let upload) = routes.routes[target].kind {
                result.uploads.append(
                    UploadUse(upload: upload, outputs: outputs, span: reference.span))
                let wrong = flow.upload(
                    upload, reference.kind, at: reference.span, shownIn: outputs)
                if let wrong { result.diagnostics.append(wrong) }
            } else if found.hidden != 0 {
                result.diagnostics.append(
                    flow.link(at: reference.span, to: target, hidden: found.hidden))
            }
            return found.url
        }
    }

    /// By fact: the text that stands for it; nil leaves it as it is written.
    func factTexts(
        _ document: MarkdownDocument, _ request: BodyRequest, _ portions: [OutputSet],
        _ result: inout BodyResult
    ) -> [String?] {
        document.facts.map { fact in
            let own = request.whitepaper.map { $0 + "/" } ?? ""
            let key = fact.key.hasPrefix(own) ? fact.key.dropFirst(own.count) : fact.key[...]
            if let claim = request.claims.last(where: { $0.key == key }) {
                return claim.value.value
            }
            let (text, wrong) = facts.text(
                of: fact, in: request.whitepaper, language: request.language,
                shownIn: fact.portion.map { portions[$0] } ?? request.outputs)
            if let wrong { result.diagnostics.append(wrong) }
            return text
        }
    }
}
