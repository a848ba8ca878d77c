import Building
import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

/// A build that takes over what an earlier one made gives what a build of everything gives.
@Suite struct KeptFactsTests {
    private static let kept = ".hakusho/kept"

    private func build(
        _ project: TemporaryProject, _ arguments: String..., asOf: String = BuiltSite.usualMoment
    ) async throws -> ProgramRun {
        try await BuiltProgram.run(
            ["build", "--as-of", asOf] + arguments, in: project.url)
    }

    /// The files that are live, by output and path.
    private func live(_ project: TemporaryProject) throws -> [String: [UInt8]] {
        let folder = project.folder
        let root = try FileManager.default.destinationOfSymbolicLink(
            atPath: folder.url(of: "Site/current").path)
        var files: [String: [UInt8]] = [:]
        // What lies beside the outputs is no page.
        for name in folder.files(below: "Site/" + root) where name.contains("/") {
            files[name] = try folder.bytes(of: "Site/\(root)/\(name)")
        }
        return files
    }

    private func expectLive(_ project: TemporaryProject, after what: String) throws {
        let (live, whole) = (try live(project), try BuiltSite(project).files)
        #expect(live.keys.sorted() == whole.keys.sorted(), "\(what)")
        for (name, bytes) in whole where live[name] != bytes { Issue.record("\(name), \(what)") }
    }

    /// Six projects with fifty edits each.
    @Test(arguments: 1...6) func everyEditGivesWhatABuildOfEverythingGives(seed: UInt64)
        async throws
    {
        var edits = try RandomEdits(seed: seed)
        let project = edits.project
        #expect(try await build(project).status == 0)
        var refused = 0
        for number in 1...50 {
            let undo = try edits.edit()
            let what = "edit \(number) of \(seed): \(undo.map(\.file))"
            let run = try await build(project)
            let whole = try BuiltSite(project)
            if whole.report.diagnostics.hasErrors {
                #expect(run.status == 1, "\(what)")
                refused += 1
                try edits.undo(undo)
                #expect(try await build(project).status == 0, "\(what)")
            } else {
                #expect(run.status == 0, "\(what)\n\(run.stderr)")
            }
            try expectLive(project, after: what)
        }
        #expect(refused < 25)
    }

