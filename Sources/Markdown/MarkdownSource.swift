import Core

/// One Markdown text and where it stands in its file.
package struct MarkdownSource: Sendable {
    /// The file's path from the project's root.
    package let file: String
    /// The whole file, front matter included, in UTF-8.
    package let bytes: [UInt8]
    /// The Markdown's bytes in the file.
    package let body: Range<Int>

    /// Takes the whole file, and the range in it that is Markdown.
    package init(file: String, bytes: [UInt8], body: Range<Int>) {
        self.file = file
        self.bytes = bytes
        self.body = body
    }
}
