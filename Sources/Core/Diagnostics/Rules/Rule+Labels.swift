extension Rule {
    /// Codes of labels: who may read what.
    static let labels: [Rule] = [
        Rule(
            .error, "label.anchor-too-high", en: "link to a heading its readers may not see",
            ja: "読者に見せられない見出しへのリンク",
            """
            The page is there for all readers of the link, but the heading stands in a labelled
            portion that some of them cannot see. Put the link into a portion of the same level, or
            link to a part that all its readers see.
            """,
            """
            ページはリンクの読者全員に見えますが、リンク先の見出しはラベル付きの囲みの中にあり、見えない
            読者がいます。リンクを同じラベルの囲みに入れるか、全員に見える箇所にリンクしてください。
            """),
        Rule(
            .error, "label.below-predecessor", en: "edition below an earlier one",
            ja: "前の版より低いラベル",
            """
            An edition repeats what the editions before it say, so with a lower label it would show
            their text to more people. Remove this label, or lower that of the earlier edition.
            """,
            """
            版には前の版の内容が含まれるため、ラベルを低くすると、前の版の文章をより多くの人に見せることに
            なります。このラベルを削除するか、前の版のラベルを下げてください。
            """),
        Rule(
            .error, "label.below-floor", en: "label below the folder's floor",
            ja: "フォルダーの下限より低いラベル",
            """
            The folder says that nothing in it may rank below its floor, and this page's own label
            does. Raise the label, or move the page to a folder that allows it.
            """,
            """
            フォルダーには、これより低くしてはならないという下限（floor）が決められていますが、
            ページのラベルがそれを下回っています。ラベルを上げるか、別のフォルダーに移してください。
            """),
        Rule(
            .error, "label.fact-too-high", en: "fact that ranks above the text",
            ja: "文章より高いラベルのファクト",
            """
            A fact has a label of its own in whitepaper.yml. This fact's label ranks above the text
            that uses it, so its value would reach readers who may not know it. Put the sentence
            into a ':::label' portion of the fact's label, or label the text as high. If the value
            may be known, lower the fact's own label, and say why there; do not copy the value into
            the text.
            """,
            """
            ファクトには、whitepaper.yml で定めた独自のラベルがあります。このファクトのラベルは、
            それを使う文章より高いため、このままでは見せてはならない値が読者に伝わります。
            その文をファクトと同じラベルの「:::label」の囲みに入れるか、文章のラベルを上げてください。
            公表してよい値なら、理由を添えてファクト自体のラベルを下げます。値を文章に書き写してはいけません。
            """),
        Rule(
            .error, "label.link-to-higher", en: "link to what its readers may not see",
            ja: "読者に見せられないページへのリンク",
            """
            Some readers see this link but not the page it leads to. They would get a dead link, and
            learn that the page exists. Put the link into a ':::label' portion, or remove it.
            """,
            """
            このリンクは見えるのに、リンク先のページは見えない読者がいます。リンク切れになるうえ、
            見せてはならないページがあることも知られてしまいます。
            リンクを「:::label」の囲みに入れるか、削除してください。
            """),
        Rule(
            .error, "label.lowest-default", en: "lowest level as the default",
            ja: "既定のラベルが最も低い",
            """
            The default label is given to pages that nobody has labelled. Were it the lowest level,
            forgetting a label would publish a page to everybody. Choose a higher one, or leave the
            default out to make a missing label an error.
            """,
            """
            default は、ラベルの付いていないページに使われます。最も低いラベルにすると、
            付け忘れたページがそのまま一般公開されてしまいます。より高いラベルにするか、
            default を削除してください（付け忘れがエラーになります）。
            """),
        Rule(
            .error, "label.missing", en: "no label", ja: "ラベルがない",
            """
            The site labels its content, and this item has no label, neither its own nor from its
            folder or the default. Nobody can tell who may read it, so it is not published. Add
            'label: …'.
            """,
            """
            ラベルを使うサイトですが、ここにはラベルがなく、フォルダーや default からも決まりません。
            誰に見せてよいか分からないため公開できません。「label: …」を加えてください。
            """),
        Rule(
            .error, "label.no-levels", en: "label scheme without levels",
            ja: "ラベルの段階がない",
            """
            labels.yml must list the levels, lowest first, for example public, members, internal.
            """,
            """
            labels.yml には、公開・会員限定・社外秘のような段階（levels）を低い順に書きます。
            """),
        Rule(
            .error, "label.no-scheme", en: "label without a labels.yml",
            ja: "labels.yml がないのにラベルがある",
            """
            Something carries a label, but there is no Content/labels.yml that says what labels
            mean, so it could not be protected. Write labels.yml with your levels, or remove the
            label.
            """,
            """
            ラベルが書かれていますが、その意味を定める Content/labels.yml がないため、
            内容を守ることができません。labels.yml を作るか、ラベルを削除してください。
            """),
        Rule(
            .error, "label.repeated", en: "level or mark listed twice", ja: "ラベルの重複",
            """
            labels.yml lists the same name twice, so its rank is not clear. Remove one of them.
            """,
            """
            labels.yml に同じ名前が二度書かれており、高さが決まりません。どちらかを削除してください。
            """),
        Rule(
            .error, "label.too-many-marks", en: "more than 64 handling marks",
            ja: "取扱い区分が多すぎる",
            """
            labels.yml may have 64 handling marks at most. Marks say how to handle a page, such as
            'do not print'; who may read it is said by the levels.
            """,
            """
            取扱い区分（handling）は 64 個までです。区分は「印刷禁止」のような扱い方を表します。
            誰が読めるかは levels で表してください。
            """),
        Rule(
            .error, "label.unknown-handling", en: "unknown handling mark",
            ja: "使えない取扱い区分",
            """
            The handling mark is not in labels.yml, so nothing would follow from it. Correct the
            spelling, or add the mark to labels.yml.
            """,
            """
            この取扱い区分は labels.yml にないため、書いても効果がありません。
            つづりを直すか、labels.yml に加えてください。
            """),
        Rule(
            .error, "label.unknown-level", en: "unknown label", ja: "使えないラベル",
            """
            The label is not among the levels of labels.yml, so nobody can tell who may read this.
            Correct the spelling, or add the level to labels.yml.
            """,
            """
            このラベルは labels.yml にないため、誰に見せてよいか分かりません。
            つづりを直すか、labels.yml に段階を加えてください。
            """),
        Rule(
            .error, "label.upload-too-high", en: "upload that ranks above a page",
            ja: "ページより高いラベルのファイル",
            """
            A page refers to a file that not all of the page's readers may see. Remove the
            reference, or give the page the file's label.
            """,
            """
            ページの読者の中に、参照しているファイルを見てはならない人がいます。
            ページから参照を外すか、ページのラベルをファイルと同じ高さにしてください。
            """),
        Rule(
            .warning, "label.upload-unlabelled", en: "file without a label",
            ja: "ラベルのないファイル",
            """
            The site labels its content, labels.yml has no default, and nothing says who may see
            this file. Until somebody does, only readers who may see everything get it. Write
            'label: …' into a file of the same name with .yml at its end, or into a folder.yml for
            a whole folder.
            """,
            """
            ラベルを使うサイトで labels.yml に default がなく、このファイルを誰に見せてよいかが決まって
            いません。決まるまでは、すべてを見てよい読者にしか届きません。同じ名前に .yml を付けた
            ファイルに「label: …」と書くか、folder.yml でフォルダーごと指定してください。
            """),
    ]
}
