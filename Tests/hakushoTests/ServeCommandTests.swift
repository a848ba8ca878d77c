import Foundation
import TestSupport
import Testing

/// `hakusho serve` as a program: what it answers, and how it ends.
@Suite struct ServeCommandTests {
    private static let archive = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/base/
        -- Content/pages/index.md --
        ---
        title: Home
        ---
        Text
        """

    private func ask(_ arguments: String...) async throws -> (status: String, text: String) {
        try await ask(arguments)
    }

    @Test func answersThisMachinesBrowsersAndNobodyElse() async throws {
        let project = try TemporaryProject(Self.archive)
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.url(of: "Content/pages/link.md").path,
            withDestinationPath: "/etc/passwd")
        let preview = try await RunningPreview(project)
        let url = preview.origin
        let home = try await ask(url + "/base/")
        #expect(home.status == "200")
        #expect(home.text.contains("Text"))
        #expect(home.text.contains("/.hakusho/preview.js"))
        let policy = try #require(home.text.firstMatch(of: /Content-Security-Policy: ([^\r\n]+)/))
        #expect(!policy.1.contains("unsafe"))
        #expect(try await ask(url + "/").status == "302")
        #expect(try await ask("-I", url + "/base/").status == "200")

        let refused: [(expected: String, arguments: [String])] = [
            ("403", ["-H", "Host: evil.example:\(preview.port)", url + "/base/"]),
            ("403", ["-H", "Host: localhost:1", url + "/base/"]),
            ("400", ["-X", "POST", url + "/base/"]),
            ("400", ["-X", "PUT", url + "/base/"]),
            ("400", [url + "/base/../Content/site.yml"]),
            ("400", [url + "/base/%2e%2e/Content/site.yml"]),
            ("400", [url + "/%00"]), ("400", [url + "/%ff"]),
            ("404", [url + "/base/nothing/"]), ("404", [url + "/Content/site.yml"]),
            ("404", [url + "/.hakusho/nothing"]),
            ("404", [url + "/.hakusho/source?file=/etc/passwd"]),
            ("404", [url + "/.hakusho/source?file=Content/../../etc/passwd"]),
            ("404", [url + "/.hakusho/source?file=Content/pages/link.md"]),
            ("403", ["-H", "Sec-Fetch-Site: cross-site", url + "/base/"]),
            ("403", ["-H", "Sec-Fetch-Site: same-site", url + "/.hakusho/state"]),
        ]
        for (expected, arguments) in refused {
            let answer = try await ask(arguments)
            #expect(answer.status == expected, "\(arguments)")
            #expect(!answer.text.contains("root:"))
        }
        #expect(
            try await ask(url + "/.hakusho/source?file=Content/site.yml&line=1").status == "200")
        #expect(!project.folder.has("Site"))
    }

    /// Asks with curl.
    ///
    /// - Returns: The status, and the answer with its headers.
    private func ask(_ arguments: [String]) async throws -> (status: String, text: String) {
        let folder = try TemporaryFolder()
        let run = try await ChildProcess.run(
            URL(filePath: "/usr/bin/curl"),
            ["-s", "-i", "-m", "20", "--path-as-is", "-w", "\n%{http_code}"] + arguments,
            in: folder.url, environment: ["PATH": "/usr/bin:/bin"])
        let lines = run.stdout.split(separator: "\n", omittingEmptySubsequences: false)
        return (String(lines.last ?? ""), run.stdout)
    }

    @Test func endsWithoutAWordWhenItIsInterrupted() async throws {
        let preview = try await RunningPreview(try TemporaryProject(Self.archive))
        let words = try preview.words
        #expect(try await preview.interrupt() == 0)
        #expect(try preview.words == words)
    }

    @Test func saysWhoHasThePort() async throws {
        let project = try TemporaryProject(Self.archive)
        let preview = try await RunningPreview(project)
        let port = "\(preview.port)"
        let second = try await project.run("serve", "--port", port)
        #expect(second.status == 2)
        #expect(second.stderr.contains("port \(port) is in use"))
        #expect(second.stderr.contains("--port \(preview.port + 1)"))
        let japanese = try await project.run("serve", "--port", port, "--lang", "ja")
        #expect(japanese.stderr.contains("ポート \(port) は使用中です"))
        #expect(try await project.run("serve", "--port", "0").status == 64)
    }

    @Test func comesBackWhenTheProjectDoes() async throws {
        let project = try TemporaryProject(Self.archive)
        let preview = try await RunningPreview(project)
        let moved = project.folder.url(of: "Content").appendingPathExtension("away")
        try FileManager.default.moveItem(at: project.folder.url(of: "Content"), to: moved)
        try await Task.sleep(for: .milliseconds(500))
        try FileManager.default.moveItem(at: moved, to: project.folder.url(of: "Content"))
        try project.add("-- Content/pages/index.md --\n---\ntitle: Home\n---\nNew words\n")
        var state = ""
        for _ in 0..<200 where !state.contains("\"isBroken\":false") {
            try await Task.sleep(for: .milliseconds(100))
            state = try await ask(preview.origin + "/.hakusho/state?path=/base/").text
        }
        #expect(state.contains("\"isBroken\":false"))
        #expect(state.contains("\"failure\":null"))
        #expect(try await ask(preview.origin + "/base/").text.contains("New words"))
    }
}
