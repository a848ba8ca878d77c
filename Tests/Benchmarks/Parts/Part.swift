/// A part of a build that is counted by itself.
enum Part: String, CaseIterable {
    /// Finding and reading the YAML before a page's text.
    case frontMatter = "front-matter"
    /// libcmark-gfm's parse and the survey of its tree.
    case parse
    /// The same for texts that are all Japanese emphasis and URLs, which have to be mended.
    case repair
    /// HTML from parsed pages.
    case render
    /// The default theme's template for a page.
    case template
    /// Looking up what links lead to, and the anchors there.
    case links
    /// The difference of two versions of a text, and its HTML.
    case diff
    /// SHA-256 of published pages.
    case digest

    /// Does the part once over all its input, and returns a number that depends on what it made.
    typealias Work = () -> Int

    /// Makes the input, the same in every run.
    func prepared() -> Work {
        let pages = GeneratedPage.all(count: Self.pages, seed: 1)
        switch self {
        case .frontMatter: return TextWork.frontMatter(of: pages)
        case .parse: return TextWork.parse(pages.map(\.source))
        case .repair: return TextWork.parse(GeneratedEmphasis.texts(count: Self.pages, seed: 2))
        case .render: return TextWork.render(pages)
        case .template: return TemplateWork.fill(pages)
        case .links: return LinkWork.check(pages)
        case .diff: return ComparisonWork.compare(Array(pages.prefix(5)))
        case .digest: return TextWork.digest(pages)
        }
    }

    /// Each of 4.4 kB; enough that all kinds of blocks occur in them.
    private static let pages = 20
}
