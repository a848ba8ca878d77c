/// Writes diagnostics as a JUnit report: a suite for each file, a case for each finding.
///
/// An error is a failure. A warning is a skipped case, since it forbids nothing and yet should be
/// seen, and a note a passed one with output. A run without findings is one passed case, since a
/// report without any counts as broken in many a CI. A case is named by its finding's words, so
/// that it keeps its name when lines move.
///
/// - Source: junit-10.xsd of Jenkins' xUnit plugin; GitLab, "Unit test reports".
package struct JUnitReport {
    private let language: MessageLanguage
    private var sources: SourceLines
    private let prefix: String

    /// - Parameters:
    ///   - language: The language of the messages.
    ///   - sources: The files for lines and columns.
    ///   - prefix: The path from the repository's root to the project, with `/` at its end.
    package init(language: MessageLanguage, sources: SourceLines, prefix: String) {
        self.language = language
        self.sources = sources
        self.prefix = prefix
    }

    /// Appends the whole document.
    package mutating func append(_ diagnostics: [Diagnostic], to writer: inout ByteWriter) {
        let failures = diagnostics.count { $0.severity == .error }
        writer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hakusho\"")
        writer.append(" tests=\"\(max(diagnostics.count, 1))\" failures=\"\(failures)\"")
        writer.append(" errors=\"0\">\n")
        if diagnostics.isEmpty { appendPassed(to: &writer) }
        for suite in Self.suites(diagnostics) {
            appendSuite(suite.file, suite.findings, to: &writer)
        }
        writer.append("</testsuites>\n")
    }

    /// The findings by file, in the order in which files first come up.
    private static func suites(
        _ diagnostics: [Diagnostic]
    ) -> [(file: String?, findings: [Diagnostic])] {
        var order: [String?] = []
        var findings: [String?: [Diagnostic]] = [:]
        for diagnostic in diagnostics {
            let file = diagnostic.span?.file
            if findings[file] == nil { order.append(file) }
            findings[file, default: []].append(diagnostic)
        }
        return order.map { ($0, findings[$0] ?? []) }
    }

    private func appendPassed(to writer: inout ByteWriter) {
        let name = language == .ja ? "指摘なし" : "no findings"
        writer.append("  <testsuite name=\"hakusho\" tests=\"1\" failures=\"0\" errors=\"0\"")
        writer.append(" skipped=\"0\">\n    <testcase name=\"\(name)\" classname=\"hakusho\"/>\n")
        writer.append("  </testsuite>\n")
    }

    private mutating func appendSuite(
        _ file: String?, _ findings: [Diagnostic], to writer: inout ByteWriter
    ) {
        let name = file.map { prefix + $0 } ?? "hakusho"
        writer.append("  <testsuite name=\"")
        writer.appendXML(name)
        writer.append("\" tests=\"\(findings.count)\"")
        writer.append(" failures=\"\(findings.count { $0.severity == .error })\" errors=\"0\"")
        writer.append(" skipped=\"\(findings.count { $0.severity == .warning })\">\n")
        var uses: [String: Int] = [:]
        for finding in findings {
            var title = "\(finding.code): \(finding.message.text(in: language))"
            let use = uses[title, default: 0] + 1
            uses[title] = use
            if use > 1 { title += " (\(use))" }
            appendCase(finding, title, in: name, to: &writer)
        }
        writer.append("  </testsuite>\n")
    }

    private mutating func appendCase(
        _ finding: Diagnostic, _ title: String, in suite: String, to writer: inout ByteWriter
    ) {
        writer.append("    <testcase name=\"")
        writer.appendXML(title)
        writer.append("\" classname=\"")
        writer.appendXML(suite)
        writer.append("\">")
        let body = place(of: finding.span) + finding.wholeText(in: language)
        switch finding.severity {
        case .note:
            writer.append("<system-out>")
            writer.appendXML(body)
            writer.append("</system-out>")
        case .error, .warning:
            let element = finding.severity == .error ? "failure" : "skipped"
            writer.append("<\(element) type=\"")
            writer.appendXML(finding.code)
            writer.append("\" message=\"")
            writer.appendXML(finding.message.text(in: language))
            writer.append("\">")
            writer.appendXML(body)
            writer.append("</\(element)>")
        }
        writer.append("</testcase>\n")
    }

    /// `file:line:column: `, with a line of its own for what follows.
    private mutating func place(of span: SourceSpan?) -> String {
        guard let span else { return "" }
        guard let range = span.range, let lines = sources.lines(of: span.file) else {
            return prefix + span.file + "\n"
        }
        let start = lines.position(of: range.lowerBound)
        return prefix + span.file + ":\(start.line):\(start.column)\n"
    }
}

extension ByteWriter {
    /// Text for a node or a quoted attribute; what XML 1.0 cannot hold at all becomes U+FFFD.
    ///
    /// - Source: XML 1.0, production 2 (Char), and 3.3.3 (a line end in an attribute is a space).
    fileprivate mutating func appendXML(_ text: String) {
        var text = text
        if !text.unicodeScalars.allSatisfy(\.isXML) {
            var clean = String.UnicodeScalarView()
            clean.append(contentsOf: text.unicodeScalars.lazy.map { $0.isXML ? $0 : "\u{FFFD}" })
            text = String(clean)
        }
        for part in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if part.offset > 0 { append("&#10;" as StaticString) }
            appendEscaped(String(part.element))
        }
    }
}

extension Unicode.Scalar {
    /// CR is left out as well: parsers turn it into a line end.
    fileprivate var isXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x20...0x7E, 0x80...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
