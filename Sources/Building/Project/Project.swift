package import Content
import Core
package import Labels
package import Links
package import Theming
package import Uploads

/// Everything that a build reads before it reads the text of a page.
///
/// A class because every job looks at the same project; immutable.
package final class Project: Sendable {
    /// What site.yml says.
    package let site: SiteConfiguration
    /// The path of the site's root, `/` or `/base/`.
    let basePath: String
    /// Nil where the project has no labels.yml.
    package let scheme: LabelScheme?
    /// The labels as they were last recorded; nil where there is no labels.lock, or a damaged one.
    let lock: LabelLock?
    /// The pages and folders, titles and URLs only.
    package let tree: ContentTree
    /// The files of Content/uploads.
    package let uploads: UploadTree
    /// Former URLs; empty where the project has no redirects.yml.
    package let redirects: Redirects
    /// What was ever published; nil where nothing was, or nothing is known of it.
    package let ledger: Ledger?
    let whitepapers: WhitepaperTree
    /// The templates and assets with which every output is made.
    package let theme: Theme
    /// The files of Content that are neither pages nor uploads.
    package let settings: [String]
    /// Files and folders of Content that have no place there; each has a warning.
    package let strays: [String]

    init(
        site: SiteConfiguration, scheme: LabelScheme?, lock: LabelLock?, tree: ContentTree,
        uploads: UploadTree, redirects: Redirects, ledger: Ledger?, whitepapers: WhitepaperTree,
        theme: Theme, settings: [String], strays: [String]
    ) {
        self.site = site
        basePath = site.basePath
        self.scheme = scheme
        self.lock = lock
        self.tree = tree
        self.uploads = uploads
        self.redirects = redirects
        self.ledger = ledger
        self.whitepapers = whitepapers
        self.theme = theme
        self.settings = settings
        self.strays = strays
    }
}

extension Project {
    /// The set of all outputs; site.yml may declare 64.
    var allOutputs: OutputSet {
        let count = min(site.outputs.count, 64)
        return count == 64 ? .max : (1 << OutputSet(count)) - 1
    }
}
