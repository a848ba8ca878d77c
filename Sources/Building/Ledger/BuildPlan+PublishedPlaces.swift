import Content
import Core
import Links

extension BuildPlan {
    /// What readers of this build may cite, and so must find again in every later one: pages,
    /// editions with their files, folders' lists, uploads and feeds, with the anchors of the pages, and whatever
    /// stands for those that are no more.
    ///
    /// A comparison with the current edition is another when a newer one comes, and is not promised.
    /// The later pages of a list, the lists of tags, the theme's files and those that only
    /// machines ask for (sitemap.xml, robots.txt) are not among them: they say what there is on
    /// the day, and come and go with it.
    ///
    /// - Parameters:
    ///   - anchors: By route.
    ///   - uploads: The outputs of each upload.
    ///   - formers: With their final outputs.
    func publishedPlaces(
        anchors: [Int: [Anchor]], uploads: [Int: OutputSet], formers: [FormerURL]
    ) -> [PublishedPlace] {
        var lists: Set<String> = []
        for site in sites {
            for list in site.folders.values where list.index == nil { lists.insert(list.route) }
        }
        let files = Set(
            Feeds.all(in: project).map(\.route)
                + whitepapers.flatMap(\.files).map(\.path.normalizedToNFC))
        var places: [PublishedPlace] = []
        for (index, route) in routes.table.routes.enumerated() {
            let outputs: OutputSet
            switch route.kind {
            case .page, .edition: outputs = route.outputs
            case .record(let promised): outputs = promised & route.outputs
            case .list where lists.contains(route.path): outputs = route.outputs
            case .file where files.contains(route.path): outputs = route.outputs
            case .upload(let upload):
                outputs = uploads[upload, default: 0] & self.uploads.outputs[upload]
            case .list, .file, .redirect, .gone: continue
            }
            guard outputs != 0 else { continue }
            places.append(
                PublishedPlace(
                    url: route.path, outputs: outputs,
                    anchors: citable(anchors[index] ?? [], outputs)))
        }
        for former in formers where former.anchor == nil && former.outputs != 0 {
            places.append(
                PublishedPlace(url: url(of: former), outputs: former.outputs, anchors: []))
        }
        return places
    }

    /// The path at which readers ask for what was there: a file's has no slash at its end.
    func url(of former: FormerURL) -> String {
        let isFile = former.path.hasPrefix("/uploads/") && former.path.hasSuffix("/")
        return isFile ? String(former.path.dropLast()) : former.path
    }

    private func citable(_ anchors: [Anchor], _ outputs: OutputSet) -> [Anchor] {
        anchors.compactMap { anchor in
            guard anchor.kind != .footnote, anchor.outputs & outputs != 0 else { return nil }
            return Anchor(
                name: anchor.name, outputs: anchor.outputs & outputs, kind: anchor.kind)
        }
    }
}
