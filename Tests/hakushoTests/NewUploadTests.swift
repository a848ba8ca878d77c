import Foundation
import TestSupport
import Testing

/// `hakusho new upload` and `hakusho new whitepaper`.
@Suite struct NewUploadTests {
    private let project: TemporaryProject

    init() throws {
        project = try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            -- Content/labels.yml --
            levels: [{id: public, name: Public}, {id: internal, name: Internal}]
            default: internal
            -- Content/pages/index.md --
            ---
            title: Home
            label: public
            ---
            ![a](/uploads/figures/My-picture.png)
            -- Content/uploads/original.png --
            -- given/program.png --
            MZ
            """)
        // A picture among the uploads of an archive becomes a real one.
        let picture = try project.folder.bytes(of: "Content/uploads/original.png")
        try project.folder.write(picture, to: "given/My picture.png")
        try project.folder.remove("Content/uploads")
    }

    @Test func aPictureIsCopiedWithItsSidecarAndCanBePublished() async throws {
        let run = try await project.run(
            "new", "upload", "given/My picture.png", "--to", "figures", "--title", "A: b",
            "--alt", "What it shows", "--label", "public", "--owner", "PR", "--licence", "CC0")
        #expect(run.status == 0, "\(run.stderr)")
        let file = "Content/uploads/figures/My-picture.png"
        #expect(run.stdout == "\(file)\n\(file).yml\n")
        #expect(run.stderr.contains("![A: b](/uploads/figures/My-picture.png)"))
        #expect(
            try project.folder.bytes(of: file)
                == project.folder.bytes(of: "given/My picture.png"))
        #expect(
            try project.folder.text(of: file + ".yml") == """
                title: "A: b"
                alt: "What it shows"
                label: public
                owner: PR
                licence: CC0

                """)
        let check = try await project.run("check", "--strict")
        #expect(check.status == 0, "\(check.stderr)")
        let again = try await project.run(
            "new", "upload", "given/My picture.png", "--title", "x", "--to", "figures")
        #expect(again.status == 1)
        #expect(again.stderr.contains("\(file) is there already"))
    }

    @Test func whatThePolicyRefusesIsNotCopied() async throws {
        let run = try await project.run("new", "upload", "given/program.png", "--title", "x")
        #expect(run.status == 1)
        #expect(run.stdout == "")
        #expect(run.stderr.contains("given/program.png: error[upload.refused]"), "\(run.stderr)")
        #expect(!project.folder.has("Content/uploads"))
        let json = try await project.run(
            "new", "upload", "given/program.png", "--title", "x", "--format", "json")
        #expect(json.status == 1)
        #expect(json.stdout.contains("\"upload.refused\""))
    }

    @Test(arguments: ["given/none.png", "given", "given/link.png"])
    func onlyAFileItselfIsTaken(file: String) async throws {
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.url(of: "given/link.png").path,
            withDestinationPath: "My picture.png")
        let run = try await project.run("new", "upload", file, "--title", "x")
        #expect(run.status == 1, "\(run.stderr)")
        #expect(!project.folder.has("Content/uploads"))
    }

    @Test func aWhitepaperIsBegunThatACheckAccepts() async throws {
        try project.folder.write(
            "---\ntitle: Home\nlabel: public\n---\n", to: "Content/pages/index.md")
        let run = try await project.run(
            "new", "whitepaper", "iso27017", "--title", "白書", "--product", "製品", "--label", "public"
        )
        let folder = "Content/whitepapers/iso27017"
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout == "\(folder)/whitepaper.yml\n\(folder)/editions/1.0/section-1.md\n")
        let check = try await project.run("check", "--strict")
        #expect(check.status == 0, "\(check.stderr)")
        let list = try await project.run("whitepaper", "list")
        #expect(list.stdout == "iso27017\t1.0\t-\tdraft\t1 item\n")
        let again = try await project.run(
            "new", "whitepaper", "iso27017", "--title", "T", "--product", "P")
        #expect(again.status == 1)
        #expect(again.stderr.contains("hakusho whitepaper new VERSION --id iso27017"))
    }
}
