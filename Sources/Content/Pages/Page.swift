import Core

/// One Markdown file below pages/, before its text is read.
///
/// A class because lists, neighbours and texts all look at the same pages, and a copy of all that
/// an author may state costs more than looking it up; immutable, so that threads may share it.
package final class Page: Sendable {
    /// From the project's root: `Content/pages/guide/start.en.md`.
    package let file: String
    /// Below pages/, without the language's suffix: `guide/start.md`. Translations share it.
    package let key: String
    /// Its code, one of site.yml's.
    package let language: String
    /// The index of its folder in `ContentTree.folders`.
    package let folder: Int
    /// What the author states; of a broken page, as much as could be read.
    package let frontMatter: FrontMatter
    /// Of the bytes of the front matter; another in each run of the program. Nil where an earlier
    /// build had read them.
    package let frontMatterHash: Int?
    /// Below the site's root, in NFC: `/en/guide/start/`.
    package let route: String
    /// Why no output holds it, whatever its label; nil for a page that is published.
    package let exclusion: Exclusion?
    /// Whether the front matter could not be read; then only its route is of use.
    package let isBroken: Bool

    init(
        file: String, key: String, language: String, folder: Int, frontMatter: FrontMatter,
        frontMatterHash: Int?, route: String, exclusion: Exclusion?, isBroken: Bool
    ) {
        self.file = file
        self.key = key
        self.language = language
        self.folder = folder
        self.frontMatter = frontMatter
        self.frontMatterHash = frontMatterHash
        self.route = route
        self.exclusion = exclusion
        self.isBroken = isBroken
    }

    /// Whether it is its folder's own page.
    package var isIndex: Bool { key == "index.md" || key.hasSuffix("/index.md") }

    /// Why a page is left out.
    package enum Exclusion: String, Sendable, CaseIterable {
        case draft
        /// `publish_at` lies ahead.
        case scheduled
        /// `expire_at` has passed.
        case expired
    }
}

/// A folder below pages/ or uploads/.
package struct Folder: Sendable {
    /// Below pages/ or uploads/: `guide/advanced`, empty for the topmost itself.
    package let path: String
    /// What folder.yml says; empty where there is none.
    package let settings: FolderSettings
    /// The index of the folder around it.
    package let parent: Int?
    /// Folder names as they stand in a URL, in NFC: `/guide/advanced/`.
    package let route: String

    /// Takes a path below pages/ or uploads/ and what folder.yml there says.
    package init(path: String, settings: FolderSettings, parent: Int?, route: String) {
        self.path = path
        self.settings = settings
        self.parent = parent
        self.route = route
    }

    /// The last part of the path.
    package var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
}
