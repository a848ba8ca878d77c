import Content
import Core
import Subprocess
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Any scanner that is a command: exit status 0 says clean, 1 infected, everything else that it
/// failed.
///
/// Where an argument is `{path}` the command gets the path of a private copy, else the file on
/// its standard input. It runs in a session of its own, all of which is killed at the time limit.
package struct CommandEngine: Engine {
    package let name: String
    package let signatures: SignatureRule
    private let command: [String]
    private let version: [String]?
    private let limit: Duration
    private let surroundings: Surroundings
    private let width: Int

    /// What a command finds around itself.
    package struct Surroundings: Sendable {
        /// The whole environment of the command.
        package let environment: [String: String]
        /// Where private copies are made.
        package let temporaryFolder: String
        /// The current folder, for commands named by a relative path.
        package let folder: String

        /// Puts the three together.
        package init(environment: [String: String], temporaryFolder: String, folder: String) {
            self.environment = environment
            self.temporaryFolder = temporaryFolder
            self.folder = folder
        }
    }

    /// - Parameters:
    ///   - command: The program and its arguments.
    ///   - version: A command that prints a line like `ClamAV 1.4.6/27123/DATE`.
    ///   - limit: For one run.
    ///   - width: Runs at a time.
    package init(
        name: String = "command", _ command: [String], version: [String]?,
        signatures: SignatureRule, limit: Duration, in surroundings: Surroundings, width: Int = 2
    ) {
        precondition(!command.isEmpty, "a command has a program")
        self.name = name
        self.command = command
        self.version = version
        self.signatures = signatures
        self.limit = limit
        self.surroundings = surroundings
        self.width = width
    }

    package func identify() async throws(ScanFailure) -> EngineIdentity {
        // Told before anything else is asked of it, since nothing else would be true.
        _ = try surroundings.program(called: command[0])
        guard let version, !version.isEmpty else {
            return EngineIdentity(engine: name, version: command[0], signatures: nil)
        }
        let scratch = try PrivateCopy(in: surroundings.temporaryFolder, name: "version")
        guard try await run(version, input: nil, output: scratch.output) == 0 else {
            throw .command("\(version[0]) has no version")
        }
        let text = try Self.firstLine(of: scratch.output)
        return EngineIdentity(clamVersion: text, engine: name)
            ?? EngineIdentity(
                engine: name, version: ScanFailure.excerpt(text.utf8), signatures: nil)
    }

    package func judge(
        _ samples: [Sample], as identity: EngineIdentity, judged: @escaping @Sendable () -> Void
    ) async -> [Judged] {
        await withTaskGroup(of: (Int, Judged).self) { group in
            var results = [Judged?](repeating: nil, count: samples.count)
            for index in samples.indices {
                if index >= width, let (done, verdict) = await group.next() {
                    results[done] = verdict
                    judged()
                }
                group.addTask { (index, await judge(samples[index], as: identity)) }
            }
            for await (done, verdict) in group {
                results[done] = verdict
                judged()
            }
            return results.map { $0 ?? Judged(.failed(.closed)) }
        }
    }

    private func judge(_ sample: Sample, as identity: EngineIdentity) async -> Judged {
        var contents: SampleContents?
        do {
            let reader = try SampleReader(sample)
            let copy = try PrivateCopy(in: surroundings.temporaryFolder, name: sample.name)
            try copy.fill(from: reader)
            contents = try reader.finish()
            let takesPath = command.contains { $0.contains("{path}") }
            let arguments = command.map { $0.replacing("{path}", with: copy.path) }
            let status = try await run(
                arguments, input: takesPath ? nil : copy.path, output: copy.output)
            switch status {
            case 0: return Judged(.clean(identity), of: contents)
            case 1:
                let found = Self.name(in: try Self.firstLine(of: copy.output))
                return Judged(.infected(name: found ?? command[0]), of: contents)
            default: throw ScanFailure.command("exit status \(status)")
            }
        } catch let error as Unreadable {
            return Judged(error.verdict)
        } catch let error as ScanFailure {
            return Judged(.failed(error), of: contents)
        } catch {
            return Judged(.failed(.command(String(describing: error))), of: contents)
        }
    }

    /// - Parameters:
    ///   - input: The file that the command reads; nil for an empty one.
    ///   - output: A new file that takes what the command writes.
    /// - Returns: The exit status.
    /// - Throws: `.silent` past the limit, `.command` where it did not start, or a signal ended it.
    private func run(
        _ command: [String], input: String?, output: String
    ) async throws(ScanFailure) -> Int32 {
        do {
            let source = try FileDescriptor.open(input ?? "/dev/null", .readOnly)
            let target = try FileDescriptor.open(
                output, .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
            defer {
                // Nothing hangs on it: what the command wrote only gives a name.
                try? source.close()
                try? target.close()
            }
            let status = try await withThrowingTaskGroup(of: TerminationStatus?.self) { group in
                group.addTask { try await start(command, source, target) }
                group.addTask {
                    try await watch(output)
                    return nil
                }
                defer { group.cancelAll() }
                return try await group.next() ?? nil
            }
            switch status {
            case .exited(let code): return code
            case .signaled(let signal): throw ScanFailure.command("ended by signal \(signal)")
            case nil: throw ScanFailure.silent(limit)
            }
        } catch let error as ScanFailure {
            throw error
        } catch {
            throw .command("\(command[0]): \(ScanFailure.excerpt(String(describing: error).utf8))")
        }
    }

    /// Waits until the limit is over.
    ///
    /// - Throws: `.command` as soon as the command has written more than anybody will read.
    private func watch(_ output: String) async throws {
        let most = 4 << 20
        let clock = ContinuousClock()
        let end = clock.now + limit
        while clock.now < end {
            try await clock.sleep(for: min(.milliseconds(50), end - clock.now))
            let size = try fileStatus(output)?.size ?? 0
            if size > most { throw ScanFailure.command("it wrote more than \(most) bytes") }
        }
    }

    private func start(
        _ command: [String], _ input: FileDescriptor, _ output: FileDescriptor
    ) async throws -> TerminationStatus {
        var options = PlatformOptions()
        options.createSession = true
        options.teardownSequence = [
            .send(
                signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
        ]
        var variables: [Environment.Key: String] = [:]
        for (name, value) in surroundings.environment {
            if let key = Environment.Key(rawValue: name) { variables[key] = value }
        }
        let program = try surroundings.program(called: command[0])
        let ended = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(Array(command.dropFirst())),
            environment: .custom(variables),
            workingDirectory: FilePath(surroundings.folder), platformOptions: options,
            input: .fileDescriptor(input, closeAfterSpawningProcess: false),
            output: .fileDescriptor(output, closeAfterSpawningProcess: false),
            error: .fileDescriptor(output, closeAfterSpawningProcess: false))
        // What it left running in its session; the number is no other group's while any of them
        // lives.
        kill(-ended.processIdentifier.value, SIGKILL)
        return ended.terminationStatus
    }

    /// At most 4 KiB of it.
    private static func firstLine(of path: String) throws(ScanFailure) -> String {
        do throws(FileError) {
            let bytes = try readFile(path, limit: 4096)
            return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
        } catch {
            throw .file(error)
        }
    }

    /// `NAME` of `PATH: NAME FOUND`, clamdscan's form; nil for others.
    private static func name(in line: String) -> String? {
        guard line.hasSuffix(" FOUND"), let colon = line.lastIndex(of: ":") else { return nil }
        let name = line[line.index(after: colon)...].dropFirst().dropLast(6)
        return name.isEmpty ? nil : ScanFailure.excerpt(name.utf8)
    }
}
