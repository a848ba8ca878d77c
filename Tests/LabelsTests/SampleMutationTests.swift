import Building
import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

/// Promise 2 of the design on the sample site, with its own theme, whitepaper and feeds.
@Suite struct SampleMutationTests {
    /// A change to the files of the sample, above an output's clearance.
    private struct Change {
        let name: String
        /// Whether members must not see it either; else the public alone.
        let isInternal: Bool
        let apply: (TemporaryFolder, Int) throws -> Void
    }

    private static func text(_ folder: TemporaryFolder, _ path: String) throws -> String {
        String(decoding: try folder.bytes(of: path), as: UTF8.self)
    }

    private static func edit(
        _ folder: TemporaryFolder, _ path: String, _ change: (String) -> String
    ) throws {
        let old = try text(folder, path)
        let new = change(old)
        try #require(new != old, "\(path) stays as it is")
        try folder.write(new, to: path)
    }

    /// Adds lines to a page's front matter.
    private static func state(
        _ folder: TemporaryFolder, _ path: String, _ line: String
    ) throws {
        try edit(folder, path) { text in
            let end = text.range(of: "\n---\n") ?? text.endIndex..<text.endIndex
            return text.replacingCharacters(in: end, with: "\n\(line)\n---\n")
        }
    }

    private static func page(_ title: String, _ lines: String = "", _ text: String = "本文。")
        -> String
    {
        "---\ntitle: \(title)\n\(lines)---\n\(text)\n"
    }

    private static let pages = "Content/pages/"
    /// One page of the sample on each level.
    private static let members = "members/known-issues"
    private static let secret = "internal/on-call"

    private static func onPages(_ isInternal: Bool) -> [Change] {
        let path = pages + (isInternal ? secret : members)
        let place = pages + (isInternal ? "internal" : "members")
        let level = isInternal ? "internal" : "members"
        return [
            Change(name: "title", isInternal: isInternal) { folder, number in
                try edit(folder, path + ".md") {
                    $0.replacingOccurrences(
                        of: "\ntitle: ", with: "\ntitle: 改題\(number) ")
                }
            },
            Change(name: "text and heading", isInternal: isInternal) { folder, number in
                try edit(folder, path + ".en.md") { $0 + "\n## Added \(number)\n\nText.\n" }
            },
            Change(name: "tags, order and alias", isInternal: isInternal) { folder, number in
                try folder.write(
                    page(
                        "新規\(number)",
                        "tags: [新しい\(number), セキュリティ]\norder: 1\naliases: [/old-\(number)/]\n"
                            + "date: 2026-11-20\n"), to: "\(place)/new-\(number).md")
            },
            Change(name: "draft", isInternal: isInternal) { folder, number in
                try folder.write(
                    page("下書き\(number)", "label: \(level)\ndraft: true\n"),
                    to: "\(pages)manual/draft-\(number).md")
            },
            Change(name: "notice", isInternal: isInternal) { folder, number in
                try folder.write(
                    page(
                        "社外秘のお知らせ\(number)",
                        "label: \(level)\nkind: release\ndate: 2026-11-22\n"),
                    to: "\(pages)notices/2026-11-22-\(number).md")
            },
            Change(name: "folder", isInternal: isInternal) { folder, number in
                try folder.write(
                    "title: 隠し\(number)\nlabel: \(level)\ncollection: notices\norder: 0\n",
                    to: "\(pages)a\(number)/folder.yml")
                try folder.write(
                    page("隠し", "kind: release\n"), to: "\(pages)a\(number)/b/c.md")
            },
            Change(name: "portion", isInternal: isInternal) { folder, number in
                try edit(folder, pages + "product/features.md") {
                    $0 + "\n:::label \(level)\n## 隠し\(number)[^x\(number)]\n\n"
                        + "[^x\(number)]: 隠した脚注。\n:::\n"
                }
            },
            Change(name: "upload", isInternal: isInternal) { folder, number in
                let upload = "hidden/u\(number)"
                try folder.write("x", to: "Content/uploads/\(upload).txt")
                try folder.write("label: \(level)\n", to: "Content/uploads/\(upload).txt.yml")
                try edit(folder, path + ".md") { $0 + "\n[資料](/uploads/\(upload).txt)\n" }
            },
            Change(name: "whitepaper section and fact", isInternal: isInternal) { folder, number in
                let paper = "Content/whitepapers/iso27017/"
                try edit(folder, paper + "whitepaper.yml") {
                    $0.replacingOccurrences(
                        of: "\nfacts:\n",
                        with: "\nfacts:\n  hidden.\(number): {value: 隠し, label: \(level)}\n")
                }
                for (suffix, title) in [("", "隠し"), (".en", "Hidden")] {
                    try folder.write(
                        "---\nid: \"9.\(number)\"\ntitle: \(title)\(number)\nlabel: \(level)\n---\n"
                            + "{{fact:hidden.\(number)}}\n",
                        to: paper + "editions/1.0/section-9.\(number)\(suffix).md")
                }
            },
        ]
    }

    @Test(.timeLimit(.minutes(10)))
    func whatIsHiddenInTheSampleChangesNoByteOfTheOutputsBelow() throws {
        let folder = try TemporaryFolder()
        for name in ["Content", "Themes"] {
            try FileManager.default.copyItem(
                at: PackageFolder.url.appending(path: name), to: folder.url(of: name))
        }
        // The sections to be hidden go into its first edition, which is frozen otherwise.
        try folder.remove("Content/whitepapers/iso27017/whitepaper.lock")
        let build = { try BuiltSite.build(folder.url, asOf: "2026-11-23") }
        let first = try build()
        try #require(!first.report.diagnostics.hasErrors)
        var number = 0
        // First what is internal, which neither output may show; then what members may see.
        for isInternal in [true, false] {
            for round in 0..<2 {
                let changes = Self.onPages(isInternal)
                for change in changes {
                    number += 1
                    try change.apply(folder, number)
                }
                let site = try build()
                try #require(
                    !site.report.diagnostics.hasErrors,
                    "\(site.report.diagnostics.filter { $0.severity == .error })")
                let names = changes.map(\.name).joined(separator: ", ")
                for output in isInternal ? ["public", "members"] : ["public"] {
                    let changed = differences(of: output, first.files, site.files)
                    #expect(changed == [], "round \(round) in '\(output)': \(names)")
                }
                #expect(differences(of: "staff", first.files, site.files).count > 10)
            }
        }
    }
}
