import Content
import Core
import Labels
import Links
import Theming

/// A file of an output that is no page.
struct SiteFile {
    let output: String
    /// Below the output's root.
    let path: String
    let bytes: [UInt8]
}

extension BuildPlan {
    /// Sitemaps, feeds, robots.txt, security.txt and the theme's files, for each output.
    var siteFiles: [SiteFile] {
        project.site.outputs.indices.flatMap { output in
            let id = project.site.outputs[output].id
            var files = SiteFiles.sitemaps(sitemapEntries(output), project)
            let isForEverybody = clearances.clearances[output] == .lowest
            files.append(
                ("robots.txt", SiteFiles.robots(isForEverybody: isForEverybody, project)))
            if let contact = project.site.securityContact {
                files.append(
                    (".well-known/security.txt", SiteFiles.securityTxt(contact, project)))
            }
            for asset in project.theme.assets {
                files.append(("assets/" + asset.publishedPath, asset.bytes))
            }
            for feed in Feeds.all(in: project) {
                guard let context = context(output: output, language: feed.language),
                    let atom = feed.atom(context.site, project, clearances)
                else { continue }
                files.append((String(feed.route.dropFirst()), atom))
            }
            files += revisionFeeds(of: output)
            return files.map { SiteFile(output: id, path: $0.path, bytes: $0.bytes) }
        }
    }

    private func sitemapEntries(_ output: Int) -> [(route: String, changed: CalendarDate?)] {
        let bit: OutputSet = 1 << OutputSet(output)
        return routes.table.routes.compactMap { route -> (route: String, changed: CalendarDate?)? in
            guard route.outputs & bit != 0 else { return nil }
            switch route.kind {
            case .page(let page):
                // Where readers get a list in the page's place, its date is not for them.
                let isOwn = clearances.outputs[page] & bit != 0
                let changed = project.tree.pages[page].frontMatter.lastChange?.date
                return (route.path, isOwn ? changed : nil)
            case .list, .edition: return (route.path, nil)
            case .record(let promised): return promised & bit == 0 ? nil : (route.path, nil)
            case .upload, .file, .redirect, .gone: return nil
            }
        }
        .sortedByBytes { $0.route }
    }
}
