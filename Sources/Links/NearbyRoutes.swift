import Core
import Synchronization

/// What a link that leads nowhere most likely meant.
///
/// A class because all pages that are rendered share it: the index is made when the first link
/// fails, since most builds have none, and never changes afterwards.
package final class NearbyRoutes: Sendable {
    private let table: RouteTable
    private let made = Mutex<Index?>(nil)

    /// Takes a table that is complete.
    package init(_ table: RouteTable) { self.table = table }

    /// The page whose file `key` misspells.
    ///
    /// - Parameter key: Below pages/.
    package func page(near key: String) -> String? {
        let index = index
        let (folder, name) = parts(of: key)
        let beside = index.pages[folder]?.nearest(to: name)
        if let beside { return folder.isEmpty ? beside : folder + "/" + beside }
        let same = index.foldersOfPage[name.folded] ?? []
        let near = NameIndex(same.prefix(50)).nearest(to: folder) ?? same.first
        return near.flatMap { index.keys[[$0, name].joinedPath.folded] }
    }

    /// The page whose file differs from `key` only by case or normalization form.
    func page(like key: String) -> String? { index.keys[key.folded] }

    /// The URL that `path` misspells.
    func path(near path: String) -> String? {
        let index = index
        let (folder, name) = parts(of: path)
        if let beside = index.paths[folder]?.nearest(to: name) {
            return index.routes[[folder, beside].joinedPath]
        }
        let same = index.foldersOfPath[name.folded] ?? []
        let near = NameIndex(same.prefix(50)).nearest(to: folder) ?? same.first
        return near.flatMap { index.routes[[$0, name].joinedPath] }
    }

    /// What is looked up, by folders and names.
    private struct Index: Sendable {
        /// Keys by their form without case.
        var keys: [String: String] = [:]
        var pages: [String: NameIndex] = [:]
        var foldersOfPage: [String: [String]] = [:]
        /// Routes by their path without slashes at its ends.
        var routes: [String: String] = [:]
        var paths: [String: NameIndex] = [:]
        var foldersOfPath: [String: [String]] = [:]
    }

    private var index: Index {
        made.withLock { made in
            if let made { return made }
            let index = makeIndex()
            made = index
            return index
        }
    }

    private func makeIndex() -> Index {
        var index = Index()
        var namesByFolder: [String: [String]] = [:]
        for key in table.pageKeys.sorted() {
            let (folder, name) = parts(of: key)
            index.keys[key.folded] = key
            index.foldersOfPage[name.folded, default: []].append(folder)
            namesByFolder[folder, default: []].append(name)
        }
        index.pages = namesByFolder.mapValues { NameIndex($0) }
        namesByFolder = [:]
        for route in table.routes {
            let (folder, name) = parts(of: route.path)
            index.routes[[folder, name].joinedPath] = route.path
            index.foldersOfPath[name.folded, default: []].append(folder)
            namesByFolder[folder, default: []].append(name)
        }
        index.paths = namesByFolder.mapValues { NameIndex($0) }
        return index
    }

    /// The folder and the name of a path, without slashes at their ends.
    private func parts(of path: String) -> (folder: String, name: String) {
        let parts = path.split(separator: "/")
        return (parts.dropLast().joined(separator: "/"), parts.last.map(String.init) ?? "")
    }
}

extension [String] {
    fileprivate var joinedPath: String { filter { !$0.isEmpty }.joined(separator: "/") }
}

extension String {
    /// In lower case and NFC: what two paths that could be taken for one another share.
    var folded: String {
        utf8.allSatisfy { $0 < 0x80 } ? lowercased() : lowercased().normalizedToNFC
    }
}
