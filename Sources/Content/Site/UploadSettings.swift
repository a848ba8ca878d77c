package import Core

/// `uploads` of site.yml: which engines judge what is published, and how old their signatures
/// may be.
package struct UploadSettings: Sendable {
    /// One engine, with what it needs to be reached.
    package struct Engine: Sendable {
        /// The kinds that can be named in site.yml.
        package enum Kind: Sendable, Hashable {
            case clamd(ClamdAddress)
            /// Host, port and path of `icap://HOST:PORT/SERVICE`.
            case icap(host: String, port: Int, path: String)
            /// `run` with `{path}` for the file's name, else the file on standard input;
            /// `version` prints a line like clamd's.
            case command(run: [String], version: [String]?)
        }

        /// What is asked, and where.
        package let kind: Kind
        /// How long it may make no progress; for a command, how long it may run.
        package let timeout: Duration
        /// Gives up knowing whether its signatures are of this week or of ten years ago.
        package let acceptsUnknownSignatures: Bool

        /// Takes what site.yml or the command line says.
        package init(_ kind: Kind, timeout: Duration, acceptsUnknownSignatures: Bool) {
            self.kind = kind
            self.timeout = timeout
            self.acceptsUnknownSignatures = acceptsUnknownSignatures
        }
    }

    /// Where clamd listens.
    package enum ClamdAddress: Sendable, Hashable {
        /// The path of a Unix socket.
        case socket(String)
        case host(String, port: Int)
    }

    /// In the order of site.yml; all of them must say *clean*.
    package var engines: [Engine] = []
    /// From this age on, signatures are too old to be believed.
    package var signaturesMaxAge: Duration = Self.week
    /// How long an engine may make no progress.
    package var timeout: Duration = .seconds(30)
    /// Gives up that what is published was scanned for viruses; only the policy judges then.
    package var acceptsUnscannedFiles = false
    /// The types of files that may be published, as written; nil for the usual ones.
    package var types: [Located<String>]?
    /// Bytes of one file.
    package var maxSize = 100 << 20
    /// A file of digests that are refused, from the project's root.
    package var blockList: Located<String>?
    /// Whether what gives people away stays in files for everybody.
    package var keepsMetadata = false

    /// The age that is allowed without saying what is given up.
    package static let week: Duration = .seconds(7 * 86_400)

    /// What holds where site.yml says nothing: no engine.
    package init() {}
}

extension UploadSettings {
    /// Of what the engines are and where they are reached, in their order.
    package var enginesDigest: SHA256Digest {
        var writer = ByteWriter()
        writer.append(json: .array(engines.map { .array($0.kind.words.map(JSONValue.string)) }))
        return SHA256Digest(of: writer.bytes)
    }

    static func read(_ keys: inout YAMLMapping) -> UploadSettings {
        var settings = UploadSettings()
        guard var entry = keys.mapping("uploads") else { return settings }
        defer { keys.take(entry) }
        if let timeout = readTime("timeout", .milliseconds(100)...(.seconds(3600)), &entry) {
            settings.timeout = timeout.value
        }
        readAge(&settings, &entry)
        readPolicy(&settings, &entry)
        for item in entry.sequence("engines") ?? [] {
            var choice = YAMLMapping(item, file: item.span.file)
            if let engine = readEngine(&choice, timeout: settings.timeout, at: item.span) {
                settings.engines.append(engine)
            }
            entry.take(choice)
        }
        entry.finish()
        return settings
    }

    private static func readPolicy(_ settings: inout UploadSettings, _ entry: inout YAMLMapping) {
        settings.acceptsUnscannedFiles = entry.bool("accept_unscanned_files")?.value ?? false
        settings.types = entry.texts("types")
        settings.blockList = entry.text("block_list")
        if let size = entry.text("max_size") {
            if let bytes = bytes(written: size.value), (1...2 << 30).contains(bytes) {
                settings.maxSize = bytes
            } else {
                entry.take([.badSize("max_size", size)])
            }
        }
        let metadata: Located<Metadata>? = entry.choice("metadata")
        settings.keepsMetadata = metadata?.value == .keep
    }

    /// What happens to what a file says about people.
    private enum Metadata: String, CaseIterable, Sendable {
        case remove, keep
    }

    /// `500k`, `20M`, `2G` or a number of bytes; nil for anything else. k, M and G count in 1024.
    private static func bytes(written text: String) -> Int? {
        let units: [Character: Int] = ["k": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        let unit = text.last.flatMap { units[$0] }
        let digits = unit == nil ? text[...] : text.dropLast()
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits),
            number <= 1 << 40
        else { return nil }
        return number * (unit ?? 1)
    }

