import Content
import Core
package import Links

extension PreparedBuild {
    /// The former URLs that an output tells of, for its web server, sorted by path; none where
    /// the project cannot be built. Anchors are not among them: they never reach a server.
    ///
    /// - Parameter output: A name in `outputs`.
    package func redirects(of output: String) -> [ServerRedirect] {
        guard let project, let index = project.site.outputs.firstIndex(where: { $0.id == output })
        else { return [] }
        return BuildPlan(project, collectsExternalLinks: false).redirects(of: index)
    }
}

extension BuildPlan {
    /// The redirects of one output, sorted by path.
    func redirects(of output: Int) -> [ServerRedirect] {
        serverRedirects(routes.formers.all, of: output)
    }

    /// The same for former URLs whose outputs are known better by now.
    func serverRedirects(_ formers: [FormerURL], of output: Int) -> [ServerRedirect] {
        let bit: OutputSet = 1 << OutputSet(output)
        return formers.filter { $0.anchor == nil && $0.outputs & bit != 0 }
            .map { former in
                ServerRedirect(
                    path: project.url(serverPath(of: former)), location: location(of: former))
            }
            .sortedByBytes { $0.path }
    }

    /// A former file is asked for without the slash that its page's folder has.
    private func serverPath(of former: FormerURL) -> String {
        let bare = former.path.dropLast()
        return former.path.hasPrefix("/uploads/") && former.path.hasSuffix("/")
            ? String(bare) : former.path
    }

    private func location(of former: FormerURL) -> String? {
        switch former.target {
        case .gone: nil
        case .address(let address): encoded(address)
        case .route(let route, let query, let anchor):
            project.url(PercentEncoding.encodePath(routes.table.routes[route].path))
                + encoded(query) + (anchor.map { "#" + PercentEncoding.encodePath($0) } ?? "")
        }
    }

    /// What an author wrote of a URL, with what may not stand there percent-encoded.
    private func encoded(_ text: String) -> String {
        let isSound = text.utf8.allSatisfy {
            (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C
        }
        if isSound { return text }
        return text.unicodeScalars.map { scalar in
            (0x21...0x7E).contains(scalar.value) && scalar != "\"" && scalar != "\\"
                ? String(scalar) : PercentEncoding.encodePath(String(scalar))
        }.joined()
    }
}
