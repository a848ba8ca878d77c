import Core

extension EditionPrint {
    /// A control with more HTML than this may be broken across pages.
    private static let longBody = 4000

    func append(_ section: PrintModel.Section, to out: inout ByteWriter) {
        let isWhole = !section.chips.isEmpty && section.body.count <= Self.longBody
        out.append("<section class=\"item" as StaticString)
        if isWhole { out.append(" whole" as StaticString) }
        out.append("\">\n<h\(section.level) id=\"")
        out.appendEscaped(section.anchor)
        out.append("\"><span class=\"number\">" as StaticString)
        out.appendEscaped(section.number)
        out.append("</span> " as StaticString)
        out.appendEscaped(section.title)
        out.append("</h\(section.level)>\n")
        if let title = section.otherTitle {
            out.append("<p class=\"other-title\">" as StaticString)
            out.appendEscaped(title)
            out.append("</p>\n" as StaticString)
        }
        appendFacts(of: section, to: &out)
        appendStatement(of: section, to: &out)
        for list in section.lists where !list.items.isEmpty {
            append(list.title, list.items, to: &out)
        }
        out.append("</section>\n" as StaticString)
    }

    private func appendFacts(of section: PrintModel.Section, to out: inout ByteWriter) {
        guard !section.chips.isEmpty || !section.facts.isEmpty else { return }
        out.append("<p class=\"item-facts\">" as StaticString)
        for chip in section.chips {
            out.append("<span class=\"chip\">" as StaticString)
            out.appendEscaped(chip)
            out.append("</span> " as StaticString)
        }
        for fact in section.facts {
            out.append("<span class=\"fact\">" as StaticString)
            out.appendEscaped("\(fact.name): \(fact.value)")
            out.append("</span> " as StaticString)
        }
        out.append("</p>\n" as StaticString)
    }

    private func appendStatement(of section: PrintModel.Section, to out: inout ByteWriter) {
        if section.language != nil {
            out.append("<p class=\"notice\">" as StaticString)
            out.appendEscaped(words.untranslated)
            out.append("</p>\n" as StaticString)
        }
        out.append("<div class=\"statement\"" as StaticString)
        if let language = section.language {
            out.append(" lang=\"" as StaticString)
            out.appendEscaped(language)
            out.append("\"" as StaticString)
        }
        out.append(">\n" as StaticString)
        out.append(PrintedLinks.marked(section.body))
        out.append("\n</div>\n" as StaticString)
        if section.showsHistory, !model.history.isEmpty {
            out.append("<p>" as StaticString)
            out.appendEscaped(words.historyAt.before)
            out.append("<a class=\"page\" href=\"#_history\"></a>" as StaticString)
            out.appendEscaped(words.historyAt.after)
            out.append("</p>\n" as StaticString)
        }
    }

    private func append(_ title: String, _ items: [String], to out: inout ByteWriter) {
        out.append("<div class=\"list\">\n<p class=\"list-title\">" as StaticString)
        out.appendEscaped(title)
        out.append("</p>\n<ul>\n" as StaticString)
        for item in items {
            out.append("<li>" as StaticString)
            out.appendEscaped(item)
            out.append("</li>\n" as StaticString)
        }
        out.append("</ul>\n</div>\n" as StaticString)
    }

    func appendMatrix(to out: inout ByteWriter) {
        guard !model.matrix.isEmpty else { return }
        out.append("<section class=\"matrix\">\n" as StaticString)
        appendHeading(words.matrix, id: "_matrix", to: &out)
        let columns = [words.number, words.control, words.responsibility]
        appendTable("controls", columns: columns, to: &out) { out in
            for row in model.matrix {
                out.append("<tr><th scope=\"row\">" as StaticString)
                appendLink(row.number, to: row.anchor, in: &out)
                out.append("</th><td>" as StaticString)
                out.appendEscaped(row.title)
                out.append("</td><td>" as StaticString)
                out.appendEscaped(row.responsibility)
                out.append("</td></tr>\n" as StaticString)
            }
        }
        out.append("</section>\n" as StaticString)
    }

    func appendNotCovered(to out: inout ByteWriter) {
        guard !model.notCovered.isEmpty else { return }
        out.append("<section class=\"not-covered\">\n" as StaticString)
        appendHeading(words.notCovered, id: "_not-covered", to: &out)
        let columns = [words.number, words.control, words.reason]
        appendTable("controls", columns: columns, to: &out) { out in
            for row in model.notCovered {
                appendRowHead(row.number, to: &out)
                out.append("<td>" as StaticString)
                out.appendEscaped(row.title)
                out.append("</td><td>" as StaticString)
                out.appendEscaped(row.reason)
                out.append("</td></tr>\n" as StaticString)
            }
        }
        out.append("</section>\n" as StaticString)
    }
}
