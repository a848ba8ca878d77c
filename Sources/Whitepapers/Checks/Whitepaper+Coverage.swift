import Content
import Core

extension Whitepaper {
    /// Reports controls of the catalogue that are neither stated nor listed as not covered, or
    /// both, in the newest edition.
    func checkCoverage() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let known = catalogue.map(\.id)
        var listed: [String: Located<String>] = [:]
        for entry in declaration.notCovered {
            let control = entry.control
            if !known.contains(control.value) {
                diagnostics.append(.unknownControl(control, known: known))
            } else if let first = listed[control.value] {
                diagnostics.append(.notCoveredTwice(control, first: first.span))
            } else {
                listed[control.value] = control
            }
        }
        guard let edition = newestEdition, !edition.items.isEmpty else { return diagnostics }
        for control in catalogue {
            let item = edition.item(ItemKey(.control, control.id))
            switch (item?.original, listed[control.id]) {
            case (nil, nil):
                let line = notCoveredLine(control.id)
                diagnostics.append(.uncovered(control, edition: edition.version, line: line))
            case (let text?, let entry?):
                diagnostics.append(.coveredAndNot(entry, statement: text.span))
            default: break
            }
        }
        return diagnostics
    }

    /// Reports a control's title that is not the catalogue's, but for width and spaces.
    func checkTitles() -> [Diagnostic] {
        editions.flatMap { edition in
            edition.files.compactMap { file in
                guard let title = file.text.title, file.key.kind == .control,
                    let control = catalogue.first(where: { $0.id == file.key.id })
                else { return nil }
                let official = control.title.text(in: file.language)
                if comparable(title.value) == comparable(official) { return nil }
                return .titleDiffers(title, official: official, at: control.span)
            }
        }
    }

    private func notCoveredLine(_ id: String) -> String {
        let texts = languages.map { "\($0): …" }.joined(separator: ", ")
        return "- {control: \(id), reason: " + (languages.count > 1 ? "{\(texts)}}" : "…}")
    }
}

/// A title without spaces and dots between words, with full-width letters as half-width ones, and
/// 及び, 並びに, 又は, ～ and ， in one spelling.
private func comparable(_ title: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in title.unicodeScalars {
        switch scalar {
        case " ", "\u{3000}", "\u{A0}", "・", "\u{FF65}": continue
        case "，": scalars.append("、")
        case "\u{FF5E}", "〜", "~": scalars.append("〜")
        case "\u{FF01}"..."\u{FF5E}":
            scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        default: scalars.append(scalar)
        }
    }
    let text = String(String.UnicodeScalarView(scalars)).lowercased()
    return text.replacing("及び", with: "および").replacing("又は", with: "または")
        .replacing("並びに", with: "ならびに")
        .replacing(",", with: "、")
}

extension Diagnostic {
    fileprivate static func notCoveredTwice(
        _ control: Located<String>, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.not-covered-twice", at: control.span,
            en: "'\(control.value)' is listed as not covered twice",
            ja: "「\(control.value)」が対象外として二度書かれています",
            notes: [Note(at: first, en: "first listed here", ja: "最初の記述はここです")])
    }

    fileprivate static func uncovered(
        _ control: CatalogueControl, edition: String, line: String
    ) -> Diagnostic {
        let file = "editions/\(edition)/\(ItemKey(.control, control.id).fileName).md"
        return Diagnostic(
            .error, "whitepaper.uncovered", at: control.span,
            en: "edition \(edition) neither states '\(control.id)' nor lists it as not covered",
            ja: "\(edition) 版に管理策「\(control.id)」の記載がなく、対象外（not_covered）にもありません",
            fix: .advice(
                en: "write \(file), or add under 'not_covered' in whitepaper.yml: \(line)",
                ja: "\(file) を書くか、whitepaper.yml の「not_covered」に次の行を加えてください: \(line)"))
    }

    fileprivate static func coveredAndNot(
        _ entry: Located<String>, statement: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.covered-and-not", at: entry.span,
            en: "'\(entry.value)' is listed as not covered, and yet stated",
            ja: "「\(entry.value)」は対象外とされていますが、記載があります",
            notes: [Note(at: statement, en: "stated here", ja: "ここに記載があります")],
            fix: .advice(
                en: "remove the entry from 'not_covered', or withdraw the statement",
                ja: "「not_covered」から除くか、記載を廃止してください"))
    }

    fileprivate static func titleDiffers(
        _ title: Located<String>, official: String, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.title-differs", at: title.span,
            en: "the catalogue titles this control '\(official)'",
            ja: "管理策の一覧での名称は「\(official)」です",
            notes: [Note(at: span, en: "the catalogue's entry", ja: "一覧の記載")],
            fix: .replace(with: official))
    }
}
