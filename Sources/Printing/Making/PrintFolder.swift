import Core

/// A private folder with what one run of the program reads and writes.
struct PrintFolder: Sendable {
    private let folder: PrivateFolder

    /// - Parameter parent: Where temporary files belong.
    init(in parent: String) throws(PDFFailure) {
        do throws(FileError) {
            folder = try PrivateFolder(in: parent, for: "print")
        } catch {
            throw .file(error)
        }
    }

    var path: String { folder.path }

    func url(of name: String) -> String { path + "/" + name }

    func write(_ bytes: [UInt8], to name: String) throws(PDFFailure) {
        do throws(FileError) { try writeNewFile(url(of: name), bytes) } catch { throw .file(error) }
    }

    /// - Throws: `.tooLong` for a file of more than `limit` bytes.
    func read(_ name: String, limit: Int) throws(PDFFailure) -> [UInt8] {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try readFile(url(of: name), limit: limit + 1)
        } catch {
            throw .file(error)
        }
        guard bytes.count <= limit else { throw .tooLong(bytes: limit) }
        return bytes
    }

    /// Its last 400 characters, none of them invisible; empty where there is no such file.
    func lastWords(of name: String) -> String {
        let bytes = (try? readFile(url(of: name), limit: 1 << 20)) ?? []
        let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar.value == 0x7F ? " " as Unicode.Scalar : scalar
        }
        var end = text[...]
        while end.last == " " { end.removeLast() }
        return String(String.UnicodeScalarView(end.suffix(400)))
    }
}
