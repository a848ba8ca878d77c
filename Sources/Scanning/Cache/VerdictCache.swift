package import Core

/// What engines have found clean, by (SHA-256, size, engine, its version, its signatures' version,
/// the digest of its settings): `.hakusho/verdicts.tsv`, one sorted line each. Nothing but *clean* is
/// kept, and nothing of an engine that does not name its signatures.
///
/// Each line carries an HMAC with a key that lies outside of the project and that only the user
/// may read. A line without it counts as not written. So whoever can write to the project (a
/// pull request, an editor of the shared folder, a restored backup) can make no file pass: they
/// lack the key, and each line holds for its own bytes and signatures only. It does not protect
/// from programs that run as the same user: those can read the key, and could replace Hakusho
/// just as well. That is why a run under CI, whose key would be the machine's for all who
/// push, asks the engines unless told otherwise.
package struct VerdictCache: Sendable {
    /// Marks by line.
    private var lines: [String: String] = [:]
    private let key: VerdictKey
    private let settings: SHA256Digest?

    private static let heading = "# hakusho verdicts 1"

    /// - Parameters:
    ///   - key: Without the key that wrote them, lines count for nothing.
    ///   - settings: Of what the engines are and where they are reached: another command or another
    ///     server is another engine, whatever it calls itself. Nil where nothing says.
    package init(key: VerdictKey, settings: SHA256Digest? = nil) {
        self.key = key
        self.settings = settings
    }

    /// Whether a run that was not told uses the memory: not under CI.
    ///
    /// - Parameter ci: The variable `CI`, which all common services set.
    package static func isUsual(ci: String?) -> Bool {
        ["", "false", "0"].contains(ci ?? "")
    }

    /// Adds what an earlier run wrote; a file that is not there, or that is none of ours, adds
    /// nothing.
    package mutating func load(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return }
        let rows = text.split(separator: "\n")
        guard rows.first.map(String.init) == Self.heading else { return }
        for row in rows.dropFirst() {
            guard let tab = row.lastIndex(of: "\t") else { continue }
            lines[String(row[..<tab])] = String(row[row.index(after: tab)...])
        }
    }

    /// The file: a heading, then the lines, sorted by their bytes; those without their mark are
    /// gone.
    package var bytes: [UInt8] {
        let kept = lines.filter { key.isMark($0.value, of: $0.key) }
        let rows = kept.map { $0.key + "\t" + $0.value }
            .sortedByBytes(of: \.self)
        return Array((([Self.heading] + rows).joined(separator: "\n") + "\n").utf8)
    }

    /// Whether there may be something to recall of these engines.
    func knows(_ identities: [EngineIdentity]) -> Bool {
        let tails = identities.map(tail)
        return !tails.isEmpty
            && tails.allSatisfy { tail in
                guard let tail else { return false }
                return lines.keys.contains { $0.hasSuffix(tail) }
            }
    }

    /// Whether the engine, as it is, has found these bytes clean.
    func isClean(_ contents: SampleContents, by identity: EngineIdentity) -> Bool {
        guard let line = line(contents, identity), let mark = lines[line] else { return false }
        return key.isMark(mark, of: line)
    }

    mutating func remember(_ contents: SampleContents, by identity: EngineIdentity) {
        guard let line = line(contents, identity) else { return }
        lines[line] = key.mark(line)
    }

    /// Drops what these engines have said with other signatures or as other versions.
    mutating func forgetOthers(than identities: [EngineIdentity]) {
        let tails = identities.compactMap(tail)
        let names = Set(identities.map { Substring($0.engine) })
        lines = lines.filter { line in
            let fields = line.key.split(separator: "\t", omittingEmptySubsequences: false)
            return fields.count == 6
                && (!names.contains(fields[2]) || tails.contains { line.key.hasSuffix($0) })
        }
    }

    private func line(_ contents: SampleContents, _ identity: EngineIdentity) -> String? {
        tail(identity).map { contents.digest.hex + "\t\(contents.size)" + $0 }
    }

    /// What lines of the same engine have in common; nil for an engine whose signatures have no
    /// name, or whose words would break the form.
    private func tail(_ identity: EngineIdentity) -> String? {
        guard let signatures = identity.signatures else { return nil }
        let fields = [
            identity.engine, identity.version, signatures.version, settings?.hex ?? "-",
        ]
        let isPlain = fields.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { $0 >= 0x20 } }
        return isPlain ? "\t" + fields.joined(separator: "\t") : nil
    }
}
