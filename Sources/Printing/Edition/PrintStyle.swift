/// The style sheet of a printed edition: A4, Japanese first, in the colours of the default theme.
///
/// - Source: CSS Paged Media Level 3; CSS Generated Content for Paged Media; TLP 2.0, clause 2.3
///   (at the right and of 12 points, in head and foot).
enum PrintStyle {
    static let text = page + type + front + items + markdown

    private static let page = """
        @page {
          size: A4;
          margin: 24mm 20mm 22mm;
          @top-left { content: element(title); vertical-align: bottom; padding-bottom: 4mm; }
          @top-right { content: element(label); vertical-align: bottom; padding-bottom: 3.4mm; }
          @bottom-left { content: element(standard); vertical-align: top; padding-top: 4mm; }
          @bottom-center { vertical-align: top; padding-top: 4mm; white-space: nowrap;
            font: 8pt/1.5 \(sans); color: #333; }
          @bottom-right { content: element(foot-label); vertical-align: top; padding-top: 3.4mm; }
        }
        @page { @top-left { width: 70%; } @top-right { width: 30%; } }
        @page { @bottom-left { width: 37%; } @bottom-center { width: 26%; }
          @bottom-right { width: 37%; } }
        .running-title { position: running(title); }
        .running-label.head { position: running(label); }
        .running-label.foot { position: running(foot-label); }
        .running-standard { position: running(standard); }
        .running-title, .running-standard, .running-label { margin: 0; font-size: 8pt;
          line-height: 1.5; color: #333; }
        .running-label { text-align: right; color: #000; font-weight: bold; white-space: nowrap; }
        .tlp { padding: 0.4pt 3pt; background: #000; font: bold 12pt/1.3 \(mono); }
        .tlp-clear { color: #fff; }
        .tlp-green { color: #33ff00; }
        .tlp-amber { color: #ffc000; }
        .tlp-red { color: #ff2b2b; }

        """

    private static let type = """
        html { font: 9.5pt/1.75 \(sans); color: #000; overflow-wrap: anywhere;
          text-align: start; }
        html:lang(en) { line-height: 1.6; }
        body { margin: 0; }
        p, ul, ol, dl, table, figure, pre, blockquote { margin: 0 0 0.9em; orphans: 2; widows: 2; }
        ul, ol { padding-left: 1.6em; }
        li { margin: 0.15em 0; }
        h1, h2, h3, h4, h5, h6 { margin: 1.6em 0 0.5em; line-height: 1.45; break-after: avoid; }
        h2 { font-size: 14pt; bookmark-level: 1; color: #14387f; }
        h3 { font-size: 12pt; bookmark-level: 2; }
        h4 { font-size: 10.5pt; bookmark-level: 3; }
        h5 { font-size: 9.5pt; bookmark-level: 4; }
        h6 { font-size: 9.5pt; bookmark-level: 5; color: #333; }
        .number { margin-right: 0.5em; }
        a { color: #14387f; text-decoration: none; }
        table { width: 100%; border-collapse: collapse; font-size: 8.5pt; line-height: 1.6; }
        thead { display: table-header-group; }
        tr { break-inside: avoid; }
        th, td { padding: 1.3mm 2mm; border-bottom: 0.5pt solid #bbb; text-align: left;
          vertical-align: top; overflow-wrap: break-word; }
        thead th { border-bottom: 1pt solid #777; background: #eef1f7; }
        th[scope="row"] { white-space: nowrap; }
        td > :last-child, li > :last-child { margin-bottom: 0; }
        .notice { padding: 2mm 3mm; border-left: 2pt solid #7a4a00; background: #fdf6e7; }

        """

    private static let front = """
        .cover { break-after: page; padding-top: 55mm; }
        .cover .standard { margin: 0; color: #14387f; font-size: 12pt; font-weight: bold; }
        .cover h1 { margin: 3mm 0 10mm; padding-top: 7mm; border-top: 3pt solid #14387f;
          font-size: 24pt; line-height: 1.4; bookmark-level: none; overflow-wrap: break-word; }
        .cover .word { white-space: nowrap; }
        .cover .edition { margin: 0; font-size: 15pt; font-weight: bold; }
        .cover .date { margin: 0 0 16mm; font-size: 11pt; }
        .cover dl { margin-top: 16mm; padding-top: 4mm; border-top: 0.5pt solid #777; }
        .cover dt { color: #333; font-size: 8.5pt; }
        .cover dd { margin: 0 0 3mm; font-size: 10.5pt; }
        .document h2, .contents h2, .revisions h2 { margin-top: 0; }
        .revisions h2 { padding-top: 10mm; }
        .document { margin-bottom: 12mm; }
        .facts th { width: 30%; font-weight: normal; color: #333; }
        .contents ol { padding: 0; list-style: none; line-height: 1.5; }
        .contents li { margin: 0; padding-top: 1.1pt; padding-bottom: 1.1pt; }
        .contents .level-2 { padding-top: 5pt; font-weight: bold; }
        .contents .level-3 { padding-left: 1.5em; }
        .contents .level-4 { padding-left: 3em; }
        .contents .level-5, .contents .level-6 { padding-left: 4.5em; }
        .contents a { color: #000; }
        .contents .number { display: inline-block; min-width: 1.8em; margin-right: 0.3em; }
        .contents .level-3 .number { min-width: 6.4em; }
        .contents a::after { content: leader(dotted) target-counter(attr(href), page);
          font-weight: normal; }
        .page::after { content: target-counter(attr(href), page); }
        .revisions { break-after: page; }
        .history p { margin: 0 0 0.4em; }
        .history th:first-child { width: 8%; }
        .history td { white-space: normal; }
        .history td:nth-child(2) { width: 17%; }
        .history td:nth-child(3) { width: 22%; }

        """

