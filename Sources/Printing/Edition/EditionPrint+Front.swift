import Core

extension EditionPrint {
    func appendCover(to out: inout ByteWriter) {
        out.append("<section class=\"cover\">\n<p class=\"standard\">" as StaticString)
        out.appendEscaped(model.standard)
        out.append("</p>\n<h1>" as StaticString)
        appendTitle(to: &out)
        out.append("</h1>\n<p class=\"edition\">" as StaticString)
        out.appendEscaped(edition)
        out.append("</p>\n<p class=\"date\">" as StaticString)
        out.appendEscaped(model.date.map(words.text) ?? words.draft)
        out.append("</p>\n" as StaticString)
        for notice in model.notices {
            out.append("<p class=\"notice\">" as StaticString)
            out.appendEscaped(notice)
            out.append("</p>\n" as StaticString)
        }
        out.append("<dl>\n" as StaticString)
        if !label.isEmpty {
            out.append("<dt>" as StaticString)
            out.appendEscaped(words.classification)
            out.append("</dt><dd>" as StaticString)
            appendLabel(to: &out)
            out.append("</dd>\n" as StaticString)
        }
        appendEntry(words.owner, model.owner, to: &out)
        appendEntry(words.approver, model.approver, to: &out)
        out.append("</dl>\n</section>\n" as StaticString)
    }

    /// Words in katakana stay whole: in letters of that size a broken one is hard to read.
    private func appendTitle(to out: inout ByteWriter) {
        var rest = model.title[...]
        while let first = rest.first {
            let isWord = Self.isKatakana(first)
            let run = rest.prefix { Self.isKatakana($0) == isWord }
            out.append(isWord && run.count <= 16 ? "<span class=\"word\">" : "<span>")
            out.appendEscaped(String(run))
            out.append("</span>" as StaticString)
            rest = rest[run.endIndex...]
        }
    }

    private static func isKatakana(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { (0x30A1...0x30FF).contains($0.value) }
    }

    func appendControl(to out: inout ByteWriter) {
        out.append("<section class=\"document\">\n" as StaticString)
        appendHeading(words.document, id: "_document", to: &out)
        out.append("<table class=\"facts\">\n<tbody>\n" as StaticString)
        let rows = [
            (words.edition, edition),
            (words.issued, model.date.map(words.text) ?? words.draft),
            (words.product, model.product), (words.standard, model.standard),
            (words.classification, label.joined(separator: " ")),
            (words.owner, model.owner ?? ""), (words.approver, model.approver ?? ""),
            (words.contact, model.contact ?? ""),
            (words.reviewBy, model.reviewBy.map(words.text) ?? ""),
        ]
        for (name, value) in rows where !value.isEmpty {
            appendRowHead(name, to: &out)
            out.append("<td>" as StaticString)
            out.appendEscaped(value)
            out.append("</td></tr>\n" as StaticString)
        }
        appendRowHead(words.address, to: &out)
        out.append("<td><a href=\"" as StaticString)
        out.appendEscaped(model.address)
        out.append("\">" as StaticString)
        out.appendEscaped(model.address)
        out.append("</a></td></tr>\n</tbody>\n</table>\n</section>\n" as StaticString)
    }

    func appendContents(to out: inout ByteWriter) {
        out.append("<nav class=\"contents\">\n" as StaticString)
        appendHeading(words.contents, id: "_contents", to: &out)
        out.append("<ol>\n" as StaticString)
        if !model.history.isEmpty { appendContentsEntry("", words.history, "_history", to: &out) }
        for section in model.sections {
            appendContentsEntry(
                section.number, section.title, section.anchor, level: section.level, to: &out)
        }
        if !model.matrix.isEmpty { appendContentsEntry("", words.matrix, "_matrix", to: &out) }
        if !model.notCovered.isEmpty {
            appendContentsEntry("", words.notCovered, "_not-covered", to: &out)
        }
        out.append("</ol>\n</nav>\n" as StaticString)
    }

    func appendHistory(to out: inout ByteWriter) {
        guard !model.history.isEmpty else { return }
        out.append("<section class=\"revisions\">\n" as StaticString)
        appendHeading(words.history, id: "_history", to: &out)
        let columns = [words.edition, words.issued, words.approver, words.changes]
        appendTable("history", columns: columns, to: &out) { out in
            for revision in model.history { append(revision, to: &out) }
        }
        out.append("</section>\n" as StaticString)
    }

    private func append(_ revision: PrintModel.Revision, to out: inout ByteWriter) {
        appendRowHead(revision.version, to: &out)
        for value in [revision.date.map(words.text) ?? words.draft, revision.approver ?? ""] {
            out.append("<td>" as StaticString)
            out.appendEscaped(value)
            out.append("</td>" as StaticString)
        }
        out.append("<td>" as StaticString)
        if let summary = revision.summary {
            out.append("<p>" as StaticString)
            out.appendEscaped(summary)
            out.append("</p>" as StaticString)
        }
        for change in revision.changes {
            out.append("<p>" as StaticString)
            appendLink(change.name, to: change.anchor, in: &out)
            if let summary = change.summary {
                out.append("<br>" as StaticString)
                out.appendEscaped(summary)
            }
            out.append("</p>" as StaticString)
        }
        out.append("</td></tr>\n" as StaticString)
    }

    private func appendContentsEntry(
        _ number: String, _ title: String, _ anchor: String, level: Int = 2,
        to out: inout ByteWriter
    ) {
        out.append("<li class=\"level-" as StaticString)
        out.append(decimal: level)
        out.append("\"><a href=\"#" as StaticString)
        out.appendEscaped(anchor)
        out.append("\">" as StaticString)
        if !number.isEmpty {
            out.append("<span class=\"number\">" as StaticString)
            out.appendEscaped(number)
            out.append("</span> " as StaticString)
        }
        out.appendEscaped(title)
        out.append("</a></li>\n" as StaticString)
    }

    private func appendEntry(_ name: String, _ value: String?, to out: inout ByteWriter) {
        guard let value else { return }
        out.append("<dt>" as StaticString)
        out.appendEscaped(name)
        out.append("</dt><dd>" as StaticString)
        out.appendEscaped(value)
        out.append("</dd>\n" as StaticString)
    }

    /// Begins a row.
    func appendRowHead(_ text: String, to out: inout ByteWriter) {
        out.append("<tr><th scope=\"row\">" as StaticString)
        out.appendEscaped(text)
        out.append("</th>" as StaticString)
    }
}
