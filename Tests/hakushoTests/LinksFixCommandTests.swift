import Foundation
import TestSupport
import Testing

/// `hakusho links fix` on a copy of the sample.
@Suite struct LinksFixCommandTests {
    private func sample() throws -> TemporaryProject {
        let project = try TemporaryProject()
        for name in ["Content", "Themes"] {
            try FileManager.default.copyItem(
                at: PackageFolder.url.appending(path: name), to: project.folder.url(of: name))
        }
        try? project.folder.remove("Content/published.tsv")
        return project
    }

    private func move(_ project: TemporaryProject, _ old: String, _ new: String) throws {
        for language in ["", ".en"] {
            let target = project.folder.url(of: "Content/pages/\(new)\(language).md")
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.moveItem(
                at: project.folder.url(of: "Content/pages/\(old)\(language).md"), to: target)
        }
    }

    private func texts(_ project: TemporaryProject) throws -> [String: [UInt8]] {
        Dictionary(
            uniqueKeysWithValues: try project.folder.files(below: "Content").map {
                ($0, try project.folder.bytes(of: "Content/" + $0))
            })
    }

    @Test func afterAMoveTheCheckIsCleanAndOnlyLinksHaveChanged() async throws {
        let project = try sample()
        let asOf = "2026-11-23"
        try #require(try await project.run("check", "--as-of", asOf).status == 0)
        try move(project, "manual/getting-started", "manual/setup/first")
        let moved = try texts(project)
        #expect(try await project.run("check", "--as-of", asOf).status == 1)
        let file = project.folder.url(of: "Content/pages/manual/index.md").path
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)

        let arguments = ["manual/getting-started.md", "/manual/setup/first/"]
        let dry = try await project.run(
            "links", "fix", arguments[0], arguments[1], "--dry-run", "--lang", "en")
        #expect(dry.status == 0, "\(dry.stderr)")
        #expect(dry.stdout.contains("--- a/Content/pages/manual/index.md\n"))
        #expect(try texts(project) == moved, "nothing is written yet")

        let run = try await project.run("links", "fix", arguments[0], arguments[1])
        #expect(run.status == 0, "\(run.stderr)")
        let check = try await project.run("check", "--as-of", asOf)
        #expect(check.status == 0, "\(check.stderr)")
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
        #expect(mode as? Int == 0o640)
        for (name, bytes) in try texts(project) where moved[name] != bytes {
            let (old, new) = (moved[name] ?? [], String(decoding: bytes, as: UTF8.self))
            if name == "redirects.yml" {
                #expect(
                    new.contains("- {from: /manual/getting-started/, to: /manual/setup/first/}"))
                continue
            }
            // Taken back, the changes leave the file as it was.
            let back = new.replacing("setup/first.md", with: "getting-started.md")
                .replacing("](../", with: "](")
            let same = String(decoding: old, as: UTF8.self).replacing("](../", with: "](")
            #expect(back == same, "\(name)")
        }
        let again = try await project.run(
            "links", "fix", arguments[0], arguments[1], "--lang", "en")
        #expect(again.status == 0 && again.stderr.contains("nothing to change"))
    }

    @Test func whatIsStillThereHasNotMoved() async throws {
        let project = try sample()
        let run = try await project.run(
            "links", "fix", "manual/users.md", "manual/labels.md", "--lang", "en")
        #expect(run.status == 1)
        #expect(run.stderr.contains("Content/pages/manual/users.md is still there"))
        #expect(try await project.run("links", "fix", "manual/users.md").status == 64)
        let nowhere = try await project.run("links", "fix", "a.md", "b.md", "--lang", "en")
        #expect(nowhere.status == 1 && nowhere.stderr.contains("there is no page 'b.md'"))
    }

    @Test func aMoveThatNobodyStatesIsFoundWhereThereIsNoDoubt() async throws {
        let project = try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            -- Content/pages/index.md --
            ---
            title: Home
            ---
            [a](guide/a.md)
            -- Content/pages/guide/a.md --
            ---
            title: A
            ---
            [home](../index.md)

            ## One

            ## Two

            """)
        try #require(try await project.run("publish", "--as-of", "2026-01-15").status == 0)
        try FileManager.default.createDirectory(
            at: project.folder.url(of: "Content/pages/help/deep"), withIntermediateDirectories: true
        )
        try FileManager.default.moveItem(
            at: project.folder.url(of: "Content/pages/guide/a.md"),
            to: project.folder.url(of: "Content/pages/help/deep/b.md"))
        let run = try await project.run("links", "fix", "--lang", "en")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(
            run.stderr.contains(
                "guide/a.md is now help/deep/b.md: it is new, and has 2 of the 2 anchors"))
        #expect(
            try project.folder.text(of: "Content/pages/index.md").contains("[a](help/deep/b.md)"))
        #expect(
            try project.folder.text(of: "Content/pages/help/deep/b.md")
                .contains("[home](../../index.md)"))
        let check = try await project.run("check", "--as-of", "2026-01-15")
        #expect(check.status == 0, "\(check.stderr)")
    }

    @Test func whatItCannotRepairIsSaid() async throws {
        let project = try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            -- Content/pages/index.md --
            ---
            title: Home
            ---
            See [x](nowhere.md).
            """)
        let run = try await project.run("links", "fix", "--lang", "en")
        #expect(run.status == 1)
        #expect(run.stderr.contains("1 other link is for you to decide"), "\(run.stderr)")
    }
}
