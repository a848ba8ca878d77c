import Content
package import Core

/// whitepaper.lock: what each frozen edition says, as digests, so that it says the same for ever.
///
/// An edition is known by the texts of its own folder and by its predecessor, which is frozen too;
/// so the lock grows with what editions change. Its lines:
///
/// ```
/// whitepaper.lock  1
/// edition  VERSION  DATE  HISTORY  WHOLE
/// text  VERSION  ANCHOR  LANGUAGE  SOURCE  RENDERED
/// ```
///
/// Columns are separated by tabs. HISTORY is the digest of the entry in `whitepaper.yml`, SOURCE
/// that of a file (`ItemText.digest`), RENDERED that of the title and the words that readers see,
/// or `withdrawn`; WHOLE is the digest of all of these and of the predecessor's WHOLE.
package struct WhitepaperLock: Sendable {
    /// One frozen edition.
    struct Frozen: Sendable {
        let version: String
        /// As it was published.
        let date: String
        /// Of the edition's entry in `whitepaper.yml`.
        let history: SHA256Digest
        /// Of the edition with all before it.
        let whole: SHA256Digest
        /// By anchor, then by language.
        let texts: [Text]
        /// Its line; nil for one that is not written yet.
        let span: SourceSpan?
    }

    /// One file of a frozen edition.
    struct Text: Sendable {
        let anchor: String
        let language: String
        let source: SHA256Digest
        /// Nil where the file withdraws its item.
        let rendered: SHA256Digest?
        /// Its line; nil for one that is not written yet.
        let span: SourceSpan?

        /// The last columns of its line.
        var columns: [String] {
            [anchor, language, source.hex, rendered?.hex ?? Self.withdrawn]
        }

        static let withdrawn = "withdrawn"

        static func precedes(_ a: Text, _ b: Text) -> Bool {
            [a.anchor, a.language].lexicographicallyPrecedes([b.anchor, b.language]) {
                $0.precedesByBytes($1)
            }
        }
    }

    /// Oldest first.
    var editions: [Frozen] = []

    /// The file's name in a whitepaper's folder.
    package static let fileName = "whitepaper.lock"
    /// The first line that is no comment.
    static let header = ["whitepaper.lock", "1"]

    /// The digest of an edition with all before it.
    ///
    /// - Parameters:
    ///   - texts: In the order of the lock.
    ///   - previous: That of the edition before; `.zero` for the first.
    static func whole(
        _ version: String, _ date: String, _ history: SHA256Digest, _ texts: [Text],
        after previous: SHA256Digest
    ) -> SHA256Digest {
        let lines = [[previous.hex, version, date, history.hex]] + texts.map(\.columns)
        let text = lines.map { $0.joined(separator: "\t") + "\n" }.joined()
        return SHA256Digest(of: Array(text.utf8))
    }

    /// The lock's bytes: the same for the same editions.
    var bytes: [UInt8] {
        var output = ByteWriter()
        output.append(
            """
            # What each frozen edition says, as SHA-256 digests. 'hakusho whitepaper freeze' writes
            # this file; commit it, and do not edit it by hand. A frozen edition never changes: what
            # is to be said in another way goes into a new edition ('hakusho whitepaper new').

            """ as StaticString)
        output.appendLine(Self.header)
        for edition in editions {
            output.appendLine(
                ["edition", edition.version, edition.date, edition.history.hex, edition.whole.hex])
            for text in edition.texts {
                output.appendLine(["text", edition.version] + text.columns)
            }
        }
        return output.bytes
    }
}

extension ByteWriter {
    fileprivate mutating func appendLine(_ columns: [String]) {
        append(columns.joined(separator: "\t"))
        append("\n" as StaticString)
    }
}
