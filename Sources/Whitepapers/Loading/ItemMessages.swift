import Content
import Core

extension Diagnostic {
    /// A number that the catalogue does not have.
    static func unknownControl(_ control: Located<String>, known: [String]) -> Diagnostic {
        let nearest = nearestName(to: control.value, in: known)
        let isEmpty = known.isEmpty
        return Diagnostic(
            .error, "whitepaper.unknown-control", at: control.span,
            en: "the catalogue has no control '\(control.value)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
            ja: "管理策の一覧に「\(control.value)」はありません"
                + (nearest.map { "。「\($0)」のことですか" } ?? ""),
            notes: isEmpty
                ? [
                    Note(
                        en: "whitepaper.yml names no catalogue that could be read",
                        ja: "whitepaper.yml に、読み込める管理策の一覧（catalogue）がありません")
                ] : [],
            fix: nearest.map { .replace(with: $0) })
    }

    static func itemTwice(_ item: ItemFile, first: ItemFile) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.item-twice", at: item.text.span,
            en: "'\(item.key.id)' is stated twice in one edition and language",
            ja: "「\(item.key.id)」が、同じ版の同じ言語で二度書かれています",
            notes: [Note(at: first.text.span, en: "first stated here", ja: "最初の記述はここです")],
            fix: .advice(en: "keep one of the two files", ja: "どちらか一方のファイルを残してください"))
    }

    static func noFrontMatter(file: String) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.no-front-matter", at: SourceSpan(file: file, range: 0..<0),
            en: "the file does not say which section or control it is",
            ja: "どの節、どの管理策のファイルかが書かれていません",
            fix: .advice(
                en: "begin it with the lines '---', 'control: 12.3.1' (or 'id: \"2.2\"' and "
                    + "'title: …') and '---'",
                ja: "先頭に「---」「control: 12.3.1」（節なら「id: \"2.2\"」と「title: 題名」）「---」の行を"
                    + "加えてください"))
    }

    static func neither(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.no-item", at: span,
            en: "neither 'control' nor 'id' says what this file states",
            ja: "「control」も「id」もないため、何のファイルか分かりません",
            fix: .advice(
                en: "add 'control: 12.3.1' for a control, or 'id: \"2.2\"' for a section",
                ja: "管理策なら「control: 12.3.1」、節なら「id: \"2.2\"」の行を加えてください"))
    }

    static func controlAndSection(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.two-items", at: span,
            en: "a file states a control or a section, not both",
            ja: "一つのファイルに「control」と「id」の両方は書けません",
            fix: .advice(en: "remove one of the two keys", ja: "どちらか一方を削除してください"))
    }

    static func badSectionNumber(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.bad-section-number", at: span,
            en: "'\(id)' is not a section's number, like 2.2 or A.1",
            ja: "「\(id)」は節の番号（例: 2.2、A.1）ではありません")
    }

    static func fileName(
        _ file: String, stem: String, key: ItemKey, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.file-name", at: span,
            en: "the file is named '\(stem)' but states '\(key.id)'",
            ja: "ファイル名は「\(stem)」ですが、内容は「\(key.id)」のものです",
            fix: .advice(
                en: "rename it to '\(key.fileName).md' (with '.en' before '.md' for English), or "
                    + "correct the number",
                ja: "ファイル名を「\(key.fileName).md」（英語なら「.en.md」）に変えるか、番号を直してください"))
    }

    static func withdrawnWithText(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.withdrawn-with-text", at: span,
            en: "'\(id)' is withdrawn, and yet the file has a text",
            ja: "「\(id)」は廃止とされているのに、本文があります",
            fix: .advice(
                en: "remove the text, or the line 'withdrawn: true'; a reason belongs into the "
                    + "changes of whitepaper.yml",
                ja: "本文か「withdrawn: true」のどちらかを削除してください。"
                    + "理由は whitepaper.yml の changes に書きます"))
    }
}
