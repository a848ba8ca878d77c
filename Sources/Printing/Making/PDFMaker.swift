import Core

/// Makes PDFs by WeasyPrint: tagged, with their fonts, and the same bytes for the same document
/// wherever and whenever they are made by the same programs and fonts.
///
/// A document gets no other file than its resources, and nothing from the network.
///
/// - Source: ISO 14289-1 (PDF/UA-1); reproducible-builds.org, "SOURCE_DATE_EPOCH".
package struct PDFMaker: Sendable {
    private let command: [String]
    private let cache: PDFCache?
    private let limit: Duration
    private let sizeLimit: Int
    private let surroundings: Surroundings

    /// What the program finds around itself.
    package struct Surroundings: Sendable {
        /// From which `PATH`, `HOME` and the search paths of libraries are handed on.
        package let environment: [String: String]
        /// Where private folders are made.
        package let temporaryFolder: String

        /// Puts the two together.
        package init(environment: [String: String], temporaryFolder: String) {
            self.environment = environment
            self.temporaryFolder = temporaryFolder
        }
    }

    /// - Parameters:
    ///   - command: The script `weasyprint`, or an interpreter of Python that has the library.
    ///   - cacheFolder: Where PDFs are kept, so that one is made once; made when it is needed. Nil
    ///     keeps none.
    ///   - limit: For one PDF.
    ///   - sizeLimit: Bytes of one PDF.
    package init(
        command: [String] = ["weasyprint"], cacheFolder: String?, limit: Duration,
        sizeLimit: Int = 64 << 20, in surroundings: Surroundings
    ) {
        precondition(!command.isEmpty, "a command has a program")
        self.command = command
        cache = cacheFolder.map { PDFCache(folder: $0) }
        self.limit = limit
        self.sizeLimit = sizeLimit
        self.surroundings = surroundings
    }

    /// Which programs and fonts make the PDFs. Takes about half a second: once for all documents.
    ///
    /// - Throws: `.notInstalled` without WeasyPrint.
    package func identify() throws(PDFFailure) -> PrinterIdentity {
        let folder = try PrintFolder(in: surroundings.temporaryFolder)
        let answer = try run("identify", in: folder, with: FontSettings.folders, epoch: 0)
        guard case .string(let version)? = answer[member: "version"],
            case .string(let rest)? = answer[member: "surroundings"]
        else { throw .failed(status: "identify", words: folder.lastWords(of: "output")) }
        return PrinterIdentity(description: "WeasyPrint " + version, surroundings: rest)
    }

    /// The PDF of a document: from the cache where it is there, else made.
    ///
    /// It blocks its thread for some seconds, and is called on several at once.
    ///
    /// - Parameter identity: What `identify` has found.
    package func make(
        _ document: PrintDocument, as identity: PrinterIdentity
    ) throws(PDFFailure) -> [UInt8] {
        let key = document.digest(with: identity)
        if let bytes = cache?.read(key) { return bytes }
        let folder = try PrintFolder(in: surroundings.temporaryFolder)
        let request: JSONValue = [
            "address": .string(document.address),
            "resources": .array(document.paths.map(JSONValue.string)),
            "identifier": .string(String(SHA256Digest(of: document.html).hex.prefix(32))),
        ]
        var json = ByteWriter()
        json.append(json: request)
        try folder.write(json.bytes, to: "request.json")
        try folder.write(document.html, to: "document.html")
        for (index, path) in document.paths.enumerated() {
            try folder.write(document.resources[path] ?? [], to: String(index))
        }
        let answer = try run("make", in: folder, epoch: document.date.secondsSince1970)
        try complain(of: answer)
        let bytes = try folder.read("document.pdf", limit: sizeLimit)
        guard bytes.starts(with: "%PDF-".utf8), bytes.suffix(8).contains(0x25) else {
            throw .failed(status: "no PDF", words: folder.lastWords(of: "output"))
        }
        try cache?.write(bytes, for: key)
        return bytes
    }

    private func complain(of answer: JSONValue) throws(PDFFailure) {
        let refused = Self.list(answer, "refused").compactMap(Self.text)
        guard refused.isEmpty else { throw .refused(refused) }
        let unreadable = Self.list(answer, "unreadable").compactMap(Self.text)
        guard unreadable.isEmpty else { throw .unreadable(unreadable) }
        let missing = Self.list(answer, "missing").compactMap { value in
            guard case .number(let code) = value else { return nil as Unicode.Scalar? }
            return UInt32(exactly: code).flatMap(Unicode.Scalar.init)
        }
        guard missing.isEmpty else { throw .noGlyphs(missing.sorted()) }
    }

    private static func list(_ answer: JSONValue, _ name: String) -> [JSONValue] {
        guard case .array(let values)? = answer[member: name] else { return [] }
        return values
    }

    private static func text(_ value: JSONValue) -> String? {
        guard case .string(let text) = value else { return nil }
        return text
    }
}

extension PDFMaker {
    /// - Returns: The program's answer.
    private func run(
        _ mode: String, in folder: PrintFolder, with more: [String] = [], epoch: Int
    ) throws(PDFFailure) -> JSONValue {
        let settings = FontSettings.file(cache: folder.url(of: "fontconfig"))
        try folder.write(Array(settings.utf8), to: "fonts.conf")
        let path = surroundings.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
        let interpreter = try Interpreter(of: command, path: path).command
        let seconds = max(1, Int(limit.components.seconds) + 5)
        let process = LimitedProcess(
            command: interpreter
                + ["-c", PrintProgram.text, mode, folder.path, "\(seconds)", "\(sizeLimit)"] + more,
            environment: environment(folder, epoch: epoch), output: folder.url(of: "output"),
            limit: limit)
        switch try process.run() {
        case .exited(0) where (try? fileStatus(folder.url(of: "answer.json"))) ?? nil != nil: break
        case .exited(let code): throw failure("exit status \(code)", folder)
        // Past RLIMIT_FSIZE. Source: setrlimit(2).
        case .signalled(25): throw .tooLong(bytes: sizeLimit)
        case .signalled(let signal): throw failure("signal \(signal)", folder)
        case .late: throw .late(limit)
        }
        let bytes = try folder.read("answer.json", limit: 1 << 20)
        let answer: JSONValue
        do throws(JSONError) { answer = try JSONValue(parsing: bytes) } catch {
            throw .failed(status: "answer", words: error.reason.rawValue)
        }
        if answer[member: "absent"] == true { throw .notInstalled(command: command[0]) }
        return answer
    }

    private func failure(_ status: String, _ folder: PrintFolder) -> PDFFailure {
        let words = folder.lastWords(of: "output")
        // Python ignores the signal of RLIMIT_FSIZE, and says EFBIG.
        return words.contains("[Errno 27]")
            ? .tooLong(bytes: sizeLimit) : .failed(status: status, words: words)
    }

    private func environment(_ folder: PrintFolder, epoch: Int) -> [String: String] {
        var result = [
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": String(max(0, epoch)),
            "FONTCONFIG_FILE": folder.url(of: "fonts.conf"), "TMPDIR": folder.path,
        ]
        for name in [
            "PATH", "HOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
        ] {
            result[name] = surroundings.environment[name]
        }
        return result
    }
}
