import Content
import Core
import Markdown

extension Whitepaper {
    /// Reports documents that the text and its evidence name and `documents` does not; nothing
    /// where a whitepaper declares none.
    ///
    /// Only Japanese marks the name of a document well enough to be found.
    func checkDocuments(_ statements: [Statement], language: String) -> [Diagnostic] {
        guard let documents = declaration.checks.documents, language == "ja" else { return [] }
        let titles = documents.flatMap(\.title.all)
        let known = Set(titles.map(\.comparableTitle))
        let isUnknown = { (name: String) in
            !known.contains(name.comparableTitle)
        }
        return statements.flatMap { statement -> [Diagnostic] in
            let inText = statement.blocks.flatMap { block in
                DocumentName.all(in: block.scalars.map(\.value)).filter { isUnknown($0.name) }
                    .map { name -> Diagnostic in
                        .undeclaredDocument(
                            name.name, at: block.span(of: name.range), titles: titles)
                    }
            }
            let inEvidence = statement.text.evidence.filter { entry in
                entry.namesADocument && isUnknown(entry)
            }.map { entry -> Diagnostic in
                .undeclaredDocument(
                    entry, at: statement.text.place(ofEvidence: entry), titles: titles)
            }
            return inText + inEvidence
        }
    }
}

/// The name of a document in running text.
private struct DocumentName {
    /// 利用規約, マニュアル「ログ」.
    let name: String
    /// Where it stands, with its quotation marks.
    let range: Range<Int>

    /// 『…』, マニュアル「…」, and 「…」 that ends like the name of a document.
    static func all(in text: [Unicode.Scalar]) -> [DocumentName] {
        text.indices.compactMap { open in
            let close: Unicode.Scalar
            switch text[open] {
            case "『": close = "』"
            case "「": close = "」"
            default: return nil
            }
            guard let end = text[open...].firstIndex(of: close) else { return nil }
            let inner = String(String.UnicodeScalarView(text[open + 1..<end]))
            if close == "』" { return DocumentName(name: inner, range: open..<end + 1) }
            let before = String(String.UnicodeScalarView(text[max(0, open - 6)..<open]))
            for lead in ["マニュアルの", "マニュアル"] where before.hasSuffix(lead) {
                let start = open - lead.unicodeScalars.count
                return DocumentName(name: "マニュアル「\(inner)」", range: start..<end + 1)
            }
            let isDocument = inner.count > 2 && inner.endsLikeADocument
            return isDocument ? DocumentName(name: inner, range: open..<end + 1) : nil
        }
    }
}

extension String {
    fileprivate var endsLikeADocument: Bool {
        ["規約", "方針", "規程", "規則", "手順書", "マニュアル", "定義書", "仕様書", "約款"].contains { hasSuffix($0) }
    }

    /// Whether an entry of `evidence` is the name of a document, and not a page or a certificate.
    fileprivate var namesADocument: Bool {
        contains("『") || contains("マニュアル「") || withoutRemark.endsLikeADocument
    }

    /// Without 「（当社 Web サイトで公開）」 at its end.
    private var withoutRemark: String {
        guard hasSuffix("）") || hasSuffix(")"),
            let open = lastIndex(where: { $0 == "（" || $0 == "(" })
        else { return self }
        return String(self[..<open])
    }

    /// A title without spaces, quotation marks, case and remark.
    fileprivate var comparableTitle: String {
        let marks: Set<Character> = ["『", "』", "「", "」", " ", "　", "\""]
        return String(
            withoutRemark.replacing("マニュアルの「", with: "マニュアル「").lowercased()
                .filter { !marks.contains($0) })
    }
}

extension ItemText {
    /// Where an entry of `evidence` stands in the front matter; its item's name where it is
    /// written otherwise than it reads.
    fileprivate func place(ofEvidence entry: String) -> SourceSpan {
        let yaml = source.bytes[..<source.body.lowerBound]
        guard let list = yaml.firstRange(of: Array("evidence:".utf8)),
            let place = yaml[list.upperBound...].firstRange(of: Array(entry.utf8))
        else { return span }
        return SourceSpan(file: source.file, range: place)
    }
}

extension Diagnostic {
    fileprivate static func undeclaredDocument(
        _ name: String, at span: SourceSpan, titles: [String]
    ) -> Diagnostic {
        let nearest = nearestName(to: name, in: titles)
        return Diagnostic(
            .warning, "whitepaper.undeclared-document", at: span,
            en: "'documents' in whitepaper.yml has no '\(name)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
            ja: "whitepaper.yml の documents に「\(name)」がありません"
                + (nearest.map { "。「\($0)」のことですか" } ?? ""),
            fix: .advice(
                en: "correct the name, or add the document to 'documents'",
                ja: "名前を直すか、「documents」に加えてください"))
    }
}
