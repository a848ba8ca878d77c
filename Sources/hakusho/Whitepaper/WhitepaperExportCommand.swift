import ArgumentParser
import Building
import Core
import Synchronization
import Whitepapers

/// `hakusho whitepaper export`: writes an edition's files for programs.
struct WhitepaperExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write an edition's files for programs into a folder.",
        discussion: """
            JSON, a table of the controls and OSCAL, with the same bytes as a build publishes them \
            in the output; it refuses a project with errors. A draft has none.
            """)

    @Argument(help: "The edition (default: the output's current one).")
    var version: String?

    @Option(help: "What the readers of this output may see (default: the first of site.yml).")
    var output: String?

    @Option(
        help: ArgumentHelp("The folder (default: ID-VERSION, here).", valueName: "folder"),
        completion: .directory)
    var to: String?

    @OptionGroup var whitepaper: WhitepaperOptions

    func run() async throws {
        let desk = try whitepaper.open()
        let output = try output(desk)
        if let version {
            _ = try desk.attempt { () throws(WhitepaperRefusal) in
                try desk.whitepaper.edition(named: version)
            }
        }
        let built = try build(desk, output)
        let versions = version.map { [$0] } ?? desk.whitepaper.editions.reversed().map(\.version)
        let found = versions.lazy.map { ($0, files(of: $0, among: built, desk.whitepaper)) }
            .first { !$0.1.isEmpty }
        guard let (version, files) = found else {
            _ = desk.options.misuse(.notShown(version, in: output))
            throw ExitCode(1)
        }
        let folder = to ?? desk.whitepaper.id + "-" + version
        do throws(FileError) {
            try makeFolder(folder)
            try rewriteFiles(files.map { (folder + "/" + $0.name, $0.bytes) })
        } catch {
            try desk.report.fail(error.message)
        }
        if desk.options.format == .json {
            try desk.print([
                "version": 1, "edition": .string(version), "output": .string(output),
                "files": .array(files.map { .string(folder + "/" + $0.name) }),
            ])
        }
        desk.report.tell(.written(files.map(\.name), version, output, folder))
    }

    private func output(_ desk: WhitepaperDesk) throws -> String {
        let known = desk.prepared.outputs
        let wanted = output ?? known[0]
        if known.contains(wanted) { return wanted }
        let nearest = nearestName(to: wanted, in: known)
        let list = known.joined(separator: ", ")
        throw desk.options.misuse(
            Message(
                en: "there is no output '\(wanted)'"
                    + (nearest.map { "; did you mean '\($0)'?" } ?? "; there are \(list)"),
                ja: "「\(wanted)」という出力はありません"
                    + (nearest.map { "。「\($0)」のことですか" } ?? "。出力: \(list)")))
    }

    /// The files that a build of the project would write into the output and that may be exports,
    /// by their paths.
    private func build(_ desk: WhitepaperDesk, _ output: String) throws -> [String: [UInt8]] {
        let names = Set(EditionExport.names)
        let built = Mutex<[String: [UInt8]]>([:])
        let diagnostics: [Diagnostic]
        do throws(FileError) {
            let sink: OutputSink = { name, path, bytes throws(FileError) in
                let file = path.split(separator: "/").last.map(String.init) ?? ""
                guard name == output, names.contains(file) else { return }
                built.withLock { $0["/" + path] = bytes }
            }
            diagnostics = try desk.options.showing(.rendering) { bar throws(FileError) in
                try desk.prepared.run(into: sink, progress: bar?.update).diagnostics
            }
        } catch {
            try desk.report.fail(error.message)
        }
        let errors = desk.report.severities(diagnostics).filter { $0.severity == .error }
        if errors.isEmpty { return built.withLock { $0 } }
        desk.report.show(errors)
        throw ExitCode(1)
    }

    /// The exports of one edition, in the order in which readers are offered them.
    private func files(
        of version: String, among built: [String: [UInt8]], _ paper: Whitepaper
    ) -> [(name: String, bytes: [UInt8])] {
        EditionExport.names.compactMap { name in
            // Before the path there may be the language of the original.
            let end = paper.path + version + "/" + name
            let path = built.keys.filter { $0.hasSuffix(end) }.min { $0.count < $1.count }
            return path.flatMap { built[$0] }.map { (name, $0) }
        }
    }
}

extension Message {
    fileprivate static func notShown(_ version: String?, in output: String) -> Message {
        guard let version else {
            return Message(
                en: "output '\(output)' has no edition of it",
                ja: "出力「\(output)」にこのホワイトペーパーの版はありません")
        }
        return Message(
            en: "edition \(version) is not in output '\(output)': it is a draft, not yet "
                + "published, or labelled higher",
            ja: "\(version) 版は出力「\(output)」にありません（草案か、公開前か、ラベルが範囲を超えています）")
    }

    fileprivate static func written(
        _ names: [String], _ version: String, _ output: String, _ folder: String
    ) -> Message {
        Message(
            en: "edition \(version) of output '\(output)' is in \(folder): "
                + names.joined(separator: ", "),
            ja: "\(version) 版（出力「\(output)」）を \(folder) に書き込みました: "
                + names.joined(separator: "、"))
    }
}
