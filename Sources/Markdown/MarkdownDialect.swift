/// Which Markdown a site is written in: what is allowed and how much of it.
package struct MarkdownDialect: Sendable {
    /// What becomes of raw HTML.
    package enum RawHTML: Sendable {
        /// Elements and attributes outside the allow-list are errors.
        case filtered
        /// Everything passes, as the GFM specification has it (`hakusho render --raw-html allow`).
        case allowed
    }

    /// How much is accepted before a page is refused.
    package struct Limits: Sendable {
        /// Bytes of one page.
        package var bytes = 4 << 20
        /// Cells of one table, columns times rows.
        package var tableCells = 50_000
        /// Blocks or inlines within one another.
        package var nesting = 100
        /// Nodes of one page's tree.
        package var nodes = 500_000
        /// Signs of one page that may become nodes (`*`, `[`, `<` and the like).
        package var markup = 200_000
        /// Errors of one page, after which the rest is not looked at.
        package var errors = 1000

        /// The limits of every site.
        package init() {}
    }

    /// Filtered, unless asked otherwise.
    package var rawHTML = RawHTML.filtered
    /// A page that goes beyond one of them is refused.
    package var limits = Limits()
    /// Names of containers that a theme adds to Hakusho's own; rendered as `<div class="NAME">`.
    package var themeContainers: Set<String> = []
    /// Whether containers of other names pass too, since nobody knows the theme's.
    package var acceptsAllContainers = false
    /// Writes tables, tasks and footnotes exactly as the GFM specification has them, also where
    /// HTML has since made a form obsolete (`align="right"`).
    package var specificationOutput = false

    /// Hakusho's own Markdown, without a theme's containers.
    package init() {}
}
