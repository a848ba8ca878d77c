package import Core
import FilePolicy

/// Bytes that are to be judged: a file that is opened when its turn comes, or bytes at hand.
package struct Sample: Sendable {
    /// Where the bytes are.
    enum Place: Sendable {
        case bytes([UInt8])
        /// A path below an open folder; without a folder, one of the system's.
        case file(ConfinedFolder?, path: [UInt8])
        /// What was found instead of a file.
        case verdict(Verdict)
    }

    /// What reports call it.
    package let name: String
    let place: Place

    /// Bytes at hand.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        place = .bytes(bytes)
    }

    /// A file by its path. A link at its end is refused; those before it are the caller's.
    package init(path: [UInt8]) {
        name = String(decoding: path, as: UTF8.self)
        place = .file(nil, path: path)
    }

    /// A file by its path, under another name. A link at its end is refused.
    package init(name: String, path: [UInt8]) {
        self.name = name
        place = .file(nil, path: path)
    }

    /// A file below a folder, in which no link is followed.
    ///
    /// - Parameter path: From the folder, without `.` and `..`.
    package init(name: String, in folder: ConfinedFolder, path: [UInt8]) {
        self.name = name
        place = .file(folder, path: path)
    }

    /// Something that is judged without being opened, such as a link.
    init(name: String, verdict: Verdict) {
        self.name = name
        place = .verdict(verdict)
    }
}

/// Size and digest of bytes that were read to their end.
package struct SampleContents: Hashable, Sendable {
    /// Bytes.
    package let size: Int
    /// Of all of them.
    package let digest: SHA256Digest

    /// Puts the two together.
    package init(size: Int, digest: SHA256Digest) {
        self.size = size
        self.digest = digest
    }
}

/// The verdict of one engine on one sample.
package struct Judged: Sendable {
    /// What the engine says.
    package let verdict: Verdict
    /// The bytes of which it says so; nil where they were not read to their end.
    package let contents: SampleContents?

    /// Puts the two together.
    package init(_ verdict: Verdict, of contents: SampleContents? = nil) {
        self.verdict = verdict
        self.contents = contents
    }
}

extension PolicyRule {
    /// A symbolic link where a file should be.
    static let symbolicLink = PolicyRule(
        id: "symbolic-link", en: "it is a symbolic link", ja: "シンボリックリンクです")
    /// A FIFO, a socket or a device.
    static let specialFile = PolicyRule(
        id: "special-file", en: "it is neither a file nor a folder",
        ja: "ファイルでもフォルダーでもありません")
}
