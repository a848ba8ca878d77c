package import Core

/// site.yml: what holds for the whole site.
package struct SiteConfiguration: Sendable {
    package var title: LocalizedText
    package var description: LocalizedText?
    package var organization: LocalizedText?
    /// `https://example.com/base/`, always with a slash at its end.
    package var url: String
    /// Language codes, the default one first.
    package var languages: [String]
    /// The offset of dates that state none.
    package var zone: ZoneOffset
    /// The folder below Themes/.
    package var theme: Located<String>?
    package var navigation: [NavigationEntry] = []
    package var footerNavigation: [NavigationEntry] = []
    /// Front matter keys that group pages; only `tags` exists so far.
    package var taxonomies: [String] = []
    /// Entries on one page of a list.
    package var pageSize: Int
    package var outputs: [Output]
    package var collections: [Collection] = []
    package var securityContact: SecurityContact?
    /// Generations that stay on the disk.
    package var keep: Int

    /// The language of URLs without a prefix.
    package var defaultLanguage: String { languages[0] }

    /// One entry of a menu.
    package struct NavigationEntry: Sendable {
        package enum Target: Sendable {
            /// A Markdown file below pages/.
            case page(Located<String>)
            case url(Located<String>)
        }
        package let target: Target
        package let title: LocalizedText?
    }

    /// One tree of files for one kind of reader.
    package struct Output: Sendable {
        package let id: String
        /// A level of labels.yml; nil where the site has no labels.
        package let clearance: Located<String>?
        /// Handling marks that its readers may see.
        package let handling: [Located<String>]
    }

    /// The path of `url`, `/` or `/base/`.
    package var basePath: String {
        guard let scheme = url.firstRange(of: "://") else { return "/" }
        let rest = url[scheme.upperBound...]
        return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? "/"
    }

    /// Scheme and host of `url`, without a slash at the end.
    package var origin: String { String(url.dropLast(basePath.count)) }
}

/// What security researchers need to report a weakness (RFC 9116, section 2.5).
package struct SecurityContact: Sendable {
    package let contacts: [Located<String>]
    package let expires: Located<Moment>
    package let encryption: [String]
    package let acknowledgments: [String]
    package let policy: [String]
    package let hiring: [String]
    package let preferredLanguages: [String]
}
