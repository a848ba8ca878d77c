import Core

/// What is wrong with raw HTML; beside the checks of `Survey+RawHTML`.
extension Diagnostic {
    static func unknownElement(_ name: String, at span: SourceSpan) -> Diagnostic {
        let nearest = nearestName(to: name, in: HTMLVocabulary.names)
        return Diagnostic(
            .error, "markdown.html-element", at: span,
            en: "the HTML element '<\(name)>' is not allowed",
            ja: "HTML の「<\(name)>」は使えません",
            notes: nearest.map {
                [.init(en: "did you mean '<\($0)>'?", ja: "「<\($0)>」の間違いではありませんか")]
            } ?? [],
            fix: advice(for: name))
    }

    private static func advice(for element: String) -> Fix {
        switch element {
        case "script", "style", "iframe", "object", "embed", "form":
            .advice(
                en: "delete it with all that is in it: programs, style sheets and parts of other "
                    + "sites belong to the theme",
                ja: "中身ごと削除してください。プログラムやスタイル、ほかのサイトの埋め込みは、ページには書けません")
        case "font", "center", "big", "marquee":
            .advice(
                en: "delete both tags; to stress words write '**words**', colours and sizes "
                    + "belong to the theme",
                ja: "前後のタグを削除してください。強調は「**語**」と書きます。色や大きさはテーマで決まります")
        default:
            .advice(
                en: "write it in Markdown, or write '&lt;' to show the sign itself",
                ja: "Markdown で書くか、記号そのものを見せるときは「&lt;」と書いてください")
        }
    }

    static func unknownAttribute(
        _ name: String, of element: String, known: Set<String>, at span: SourceSpan
    ) -> Diagnostic {
        let nearest = nearestName(to: name, in: known.union(HTMLVocabulary.global).sorted())
        return Diagnostic(
            .error, "markdown.html-attribute", at: span,
            en: "the attribute '\(name)' is not allowed on '<\(element)>'",
            ja: "「<\(element)>」に属性「\(name)」は付けられません",
            notes: nearest.map {
                [.init(en: "did you mean '\($0)'?", ja: "「\($0)」の間違いではありませんか")]
            } ?? [],
            fix: .advice(
                en: "remove it; looks belong to the theme, by 'class'",
                ja: "この属性を消してください。見た目はテーマの class で指定します"))
    }

    static func malformedHTML(_ fault: HTMLFault, at span: SourceSpan) -> Diagnostic {
        let (en, ja) =
            switch fault {
            case .unclosedTag:
                ("this HTML tag never ends with '>'", "HTML のタグが「>」で閉じられていません")
            case .unclosedComment:
                ("this HTML comment never ends with '-->'", "HTML のコメントが「-->」で閉じられていません")
            case .declaration:
                (
                    "HTML declarations and processing instructions are not allowed",
                    "HTML の宣言や処理命令（「<!」「<?」で始まるもの）は使えません"
                )
            }
        return Diagnostic(
            .error, "markdown.html-malformed", at: span, en: en, ja: ja,
            fix: .advice(
                en: "write '&lt;' to show the sign itself",
                ja: "記号そのものを見せるときは「&lt;」と書いてください"))
    }

    static func blockInText(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.html-block-in-text", at: span,
            en: "'<\(name)>' cannot stand within a line of text",
            ja: "「<\(name)>」は文の途中には置けません",
            fix: .advice(
                en: "put it at the beginning of a line, with an empty line before it",
                ja: "前に空行を入れ、行の先頭に書いてください"))
    }

    static func badID(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.bad-anchor", at: span,
            en: "an id must not be empty or hold spaces",
            ja: "id は空にできず、空白も使えません")
    }

    static func nameBesideID(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.bad-anchor", at: span,
            en: "'name' and 'id' of one element differ, and only 'id' is kept",
            ja: "一つの要素の name と id が違います。使われるのは id だけです",
            fix: .advice(
                en: "remove 'name', or write a second '<a id=\"…\"></a>'",
                ja: "name を消すか、別に「<a id=\"…\"></a>」を書いてください"))
    }

    static func factInHTML(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.fact-in-html", at: span,
            en: "a fact cannot stand within raw HTML",
            ja: "HTML の中ではファクト（{{fact:…}}）を使えません",
            fix: .advice(en: "write this part in Markdown", ja: "この部分を Markdown で書いてください"))
    }
}
