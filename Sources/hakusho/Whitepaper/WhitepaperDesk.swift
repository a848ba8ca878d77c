import ArgumentParser
import Building
import Core
import Whitepapers

/// What every whitepaper command takes.
struct WhitepaperOptions: ParsableArguments {
    @Option(
        help: "The name of the whitepaper's folder; needed where the project has several.")
    var id: String?

    @OptionGroup var options: GlobalOptions

    /// Reads the project and finds the whitepaper in it.
    func open() throws -> WhitepaperDesk { try WhitepaperDesk(options: options, id: id) }
}

/// A whitepaper that a command works on, and the project that it belongs to.
struct WhitepaperDesk {
    let options: GlobalOptions
    let prepared: PreparedBuild
    let whitepaper: Whitepaper

    var report: Report { Report(options: options) }

    /// - Throws: `ExitCode` 64 for an unknown id, 1 where the project cannot be read, 2 where the
    ///   machine failed.
    init(options: GlobalOptions, id: String?) throws {
        self.options = options
        prepared = try Self.prepare(options)
        let papers = prepared.whitepapers
        let known = papers.map(\.id)
        if let id {
            guard let found = papers.first(where: { $0.id == id }) else {
                throw options.misuse(.unknown(id, known: known))
            }
            whitepaper = found
        } else if papers.count > 1 {
            throw options.misuse(.several(known))
        } else if let only = papers.first {
            whitepaper = only
        } else {
            throw options.misuse(.noWhitepaper)
        }
    }

    /// Reads the project.
    ///
    /// - Throws: `ExitCode` 1, after showing why, where it cannot be read; 2 where the machine
    ///   failed.
    static func prepare(_ options: GlobalOptions) throws -> PreparedBuild {
        let report = Report(options: options)
        let prepared: PreparedBuild
        do throws(FileError) {
            prepared = try Compilation(options: options).read()
        } catch {
            try report.fail(error.message)
        }
        let isUnread = prepared.outputs.isEmpty
        let errors = prepared.findings.filter { $0.severity == .error }
        if isUnread || prepared.whitepapers.isEmpty && !errors.isEmpty {
            report.show(errors)
            throw ExitCode(1)
        }
        return prepared
    }

    /// Refuses to write while nobody knows what is frozen.
    ///
    /// - Throws: `ExitCode` 1, after showing the damage.
    func requireSoundLock() throws {
        let damage = prepared.findings.filter {
            $0.code.hasPrefix("whitepaper.lock-") && $0.span?.file == whitepaper.lockFile
        }
        if damage.isEmpty { return }
        report.show(damage)
        throw ExitCode(1)
    }

    /// Does what may be refused, and says why it was.
    ///
    /// - Throws: `ExitCode` 64 for what names something unknown, 1 for another refusal.
    func attempt<Value>(_ work: () throws(WhitepaperRefusal) -> Value) throws -> Value {
        do throws(WhitepaperRefusal) {
            return try work()
        } catch {
            let status = options.misuse(error.message)
            throw error.isMisuse ? status : ExitCode(1)
        }
    }

    /// A file below the project's folder.
    ///
    /// - Throws: `ExitCode` 2 where it cannot be read.
    func read(_ file: String) throws -> [UInt8] {
        do throws(FileError) {
            return try readFile(options.projectFolder + "/" + file)
        } catch {
            try report.fail(error.message)
        }
    }

    /// Makes a folder below the project's folder.
    ///
    /// - Throws: `ExitCode` 2 where the disk fails.
    func makeFolder(_ path: String) throws {
        do throws(FileError) {
            try Core.makeFolder(options.projectFolder + "/" + path)
        } catch {
            try report.fail(error.message)
        }
    }

    /// Writes files below the project's folder, all or none.
    ///
    /// - Throws: `ExitCode` 2 where the disk fails.
    func write(_ files: [(path: String, bytes: [UInt8])]) throws {
        let project = options.projectFolder
        do throws(FileError) {
            for file in files {
                let parts = file.path.split(separator: "/").dropLast()
                try Core.makeFolder(project + "/" + parts.joined(separator: "/"))
            }
            try rewriteFiles(files.map { (project + "/" + $0.path, $0.bytes) })
        } catch {
            try report.fail(error.message)
        }
    }

    /// Prints a document for machines.
    func print(_ json: JSONValue) throws {
        var output = ByteWriter()
        output.append(json: json, indented: true)
        output.append("\n" as StaticString)
        try report.print(output.bytes)
    }
}

extension Message {
    fileprivate static func unknown(_ id: String, known: [String]) -> Message {
        let nearest = nearestName(to: id, in: known)
        let list = known.joined(separator: ", ")
        return Message(
            en: "there is no whitepaper '\(id)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? "; there are: \(list)"),
            ja: "「\(id)」というホワイトペーパーはありません"
                + (nearest.map { "。「\($0)」のことですか" } ?? "。あるもの: \(list)"))
    }

    fileprivate static func several(_ known: [String]) -> Message {
        let list = known.joined(separator: ", ")
        return Message(
            en: "the project has several whitepapers; say which with --id: \(list)",
            ja: "ホワイトペーパーが複数あります。--id で選んでください: \(list)")
    }

    fileprivate static var noWhitepaper: Message {
        Message(
            en: "the project has no whitepaper; one is a folder in Content/whitepapers with "
                + "whitepaper.yml",
            ja: "ホワイトペーパーがありません。Content/whitepapers の中のフォルダーに "
                + "whitepaper.yml を書きます")
    }
}