    @Test func damageOfAnyKindMakesTheBuildStartFromScratch() async throws {
        let project = try RandomEdits(seed: 1).project
        #expect(try await build(project).status == 0)
        let whole = try project.folder.bytes(of: Self.kept)
        #expect(KeptFacts(packed: whole) != nil)
        for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 97)) {
            var damaged = whole
            damaged[place] ^= 0x10
            #expect(KeptFacts(packed: damaged) == nil)
            #expect(KeptFacts(packed: Array(whole[..<place])) == nil)
        }
        try project.folder.write(Array(whole.dropLast()), to: Self.kept)
        #expect(try await build(project).status == 0)
        #expect(try project.folder.bytes(of: Self.kept) == whole)
        try project.folder.remove(Self.kept)
        #expect(try await build(project).stderr.contains("nothing changed"))
        #expect(try project.folder.bytes(of: Self.kept) == whole)
    }

    @Test(arguments: [false, true])
    func aPublishedFileThatWasTamperedWithIsMadeAnew(alsoEdits: Bool) async throws {
        let project = try RandomEdits(seed: 1).project
        #expect(try await build(project).status == 0)
        let page = "Site/generations/1/public/guide/a/index.html"
        let path = project.folder.url(of: page).path
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        try project.folder.write(project.folder.bytes(of: page).reversed(), to: page)
        if alsoEdits {
            try project.folder.write(
                "---\ntitle: 三\nlabel: open\n---\n別の本文\n", to: "Content/pages/c.md")
        }
        #expect(try await build(project).status == 0)
        try expectLive(project, after: "tampering")
    }

    @Test func aPageAppearsAtItsTimeAlthoughNoFileHasChanged() async throws {
        let project = try RandomEdits(seed: 1).project
        try project.folder.write(
            "---\ntitle: 先\nlabel: open\npublish_at: 2026-01-15T12:00:00+09:00\n---\n本文\n",
            to: "Content/pages/later.md")
        #expect(try await build(project).status == 0)
        #expect(try live(project)["public/later/index.html"] == nil)
        let noon = "2026-01-15T12:00:00+09:00"
        #expect(try await build(project, asOf: "2026-01-15T11:59:59+09:00").status == 0)
        #expect(try live(project)["public/later/index.html"] == nil)
        #expect(try await build(project, asOf: noon).status == 0)
        #expect(try live(project)["public/later/index.html"] != nil)
    }

    @Test func aBuildWithVerifyPassesWhereNothingDiffers() async throws {
        let project = try RandomEdits(seed: 1).project
        #expect(try await build(project).status == 0)
        let page = "Content/pages/c.md"
        try project.folder.write(project.folder.text(of: page) + "別の本文\n", to: page)
        let run = try await build(project, "--verify")
        #expect(run.status == 0, "\(run.stderr)")
        try expectLive(project, after: "the edit")
    }

    @Test func aBuildWithVerifyNamesWhatDiffersAndPublishesNothing() async throws {
        let project = try RandomEdits(seed: 1).project
        #expect(try await build(project).status == 0)
        let old = try live(project)
        let page = "Content/pages/c.md"
        let before = SHA256Digest(of: try project.folder.bytes(of: page))
        try project.folder.write(project.folder.text(of: page) + "別の本文\n", to: page)
        // Facts that say of the new text what was true of the old one.
        let after = SHA256Digest(of: try project.folder.bytes(of: page))
        var bytes = try project.folder.bytes(of: Self.kept).dropLast(32)
        let place = try #require(bytes.firstRange(of: before.bytes))
        bytes.replaceSubrange(place, with: after.bytes)
        try project.folder.write(bytes + SHA256Digest(of: bytes).bytes, to: Self.kept)

        let run = try await build(project, "--verify")
        #expect(run.status == 1)
        #expect(run.stderr.contains("error[publish.reuse-differs]: 'public/c/index.html'"))
        #expect(run.stderr.contains("delete .hakusho/kept"))
        #expect(try live(project) == old)
    }

    @Test func aBlockListBesideTheContentIsLookedAtInEveryBuild() async throws {
        let project = try RandomEdits(seed: 1).project
        let settings = try project.folder.text(of: "Content/site.yml")
        try project.folder.write(
            settings + "\nuploads: {accept_unscanned_files: true, block_list: blocked.txt}\n",
            to: "Content/site.yml")
        try project.folder.write("# none\n", to: "blocked.txt")
        try project.folder.write(
            "---\ntitle: 三\nlabel: open\n---\n![図](/uploads/a.png)\n", to: "Content/pages/c.md")
        try #require(try await build(project).status == 0)
        let image = try project.folder.bytes(of: "Content/uploads/a.png")
        try project.folder.write(
            "\(SHA256Digest(of: image).hex):\(image.count):Bad\n", to: "blocked.txt")
        let run = try await build(project)
        #expect(run.status == 1)
        #expect(run.stderr.contains("upload.refused"))
    }

    @Test func namesThatAreEqualAsTextAreTwoFiles() async throws {
        let project = try RandomEdits(seed: 1).project
        let names = ["\u{304C}", "\u{304B}\u{3099}"].map { "Content/pages/\($0).md" }
        for (name, slug) in zip(names, ["one", "two"]) {
            try project.folder.write(
                "---\ntitle: \(slug)\nlabel: open\nslug: \(slug)\n---\n本文\n", to: name)
        }
        try #require(try await build(project).status == 0)
        for (name, slug) in zip(names, ["one", "two"]) {
            try project.folder.write(
                project.folder.text(of: name) + "\n追記\n", to: name)
            #expect(try await build(project).status == 0)
            let page = try #require(try live(project)["public/\(slug)/index.html"])
            #expect(String(decoding: page, as: UTF8.self).contains("追記"))
        }
    }

    @Test(arguments: [
        ("2026-12-01T11:00:00+09:00", false), ("2026-12-01T12:00:00+09:00", false),
        ("2026-12-01T12:00:01+09:00", true),
    ])
    func aWarningThatComesWithTimeIsNotMissed(asOf: String, isTold: Bool) async throws {
        let project = try RandomEdits(seed: 1).project
        try project.folder.write(
            project.folder.text(of: "Content/site.yml")
                + "\nsecurity_txt: {contact: [\"mailto:a@example.jp\"], "
                + "expires: 2026-12-31T12:00:00+09:00}\n", to: "Content/site.yml")
        let first = try await build(project, asOf: "2026-12-01T10:00:00+09:00")
        try #require(first.status == 0, "\(first.stderr)")
        let run = try await build(project, asOf: asOf)
        #expect(run.stderr.contains("security-txt.expires-soon") == isTold)
    }

    @Test(arguments: ["labels.lock", "published.tsv"])
    func whatIsNoFileWhereOneBelongsIsNotMissed(name: String) async throws {
        let project = try RandomEdits(seed: 1).project
        try #require(try await build(project).status == 0)
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.url(of: "Content/" + name).path, withDestinationPath: "/nowhere")
        let run = try await build(project)
        #expect(run.status == 1)
        #expect(run.stderr.contains("content.symbolic-link"))
    }
}
