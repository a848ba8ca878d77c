import TestSupport
import Testing

/// What the launcher does on a machine that lacks something.
@Suite(.timeLimit(.minutes(2))) struct MissingPackageTests {
    @Test(arguments: [
        ("C.UTF-8", "hello: greets people"), ("ja_JP.UTF-8", "hello: 人にあいさつするため"),
    ])
    func whatIsMissingIsInstalledAndTheReasonSaid(language: String, reason: String) async throws {
        let fixture = try LauncherFixture()
        try fixture.machine.remove("present")
        let run = try await fixture.run(language: language)
        #expect(run.status == 3)
        #expect(run.stderr.contains(reason))
        let install = try fixture.calls.first
        #expect(install?.hasPrefix("apt-get ") == true)
        #expect(install?.hasSuffix(" install --no-install-recommends hello") == true)
    }

    @Test func theBenchmarksNeedWhatTheBuildNeedsAndTheirOwnAndNothingOfTheTests() async throws {
        let fixture = try LauncherFixture()
        try fixture.machine.remove("present")
        try fixture.writeCommand("python3", "exit 5\n")
        #expect(try await fixture.run("benchmark").status == 5)
        let install = try fixture.calls.first
        #expect(install?.hasSuffix(" --no-install-recommends hello counter") == true)
    }

    @Test func oldPackageListsAreRenewedOnce() async throws {
        let fixture = try LauncherFixture()
        try fixture.machine.remove("present")
        try fixture.writeCommand(
            "apt-get",
            """
            echo "$@" >>$MACHINE/calls
            case "$*" in
                *update*) : >$MACHINE/renewed ;;
                *) [ -e $MACHINE/renewed ] || exit 100; : >$MACHINE/present ;;
            esac
            """)
        let run = try await fixture.run()
        #expect(run.status == 3)
        let steps = try fixture.calls.map { $0.contains("update") ? "update" : "other" }
        #expect(steps == ["other", "update", "other", "other"])
    }

    @Test func anInstallationThatFailsIsShownAndEndsTheRun() async throws {
        let fixture = try LauncherFixture()
        try fixture.machine.remove("present")
        try fixture.writeCommand("apt-get", "echo 'E: no such mirror' >&2; exit 100\n")
        let run = try await fixture.run()
        #expect(run.status == 2)
        #expect(run.stdout == "")
        #expect(run.stderr.contains("E: no such mirror"))
    }

    @Test func sudoInstallsForOneWhoIsNotRoot() async throws {
        let fixture = try LauncherFixture()
        try fixture.machine.remove("present")
        try fixture.writeCommand("id", "echo 1000\n")
        try fixture.writeCommand(
            "sudo", "echo sudo >>$MACHINE/calls; [ \"$1\" = -v ] || exec \"$@\"\n")
        let run = try await fixture.run()
        #expect(run.status == 3)
        #expect(try fixture.calls.first == "sudo")
    }

    @Test func withoutRootAndSudoTheCommandIsSaid() async throws {
        let fixture = try LauncherFixture()
        try fixture.machine.remove("present")
        try fixture.writeCommand("id", "echo 1000\n")
        let run = try await fixture.run()
        #expect(run.status == 2)
        #expect(run.stderr.contains("apt-get install --no-install-recommends hello"))
        #expect(try fixture.calls.isEmpty)
    }

    @Test(arguments: [
        ("Darwin", "", "brew install"), ("Linux", "ID=arch", "pacman -S"),
        ("Linux", "ID=\"fedora\"", "https://github.com/github/cmark-gfm"),
        ("MINGW64_NT-10.0", "", "WSL"),
    ])
    func anotherSystemIsToldWhatToInstall(kernel: String, release: String, advice: String)
        async throws
    {
        let fixture = try LauncherFixture()
        try fixture.machine.remove("present")
        try fixture.machine.write(release, to: "os-release")
        try fixture.writeCommand("uname", "echo \(kernel)\n")
        let run = try await fixture.run()
        #expect(run.status == 2)
        #expect(run.stderr.contains("hello: greets people"))
        #expect(run.stderr.contains(advice))
        #expect(try fixture.calls.isEmpty)
    }

    @Test func aMachineWithoutSwiftIsToldWhereToGetIt() async throws {
        let fixture = try LauncherFixture()
        try fixture.machine.remove("bin/swift")
        let run = try await fixture.run()
        #expect(run.status == 2)
        #expect(run.stderr.contains("https://www.swift.org/install/"))
    }

    @Test(arguments: [("5.10", 2), ("6.2.4", 2), ("6.3", 3), ("6.10.1", 3), ("7.0", 3)])
    func anOldSwiftIsRefusedByItsVersion(version: String, status: Int32) async throws {
        let fixture = try LauncherFixture()
        try fixture.writeCommand(
            "swiftc", "echo '  \"compilerVersion\": \"Swift version \(version) (x)\",'\n")
        #expect(try await fixture.run().status == status)
    }
}
