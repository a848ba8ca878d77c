import Core
import Foundation
import TestSupport
import Testing

@testable import Theming

/// Themes/README.md tells theme authors exactly what templates see.
@Suite struct ThemeDocumentationTests {
    /// One row: a name from the root, with `?` where it may be absent, and what it is.
    struct Row: Hashable, CustomStringConvertible {
        let name: String
        let kind: String
        var description: String { "\(name): \(kind)" }
    }

    @Test func namesEveryNameOnceAndNoUnknownOne() throws {
        let readme = try String(
            contentsOf: PackageFolder.url.appending(path: "Themes/README.md"), encoding: .utf8)
        let documented = readme.matches(of: /\n\| `([a-z0-9_.?]+)` \| ([a-z ]+) \|/)
            .map { Row(name: String($0.1), kind: String($0.2)) }
        #expect(documented.count == Set(documented).count)
        let rows = Set(Self.rows)
        #expect(rows.subtracting(documented).map(\.description).sorted() == [])
        #expect(Set(documented).subtracting(rows).map(\.description).sorted() == [])
    }

    @Test func describesEveryShape() throws {
        let readme = try String(
            contentsOf: PackageFolder.url.appending(path: "Themes/README.md"), encoding: .utf8)
        for (name, shape) in ThemeSchema.shapes {
            guard case .object(let fields) = shape else { continue }
            let line = try #require(
                readme.split(separator: "\n").first { $0.hasPrefix("| \(name) |") })
            let names = line.matches(of: /`([a-z_]+\??)`/).map { String($0.1) }
            let expected = fields.map { $0.name + ($0.isOptional ? "?" : "") }
            #expect(names.filter { $0 != "datetime" } == expected, "\(name)")
        }
    }

    @Test func explainsEveryMistakeThatIsReported() throws {
        let readme = try String(
            contentsOf: PackageFolder.url.appending(path: "Themes/README.md"), encoding: .utf8)
        let documented = readme.matches(of: /\n\| `(theme\.[a-z-]+)` \|/).map { String($0.1) }
        let codes = Rule.all.map(\.code).filter { $0.hasPrefix("theme.") }
        #expect(documented == codes.sorted())
    }

    @Test func namesTheTemplatesThatThereAre() throws {
        let readme = try String(
            contentsOf: PackageFolder.url.appending(path: "Themes/README.md"), encoding: .utf8)
        let documented = readme.matches(
            of: /\n\| `templates\/([a-z0-9-]+)\.mustache` \| (yes|no) \|/)
        #expect(
            documented.filter { $0.2 == "yes" }.map { String($0.1) }
                == ThemeSchema.requiredTemplates)
        #expect(
            documented.filter { $0.2 == "no" }.map { String($0.1) }
                == ThemeSchema.optionalTemplates)
    }

    /// The schema of all templates as rows. `list` counts as present: only in the template
    /// `list` it always is.
    private static var rows: [Row] {
        var rows: [Row] = []
        for template in [
            "list", "home", "terms", "whitepaper", "control-history", "comparison",
        ] {
            rows += Self.rows(ThemeSchema.template(template, textKeys: []), below: "")
        }
        return rows.filter { $0.name != "list?" }
    }

    private static func rows(_ schema: ThemeSchema, below path: String) -> [Row] {
        guard case .object(let fields) = schema else { return [] }
        return fields.flatMap { field in
            let name = path + field.name
            let row = Row(name: name + (field.isOptional ? "?" : ""), kind: kind(field.type))
            switch field.type {
            case .list(let type) where kind(field.type) == "list":
                return [row] + rows(type, below: name + ".")
            case .object where kind(field.type) == "object":
                return [row] + rows(field.type, below: name + ".")
            default: return [row]
            }
        }
    }

    private static func kind(_ type: ThemeSchema) -> String {
        if let shape = ThemeSchema.shapes.first(where: { $0.value == type }) { return shape.key }
        switch type {
        case .text: return "text"
        case .html: return "html"
        case .bool: return "bool"
        case .object: return "object"
        case .list(let element):
            let inner = kind(element)
            return inner == "object" ? "list" : "list of \(inner)"
        }
    }
}
