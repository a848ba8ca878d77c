import Core

@testable import Theming

/// A small theme that is right, and changes of it.
struct ThemeFixture {
    private var files: [String: String] = [
        "theme.yml": """
        name: Small
        strings:
          ja: {hello: こんにちは}
          en: {hello: Hello}

        """,
        "assets/style.css": "p { margin: 0 }\n",
    ]

    /// - Parameter changes: Files to add or to replace; nil takes one away.
    init(_ changes: KeyValuePairs<String, String?> = [:]) {
        self.init(files: changes.map { ($0.key, $0.value) })
    }

    init(files changes: [(String, String?)]) {
        for name in ThemeSchema.requiredTemplates {
            files["templates/\(name).mustache"] = "<p>{{page.title}}</p>\n"
        }
        for (path, text) in changes { files[path] = text }
    }

    var source: ThemeSource {
        ThemeSource(
            folder: "Themes/small",
            files: files.map { ThemeSource.File(path: $0.key, bytes: Array($0.value.utf8)) })
    }

    /// What is wrong with the theme.
    var diagnostics: [Diagnostic] { Theme.load(source).1 }

    /// The text that a diagnostic points at.
    func text(at span: SourceSpan?) -> String? {
        guard let span, let range = span.range else { return nil }
        let bytes = files[String(span.file.dropFirst("Themes/small/".count))].map { Array($0.utf8) }
        return bytes.map { String(decoding: $0[range], as: UTF8.self) }
    }
}
