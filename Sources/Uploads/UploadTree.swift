package import Content
package import Core

/// One file below Content/uploads.
package struct Upload: Sendable {
    /// From the project's root: `Content/uploads/figures/a.svg`.
    package let file: String
    /// In NFC: `/uploads/figures/a.svg`.
    package let route: String
    /// Its sidecar's label, as written.
    package let label: Located<String>?
}

/// The files of Content/uploads and their sidecars.
package struct UploadTree: Sendable {
    /// Sorted by file.
    package var uploads: [Upload] = []
    /// `NAME.yml` beside a file `NAME`.
    package var sidecars: [String] = []
    /// Left behind by systems and editors.
    package var ignored: [String] = []
    /// Links and special files; each has a diagnostic.
    package var refused: [String] = []

    /// Reads the tree; no file's contents but the sidecars'.
    ///
    /// - Throws: `FileError`.
    package static func read(
        project: String
    ) throws(FileError) -> (tree: UploadTree, diagnostics: [Diagnostic]) {
        var tree = UploadTree()
        var diagnostics: [Diagnostic] = []
        guard try fileStatus(project + "/Content/uploads") != nil else { return (tree, []) }
        var pending = [(file: "Content/uploads", route: "/uploads")]
        while let folder = pending.popLast() {
            let entries = try listFolder(project + "/" + folder.file)
            let names = Set(entries.lazy.filter { $0.kind == .file }.map(\.name))
            for entry in entries {
                let file = folder.file + "/" + entry.name
                switch entry.kind {
                case .link, .other:
                    tree.refused.append(file)
                    diagnostics.append(
                        entry.kind == .link ? .symbolicLink(file: file) : .specialFile(file: file))
                case _ where isSystemFile(entry.name):
                    tree.ignored.append(file)
                case .file where isSidecar(entry.name, among: names):
                    tree.sidecars.append(file)
                default:
                    guard let segment = urlSegment(entry.name) else {
                        tree.refused.append(file)
                        diagnostics.append(.badName(entry.name, file: file))
                        continue
                    }
                    let route = folder.route + "/" + segment
                    if entry.kind == .folder {
                        pending.append((file, route))
                        continue
                    }
                    let (label, found) = try readSidecar(
                        of: entry.name, at: file, among: names, project: project)
                    tree.uploads.append(Upload(file: file, route: route, label: label))
                    diagnostics += found
                }
            }
        }
        tree.uploads.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
        return (tree, diagnostics)
    }

    private static func isSidecar(_ name: String, among names: Set<String>) -> Bool {
        name.hasSuffix(".yml") && names.contains(String(name.dropLast(4)))
    }

    private static func readSidecar(
        of name: String, at file: String, among names: Set<String>, project: String
    ) throws(FileError) -> (label: Located<String>?, diagnostics: [Diagnostic]) {
        guard names.contains(name + ".yml") else { return (nil, []) }
        let sidecar = file + ".yml"
        let bytes = try readFile(project + "/" + sidecar)
        let (root, found) = YAMLNode.parse(bytes[...], file: sidecar)
        var keys = YAMLMapping(root, file: sidecar)
        let label = keys.text("label")
        for key in ["title", "alt"] { _ = keys.localized(key) }
        for key in ["owner", "licence"] { _ = keys.text(key) }
        _ = keys.date("expire_at")
        keys.finish()
        return (label, found + keys.diagnostics)
    }
}
