package import Core

/// site.yml: what holds for the whole site.
package struct SiteConfiguration: Sendable {
    /// What readers see as the site's name.
    package var title: LocalizedText
    /// What the site is about, in plain text; nil where nothing is written.
    package var description: LocalizedText?
    /// Who publishes the site; nil leaves feeds with the site's title as their author.
    package var organization: LocalizedText?
    /// `https://example.com/base/`, always with a slash at its end.
    package var url: String
    /// Language codes, the default one first.
    package var languages: [String]
    /// The offset of dates that state none.
    package var zone: ZoneOffset
    /// The folder below Themes/.
    package var theme: Located<String>?
    /// The main menu, in the order in which it is shown.
    package var navigation: [NavigationEntry] = []
    /// The menu at the foot of each page, in the order in which it is shown.
    package var footerNavigation: [NavigationEntry] = []
    /// Front matter keys that group pages; only `tags` exists so far.
    package var taxonomies: [String] = []
    /// Entries on one page of a list.
    package var pageSize: Int
    /// In the order of site.yml, that of the bits in an `OutputSet`; more than 64 are an error.
    package var outputs: [Output]
    /// In the order of site.yml, each with its own id.
    package var collections: [Collection] = []
    /// What `security.txt` says; nil for a site without one.
    package var securityContact: SecurityContact?
    /// How links to other sites are checked.
    package var externalLinks = ExternalLinkSettings()
    /// How web servers serve the outputs, as far as site.yml says.
    package var access: [AccessRules] = []
    /// Which engines judge what is published.
    package var uploads = UploadSettings()
    /// Generations that stay on the disk.
    package var keep: Int

    /// The language of URLs without a prefix.
    package var defaultLanguage: String { languages[0] }

    /// One entry of a menu.
    package struct NavigationEntry: Sendable {
        /// Where an entry leads.
        package enum Target: Sendable {
            /// A Markdown file below pages/.
            case page(Located<String>)
            case url(Located<String>)
        }
        /// A page of the site, or an address.
        package let target: Target
        /// The words of the menu; nil takes the page's title.
        package let title: LocalizedText?
    }

    /// One tree of files for one kind of reader.
    package struct Output: Sendable {
        /// The key in site.yml, and the name of the output's folder.
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
    /// Where to report: URIs such as `mailto:` or `https:`, the preferred one first; never empty.
    package let contacts: [Located<String>]
    /// The moment from which nobody must rely on it; over 366 days ahead is a warning.
    package let expires: Located<Moment>
    /// URIs of keys with which to encrypt a report.
    package let encryption: [Located<String>]
    /// URIs of pages that thank those who reported.
    package let acknowledgments: [Located<String>]
    /// URIs of the rules for those who look for weaknesses.
    package let policy: [Located<String>]
    /// URIs of open positions in security.
    package let hiring: [Located<String>]
    /// Codes of the languages in which reports are read; empty where none are named.
    package let preferredLanguages: [String]
}
