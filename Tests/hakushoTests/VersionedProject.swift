import Foundation
import TestSupport

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A project whose pages all say which version of it they are of, so that a mixture would show.
struct VersionedProject {
    let project: TemporaryProject
    let pages: Int

    var folder: TemporaryFolder { project.folder }
    var site: SiteOnDisk { SiteOnDisk(project) }

    init(pages: Int = 60) throws {
        project = try TemporaryProject()
        self.pages = pages
    }

    /// Writes all pages of a version; the last by name is `z.md`.
    func write(_ version: Int) throws {
        try project.add(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            uploads: {accept_unscanned_files: true}
            -- Content/uploads/same.png --
            """)
        let names = (1..<pages).map { "p\($0)" } + ["z"]
        for name in ["index"] + names {
            let link = name == "index" ? "![same](../uploads/same.png)" : ""
            try folder.write(
                "---\ntitle: \(name)\n---\nThis is version \(version).\n\n\(link)\n",
                to: "Content/pages/\(name).md")
        }
    }

    /// The versions of which what is live has pages.
    var liveVersions: Set<Int> {
        get throws {
            let pages = folder.files(below: "Site/current/public").filter {
                $0.hasSuffix("index.html")
            }
            return Set(
                try pages.compactMap { page in
                    try folder.text(of: "Site/current/public/" + page)
                        .firstMatch(of: /This is version (\d+)\./).flatMap { Int($0.1) }
                })
        }
    }

    /// Starts a build and stops it while it writes: `p1.md` is done and `z.md` is to come.
    ///
    /// - Parameter version: What is written first; after an attempt that came too late, the next.
    /// - Returns: The build, and the version that it has.
    func buildStoppedWhileItWrites(from version: Int) async throws -> (StartedProgram, Int) {
        var version = version
        while true {
            try write(version)
            let build = try StartedProgram("build", "--jobs", "1", in: project.url)
            if build.stop(when: { hasStaged("p1") }), !hasStaged("z") { return (build, version) }
            build.send(SIGKILL)
            _ = try await build.end()
            version += 1
        }
    }

    private func hasStaged(_ page: String) -> Bool {
        guard let staging else { return false }
        return folder.has("Site/generations/\(staging)/public/\(page)/index.html")
    }

    /// The name of the folder in which a build writes now.
    var staging: String? {
        let path = folder.url(of: "Site/generations").path
        let names = try? FileManager.default.contentsOfDirectory(atPath: path)
        return names?.first { $0.hasPrefix(".staging-") }
    }
}
