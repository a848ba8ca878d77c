import Content
import Core

/// What the readers of one output see of the site in one language: everything that is computed
/// over many pages is computed here, from these pages alone.
struct LanguageSite: Sendable {
    /// The output's index in site.yml.
    let output: Int
    let language: String
    /// Folders that have a page here, by folder index.
    let folders: [Int: FolderList]
    /// Terms of the taxonomy `tags`, sorted by name.
    let tags: [Term]
    /// By page: its neighbours in its folder's list.
    let neighbours: [Int: (previous: Int?, next: Int?)]

    /// A folder's page and what it lists.
    struct FolderList: Sendable {
        /// Nil where Hakusho makes the page.
        let index: Int?
        let title: String
        let route: String
        let entries: [ListEntry]
    }

    /// One line of a list.
    enum ListEntry: Sendable, Hashable {
        case page(Int)
        case folder(Int)
    }

    /// A tag and the pages that have it.
    struct Term: Sendable {
        let name: String
        let route: String
        let pages: [Int]
        /// Where it is written first.
        let source: SourceSpan
    }

    /// `/`, or `/en/` for a language that is not the default one.
    static func root(of language: String, in site: SiteConfiguration) -> String {
        language == site.defaultLanguage ? "/" : "/\(language)/"
    }
}
