import ArgumentParser
import Building
import Content
import Core
import WebServers

/// `hakusho access`: configurations with which web servers serve the outputs.
struct AccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Write a web server's configuration for an output.",
        subcommands: [NginxCommand.self])

    /// `hakusho access nginx`: a file for nginx's conf.d.
    struct NginxCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "nginx", abstract: "Write nginx's configuration for an output.",
            discussion: """
                It takes from 'access' in site.yml who may read the output, and writes a file for \
                nginx's http context to standard output:

                  hakusho access nginx --output members > /etc/nginx/conf.d/members.conf

                Outputs on the same machine go into one file: repeat --output. Write it anew when \
                'access' or a redirect changes, then run nginx -t and reload nginx.
                """)

        @Option(help: "The output that is served; may be repeated.")
        var output: [String]

        @Option(
            help: ArgumentHelp(
                "The output's folder on the server (default: root in site.yml, else "
                    + "Site/current/OUTPUT of the project).", valueName: "path"),
            completion: .directory)
        var root: String?

        @OptionGroup var options: GlobalOptions

        func validate() throws {
            if root != nil, output.count > 1 {
                throw ValidationError(
                    en: "--root takes a single --output",
                    ja: "--root を使うときは、--output は一つだけにしてください")
            }
            if let root, AccessRules.serverPath(root) == nil {
                throw ValidationError(
                    en: "--root takes an absolute path without '$', '.' and '..'",
                    ja: "--root には、「$」「.」「..」を含まない絶対パスを指定してください")
            }
        }

        func run() async throws {
            try NginxWriting(options: options, outputs: output, root: root).run()
        }
    }
}

/// The work of `hakusho access nginx`.
private struct NginxWriting {
    let options: GlobalOptions
    let outputs: [String]
    let root: String?

    private var report: Report { Report(options: options) }

    func run() throws {
        let (site, built, project) = try read()
        // Where the site cannot be built, its redirects are not known.
        var findings = built.diagnostics.filter { $0.severity == .error }
        var servers: [NginxServer] = []
        if let site, findings.isEmpty {
            try checkNames(site)
            for output in built.served where outputs.contains(output.id) {
                let (server, found) = try server(of: output, site, project: project)
                findings += found
                if let server { servers.append(server) }
            }
        }
        findings = report.severities(findings).inReportingOrder()
        report.show(findings)
        guard !findings.hasErrors else { throw ExitCode(1) }
        try report.print(NginxConfiguration(servers).bytes)
    }

    /// Does all of a build but its writing.
    private func read() throws -> (SiteConfiguration?, BuildReport, project: String) {
        do throws(FileError) {
            let compilation = Compilation(options: options)
            let prepared = try compilation.read()
            let project = try Machine.absolutePath(options.projectFolder)
            return (prepared.site, try compilation.check(prepared), project)
        } catch {
            try report.fail(error.message)
        }
    }

    /// - Throws: `ExitCode` 64 for a name that is no output's.
    private func checkNames(_ site: SiteConfiguration) throws {
        let known = site.outputs.map(\.id)
        for name in outputs where !known.contains(name) {
            let nearest = nearestName(to: name, in: known)
            let list = known.joined(separator: ", ")
            let message = Message(
                en: "there is no output '\(name)'"
                    + (nearest.map { "; did you mean '\($0)'?" } ?? "; site.yml has \(list)"),
                ja: "出力「\(name)」はありません。"
                    + (nearest.map { "「\($0)」のことですか" } ?? "site.yml にある出力: \(list)"))
            Machine.report("hakusho: \(message.text(in: options.language))\n")
            throw ExitCode(64)
        }
    }

    private func server(
        of output: ServedOutput, _ site: SiteConfiguration, project: String
    ) throws -> (NginxServer?, [Diagnostic]) {
        guard let rules = site.access.first(where: { $0.output.value == output.id }) else {
            return (nil, [.noAccess(output.id)])
        }
        let usual = "\(project)/Site/current/\(output.id)"
        guard let root = AccessRules.serverPath(root ?? rules.root?.value ?? usual) else {
            return (nil, [.badServerPath(usual, at: nil)])
        }
        let folder = ServedFolder(
            output: output.id, others: site.outputs.map(\.id), site: project + "/Site")
        if !folder.isOwn(root) { return (nil, [.foreignRoot(root, of: output.id)]) }
        var found = rules.remarks(isForEverybody: output.isForEverybody)
        found += rules.exposedFiles(root: root, site: project + "/Site")
        if try !exists(root) { found.append(.noTree(root)) }
        let server = NginxServer(
            rules: rules, root: root, site: site, isForEverybody: output.isForEverybody,
            hasScripts: output.hasScripts, redirects: output.redirects)
        return (server, found)
    }

    private func exists(_ path: String) throws -> Bool {
        do throws(FileError) {
            return try fileStatus(path) != nil
        } catch {
            try report.fail(error.message)
        }
    }
}

extension Diagnostic {
    fileprivate static func noAccess(_ output: String) -> Diagnostic {
        Diagnostic(
            .error, "access.missing", at: SourceSpan(file: "Content/site.yml"),
            en: "'access' in site.yml says nothing of output '\(output)'",
            ja: "site.yml の「access」に出力「\(output)」の設定がありません",
            fix: .advice(
                en: "add 'access: {\(output): {allow: [192.0.2.0/24], tls: {certificate: /…, key: "
                    + "/…}}}' with your networks and paths",
                ja:
                    "「access: {\(output): {allow: [192.0.2.0/24], tls: {certificate: /…, key: /…}}}」を、"
                    + "お使いのネットワークとパスに直して加えてください"))
    }

    fileprivate static func foreignRoot(_ root: String, of output: String) -> Diagnostic {
        Diagnostic(
            .error, "access.bad-path", at: nil,
            en: "'\(root)' is not the folder of output '\(output)' alone",
            ja: "「\(root)」は出力「\(output)」だけのフォルダーではありません",
            fix: .advice(
                en: "serve the output's own folder: …/Site/current/\(output)",
                ja: "この出力のフォルダー（…/Site/current/\(output)）を指定してください"))
    }

    fileprivate static func noTree(_ root: String) -> Diagnostic {
        Diagnostic(
            .note, "access.no-tree", at: nil,
            en: "there is no '\(root)' on this machine yet; nginx answers 404 until it is there",
            ja: "「\(root)」はまだこのマシンにありません。できるまで nginx は 404 を返します",
            fix: .advice(
                en: "run 'hakusho publish', or name the folder on the server with --root",
                ja: "「hakusho publish」を実行するか、サーバー上のフォルダーを --root で指定してください"))
    }
}
