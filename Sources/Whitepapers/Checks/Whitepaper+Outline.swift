import Content
import Core

extension Whitepaper {
    /// Reports files that withdraw what is not there, or only half of what is.
    func checkWithdrawals() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for (index, edition) in editions.enumerated() {
            for file in edition.files {
                guard let place = file.withdrawal else { continue }
                let old = index > 0 ? editions[index - 1].item(file.key) : nil
                if old?.texts[file.language] == nil {
                    diagnostics.append(.nothingToWithdraw(file.key.id, at: place))
                }
                guard file.language == languages[0] else { continue }
                let left = edition.files.first { $0.key == file.key && $0.withdrawal == nil }
                if let left { diagnostics.append(.withdrawnInPart(file.key.id, left, at: place)) }
            }
        }
        return diagnostics
    }

    /// Reports editions in which the controls or the history have no place, or two.
    func checkOutline() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for edition in editions {
            let lists = edition.items.compactMap { $0.original?.listsControls }.filter(\.value)
            let histories = edition.items.compactMap { $0.original?.showsHistory }.filter(\.value)
            for (key, flags) in [("controls", lists), ("history", histories)] where flags.count > 1
            {
                diagnostics.append(.placedTwice(key, at: flags[1].span, first: flags[0].span))
            }
            if lists.isEmpty, let control = edition.files.first(where: { $0.key.kind == .control })
            {
                diagnostics.append(.noPlace(edition.version, at: control.text.span))
            }
        }
        return diagnostics
    }
}

extension Diagnostic {
    fileprivate static func nothingToWithdraw(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.withdrawn-unknown", at: span,
            en: "there is no '\(id)' in the edition before, so it cannot be withdrawn",
            ja: "一つ前の版に「\(id)」がないため、廃止できません",
            fix: .advice(en: "remove the file", ja: "このファイルを削除してください"))
    }

    fileprivate static func withdrawnInPart(
        _ id: String, _ left: ItemFile, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.withdrawn-in-part", at: span,
            en: "'\(id)' is withdrawn here and stated in another language",
            ja: "「\(id)」はここで廃止とされていますが、別の言語では本文があります",
            notes: [Note(at: left.text.span, en: "stated here", ja: "こちらに本文があります")])
    }

    fileprivate static func placedTwice(
        _ key: String, at span: SourceSpan, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.placed-twice", at: span,
            en: "only one section can have '\(key): true'", ja: "「\(key): true」を書ける節は一つだけです",
            notes: [Note(at: first, en: "the first one", ja: "最初の記述はここです")])
    }

    fileprivate static func noPlace(_ version: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.controls-unplaced", at: span,
            en: "edition \(version) has controls, but no section that lists them",
            ja: "\(version) 版には管理策がありますが、それを載せる節がありません",
            fix: .advice(
                en: "add 'controls: true' to the front matter of the section that they follow",
                ja: "管理策を続けて載せる節のフロントマターに「controls: true」を加えてください"))
    }
}
