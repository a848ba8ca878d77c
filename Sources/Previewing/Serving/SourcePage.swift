import Core

/// A file of the project with its lines, so that an editor finds a place without counting.
struct SourcePage {
    private let file: String
    private let line: Int
    private let bytes: [UInt8]
    private let look: Look

    /// Most bytes of a file that is shown.
    private static let limit = 4 << 20
    /// Most lines that are shown.
    private static let lineLimit = 20_000

    /// - Parameter query: `file`, from the project's root, below Content or Themes; and `line`,
    ///   from 1.
    /// - Returns: Nil for anything else, and for a link.
    init?(_ query: [String: String], _ look: Look) {
        guard let file = query["file"],
            file.hasPrefix("Content/") || file.hasPrefix("Themes/"),
            !file.split(separator: "/", omittingEmptySubsequences: false).contains("..")
        else { return nil }
        let project = look.preview.setting.project
        // Whatever keeps the file from being read, there is nothing to show.
        guard let folder = try? ConfinedFolder(Array(project.utf8)),
            let bytes = try? folder.read(file, limit: Self.limit)
        else { return nil }
        self.file = file
        line = query["line"].flatMap { Int($0) } ?? 0
        self.bytes = bytes
        self.look = look
    }

    /// The whole document.
    var html: String {
        let language = look.language
        let lines = LineIndex(bytes)
        let rows = (1...min(lines.count, Self.lineLimit)).map { number in
            let current = number == line ? " aria-current=\"location\"" : ""
            let text = lines.text(ofLine: number).escapedForHTML
            return "<li id=\"L\(number)\"\(current)><code>\(text)</code></li>"
        }
        let back = Message(en: "Back", ja: "戻る").text(in: language)
        let body = """
            <h1>\(file.escapedForHTML)</h1>
            <p><a href="/" data-back>\(back)</a> · <a href="\(editorURL)">VS Code</a></p>
            <ol class="source">
            \(rows.joined(separator: "\n"))
            </ol>
            """
        return PlainPage.document(
            file, body: body, language: language,
            script: look.script(for: PreviewResponder.folder + "source", []))
    }

    /// Where the preview shows a line of a file, for an attribute in HTML.
    static func url(of file: String, line: Int?) -> String {
        let place = line.map { "&amp;line=\($0)#L\($0)" } ?? ""
        let name = PercentEncoding.encodePath(file).split(separator: "&").joined(separator: "%26")
        return "\(PreviewResponder.folder)source?file=\(name.escapedForHTML)\(place)"
    }

    /// The place for an editor that opens URLs of its own.
    private var editorURL: String {
        let path = look.preview.setting.project + "/" + file
        return "vscode://file" + PercentEncoding.encodePath(path).escapedForHTML
            + ":\(max(line, 1))"
    }
}
