import Core

/// Writes an edition as one HTML document for paged media: cover, document control, contents with
/// page numbers, revision history, sections and controls, matrix, and what is not covered.
///
/// Title, edition and label stand on every page, the cover too.
package struct EditionPrint: Sendable {
    let model: PrintModel
    var words: PrintWords { PrintWords.words(in: model.language) }

    /// - Parameter model: Holds only what the readers of the output may see.
    package init(_ model: PrintModel) { self.model = model }

    /// The document in UTF-8. It needs no other files than those that the statements name.
    package func html() -> [UInt8] {
        var out = ByteWriter(reservingCapacity: 1 << 16)
        appendHead(to: &out)
        out.append("<body>\n" as StaticString)
        appendRunning(to: &out)
        appendCover(to: &out)
        appendControl(to: &out)
        appendContents(to: &out)
        appendHistory(to: &out)
        out.append("<main>\n" as StaticString)
        for section in model.sections { append(section, to: &out) }
        out.append("</main>\n" as StaticString)
        appendMatrix(to: &out)
        appendNotCovered(to: &out)
        out.append("</body>\n</html>\n" as StaticString)
        return out.bytes
    }

    /// `第1.3版`.
    var edition: String { words.name(ofEdition: model.version) }

    /// The label, then what other schemes call it.
    var label: [String] { [model.label].compactMap(\.self) + model.profiles }

    private func appendHead(to out: inout ByteWriter) {
        out.append("<!DOCTYPE html>\n<html lang=\"" as StaticString)
        out.appendEscaped(model.language)
        out.append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>" as StaticString)
        out.appendEscaped("\(model.title) \(edition)")
        out.append("</title>\n" as StaticString)
        let entries = [
            ("author", model.owner ?? ""),
            ("description", "\(model.product), \(model.standard)"),
            ("keywords", label.joined(separator: ", ")), ("generator", "Hakusho"),
            ("dcterms.created", model.date?.iso ?? ""),
            ("dcterms.modified", model.date?.iso ?? ""),
        ]
        for (name, value) in entries where !value.isEmpty {
            out.append("<meta name=\"\(name)\" content=\"")
            out.appendEscaped(value)
            out.append("\">\n" as StaticString)
        }
        out.append("<style>\n" as StaticString)
        out.append(PrintStyle.text)
        out.append("@page { @bottom-center { content: \(words.pages); } }\n")
        out.append("</style>\n</head>\n" as StaticString)
    }

    /// What the margins of every page show. It stands first, so that the cover has it.
    private func appendRunning(to out: inout ByteWriter) {
        out.append("<p class=\"running-title\">" as StaticString)
        out.appendEscaped("\(model.title)　\(edition)")
        out.append("</p>\n" as StaticString)
        for place: StaticString in ["head", "foot"] {
            out.append("<p class=\"running-label " as StaticString)
            out.append(place)
            out.append("\">" as StaticString)
            appendLabel(to: &out)
            out.append("</p>\n" as StaticString)
        }
        out.append("<p class=\"running-standard\">" as StaticString)
        out.appendEscaped(model.standard)
        out.append("</p>\n" as StaticString)
    }

    /// The colours of the Traffic Light Protocol are prescribed on any paper (TLP 2.0, clause 2.4).
    func appendLabel(to out: inout ByteWriter) {
        if let label = model.label {
            out.append("<span>" as StaticString)
            out.appendEscaped(label)
            out.append("</span>" as StaticString)
        }
        for profile in model.profiles {
            out.append(" <span" as StaticString)
            if profile.hasPrefix("TLP:") {
                let name = profile.dropFirst(4).prefix { $0.isLetter }.lowercased()
                out.append(" class=\"tlp tlp-" as StaticString)
                out.appendEscaped(name)
                out.append("\"" as StaticString)
            }
            out.append(">" as StaticString)
            out.appendEscaped(profile)
            out.append("</span>" as StaticString)
        }
    }

    /// A heading that the contents list.
    func appendHeading(_ text: String, id: StaticString, to out: inout ByteWriter) {
        out.append("<h2 id=\"" as StaticString)
        out.append(id)
        out.append("\">" as StaticString)
        out.appendEscaped(text)
        out.append("</h2>\n" as StaticString)
    }

    /// A table with a head that is repeated on each page.
    func appendTable(
        _ name: StaticString, columns: [String], to out: inout ByteWriter,
        rows: (inout ByteWriter) -> Void
    ) {
        out.append("<table class=\"" as StaticString)
        out.append(name)
        out.append("\">\n<thead>\n<tr>" as StaticString)
        for column in columns {
            out.append("<th scope=\"col\">" as StaticString)
            out.appendEscaped(column)
            out.append("</th>" as StaticString)
        }
        out.append("</tr>\n</thead>\n<tbody>\n" as StaticString)
        rows(&out)
        out.append("</tbody>\n</table>\n" as StaticString)
    }

    /// A link within the document; the text alone without an anchor.
    func appendLink(_ text: String, to anchor: String?, in out: inout ByteWriter) {
        guard let anchor else { return out.appendEscaped(text) }
        out.append("<a href=\"#" as StaticString)
        out.appendEscaped(anchor)
        out.append("\">" as StaticString)
        out.appendEscaped(text)
        out.append("</a>" as StaticString)
    }
}
