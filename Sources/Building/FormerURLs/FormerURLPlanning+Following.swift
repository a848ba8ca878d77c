import Content
import Core
import Links

extension FormerURLPlanning {
    /// Where a declaration leads in the end, and who may know.
    ///
    /// - Returns: Nil where it leads nowhere; then there is a diagnostic.
    mutating func follow(_ start: Int) -> (FormerURL.Target, OutputSet)? {
        var index = start
        var outputs = declared[start].outputs
        var hops: [Int] = []
        var query = ""
        var fragment: String?
        while true {
            hops.append(index)
            switch declared[index].goal {
            case .gone:
                guard hops.count > 1 else { return (.gone, outputs) }
                return deadEnd(
                    start, .leadsToGone(declared[hops[hops.count - 2]].from, written(start)))
            case .route(let route):
                return arrive(at: route, query, fragment, hops, outputs)
            case .written(let to):
                let destination = Destination(to.value, in: "")
                fragment = destination.fragment?.normalizedToNFC ?? fragment
                if !destination.query.isEmpty { query = destination.query }
                if destination.place == .external {
                    guard to.value.hasPrefix("https://") || to.value.hasPrefix("http://") else {
                        return deadEnd(start, .redirectToNowhere(to, nearest: nil))
                    }
                    noteChain(hops, to: to.value)
                    return (.address(to.value), outputs)
                }
                guard case .path(let path) = destination.place, to.value.hasPrefix("/") else {
                    return deadEnd(start, .redirectToNowhere(to, nearest: nil))
                }
                guard let next = next(path.normalizedToNFC, fragment, from: declared[index]) else {
                    return deadEnd(start, .redirectToNowhere(to, nearest: nearest(to: path)))
                }
                switch next {
                case .route(let route): return arrive(at: route, query, fragment, hops, outputs)
                case .declared(let hop):
                    if let repeated = hops.firstIndex(of: hop) {
                        return loop(Array(hops[repeated...]))
                    }
                    if declared[hop].anchor != nil { fragment = nil }
                    outputs &= declared[hop].outputs
                    index = hop
                }
            }
        }
    }

    private enum Next {
        case route(Int)
        case declared(Int)
    }

    /// What stands at a path: what is there goes before what was.
    private func next(_ path: String, _ fragment: String?, from: DeclaredFormer) -> Next? {
        let folder = path.hasSuffix("/") || path.hasSuffix(".html") ? path : path + "/"
        let former = known[Key(path: folder, anchor: nil)].map { Next.declared($0) }
        if let route = routes.table.index(ofPath: path) {
            if routes.exclusions[route] != nil, let former { return former }
            let place = routes.table.routes[route].path
            if let fragment, let hop = known[Key(path: place, anchor: fragment)] {
                return .declared(hop)
            }
            return .route(route)
        }
        return former
    }

    private mutating func arrive(
        at route: Int, _ query: String, _ fragment: String?, _ hops: [Int],
        _ outputs: OutputSet
    ) -> (FormerURL.Target, OutputSet)? {
        let target = routes.table.routes[route]
        let all: OutputSet
        if case .upload(let upload) = target.kind {
            all = uploads.outputs[upload]
        } else {
            all = target.outputs
        }
        if let why = routes.exclusions[route], let to = written(hops[hops.count - 1]) {
            let isOver = pageAt(route)?.exclusion == .expired
            return deadEnd(
                hops[0], isOver ? .leadsToGone(to, to) : .redirectToExcluded(to, because: why))
        }
        noteChain(hops, to: target.path + query + (fragment.map { "#" + $0 } ?? ""))
        return (.route(route, query: query, anchor: fragment), outputs & all)
    }

    private func pageAt(_ route: Int) -> Page? {
        guard case .page(let page) = routes.table.routes[route].kind else { return nil }
        return project.tree.pages[page]
    }

    private func written(_ index: Int) -> Located<String>? {
        guard case .written(let to) = declared[index].goal else { return nil }
        return to
    }

    private mutating func noteChain(_ hops: [Int], to final: String) {
        guard hops.count > 1, let to = written(hops[0]) else { return }
        let between = hops.dropFirst().map { declared[$0].from }
        diagnostics.append(.redirectChain(to, between: between, final: final))
    }

    private mutating func deadEnd(
        _ index: Int, _ finding: Diagnostic
    ) -> (FormerURL.Target, OutputSet)? {
        diagnostics.append(finding)
        return nil
    }

    private mutating func loop(_ members: [Int]) -> (FormerURL.Target, OutputSet)? {
        if loops.isDisjoint(with: members) {
            diagnostics.append(.redirectLoop(members.sorted().map { declared[$0].from }))
        }
        loops.formUnion(members)
        return nil
    }

    private func nearest(to path: String) -> String? {
        let folder = path.split(separator: "/").dropLast().joined(separator: "/")
        let beside = routes.table.routes.lazy.map(\.path)
            .filter { $0.dropFirst().hasPrefix(folder) }
        return nearestName(to: path, in: beside.prefix(500))
    }
}
