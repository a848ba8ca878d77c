import Core

/// PDFs that were made before, in files named after the digest of all that decides their bytes.
///
/// Beside each stands its own digest, so that a damaged file is not taken for a PDF.
struct PDFCache {
    let folder: String

    /// What was made of the document with that digest; nil where nothing was, or it is damaged.
    func read(_ key: SHA256Digest) -> [UInt8]? {
        // Whatever the reason why a file cannot be read, the PDF is made anew.
        guard let stated = try? readFile(path(key, "sha256"), limit: 128),
            let bytes = try? readFile(path(key, "pdf")),
            SHA256Digest(hex: String(decoding: stated, as: UTF8.self)) == SHA256Digest(of: bytes)
        else { return nil }
        return bytes
    }

    /// Keeps a PDF. Two who make the same one at once do not disturb each other.
    func write(_ bytes: [UInt8], for key: SHA256Digest) throws(PDFFailure) {
        do throws(FileError) {
            try makeFolder(folder)
            try place(bytes, at: path(key, "pdf"))
            try place(Array(SHA256Digest(of: bytes).hex.utf8), at: path(key, "sha256"))
        } catch {
            throw .file(error)
        }
    }

    private func path(_ key: SHA256Digest, _ ending: String) -> String {
        folder + "/" + key.hex + "." + ending
    }

    private func place(_ bytes: [UInt8], at path: String) throws(FileError) {
        let staged = path + "." + String(UInt64.random(in: 0 ... .max), radix: 36)
        do throws(FileError) {
            try writeNewFile(staged, bytes)
            try flushFile(staged)
            try renameFile(staged, to: path)
        } catch {
            // At worst a part of a file is left, which nobody reads.
            try? removeTree(staged)
            throw error
        }
    }
}
