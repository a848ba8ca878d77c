import Core

@testable import Content

/// One YAML text, read: what the tests of YAML look at.
struct ParsedYAML {
    let root: YAMLNode?
    let diagnostics: [Diagnostic]
    private let bytes: [UInt8]

    init(_ text: String) { self.init(bytes: Array(text.utf8)) }

    init(bytes: [UInt8]) {
        self.bytes = bytes
        (root, diagnostics) = YAMLNode.parse(bytes[...], file: "a.yml")
    }

    /// The findings as `code line:column source`, in the order of reports.
    var findings: [String] {
        diagnostics.inReportingOrder().map { finding in
            finding.code + " " + place(of: finding.span) + source(at: finding.span)
        }
    }

    /// Where a span begins, `line:column `; empty where it is the whole file.
    func place(of span: SourceSpan?) -> String {
        guard let range = span?.range else { return "" }
        let position = LineIndex(bytes).position(of: range.lowerBound)
        return "\(position.line):\(position.column) "
    }

    /// The source at a place.
    func source(at span: SourceSpan?) -> String {
        guard let range = span?.range, range.upperBound <= bytes.count else { return "" }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// The value of a path of keys and indices, without places: `title.ja`, `tags.0`.
    func value(_ path: String) -> String? {
        var node = root
        for part in path.split(separator: ".") {
            switch node?.value {
            case .mapping(let entries): node = entries.first { $0.key == part }?.value
            case .sequence(let items): node = Int(part).map { items[$0] }
            default: return nil
            }
        }
        guard case .scalar(let text, _)? = node?.value else { return nil }
        return text
    }

    /// Reads the keys of a mapping, and returns the findings of that.
    func reading(_ body: (inout YAMLMapping) -> Void) -> [String] {
        var keys = YAMLMapping(root, file: "a.yml")
        body(&keys)
        keys.finish()
        return keys.diagnostics.inReportingOrder().map { finding in
            finding.code + " " + place(of: finding.span) + source(at: finding.span)
        }
    }
}
