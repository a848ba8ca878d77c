import ArgumentParser
import Content
import Core

/// `hakusho scan`: has files judged by virus scanners.
struct ScanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Have files scanned for viruses.",
        discussion: """
            Writes a line for each file to standard output: the verdict, a tab, the path, a tab and \
            the reason. A folder stands for all files below it; links are refused. The engines are \
            those of 'uploads' in site.yml, unless some are named here. Exits with 0 when all files \
            are clean, 1 when one must not be published, 2 when files could not be scanned.

            As a git pre-commit hook, for exactly what is committed:

              staged=$(mktemp -d) && trap 'rm -rf "$staged"' EXIT
              git diff --cached --name-only -z --diff-filter=ACMRT |
                git checkout-index -z --stdin --prefix="$staged/" &&
                hakusho scan --policy "$staged"
            """)

    @Argument(help: "Files and folders.", completion: .file())
    var path: [String] = []

    @Flag(help: "Reads paths from standard input too, each ended by a zero byte (find -print0).")
    var stdin0 = false

    @Flag(
        help: """
            Has the embedded policy judge too: types, names, scripts, macros, archives. It is no \
            virus scan; with no engine at all, exit status 0 means that the policy allows all.
            """)
    var policy = false

    @OptionGroup(title: "Engines") var engines: ScanEngineOptions

    @OptionGroup var verdicts: VerdictOptions

    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if path.isEmpty, !stdin0 {
            throw ValidationError(
                en: "name a file or a folder, or --stdin0",
                ja: "ファイルかフォルダー、または --stdin0 を指定してください")
        }
    }

    func run() async throws {
        try await ScanRun(
            options: options, engines: engines, paths: path, readsPaths: stdin0, usesPolicy: policy,
            cache: verdicts.cache
        ).run()
    }
}

/// Whether a command that asks virus scanners remembers what they said.
struct VerdictOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: """
            Whether verdicts of earlier runs count where file, engine and signatures are the same \
            (default: yes in a project, no under CI).
            """)
    var cache: Bool?
}

/// The engines of `hakusho scan` on its command line.
struct ScanEngineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("clamd, by its socket or by HOST:PORT.", valueName: "address"),
        completion: .file())
    var clamd: [String] = []

    @Option(help: ArgumentHelp("An ICAP service: icap://HOST:PORT/SERVICE.", valueName: "url"))
    var icap: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            A command and its arguments, separated by spaces; {path} stands for the file, which \
            else is its standard input. It exits with 0 for clean and 1 for infected.
            """, valueName: "words"))
    var command: [String] = []

    @Option(
        help: ArgumentHelp(
            "How long an engine may make no progress (default: 30s).", valueName: "time"))
    var timeout: ScanTime?

    @Option(
        help: ArgumentHelp(
            "Believes engines whose signatures are older than 7 days, up to this age.",
            valueName: "time"))
    var acceptOutdatedSignatures: ScanTime?

    @Flag(help: "Believes engines that do not tell how old their signatures are.")
    var acceptUnknownSignatures = false

    func validate() throws {
        for address in clamd where UploadSettings.ClamdAddress(argument: address) == nil {
            throw ValidationError(
                en: "--clamd takes a socket's path or HOST:PORT, not '\(address)'",
                ja: "--clamd にはソケットのパスか HOST:PORT を指定してください（「\(address)」は使えません）")
        }
        for url in icap where UploadSettings.Engine.Kind(icapURL: url) == nil {
            throw ValidationError(
                en: "--icap takes icap://HOST:PORT/SERVICE, not '\(url)'",
                ja: "--icap には icap://HOST:PORT/SERVICE を指定してください（「\(url)」は使えません）")
        }
        for words in command where words.split(separator: " ").isEmpty {
            throw ValidationError(
                en: "--command takes a program and its arguments",
                ja: "--command にはプログラムと引数を指定してください")
        }
    }

    /// The settings; nil where no engine is named.
    var settings: UploadSettings? {
        let kinds =
            clamd.compactMap(UploadSettings.ClamdAddress.init(argument:)).map {
                UploadSettings.Engine.Kind.clamd($0)
            } + icap.compactMap(UploadSettings.Engine.Kind.init(icapURL:))
            + command.map { .command(run: $0.split(separator: " ").map(String.init), version: nil) }
        guard !kinds.isEmpty else { return nil }
        var settings = UploadSettings()
        settings.timeout = timeout?.duration ?? settings.timeout
        settings.signaturesMaxAge =
            acceptOutdatedSignatures?.duration ?? settings.signaturesMaxAge
        settings.engines = kinds.map { kind in
            UploadSettings.Engine(
                kind, timeout: settings.timeout,
                acceptsUnknownSignatures: acceptUnknownSignatures)
        }
        return settings
    }
}

/// A length of time on the command line: `500ms`, `10s`, `7d`.
struct ScanTime: ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        guard let duration = Duration(written: argument), duration > .zero else { return nil }
        self.duration = duration
    }
}

extension UploadSettings.ClamdAddress {
    /// Reads a path with a slash, or `HOST:PORT`.
    fileprivate init?(argument: String) {
        if argument.contains("/") {
            guard argument.utf8.count < 108 else { return nil }
            self = .socket(argument)
            return
        }
        guard let colon = argument.lastIndex(of: ":"), colon != argument.startIndex,
            let port = Int(argument[argument.index(after: colon)...]), (1...65535).contains(port)
        else { return nil }
        let host = argument[..<colon]
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        self = .host(String(isBracketed ? host.dropFirst().dropLast() : host), port: port)
    }
}
