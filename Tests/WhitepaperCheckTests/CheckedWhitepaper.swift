import Core
import Foundation
import TestSupport

@testable import Whitepapers

/// A whitepaper with one edition after another, whose findings are read with their places.
struct CheckedWhitepaper {
    let project: TemporaryProject

    /// - Parameters:
    ///   - more: Lines of whitepaper.yml.
    ///   - files: Files of the editions' folders, over those of a whitepaper without findings.
    ///   - isDraft: Whether the second edition has no date yet.
    init(
        _ more: String = "", files: String = "", standard: String = "ISO/IEC 27017:2015",
        isDraft: Bool = false
    ) throws {
        let date = isDraft ? "" : "\n    date: 2025-04-01\n    approver: 委員会"
        project = try TemporaryProject(
            """
            -- \(Self.folder)/whitepaper.yml --
            title: 例のホワイトペーパー
            product: infoCMS10
            standard: \(standard)
            path: /security/
            catalogue: catalogue.csv
            \(more)
            editions:
              - version: "1.0"
                date: 2024-04-01
                approver: 委員会
                summary: 初版
              - version: "1.1"\(date)
                summary: 改訂
                changes:
                  - {id: "2.2", summary: 改めた}
            -- \(Self.folder)/catalogue.csv --
            id,title_ja
            10.1.1,暗号
            12.3.1,バックアップ
            CLD.6.3.1,分担
            """)
        for file in TextArchive(Self.base).files + TextArchive(files).files {
            try project.folder.write(file.text, to: Self.folder + "/" + file.path)
        }
    }

    static let folder = "Content/whitepapers/demo"

    private static let base = """
        -- editions/1.0/section-2.1.md --
        \(section("2.1", "infoCMS10 は製品である。"))
        -- editions/1.0/section-2.2.md --
        \(section("2.2", "分担を述べる。"))
        -- editions/1.0/section-3.md --
        \(section("3", "管理策を示す。", "controls: true"))
        -- editions/1.0/10.1.1.md --
        \(control("10.1.1", "暗号化する。"))
        -- editions/1.0/12.3.1.md --
        \(control("12.3.1", "毎日取得する。"))
        -- editions/1.0/cld.6.3.1.md --
        \(control("CLD.6.3.1", "分担する。"))
        -- editions/1.1/section-2.2.md --
        \(section("2.2", "分担を改めて述べる。"))
        """

    static func section(_ id: String, _ text: String, _ more: String = "") -> String {
        let lines = ["---", "id: \"\(id)\"", "title: 節"] + (more.isEmpty ? [] : [more])
        return (lines + ["---", text]).joined(separator: "\n")
    }

    static func control(_ id: String, _ text: String, _ more: String = "") -> String {
        let lines = ["---", "control: \(id)", "responsibility: provider"]
        return (lines + (more.isEmpty ? [] : [more]) + ["---", text]).joined(separator: "\n")
    }

    /// A file of the newest edition: section 2.2 with another text.
    static func newest(_ text: String) -> String {
        "-- editions/1.1/section-2.2.md --\n" + section("2.2", text)
    }

    func load(on day: CalendarDate? = nil) throws -> LoadedWhitepaper {
        try Whitepaper.load(
            id: "demo", project: project.url.path, siteLanguages: ["ja"], on: day)
    }

    /// The findings as `code file line:column-line:column`, files below the whitepaper's folder.
    func findings(on day: CalendarDate? = nil) throws -> [String] {
        var lines = SourceLines { path in try? project.folder.bytes(of: path) }
        return try load(on: day).diagnostics.map { finding in
            let file = finding.span?.file ?? "-"
            var place = String(file.dropFirst(Self.folder.count + 1))
            if let range = finding.span?.range, let index = lines.lines(of: file) {
                let start = index.position(of: range.lowerBound)
                let end = index.position(of: range.upperBound)
                place += " \(start.line):\(start.column)-\(end.line):\(end.column)"
            }
            return finding.code + " " + place
        }
    }
}
