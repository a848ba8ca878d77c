/// Several text files in one text: each begins with a line `-- PATH --`.
///
/// What stands before the first such line is a comment. A last line without a line feed is given
/// one, as Swift's literals of several lines end without. The form is Go's txtar.
///
/// - Source: golang.org/x/tools/txtar.
package struct TextArchive: Sendable {
    /// One file of the archive.
    package struct File: Sendable, Equatable {
        /// Path below the archive's folder, with `/` between names.
        package let path: String

        /// The lines between this file's marker and the next, each with its line feed.
        package let text: String

        /// Puts a path and its text together.
        package init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// The files, in the order of their markers.
    package let files: [File]

    /// Takes an archive apart.
    package init(_ archive: String) {
        var files: [File] = []
        var path: String?
        var text = ""
        var lines = archive.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" { lines.removeLast() }  // It ends a line; no empty line follows it.
        for line in lines {
            if let next = Self.path(inMarker: line) {
                if let path { files.append(File(path: path, text: text)) }
                (path, text) = (next, "")
            } else {
                text += line + "\n"
            }
        }
        if let path { files.append(File(path: path, text: text)) }
        self.files = files
    }

    private static func path(inMarker line: Substring) -> String? {
        guard line.hasPrefix("-- "), line.hasSuffix(" --"), line.count > 6 else { return nil }
        return String(line.dropFirst(3).dropLast(3))
    }
}
