import Core
import Foundation
import TestSupport
import Testing

/// A likely mistake of an editor: a small project, and what must be found in it.
///
/// A fixture is a `TextArchive` whose head states, one key a line: `ja` and `en`, what the editor
/// did; `code`, the severity and the code of the finding; `where`, the file it is about as a
/// whole. Without `where` the sign ☞ marks the place in a file; it is not part of the project.
/// Further keys: `on`, the project it is a change of; `encoding` of a file; `bytes` of a file;
/// `also`, a finding that is told besides, and why; `advice`, where the headline says what to do.
struct Mistake: Sendable, CustomTestStringConvertible {
    /// The fixture's name without its ending: `001-full-width-colon`.
    let name: String
    /// What the editor did.
    let title: Message
    /// `error yaml.syntax`.
    let finding: String
    /// `file:line:column`, or the file alone.
    let place: String
    /// `note upload.unreferenced Content/uploads`.
    let also: [String]
    /// Whether the headline is the advice.
    let isAdviceInHeadline: Bool

    private let files: [(path: String, bytes: [UInt8])]

    var testDescription: String { name }

    /// Sign before the place of the finding.
    private static let mark: Character = "☞"

    /// What every project has.
    private static let usual = """
        -- Content/site.yml --
        title: 例
        url: https://www.example.jp/
        -- Content/pages/index.md --
        ---
        title: 入門
        ---

        よく使う操作です。
        """

    static let folder = PackageFolder.url.appending(path: "Tests/MistakeTests")

    /// All fixtures, by name.
    static let all: [Mistake] = {
        do {
            let mistakes = folder.appending(path: "Mistakes")
            return try FileManager.default.contentsOfDirectory(atPath: mistakes.path).sorted()
                .map { name in
                    let text = try String(
                        contentsOf: mistakes.appending(path: name), encoding: .utf8)
                    return try Mistake(String(name.dropLast(4)), text)
                }
        } catch {
            preconditionFailure("a fixture cannot be read: \(error)")
        }
    }()

    private init(_ name: String, _ text: String) throws {
        let head = Head(text)
        self.name = name
        title = Message(en: try head.one("en"), ja: try head.one("ja"))
        finding = try head.one("code")
        also = head.all("also").map { String($0.prefix { $0 != "—" }.dropLast()) }
        isAdviceInHeadline = !head.all("advice").isEmpty
        var files: [String: String] = [:]
        let bases = try head.all("on").map { base in
            try String(
                contentsOf: Self.folder.appending(path: "Bases/\(base).txt"), encoding: .utf8)
        }
        for archive in [Self.usual] + bases + [text] {
            for file in TextArchive(archive).files { files[file.path] = file.text }
        }
        var place = head.all("where").first
        for (path, text) in files where text.contains(Self.mark) {
            let before = text.prefix { $0 != Self.mark }
            let line = before.count { $0 == "\n" } + 1
            let column = before.reversed().prefix { $0 != "\n" }.count + 1
            place = "\(path):\(line):\(column)"
            files[path] = text.filter { $0 != Self.mark }
        }
        self.place = try #require(place, "\(name) marks no place")
        let encodings = Dictionary(
            uniqueKeysWithValues: head.all("encoding").map(Head.pair))
        let bytes = Dictionary(uniqueKeysWithValues: head.all("bytes").map(Head.pair))
        self.files =
            try files.filter { bytes[$0.key] == nil }.map { path, text in
                (path, try Self.encode(text, as: encodings[path]))
            }
            + bytes.map { path, hex in
                (path, hex.split(separator: " ").compactMap { UInt8($0, radix: 16) })
            }
    }

    private static func encode(_ text: String, as encoding: String?) throws -> [UInt8] {
        switch encoding {
        case nil: return Array(text.utf8)
        case "shift-jis": return Array(try #require(text.data(using: .shiftJIS)))
        case "utf-16":
            return [0xFF, 0xFE] + Array(try #require(text.data(using: .utf16LittleEndian)))
        default: throw UnknownEncoding()
        }
    }

    private struct UnknownEncoding: Error {}

    /// The project on the disk, with the mistake in it.
    func project() throws -> TemporaryProject {
        let project = try TemporaryProject()
        for (path, bytes) in files {
            if bytes.isEmpty {
                try project.add("-- \(path) --\n")  // A picture by its name.
            } else {
                try project.folder.write(bytes, to: path)
            }
        }
        return project
    }
}

/// The lines before a fixture's first file.
private struct Head {
    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(separator: "\n").prefix { !$0.hasPrefix("-- ") }.map { $0 }
    }

    func all(_ key: String) -> [String] {
        lines.filter { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
    }

    func one(_ key: String) throws -> String {
        try #require(all(key).first, "no '\(key)' in the head")
    }

    /// A path and what is said of it.
    static func pair(_ text: String) -> (String, String) {
        let path = text.prefix { $0 != " " }
        return (String(path), String(text.dropFirst(path.count + 1)))
    }
}
