import Foundation
import TestSupport
import Testing

@testable import Scanning

/// clamd and c-icap as Debian has them, with a database of two signatures, in a folder of their
/// own. They end with the value, and with the test run, however that ends: each is watched by a
/// shell that kills it when its standard input closes.
final class RealScanners: Sendable {
    let folder: TemporaryFolder
    let clamdPort: Int
    let icapPort: Int
    let stockPort: Int
    private let processes: [Process]
    private let lines: [FileHandle]

    @TaskLocal static var current: RealScanners?

    /// Whether `./hakusho test` installs them here.
    static var areExpected: Bool { FileManager.default.fileExists(atPath: "/usr/bin/apt-get") }

    /// clamd that warns of what it cannot look into.
    var socket: String { folder.url(of: "clamd.sock").path }
    /// clamd that passes it, as its stock configuration does.
    var lenientSocket: String { folder.url(of: "lenient.sock").path }
    /// c-icap whose clamd is not there.
    var orphanPort: Int { stockPort + 1 }

    init() async throws {
        folder = try TemporaryFolder()
        let base = Int.random(in: 20_000..<60_000)
        (clamdPort, icapPort, stockPort) = (base, base + 1, base + 2)
        try Self.writeFiles(folder, clamdPort, [icapPort, stockPort, stockPort + 1])
        var processes: [Process] = []
        var lines: [FileHandle] = []
        for name in ["clamd", "lenient"] {
            let (process, line) = try Self.start(
                ["/usr/sbin/clamd", "-c", "\(name).conf"], in: folder)
            processes.append(process)
            lines.append(line)
            let socket = folder.url(of: "\(name).sock").path
            try await Self.wait {
                guard let connection = try? Connection.open(socket) else { return false }
                close(connection.descriptor)
                return true
            }
        }
        // c-icap looks for its clamd as it starts, and else passes everything. One after the other:
        // two that start at once may take the same name for the memory that their children share.
        for (name, port) in [("icap", icapPort), ("stock", stockPort), ("orphan", stockPort + 1)] {
            let (process, line) = try Self.start(
                ["c-icap", "-N", "-f", "\(name).conf"], in: folder)
            processes.append(process)
            lines.append(line)
            let engine = ICAPEngine(
                host: "127.0.0.1", port: port, path: "/virus_scan", signatures: .any,
                limit: .seconds(1))
            try await Self.wait { (try? await engine.identify()) != nil }
        }
        self.processes = processes
        self.lines = lines
    }

    deinit { for line in lines { try? line.close() } }

