package import Core

/// What a generation holds: every file of every output with its size and SHA-256. It depends on
/// the files alone and carries no date and no name of a machine or a person.
package struct Manifest: Sendable, Equatable {
    /// One file of an output.
    package struct File: Sendable, Equatable {
        /// The path below the output's folder, like `guide/start/index.html`.
        package let path: String
        /// Bytes.
        package let size: Int
        /// Of the file's bytes.
        package let digest: SHA256Digest
    }

    /// One output's files.
    package struct Output: Sendable, Equatable {
        /// The output's id in site.yml, which is its folder beside the manifest.
        package let name: String
        /// Sorted by the bytes of their paths.
        package let files: [File]
        /// The SHA-256 of one line a file, in order: digest in hexadecimal, two spaces, path,
        /// line feed; the text that sha256sum(1) prints for the sorted files of the folder.
        package let digest: SHA256Digest

        init(name: String, files: [File]) {
            self.name = name
            self.files = files.sortedByBytes { $0.path }
            var lines = ByteWriter(reservingCapacity: files.count * 128)
            for file in self.files {
                lines.append(file.digest.hex)
                lines.append("  " as StaticString)
                lines.append(file.path)
                lines.append(0x0A as UInt8)
            }
            digest = SHA256Digest(of: lines.bytes)
        }

        /// Bytes of all files together.
        package var size: Int { files.reduce(0) { $0 + $1.size } }
    }

    /// Sorted by the bytes of their names.
    package let outputs: [Output]
    /// Files beside the outputs' folders, which no reader is served, such as the redirects of an
    /// output for its web server; sorted by the bytes of their names.
    package let beside: [File]

    init(outputs: [Output], beside: [File] = []) {
        self.beside = beside.sortedByBytes { $0.path }
        self.outputs = outputs.sortedByBytes { $0.name }
    }

    /// The output of that name.
    package subscript(output name: String) -> Output? { outputs.first { $0.name == name } }

    /// Each output's name and digest.
    package var digests: [OutputDigest] {
        outputs.map { OutputDigest(output: $0.name, digest: $0.digest) }
    }

    /// The files of all outputs.
    package var all: FileCount {
        outputs.reduce(into: FileCount()) { count, output in
            count.files += output.files.count
            count.bytes += output.size
        }
    }
}

/// An output's name, and the digest of its files.
package struct OutputDigest: Sendable, Hashable {
    /// The output's id in site.yml.
    package let output: String
    /// That of `Manifest.Output`: over the sorted list of its files.
    package let digest: SHA256Digest

    /// Takes an output's id and its manifest's digest.
    package init(output: String, digest: SHA256Digest) {
        self.output = output
        self.digest = digest
    }
}

extension Manifest {
    /// The text of manifest.json, a file on each line.
    var json: [UInt8] {
        var writer = ByteWriter(reservingCapacity: 256 + all.files * 192)
        writer.append("{\"version\":1,\"outputs\":{" as StaticString)
        for (index, output) in outputs.enumerated() {
            writer.append(index == 0 ? "\n" : ",\n" as StaticString)
            writer.append(json: .string(output.name))
            writer.append(":{\"digest\":\"" as StaticString)
            writer.append(output.digest.hex)
            writer.append("\",\"files\":[" as StaticString)
            append(output.files, to: &writer)
            writer.append("\n]}" as StaticString)
        }
        writer.append("\n}" as StaticString)
        if !beside.isEmpty {
            writer.append(",\"beside\":[" as StaticString)
            append(beside, to: &writer)
            writer.append("\n]" as StaticString)
        }
        writer.append("}\n" as StaticString)
        return writer.bytes
    }

    private func append(_ files: [File], to writer: inout ByteWriter) {
        for (index, file) in files.enumerated() {
            writer.append(index == 0 ? "\n" : ",\n" as StaticString)
            writer.append("{\"path\":" as StaticString)
            writer.append(json: .string(file.path))
            writer.append(",\"size\":" as StaticString)
            writer.append(decimal: file.size)
            writer.append(",\"sha256\":\"" as StaticString)
            writer.append(file.digest.hex)
            writer.append("\"}" as StaticString)
        }
    }

    /// Reads manifest.json; nil where any of it is not what `json` writes: another version, a
    /// path that leads out of its output, a digest that does not fit the files.
    init?(json bytes: [UInt8]) {
        guard let value = try? JSONValue(parsing: bytes), value[member: "version"] == 1,
            case .object(let members)? = value[member: "outputs"]
        else { return nil }
        var outputs: [Output] = []
        for (name, value) in members {
            guard isOutputName(name), case .array(let elements)? = value[member: "files"],
                case .string(let digest)? = value[member: "digest"]
            else { return nil }
            var files: [File] = []
            files.reserveCapacity(elements.count)
            for element in elements {
                guard let file = File(element) else { return nil }
                files.append(file)
            }
            let output = Output(name: name, files: files)
            guard output.digest == SHA256Digest(hex: digest) else { return nil }
            outputs.append(output)
        }
        var beside: [File] = []
        if let value = value[member: "beside"] {
            guard case .array(let elements) = value else { return nil }
            for element in elements {
                guard let file = File(element), isOutputName(file.path) else { return nil }
                beside.append(file)
            }
        }
        self.init(outputs: outputs, beside: beside)
    }
}

extension Manifest.File {
    fileprivate init?(_ value: JSONValue) {
        guard case .string(let path)? = value[member: "path"], isOutputPath(path),
            case .number(let size)? = value[member: "size"], size >= 0,
            case .string(let hex)? = value[member: "sha256"], let digest = SHA256Digest(hex: hex)
        else { return nil }
        self.init(path: path, size: size, digest: digest)
    }
}

/// Whether `name` can be an output's folder beside manifest.json.
func isOutputName(_ name: String) -> Bool {
    isOutputPath(name) && !name.utf8.contains(0x2F) && name.utf8.first != 0x2E
        && name != manifestName
}

/// Whether `path` stays below its output's folder and names one file in one way. Control
/// characters are refused, since the digest of an output is taken over lines.
func isOutputPath(_ path: String) -> Bool {
    var component = 0
    var dots = 0
    for byte in path.utf8 {
        switch byte {
        case 0x2F:
            if component == 0 || (component == dots && dots <= 2) { return false }
            component = 0
            dots = 0
        case 0..<0x20, 0x7F: return false
        default:
            component += 1
            if byte == 0x2E { dots += 1 }
        }
    }
    return component > 0 && !(component == dots && dots <= 2)
}

/// The manifest's name in a generation's folder.
let manifestName = "manifest.json"