    private static func readAge(_ settings: inout UploadSettings, _ entry: inout YAMLMapping) {
        let ages = Duration.seconds(60)...(.seconds(3660 * 86_400))
        let strict = readTime("signatures_max_age", ages, &entry)
        let outdated = readTime("accept_outdated_signatures", ages, &entry)
        if let strict, strict.value > week {
            entry.take([.ageOverAWeek(strict)])
        } else if let strict, let outdated {
            entry.take([.twoAges(at: outdated.span, other: strict.span)])
        }
        if let age = outdated ?? strict { settings.signaturesMaxAge = age.value }
    }

    private static func readEngine(
        _ choice: inout YAMLMapping, timeout: Duration, at span: SourceSpan
    ) -> Engine? {
        guard choice.isMapping else { return nil }
        let names = ["clamd", "icap", "command"]
        let given = choice.keys.map(\.value).filter(names.contains)
        for name in names { _ = choice.node(name) }
        choice.finish()
        guard given.count == 1, var keys = choice.mapping(given[0]) else {
            if given.count != 1, choice.keys.count == given.count {
                choice.take([.notOneEngine(at: span)])
            }
            return nil
        }
        defer { choice.take(keys) }
        let own = readTime("timeout", .milliseconds(100)...(.seconds(3600)), &keys)?.value
        let unknown = keys.bool("accept_unknown_signatures")?.value ?? false
        let kind: Engine.Kind?
        switch given[0] {
        case "clamd": kind = readClamd(&keys)
        case "icap":
            kind = keys.text("url", required: true).flatMap { url in
                let address = Engine.Kind(icapURL: url.value)
                if address == nil { keys.take([.badICAPURL(url)]) }
                return address
            }
        default: kind = readCommand(&keys)
        }
        keys.finish()
        return kind.map {
            Engine($0, timeout: own ?? timeout, acceptsUnknownSignatures: unknown)
        }
    }

    private static func readClamd(_ keys: inout YAMLMapping) -> Engine.Kind? {
        let socket = keys.text("socket")
        let host = keys.text("host")
        let port = keys.int("port")
        if let port, !(1...65535).contains(port.value) {
            keys.take([.badPort(port.value, at: port.span)])
            return nil
        }
        switch (socket, host) {
        case (let socket?, nil) where port == nil:
            // sun_path holds 108 bytes, the last one zero (unix(7)).
            guard socket.value.hasPrefix("/"), socket.value.utf8.count < 108 else {
                keys.take([.badSocket(socket)])
                return nil
            }
            return .clamd(.socket(socket.value))
        case (nil, let host?): return .clamd(.host(host.value, port: port?.value ?? 3310))
        default:
            keys.take([.notOneAddress(at: keys.span)])
            return nil
        }
    }

    private static func readCommand(_ keys: inout YAMLMapping) -> Engine.Kind? {
        let run = keys.texts("run")
        let version = keys.texts("version")?.map(\.value)
        guard let run, run.first.map({ !$0.value.isEmpty && $0.value != "{path}" }) ?? false
        else {
            keys.take([.emptyCommand(at: keys.keySpan("run"))])
            return nil
        }
        return .command(
            run: run.map(\.value), version: version.flatMap { $0.isEmpty ? nil : $0 })
    }

    private static func readTime(
        _ key: String, _ range: ClosedRange<Duration>, _ keys: inout YAMLMapping
    ) -> Located<Duration>? {
        guard let text = keys.text(key) else { return nil }
        guard let duration = Duration(written: text.value), range.contains(duration) else {
            keys.take([.badDuration(key, text, range)])
            return nil
        }
        return Located(duration, at: text.span)
    }
}

extension UploadSettings.Engine.Kind {
    /// Its kind and all that tells it from another of that kind.
    fileprivate var words: [String] {
        switch self {
        case .clamd(.socket(let path)): ["clamd", path]
        case .clamd(.host(let host, let port)): ["clamd", host, String(port)]
        case .icap(let host, let port, let path): ["icap", host, String(port), path]
        case .command(let run, let version): ["command"] + run + ["version"] + (version ?? [])
        }
    }

    /// Reads `icap://HOST[:PORT]/SERVICE`; nil for anything else. The usual port is 1344.
    ///
    /// - Source: RFC 3507, section 4.2.
    package init?(icapURL url: String) {
        guard url.hasPrefix("icap://"), url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            return nil
        }
        let rest = url.dropFirst(7)
        let authority = rest.prefix { $0 != "/" }
        let path = rest.dropFirst(authority.count)
        var (host, port) = (authority, Substring("1344"))
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            host = authority[authority.index(after: authority.startIndex)..<end]
            let after = authority[authority.index(after: end)...]
            guard after.isEmpty || after.hasPrefix(":") else { return nil }
            if !after.isEmpty { port = after.dropFirst() }
        } else if let colon = authority.firstIndex(of: ":") {
            (host, port) = (authority[..<colon], authority[authority.index(after: colon)...])
        }
        guard !host.isEmpty, !authority.contains("@"), let number = Int(port),
            (1...65535).contains(number), path.count > 1
        else { return nil }
        self = .icap(host: String(host), port: number, path: String(path))
    }
}