    private static func start(
        _ words: [String], in folder: TemporaryFolder
    ) throws -> (Process, FileHandle) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // c-icap ignores a softer signal, and has children.
        let script =
            #"setsid "$@" </dev/null >>daemons.log 2>&1 & p=$!; cat >/dev/null; kill -9 -$p"#
        process.arguments = ["-c", script, "sh"] + words
        process.currentDirectoryURL = folder.url
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        let pipe = Pipe()
        process.standardInput = pipe
        // Nor may they hold up whoever reads what the test run says.
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return (process, pipe.fileHandleForWriting)
    }

    private static func wait(for condition: () async throws -> Bool) async throws {
        for _ in 1...400 {
            if try await condition() { return }
            try await Task.sleep(for: .milliseconds(25))
        }
        struct NotStarted: Error {}
        throw NotStarted()
    }

    private static func writeFiles(
        _ folder: TemporaryFolder, _ clamdPort: Int, _ icapPorts: [Int]
    ) throws {
        let eicar = SelfTest.Trial.eicarBytes
        let hex = eicar.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        // The digests of the EICAR file, and of the file within all of clamav-testfiles.
        try folder.write(
            """
            44d88612fea8a8f36de82e1278abb02f:68:Test.Eicar.HDB
            aa15bcf478d165efd2065190eb473bcb:544:Test.Clam.HDB

            """, to: "db/test.hdb")
        try folder.write("Test.Eicar.NDB:0:*:\(hex)\n", to: "db/test.ndb")
        for name in ["tmp", "icap-tmp"] {
            try FileManager.default.createDirectory(
                at: folder.url(of: name), withIntermediateDirectories: false)
        }
        let alerts = "AlertExceedsMax yes\nAlertEncrypted yes\nAlertOLE2Macros yes\n"
        try folder.write(
            clamdSettings(folder, "clamd") + alerts + "TCPAddr 127.0.0.1\nTCPSocket \(clamdPort)\n",
            to: "clamd.conf")
        try folder.write(clamdSettings(folder, "lenient"), to: "lenient.conf")
        let all = "TEXT DATA EXECUTABLE ARCHIVE GRAPHICS STREAM DOCUMENT"
        let stock = "TEXT DATA EXECUTABLE ARCHIVE GIF JPEG MSOFFICE"
        for (name, port, types, size, socket) in [
            ("icap", icapPorts[0], all, "10M", "clamd.sock"),
            ("stock", icapPorts[1], stock, "5M", "clamd.sock"),
            ("orphan", icapPorts[2], all, "10M", "nowhere.sock"),
        ] {
            try folder.write(
                icapSettings(folder, name, port, types, size, socket), to: "\(name).conf")
        }
    }

    private static func clamdSettings(_ folder: TemporaryFolder, _ name: String) -> String {
        """
        DatabaseDirectory \(folder.url.path)/db
        LocalSocket \(folder.url.path)/\(name).sock
        PidFile \(folder.url.path)/\(name).pid
        TemporaryDirectory \(folder.url.path)/tmp
        Foreground yes
        StreamMaxLength 10M
        MaxFileSize 4M
        MaxScanSize 8M
        CommandReadTimeout 1
        ReadTimeout 30

        """
    }

    private static func icapSettings(
        _ folder: TemporaryFolder, _ name: String, _ port: Int, _ types: String, _ size: String,
        _ socket: String
    ) -> String {
        """
        PidFile \(folder.url.path)/\(name).pid
        CommandsSocket \(folder.url.path)/\(name).ctl
        Port 127.0.0.1:\(port)
        TmpDir \(folder.url.path)/icap-tmp
        ServerLog \(folder.url.path)/\(name).log
        AccessLog \(folder.url.path)/\(name)-access.log
        StartServers 1
        MaxServers 2
        MinSpareThreads 2
        MaxSpareThreads 8
        ThreadsPerChild 8
        KeepAliveTimeout 30
        MaxKeepAliveRequests 10000
        ServerAdmin nobody@example.jp
        ServerName localhost
        ModulesDir /usr/lib/x86_64-linux-gnu/c_icap
        ServicesDir /usr/lib/x86_64-linux-gnu/c_icap
        LoadMagicFile /etc/c-icap/c-icap.magic
        acl all src 0.0.0.0/0.0.0.0
        icap_access allow all
        Module common clamd_mod.so
        clamd_mod.ClamdSocket \(folder.url.path)/\(socket)
        Service antivirus_module virus_scan.so
        ServiceAlias srv_clamav virus_scan
        virus_scan.ScanFileTypes \(types)
        virus_scan.StartSendPercentDataAfter 200M
        virus_scan.MaxObjectSize \(size)
        virus_scan.Allow204Responces on
        virus_scan.PassOnError off
        virus_scan.DefaultEngine clamd

        """.replacing("x86_64-linux-gnu", with: architecture)
    }

    private static var architecture: String {
        #if arch(arm64)
            "aarch64-linux-gnu"
        #else
            "x86_64-linux-gnu"
        #endif
    }
}

/// Starts the real scanners before a suite and stops them after it.
struct WithRealScanners: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let scanners = try await RealScanners()
        try await RealScanners.$current.withValue(scanners, operation: function)
    }
}

extension Trait where Self == WithRealScanners {
    static var realScanners: Self { WithRealScanners() }
}

extension SignatureRule {
    /// For tests in which the age of signatures is not the point.
    static let any = SignatureRule(maxAge: .seconds(7 * 86_400), acceptsUnknown: true)
}
