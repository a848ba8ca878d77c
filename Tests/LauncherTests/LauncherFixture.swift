import Foundation
import TestSupport

/// A copy of the launcher among sources of its own, on a machine that is all pretence: `PATH` is
/// one folder with a stub of each command that would change or describe the real machine.
struct LauncherFixture {
    /// Holds the package in `project`, the commands in `bin`, and the calls in `calls`.
    let machine: TemporaryFolder

    /// The commands that are the system's own.
    private static let ownCommands = [
        "cat", "cut", "date", "env", "find", "flock", "mkdir", "mv", "readlink", "rm", "sed",
        "sh", "sleep", "tail", "touch", "tr",
    ]

    /// Makes a Debian 12 with Swift 6.3, where root lacks nothing.
    init() throws {
        machine = try TemporaryFolder()
        try machine.write("", to: "calls")
        try machine.write("ID=debian", to: "os-release")
        try machine.write("", to: "present")
        try machine.write("let one = 1\n", to: "project/Sources/One/One.swift")
        try machine.write("let two = 2\n", to: "project/Sources/Two/Two.swift")
        try machine.write("", to: "project/Package.swift")
        try machine.write("body {}\n", to: "project/Themes/default/assets/site.css")
        try writeLauncher()
        try writeCommands()
    }

    /// What was asked of the stubs, one call a line.
    var calls: [String] {
        get throws {
            try machine.text(of: "calls").split(separator: "\n").map(String.init)
        }
    }

    /// Runs the launcher.
    ///
    /// - Parameters:
    ///   - arguments: What follows `./hakusho`.
    ///   - path: How the launcher is called, below the machine.
    ///   - folder: The current folder, below the machine.
    func run(
        _ arguments: String..., path: String = "project/hakusho", in folder: String = "project",
        language: String = "C.UTF-8"
    ) async throws -> ProgramRun {
        try await ChildProcess.run(
            machine.url(of: path), arguments, in: machine.url(of: folder),
            environment: [
                "PATH": machine.url(of: "bin").path, "LANG": language, "MACHINE": machine.url.path,
            ])
    }

    /// Puts a shell script at `bin/NAME`.
    func writeCommand(_ name: String, _ script: String) throws {
        try machine.write("#!/bin/sh\n" + script, to: "bin/\(name)")
        try makeExecutable("bin/\(name)")
    }

    /// The real launcher, with this machine's signs in place of the real machine's.
    private func writeLauncher() throws {
        let real = PackageFolder.url.appending(path: "hakusho")
        var text = try String(contentsOf: real, encoding: .utf8)
        let start = text.range(of: "<<'END'\n")?.upperBound
        let end = start.flatMap { text.range(of: "\nEND\n", range: $0..<text.endIndex)?.lowerBound }
        guard let start, let end else { preconditionFailure("the launcher's table has moved") }
        let present = machine.url(of: "present").path
        let jar = machine.url(of: "jar").path
        text.replaceSubrange(
            start..<end,
            with: """
                build|file:\(present)|hello|greets people|人にあいさつするため
                test|file:\(jar)|java|checks pages|ページを検査するため
                benchmark|file:\(present)|counter|counts instructions|命令を数えるため
                """)
        text = text.replacing("/etc/os-release", with: machine.url(of: "os-release").path)
        try machine.write(text, to: "project/hakusho")
        try makeExecutable("project/hakusho")
    }

    private func writeCommands() throws {
        for name in Self.ownCommands {
            let folders = ["/usr/bin/", "/bin/"]
            let place = folders.first { FileManager.default.isExecutableFile(atPath: $0 + name) }
            guard let place else { preconditionFailure("no command '\(name)' on this system") }
            try FileManager.default.createDirectory(
                at: machine.url(of: "bin"), withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: machine.url(of: "bin/\(name)").path, withDestinationPath: place + name)
        }
        try writeCommand("uname", "echo Linux\n")
        try writeCommand("id", "echo 0\n")
        try writeCommand("apt-get", "echo apt-get \"$@\" >>$MACHINE/calls; : >$MACHINE/present\n")
        try writeCommand(
            "swiftc", #"echo '  "compilerVersion": "Swift version 6.3.1 (swift-6.3.1-RELEASE)",'"#)
        try writeCommand(
            "swift",
            """
            echo swift "$@" >>$MACHINE/calls
            [ "$1" != test ] || exit 7
            [ ! -e $MACHINE/slow ] || sleep 1
            if [ -e $MACHINE/broken ]; then
                echo '[1/2] Compiling One'
                echo 'One.swift:1:1: error: broken'
                exit 1
            fi
            mkdir -p "$3/.build/release"
            program=$3/.build/release/hakusho
            echo '#!/bin/sh' >"$program"
            echo 'printf "<%s>" "$PWD" "$@"; exit 3' >>"$program"
            /bin/chmod +x "$program"
            """)
    }

    private func makeExecutable(_ path: String) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: machine.url(of: path).path)
    }
}
