package import Core

/// The files of one theme, from a project's folder or from within the program.
package struct ThemeSource: Sendable {
    /// One file of the theme.
    package struct File: Sendable {
        /// Path below the theme's folder, such as `templates/page.mustache`.
        package let path: String
        /// The whole contents, as they were read.
        package let bytes: [UInt8]

        /// Takes a path below the theme's folder.
        package init(path: String, bytes: [UInt8]) {
            self.path = path
            self.bytes = bytes
        }
    }

    /// The theme's folder as diagnostics show it, such as `Themes/default`.
    package let folder: String
    /// Sorted by path.
    package let files: [File]

    /// Takes files in any order and sorts them.
    package init(folder: String, files: [File]) {
        self.folder = folder
        self.files = files.sortedByBytes { $0.path }
    }

    /// The place of the file at `path` below the theme's folder.
    func span(of path: String, _ range: Range<Int>? = nil) -> SourceSpan {
        SourceSpan(file: "\(folder)/\(path)", range: range)
    }
}

extension ThemeSource {
    /// The default theme, which the program carries within itself.
    package static var builtIn: ThemeSource {
        ThemeSource(
            folder: "Themes/default",
            files: DefaultTheme.files.map { File(path: $0.path, bytes: Array($0.text.utf8)) })
    }

    /// Reads the theme in `folder` below the folder `root`.
    ///
    /// - Returns: The files, and an error for each symbolic link or special file, which are
    ///   left out. Names that start with a dot are passed over.
    /// - Throws: `FileError` when a folder or file cannot be read.
    package static func read(
        _ folder: String, in root: String
    ) throws(FileError) -> (ThemeSource, [Diagnostic]) {
        var files: [File] = []
        var diagnostics: [Diagnostic] = []
        var pending = [""]
        while let path = pending.popLast() {
            for entry in try listFolder("\(root)/\(folder)/\(path)")
            where !entry.name.hasPrefix(".") {
                let inner = path.isEmpty ? entry.name : "\(path)/\(entry.name)"
                switch entry.kind {
                case .folder: pending.append(inner)
                case .file:
                    files.append(
                        File(path: inner, bytes: try readFile("\(root)/\(folder)/\(inner)")))
                case .link, .other:
                    diagnostics.append(.notAFile(SourceSpan(file: "\(folder)/\(inner)")))
                }
            }
        }
        return (ThemeSource(folder: folder, files: files), diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func notAFile(_ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "theme.not-a-file", at: span,
            en: "a theme holds files and folders only, no links or devices",
            ja: "テーマに置けるのはファイルとフォルダだけです（リンクやデバイスは置けません）")
    }
}
