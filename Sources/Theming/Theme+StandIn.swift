extension Theme {
    /// What pages are checked with while their own theme cannot be loaded, so that its errors do
    /// not hide theirs: the default theme, under the names of the other. Nothing is written with
    /// it, since those errors forbid that.
    ///
    /// - Parameter source: The theme that has errors; nil where there is none of the wanted name,
    ///   so that nobody knows its containers and templates.
    package static func standIn(for source: ThemeSource?) -> Theme? {
        guard let builtIn = load(.builtIn).0 else { return nil }
        guard let source else { return Theme(builtIn, containers: [], isComplete: false) }
        var theme = Theme(
            builtIn, containers: ThemeManifest.read(source).0.containers, isComplete: true)
        for file in source.files where file.path.hasPrefix("templates/") {
            let name = file.path.dropFirst("templates/".count)
            guard name.hasSuffix(".mustache"), !name.contains("/") else { continue }
            theme.templates[String(name.dropLast(".mustache".count))] = builtIn.templates["page"]
        }
        (theme.links, theme.anchors) = ThemeLink.collect(source)
        return theme
    }

    private init(_ theme: Theme, containers: [String], isComplete: Bool) {
        self = theme
        self.containers = containers
        self.isComplete = isComplete
        isStandIn = true
    }
}
