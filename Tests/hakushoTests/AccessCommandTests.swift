import Foundation
import TestSupport
import Testing

/// `hakusho access nginx`, as far as it needs no nginx.
@Suite struct AccessCommandTests {
    private static let tls = "tls: {certificate: /etc/c.pem, key: /etc/k.pem}"

    private func project(_ access: String) throws -> TemporaryProject {
        try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            outputs:
              public: {clearance: public}
              members: {clearance: members}
            \(access)
            -- Content/labels.yml --
            levels: [{id: public}, {id: members}]
            default: members
            -- Content/pages/index.md --
            ---
            title: Home
            label: public
            ---

            """)
    }

    private func run(
        _ access: String, _ arguments: String...
    ) async throws -> ProgramRun {
        let project = try project(access)
        return try await BuiltProgram.run(["access", "nginx"] + arguments, in: project.url)
    }

    private func members(_ more: String) -> String { "access: {members: {\(Self.tls), \(more)}}" }

    @Test func itWritesTheServerBlockAndSaysThatThereIsNoTreeYet() async throws {
        let run = try await run(members("allow: [192.0.2.0/24]"), "--output", "members")
        #expect(run.status == 0)
        #expect(run.stdout.contains("\n    allow 192.0.2.0/24;\n    deny all;\n"))
        #expect(run.stdout.contains("\n    ssl_certificate /etc/c.pem;\n"))
        #expect(run.stderr.contains("note[access.no-tree]"))
    }

    @Test func theRootIsTheProjectsOwnOrWhatIsAskedFor() async throws {
        let project = try project(members("allow: [192.0.2.0/24]"))
        #expect(try await project.run("build").status == 0)
        let own = try await project.run("access", "nginx", "--output", "members")
        #expect(own.stdout.contains("\n    root \(project.url.path)/Site/current/members;\n"))
        #expect(own.stderr == "")
        let other = try await project.run(
            "access", "nginx", "--output", "members", "--root", "/srv/members/")
        #expect(other.stdout.contains("\n    root /srv/members;\n"))
        #expect(try await project.run("build").stderr.contains("generation 1"))
    }

    @Test(arguments: [
        (["--output", "member"], "did you mean 'members'?"),
        (["--output", "x"], "public, members"),
        (["--output", "members", "--root", "site"], "--root"),
        (["--output", "members", "--output", "public", "--root", "/srv"], "--root"),
        ([], "--output"),
    ])
    func wrongUsageExitsWith64(arguments: [String], words: String) async throws {
        let project = try project(members("allow: [192.0.2.0/24]"))
        let run = try await BuiltProgram.run(["access", "nginx"] + arguments, in: project.url)
        #expect(run.status == 64)
        #expect(run.stdout == "")
        #expect(run.stderr.contains(words))
    }

    @Test(arguments: [
        ("", "members", "access.missing"),
        ("access: {members: {tls: {certificate: /c, key: /k}}}", "members", "access.unrestricted"),
        ("access: {member: {tls: off}}", "members", "access.unknown-output"),
    ])
    func whatCannotBeServedExitsWith1(
        access: String, output: String, code: String
    ) async throws {
        let run = try await run(access, "--output", output, "--lang", "ja")
        #expect(run.status == 1)
        #expect(run.stdout == "")
        #expect(run.stderr.contains("エラー[\(code)]"))
    }

    @Test(arguments: [
        "/srv/Site/current/public", "/srv/Site/current", "/srv/Site", "/srv/Site/generations/3",
        "/srv/Site/generations/3/public", "/srv/Site/current/members/guide", "/srv/public",
        "/srv/Site/current/public/members", "/",
    ])
    func aFolderOfOtherOutputsIsRefused(root: String) async throws {
        let access = members("allow: [192.0.2.1]")
        let run = try await run(access, "--output", "members", "--root", root)
        #expect(run.status != 0)
        #expect(run.stdout == "")
    }

    @Test(arguments: [
        "/srv/Site/current/members", "/srv/Site/generations/3/members", "/srv/members", "/srv/www",
    ])
    func anOutputsOwnFolderIsServed(root: String) async throws {
        let access = members("allow: [192.0.2.1]")
        let run = try await run(access, "--output", "members", "--root", root)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout.contains("root \(root);"))
    }

    @Test func secretsAmongWhatIsServedAreRefused() async throws {
        let access = members("allow: [192.0.2.1], basic_auth: {file: /etc/htpasswd}")
        let run = try await run(access, "--output", "members", "--root", "/etc")
        #expect(run.status == 1)
        #expect(run.stderr.contains("Content/site.yml:6:"))
        #expect(run.stderr.contains("error[access.file-in-root]"))
    }

    @Test func remarksAreWarningsAndForbidItOnlyWhereTheyAreToBeErrors() async throws {
        let access = "access: {members: {tls: off, allow: [10.0.0.0/7]}}"
        let run = try await run(access, "--output", "members")
        #expect(run.status == 0)
        #expect(run.stderr.contains("warning[access.tls-off]"))
        #expect(run.stderr.contains("warning[access.wide-network]"))
        #expect(try await self.run(access, "--output", "members", "--strict").status == 1)
        // A publication does not ask for a certificate that is elsewhere.
        let project = try project(access)
        #expect(try await project.run("check", "--strict").status == 0)
    }

    @Test func anUnrestrictedOutputIsFoundByCheckToo() async throws {
        let run = try await project("access: {members: {\(Self.tls)}}").run("check")
        #expect(run.status == 1)
        #expect(run.stderr.contains("error[access.unrestricted]"))
    }

    @Test func severalOutputsGoIntoOneFile() async throws {
        let access = """
            access:
              public: {\(Self.tls)}
              members: {\(Self.tls), server_name: m.example.jp, allow: [192.0.2.1]}
            """
        let run = try await run(access, "--output", "members", "--output", "public")
        #expect(run.status == 0)
        #expect(run.stdout.contains("server_name www.example.jp;"))
        #expect(run.stdout.contains("server_name m.example.jp;"))
    }
}
