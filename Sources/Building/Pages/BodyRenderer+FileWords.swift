import Content
import Core
import Markdown
import Uploads

/// What the sidecar of an upload adds to a reference to it.
struct FileWords {
    /// What stands for an empty alternative or link text.
    var alternative: String?
    /// What readers call the file, where the text of the link does not say it already.
    var title: String?
    /// The terms under which the file may be used.
    var licence: String?
}

extension BodyRenderer {
    /// By reference: what sidecars add. An image without an alternative and a link without a text
    /// that get theirs here lack nothing any more. The licence of a file stands where a text first
    /// refers to it.
    func fileWords(
        _ document: MarkdownDocument, _ request: BodyRequest, _ result: inout BodyResult
    ) -> [Int: FileWords] {
        guard !result.uploads.isEmpty else { return [:] }
        let uses = Dictionary(result.uploads.map { ($0.span, $0.upload) }) { first, _ in first }
        var all: [Int: FileWords] = [:]
        var licensed: Set<Int> = []
        for (index, reference) in document.references.enumerated()
        where reference.kind == .link || reference.kind == .image {
            guard let upload = uses[reference.span] else { continue }
            let details = project.uploads.uploads[upload].details
            var words = FileWords()
            words.title = details.title?.text(in: request.language)
            if reference.isEmpty {
                words.alternative =
                    reference.kind == .link
                    ? words.title : details.alternative?.text(in: request.language)
                if words.alternative?.isEmpty == true { words.alternative = nil }
            }
            if words.alternative != nil {
                if reference.kind == .link { words.title = nil }
                result.diagnostics.removeAll {
                    ["link.alternative-missing", "link.text-empty"].contains($0.code)
                        && $0.span == reference.span
                }
            }
            if licensed.insert(upload).inserted { words.licence = details.licence }
            all[index] = words
        }
        return all
    }
}