    private static let items = """
        main > :first-child > h2:first-child { margin-top: 0; }
        .item { margin-bottom: 5mm; }
        .item.whole { break-inside: avoid; }
        .item > :is(h3, h4, h5, h6) { padding-top: 1.5mm; border-top: 0.5pt solid #bbb; }
        .item > h2 { padding-bottom: 1.5mm; border-bottom: 1.5pt solid #14387f; }
        .other-title { margin: -0.4em 0 0.5em; color: #333; font-size: 8.5pt; }
        .item-facts { margin: 0 0 0.7em; font-size: 8.5pt; color: #333; break-after: avoid; }
        .chip { padding: 0.3pt 4pt; border: 0.5pt solid #333; border-radius: 2pt; color: #000; }
        .fact { margin-left: 0.8em; }
        .list { break-inside: avoid; margin: 0 0 0.9em; padding: 1.6mm 3mm; background: #f4f6fa;
          font-size: 9pt; }
        .list-title { margin: 0; font-weight: bold; break-after: avoid; }
        .list ul { margin: 0; }
        .matrix, .not-covered { break-before: page; }
        .not-covered { break-before: auto; }
        .controls th:first-child { width: 14%; }
        .matrix td:last-child { width: 18%; white-space: nowrap; }
        .not-covered td:last-child { width: 45%; }

        """

    private static let markdown = """
        .statement :is(h2, h3, h4, h5, h6) { bookmark-level: none; color: #000; font-size: 10pt; }
        .statement a[href^="http"]:not(.bare)::after { content: " <" attr(href) ">";
          font-size: 0.85em; }
        code, kbd, pre { font-family: \(mono); font-size: 0.9em; }
        pre { padding: 2mm 3mm; border: 0.5pt solid #bbb; background: #f4f6fa; line-height: 1.5;
          white-space: pre-wrap; break-inside: avoid; }
        blockquote { padding-left: 4mm; border-left: 2pt solid #bbb; color: #333; }
        figure { margin-left: 0; margin-right: 0; break-inside: avoid; }
        figcaption { margin-top: 1mm; color: #333; font-size: 8.5pt; }
        img, svg { max-width: 100%; max-height: 200mm; height: auto; }
        caption { padding-bottom: 1mm; text-align: left; font-weight: bold; }
        .align-right { text-align: right; }
        .align-center { text-align: center; }
        .admonition, details { margin: 0 0 0.9em; padding: 2mm 3mm; break-inside: avoid;
          border-left: 2pt solid #14387f; background: #eff3fb; }
        .admonition-title, .container-title, summary { margin: 0 0 0.2em; font-weight: bold;
          break-after: avoid; }
        .admonition > :last-child, details > :last-child { margin-bottom: 0; }
        .tip { border-color: #14613a; background: #edf7f1; }
        .important { border-color: #5b2a86; background: #f5f0fa; }
        .warning { border-color: #7a4a00; background: #fdf6e7; }
        .caution { border-color: #9b1c1c; background: #fdf0f0; }
        .task-list { list-style: none; }
        .task-list input { display: inline-block; width: 0.8em; height: 0.8em; margin-left: -1.4em;
          margin-right: 0.6em; border: 0.5pt solid #333; }
        .task-list input[checked] { background: #14387f; }
        .footnotes { margin-top: 1em; padding-top: 0.5em; border-top: 0.5pt solid #bbb;
          font-size: 8pt; }
        .footnote-backref, .permalink { display: none; }
        sup { font-size: 0.75em; line-height: 1; }
        /* Japanese fonts have no italics. */
        em { font-style: normal; text-decoration: underline dotted; }
        del { text-decoration: line-through; }

        """

    private static let sans =
        FontSettings.sans.map { "\"\($0)\"" }.joined(separator: ", ")
        + ", sans-serif"
    private static let mono =
        FontSettings.mono.map { "\"\($0)\"" }.joined(separator: ", ")
        + ", monospace"
}
