import Core

/// A file that a theme adds to the site: a style sheet, an icon, a font.
package struct ThemeAsset: Sendable {
    /// Path below the theme's `assets` folder, such as `style.css`.
    package let path: String
    /// The whole file, as the theme has it.
    package let bytes: [UInt8]

    /// Takes a path below the theme's `assets` folder.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// The path under which it is published. A style sheet's name carries the first 12 digits of
    /// its digest, so that a browser may keep it for ever; what style sheets refer to by a
    /// relative URL keeps its name.
    package var publishedPath: String {
        guard path.hasSuffix(".css") else { return path }
        return "\(path.dropLast(4)).\(SHA256Digest(of: bytes).hex.prefix(12)).css"
    }
}
