import Foundation
import SiteFixtures
import TestSupport

/// A project that changes as projects do: texts, titles, labels, names, settings, a template, an
/// edition. The same seed gives the same changes.
struct RandomEdits {
    let project: TemporaryProject
    private var random: SplitMix
    private var count = 0

    init(seed: UInt64) throws {
        random = SplitMix(seed: seed)
        project = try TemporaryProject(Self.archive)
        try FileManager.default.createDirectory(
            at: project.folder.url(of: "Themes"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: PackageFolder.url.appending(path: "Themes/plain"),
            to: project.folder.url(of: "Themes/plain"))
    }

    /// A file before an edit; nil where it was not there.
    typealias Undo = (file: String, bytes: [UInt8]?)

    /// Makes one edit.
    ///
    /// - Returns: What takes it back.
    mutating func edit() throws -> [Undo] {
        count += 1
        switch Int.random(in: 0..<14, using: &random) {
        case 0..<4: return try changeText(of: anyPage())
        case 4: return try change(anyPage(), "title: ", to: "題\(count)")
        case 5: return try change(anyPage(), "label: ", to: ["open", "secret"].any(&random))
        case 6: return try change(anyPage(), "tags: ", to: ["[甲]", "[甲, 乙]", "[丙]"].any(&random))
        case 7: return try addPage()
        case 8: return try rename(anyPage())
        case 9: return try pages.count < 4 ? addPage() : replace(anyPage(), by: nil)
        case 10:
            return try append("<!-- \(count) -->\n", to: "Themes/plain/templates/page.mustache")
        case 11:
            let name = ["公開", "一般"].any(&random)
            return try change("Content/labels.yml", "  - {id: open, name: ", to: name + "}")
        case 12: return try changeSettings()
        default:
            return try append("\n第\(count)文です。\n", to: Self.control)
        }
    }

    /// Takes an edit back.
    func undo(_ edits: [Undo]) throws {
        for edit in edits { _ = try replace(edit.file, by: edit.bytes) }
    }

    private static let control = "Content/whitepapers/demo/editions/1.0/12.3.1.md"

    private mutating func anyPage() -> String { pages.any(&random) }

    /// All but the folders' own.
    private var pages: [String] {
        project.folder.files(below: "Content/pages")
            .filter { $0.hasSuffix(".md") && !$0.contains("index.") }
            .sorted().map { "Content/pages/" + $0 }
    }

    private mutating func changeText(of page: String) throws -> [Undo] {
        let matter = try project.folder.text(of: page)
            .split(separator: "---\n", omittingEmptySubsequences: false)
            .prefix(2).joined(separator: "---\n")
        let texts = (0..<3).map { _ in Self.texts.any(&random) }
        return try replace(
            page, by: Array((matter + "---\n" + texts.joined(separator: "\n\n") + "\n").utf8))
    }

    private mutating func addPage() throws -> [Undo] {
        let folder = ["", "guide/"].any(&random)
        let page = "---\ntitle: 新\(count)\nlabel: open\ntags: [甲]\ndescription: 説明\n---\n新しい。\n"
        return try replace("Content/pages/\(folder)new-\(count).md", by: Array(page.utf8))
    }

    private mutating func rename(_ page: String) throws -> [Undo] {
        let bytes = try project.folder.bytes(of: page)
        let folder = page.split(separator: "/").dropLast().joined(separator: "/")
        return try replace(page, by: nil)
            + replace("\(folder)/moved-\(count).md", by: bytes)
    }

    private mutating func changeSettings() throws -> [Undo] {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return try change("Content/site.yml", "title: ", to: "例\(count)")
        case 1: return try change("Content/site.yml", "page_size: ", to: ["2", "3"].any(&random))
        default:
            let order = [1, 2].any(&random)
            return try replace(
                "Content/pages/guide/folder.yml", by: Array("order: \(order)\n".utf8))
        }
    }

    /// Replaces the rest of the line that begins so.
    private func change(_ file: String, _ start: String, to value: String) throws -> [Undo] {
        let lines = try project.folder.text(of: file).components(separatedBy: "\n").map {
            $0.hasPrefix(start) ? start + value : $0
        }
        return try replace(file, by: Array(lines.joined(separator: "\n").utf8))
    }

    private func append(_ text: String, to file: String) throws -> [Undo] {
        try replace(file, by: project.folder.bytes(of: file) + Array(text.utf8))
    }

    private func replace(_ file: String, by bytes: [UInt8]?) throws -> [Undo] {
        let old = project.folder.has(file) ? try project.folder.bytes(of: file) : nil
        if let bytes {
            try project.folder.write(bytes, to: file)
        } else if old != nil {
            try project.folder.remove(file)
        }
        return [(file, old)]
    }

    /// Texts of which some find others, some have anchors, and some break.
    private static let texts = [
        "本文です。", "[案内](/guide/)", "## 節\n\n[ここ](#節)", "![図](/uploads/a.png)", "**太字。**続き",
        ":::label secret\n社外秘。\n\n## 社外秘の節\n:::", "[節](/guide/#節)", "脚注[^1]。\n\n[^1]: 注。",
        "[無い](nope.md)", "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |", "[一](/guide/a/)",
    ]

    private static let archive =
        BuiltSite.bilingual.replacing("page_size: 2", with: "page_size: 2\ntheme: plain") + """

            -- Content/redirects.yml --
            - {from: /old/, to: /guide/, label: open}
            - {from: /guide/#古い節, to: /guide/#節, label: open}
            -- Content/pages/c.md --
            ---
            title: 三
            label: open
            tags: [乙]
            description: 説明
            date: 2025-02-03
            ---
            本文
            -- Content/whitepapers/demo/whitepaper.yml --
            title: ホワイトペーパー
            product: 例
            standard: ISO/IEC 27017:2015
            path: /security/
            label: open
            catalogue: catalogue.csv
            editions:
              - {version: "1.0", date: 2025-04-01, approver: 委員会, summary: 初版}
            -- Content/whitepapers/demo/catalogue.csv --
            id,title_ja,title_en,audience,iso27002_2022
            12.3.1,情報のバックアップ,Information backup,provider,8.13
            -- Content/whitepapers/demo/editions/1.0/section-1.md --
            ---
            id: "1"
            title: 管理策
            controls: true
            ---
            -- Content/whitepapers/demo/editions/1.0/12.3.1.md --
            ---
            control: 12.3.1
            responsibility: provider
            ---
            バックアップを取得します。
            """
}

extension Array {
    /// One of them.
    fileprivate func any(_ random: inout SplitMix) -> Element {
        self[Int.random(in: indices, using: &random)]
    }
}
