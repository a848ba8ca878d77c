package import Content
package import Core

/// One file below Content/uploads.
package struct Upload: Sendable {
    /// From the project's root: `Content/uploads/figures/a.svg`.
    package let file: String
    /// In NFC: `/uploads/figures/a.svg`.
    package let route: String
    /// The index of its folder in `UploadTree.folders`.
    package let folder: Int
    /// Its sidecar's label, as written.
    package let label: Located<String>?
    /// Its sidecar's handling marks, as written.
    package let handling: [Located<String>]
    /// Why its label was lowered, as its sidecar says; empty where it never was.
    package let downgrades: [Downgrade]
    /// What else its sidecar says.
    package let details: Details
    /// Whether its `expire_at` has come.
    package let isExpired: Bool

    /// What a sidecar may say of a file besides its label.
    package struct Details: Sendable {
        /// What readers call the file.
        package var title: LocalizedText?
        /// What an image shows, for those who cannot see it.
        package var alternative: LocalizedText?
        /// Who answers for it.
        package var owner: String?
        /// The terms under which it may be used.
        package var licence: String?
        /// The first day on which it is not published any more.
        package var expireAt: Located<CalendarDate>?
        /// Whether what it says about people is published; nil where site.yml decides.
        package var keepsMetadata: Bool?
    }
}

/// The files of Content/uploads and their sidecars.
package struct UploadTree: Sendable {
    /// Parents before children.
    package var folders: [Folder] = []
    /// Sorted by file.
    package var uploads: [Upload] = []
    /// folder.yml in any of the folders.
    package var settings: [String] = []
    /// `NAME.yml` beside a file `NAME`.
    package var sidecars: [String] = []
    /// Left behind by systems and editors.
    package var ignored: [String] = []
    /// Links and special files; each has a diagnostic.
    package var refused: [String] = []

    /// Reads the tree; no file's contents but the sidecars' and folder.yml's.
    ///
    /// - Parameter today: The day for which the site is built.
    /// - Throws: `FileError`.
    package static func read(
        project: String, today: CalendarDate
    ) throws(FileError) -> (tree: UploadTree, diagnostics: [Diagnostic]) {
        var walk = UploadWalk(project: project, today: today)
        switch try fileStatus(project + "/" + root)?.kind {
        case nil: return (walk.tree, [])
        case .folder: break
        case .link: return (walk.tree, [.symbolicLink(file: root)])
        default: return (walk.tree, [.specialFile(file: root)])
        }
        try walk.enter(path: "", route: "/uploads", parent: nil)
        walk.tree.uploads.sort { $0.file.precedesByBytes($1.file) }
        return (walk.tree, walk.diagnostics)
    }
}

private let root = "Content/uploads"

/// More than any settings may have; what is longer is reported as such.
private let settingsLimit = (4 << 20) + 1

/// Goes through uploads/ and sorts its files by what they are.
private struct UploadWalk {
    let project: String
    let today: CalendarDate
    var tree = UploadTree()
    var diagnostics: [Diagnostic] = []

    init(project: String, today: CalendarDate) {
        self.project = project
        self.today = today
    }

    mutating func enter(path: String, route: String, parent: Int?) throws(FileError) {
        let folder = path.isEmpty ? "Content/uploads" : "Content/uploads/" + path
        let entries = try listFolder(project + "/" + folder)
        let names = Set(entries.lazy.filter { $0.kind == .file }.map(\.name))
        let index = tree.folders.count
        let settings = try readSettings(of: folder, names)
        tree.folders.append(Folder(path: path, settings: settings, parent: parent, route: route))
        for entry in entries {
            let file = folder + "/" + entry.name
            switch entry.kind {
            case .link: refuse(file, .symbolicLink(file: file))
            case .other: refuse(file, .specialFile(file: file))
            case _ where isSystemFile(entry.name): tree.ignored.append(file)
            case .file where entry.name == "folder.yml": tree.settings.append(file)
            case .file where Self.isSidecar(entry.name, among: names): tree.sidecars.append(file)
            case .file where rightSidecarName(for: entry.name, among: names) != nil:
                let right = rightSidecarName(for: entry.name, among: names) ?? entry.name
                refuse(file, .misnamedSidecar(entry.name, right: right, file: file))
            default:
                guard let segment = urlSegment(entry.name) else {
                    refuse(file, .badName(entry.name, file: file))
                    continue
                }
                let below = path.isEmpty ? entry.name : path + "/" + entry.name
                if entry.kind == .folder {
                    try enter(path: below, route: route + "/" + segment, parent: index)
                } else {
                    try take(file, route: route + "/" + segment, folder: index, entry.name, names)
                }
            }
        }
    }

    private mutating func refuse(_ file: String, _ diagnostic: Diagnostic) {
        tree.refused.append(file)
        diagnostics.append(diagnostic)
    }

    private mutating func readSettings(
        of folder: String, _ names: Set<String>
    ) throws(FileError) -> FolderSettings {
        guard names.contains("folder.yml") else { return FolderSettings() }
        let file = folder + "/folder.yml"
        let bytes = try readFile(project + "/" + file, limit: settingsLimit)
        let (settings, found) = FolderSettings.readLabels(bytes, file: file)
        diagnostics += found
        return settings
    }

    private static func isSidecar(_ name: String, among names: Set<String>) -> Bool {
        name.hasSuffix(".yml") && name != "folder.yml" && names.contains(String(name.dropLast(4)))
    }

    private mutating func take(
        _ file: String, route: String, folder: Int, _ name: String, _ names: Set<String>
    ) throws(FileError) {
        let sidecar = file + ".yml"
        guard name != "folder", names.contains(name + ".yml") else {
            tree.uploads.append(
                Upload(
                    file: file, route: route, folder: folder, label: nil, handling: [],
                    downgrades: [], details: .init(), isExpired: false))
            return
        }
        let bytes = try readFile(project + "/" + sidecar, limit: settingsLimit)
        let (root, found) = YAMLNode.parse(bytes[...], file: sidecar)
        var keys = YAMLMapping(root, file: sidecar)
        let details = Upload.Details.read(&keys)
        let upload = Upload(
            file: file, route: route, folder: folder, label: keys.text("label"),
            handling: keys.texts("handling") ?? [], downgrades: Downgrade.readAll(&keys),
            details: details, isExpired: details.expireAt.map { $0.value <= today } ?? false)
        keys.finish()
        diagnostics += found + keys.diagnostics
        tree.uploads.append(upload)
    }
}

extension Upload.Details {
    private enum Metadata: String, CaseIterable, Sendable { case keep, remove }

    fileprivate static func read(_ keys: inout YAMLMapping) -> Self {
        var details = Self()
        details.title = keys.localized("title")?.value
        details.alternative = keys.localized("alt")?.value
        details.owner = keys.text("owner")?.value
        details.licence = keys.text("licence")?.value
        details.expireAt = keys.date("expire_at")
        let metadata: Located<Metadata>? = keys.choice("metadata")
        details.keepsMetadata = metadata.map { $0.value == .keep }
        return details
    }
}
