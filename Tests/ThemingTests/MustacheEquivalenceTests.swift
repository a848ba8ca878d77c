import Core
import Mustache
import Testing

@testable import Theming

/// Theming renders what swift-mustache renders, for any value that fits the schema.
@Suite struct MustacheEquivalenceTests {
    static let theme = Theme.load(.builtIn).0
    static let library = library(of: ThemeSource.builtIn)

    @Test(arguments: 0..<24)
    func agreesOnRandomValuesForEveryTemplateOfTheDefaultTheme(seed: Int) throws {
        let theme = try #require(Self.theme)
        let library = try #require(Self.library)
        var random = RandomValues(seed: UInt64(seed))
        for (name, template) in theme.templates.sorted(by: { $0.key < $1.key }) {
            let value = random.value(template.schema)
            try #require(template.schema.mismatch(in: value) == nil)
            var output = ByteWriter()
            theme.render(name, value, into: &output)
            let reference = library.render(
                MustacheView.of(value, template.schema) ?? "", withTemplate: "templates/\(name)")
            // swift-mustache also escapes the apostrophe, which needs none between quotes.
            let expected = reference?.split(separator: "&#39;", omittingEmptySubsequences: false)
                .joined(separator: "'")
            let isEqual = output.bytes == expected.map { Array($0.utf8) }
            #expect(isEqual, "\(name): \(firstDifference(output.text, expected ?? ""))")
        }
    }

    private func firstDifference(_ a: String, _ b: String) -> String {
        let shared = zip(a, b).prefix { $0 == $1 }.count
        return
            "'\(a.dropFirst(max(shared - 40, 0)).prefix(80))' and '\(b.dropFirst(max(shared - 40, 0)).prefix(80))'"
    }

    private static func library(of source: ThemeSource) -> MustacheLibrary? {
        var library = MustacheLibrary()
        for file in source.files where file.path.hasSuffix(".mustache") {
            // A partial and a template may have the same name.
            let path = file.path.dropLast(".mustache".count)
            let name = path.hasPrefix("templates/partials/") ? path.dropFirst(19) : path
            let text = String(decoding: file.bytes, as: UTF8.self)
            guard (try? library.register(text, named: String(name))) != nil else {
                return nil
            }
        }
        return library
    }
}

/// A value as swift-mustache sees it: an absent name is there, and null, so that it is looked
/// for nowhere else.
struct MustacheView: MustacheParent {
    let fields: [(name: String, value: TemplateValue)]
    let schema: ThemeSchema

    func child(named name: String) -> Any? {
        if let field = schema.field(name) {
            guard let value = fields.first(where: { $0.name == name })?.value else { return Null() }
            return Self.of(value, field.type)
        }
        let inner = name.dropFirst(ThemeSchema.presencePrefix.count)
        guard schema.names.contains(name) else { return nil }
        switch fields.first(where: { $0.name == inner })?.value {
        case nil: return false
        case .list(let elements): return !elements.isEmpty
        default: return true
        }
    }

    static func of(_ value: TemplateValue, _ schema: ThemeSchema) -> Any? {
        switch (value, schema) {
        case (.text(let text), _): text
        case (.html(let bytes), _): String(decoding: bytes, as: UTF8.self)
        case (.bool(let flag), _): flag
        case (.list(let elements), .list(let type)): elements.compactMap { of($0, type) }
        case (.object(let fields), _): MustacheView(fields: fields, schema: schema)
        default: nil
        }
    }

    private struct Null: MustacheParent, MustacheCustomRenderable {
        var renderText: String { "" }
        var isNull: Bool { true }
        func child(named: String) -> Any? { Null() }
    }
}

/// Values that fit a schema, the same ones for the same seed.
struct RandomValues: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func value(_ schema: ThemeSchema) -> TemplateValue {
        switch schema {
        case .text: .text(text())
        case .html: .html(Array("<p>\(text())</p>\n".utf8))
        case .bool: .bool(Bool.random(using: &self))
        case .list(let type):
            .list((0..<Int.random(in: 0...3, using: &self)).map { _ in value(type) })
        case .object(let fields): object(fields)
        }
    }

    private mutating func object(_ fields: [ThemeSchema.Field]) -> TemplateValue {
        var result: [(name: String, value: TemplateValue)] = []
        for field in fields where !field.isOptional || Bool.random(using: &self) {
            result.append((field.name, value(field.type)))
        }
        return .object(result)
    }

    private mutating func text() -> String {
        let pieces = [
            "白書", "a", " ", "<", ">", "&", "\"", "'", "{{page.title}}", "\u{E000}", "\u{F8FF}",
            "\n",
            "😀", "が",
        ]
        return (0..<Int.random(in: 0...5, using: &self)).map { _ in
            pieces.randomElement(using: &self) ?? ""
        }.joined()
    }
}
