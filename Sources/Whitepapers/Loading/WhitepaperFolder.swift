import Content
import Core

/// The files of one whitepaper's folder, sorted by what they are.
struct WhitepaperFolder: Sendable {
    /// One file, read.
    struct File: Sendable {
        /// From the project's root.
        let path: String
        let name: String
        let bytes: [UInt8]
    }

    /// One folder below `editions/`.
    struct EditionFolder: Sendable {
        let path: String
        let version: String
        let files: [File]
    }

    /// From the project's root.
    let path: String
    /// `whitepaper.yml`, the catalogue and the lock: what lies directly in the folder.
    private(set) var files: [File] = []
    private(set) var editions: [EditionFolder] = []
    /// Files that systems leave behind, from the project's root.
    private(set) var ignored: [String] = []
    /// Files that are in the wrong place or of the wrong kind; each has a diagnostic.
    private(set) var refused: [String] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let project: String

    /// Reads the folder `path` of the project.
    ///
    /// - Throws: `FileError` where the disk fails.
    init(_ path: String, project: String) throws(FileError) {
        self.path = path
        self.project = project
        for entry in try entries(of: path) {
            let file = path + "/" + entry.name
            switch (entry.kind, entry.name) {
            case (.folder, "editions"): try readEditions(file)
            case (.file, let name) where Self.isKnown(name):
                files.append(try read(file, entry.name))
            default: refuse(.unexpected(entry.name, file: file, in: .whitepaper))
            }
        }
    }

    /// The file of that name directly in the folder.
    func file(_ name: String) -> File? { files.first { $0.name == name } }

    /// Reports what lies in the folder and is not one of `names`.
    mutating func expectOnly(_ names: [String]) {
        for file in files where !names.contains(file.name) {
            refuse(.unexpected(file.name, file: file.path, in: .whitepaper))
        }
        files.removeAll { !names.contains($0.name) }
    }

    private static func isKnown(_ name: String) -> Bool {
        name == "whitepaper.yml" || name == "whitepaper.lock" || name.hasSuffix(".csv")
    }

    private mutating func readEditions(_ path: String) throws(FileError) {
        for entry in try entries(of: path) {
            let folder = path + "/" + entry.name
            guard entry.kind == .folder else {
                refuse(.unexpected(entry.name, file: folder, in: .editions))
                continue
            }
            var files: [File] = []
            for entry in try entries(of: folder) {
                let file = folder + "/" + entry.name
                if entry.kind == .file, entry.name.hasSuffix(".md") {
                    files.append(try read(file, entry.name))
                } else {
                    refuse(.unexpected(entry.name, file: file, in: .edition))
                }
            }
            editions.append(EditionFolder(path: folder, version: entry.name, files: files))
        }
    }

    /// What lies in a folder, without system files; links and special files are refused.
    private mutating func entries(of path: String) throws(FileError) -> [FolderEntry] {
        var entries: [FolderEntry] = []
        for entry in try listFolder(project + "/" + path) {
            let file = path + "/" + entry.name
            switch entry.kind {
            case .link: refuse(.symbolicLink(file: file))
            case .other: refuse(.specialFile(file: file))
            case .file, .folder:
                if isSystemFile(entry.name) { ignored.append(file) } else { entries.append(entry) }
            }
        }
        return entries
    }

    private func read(_ file: String, _ name: String) throws(FileError) -> File {
        File(path: file, name: name, bytes: try readFile(project + "/" + file))
    }

    private mutating func refuse(_ diagnostic: Diagnostic) {
        if let file = diagnostic.span?.file { refused.append(file) }
        diagnostics.append(diagnostic)
    }
}

/// A folder that has files of certain kinds only.
private enum Place {
    case whitepaper, editions, edition
}

extension Diagnostic {
    fileprivate static func unexpected(
        _ name: String, file: String, in place: Place
    ) -> Diagnostic {
        let nearest = nearestName(
            to: name,
            in: place == .whitepaper ? ["whitepaper.yml", "whitepaper.lock", "editions"] : [])
        let holds =
            switch place {
            case .whitepaper:
                (
                    en: "a whitepaper's folder holds whitepaper.yml, the catalogue and editions",
                    ja: "ホワイトペーパーのフォルダーには whitepaper.yml、管理策の一覧、editions だけを置きます"
                )
            case .editions:
                (
                    en: "editions holds one folder for each edition",
                    ja: "editions には版ごとのフォルダーだけを置きます"
                )
            case .edition:
                (
                    en: "an edition's folder holds Markdown (.md) only",
                    ja: "版のフォルダーには Markdown（.md）だけを置きます"
                )
            }
        return Diagnostic(
            .error, "whitepaper.unexpected-file", at: SourceSpan(file: file),
            en: "'\(name)' does not belong here; \(holds.en)",
            ja: "ここに「\(name)」は置けません。\(holds.ja)",
            fix: nearest.map {
                .advice(en: "rename it to '\($0)'", ja: "名前を「\($0)」に変えてください")
            })
    }
}
