import Core
import Links
import Markdown

/// What all texts of a build left behind, taken together.
struct TextNotes: Sendable {
    var links: [NotedLink] = []
    /// By route.
    var anchors: [Int: [Anchor]] = [:]
    var uses = UploadUses()
    /// The routes of texts whose anchors nobody knows.
    var unread: Set<Int> = []
    var external: [ExternalReference] = []
    var portions: [NotedPortion] = []
    var diagnostics: [Diagnostic] = []

    /// No text yet.
    init() {}

    /// - Parameter unread: The routes that are known to be unreadable already.
    init(_ results: [JobResult], unread: Set<Int>) {
        self.unread = unread
        for done in results {
            links += done.links
            external += done.external
            portions += done.portions
            diagnostics += done.diagnostics
            self.unread.formUnion(done.unread)
            for (route, found) in done.anchors { anchors[route, default: []] += found }
            for use in done.uploads { uses.add(use) }
        }
    }
}
