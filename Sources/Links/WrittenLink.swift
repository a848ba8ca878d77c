package import Core
package import Markdown

/// A link as its author wrote it.
package struct WrittenLink: Sendable {
    /// Unescaped, but still percent-encoded as its author has it.
    package let destination: String
    /// The whole link in its file, for messages.
    package let span: SourceSpan
    /// The bytes of the destination in the same file; nil where they are not known for sure.
    package let range: Range<Int>?
    /// How those bytes are written.
    package let form: DestinationForm

    /// Takes a destination as it stands in the text.
    ///
    /// - Parameter range: The bytes that a repair may replace, in the file of `span`.
    package init(
        _ destination: String, at span: SourceSpan, range: Range<Int>? = nil,
        form: DestinationForm = .plain
    ) {
        self.destination = destination
        self.span = span
        self.range = range
        self.form = form
    }

    /// Takes a link of a page.
    package init(_ reference: MarkdownReference) {
        self.init(
            reference.destination, at: reference.span, range: reference.destinationRange,
            form: reference.form)
    }

    /// The repair that puts `right` in place of the destination and leaves all other bytes.
    func replacing(with right: String, en: String, ja: String) -> Diagnostic.Fix {
        guard let range else { return .advice(en: en, ja: ja) }
        let edit = TextEdit(file: span.file, range: range, text: form.written(right))
        return .edit([edit], en: en, ja: ja)
    }

    /// The same, in the usual words.
    func replacing(with right: String) -> Diagnostic.Fix {
        replacing(with: right, en: "write '\(right)'", ja: "「\(right)」と書いてください")
    }

    /// `path` with the query and the fragment of this link.
    func keepingSuffix(of path: String) -> String {
        let suffix = destination.utf8.firstIndex { $0 == 0x3F || $0 == 0x23 }
        return path + (suffix.map { String(destination[$0...]) } ?? "")
    }

    /// The destination with another fragment.
    func with(fragment: String) -> String {
        let end = destination.utf8.firstIndex(of: 0x23) ?? destination.endIndex
        return destination[..<end] + "#" + fragment.readableFragment
    }
}

extension LinkOrigin {
    /// The path to the Markdown file at `key`, as a link here writes it: from the root where the
    /// link does, else from this folder.
    func path(to key: String, as link: WrittenLink) -> String {
        if link.destination.hasPrefix("/") { return "/" + key.readableURL }
        var here = folder.split(separator: "/")[...]
        var there = key.split(separator: "/")[...]
        while let first = here.first, there.count > 1, first == there.first {
            here.removeFirst()
            there.removeFirst()
        }
        let up = String(repeating: "../", count: here.count)
        let start = link.destination.hasPrefix("./") && here.isEmpty ? "./" : ""
        return start + up + there.joined(separator: "/").readableURL
    }
}

extension String {
    /// A path as a URL that people can read: encoded is only what has a meaning of its own.
    package var readableURL: String { encoding { "%?# <>\"\\^`{}|".unicodeScalars.contains($0) } }

    /// The same for a fragment.
    var readableFragment: String { encoding { "% <>\"\\^`{}|".unicodeScalars.contains($0) } }

    private func encoding(where isReserved: (Unicode.Scalar) -> Bool) -> String {
        guard unicodeScalars.contains(where: { $0.value < 0x20 || isReserved($0) }) else {
            return self
        }
        return unicodeScalars.reduce(into: "") { text, scalar in
            let isEncoded = scalar.value < 0x20 || isReserved(scalar)
            guard isEncoded else { return text.unicodeScalars.append(scalar) }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            text += digits.count < 2 ? "%0" + digits : "%" + digits
        }
    }

    /// Whether a fragment has a directive for the browser, such as `:~:text=`.
    ///
    /// - Source: WICG, "URL Fragment Text Directives".
    var hasTextDirective: Bool {
        guard utf8.contains(0x7E) else { return false }
        return firstRange(of: ":~:") != nil
    }

    /// The fragment before its directive.
    var withoutTextDirective: String {
        firstRange(of: ":~:").map { String(self[..<$0.lowerBound]) } ?? self
    }
}
