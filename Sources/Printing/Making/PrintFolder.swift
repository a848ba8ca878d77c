import Core
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder that only this user may enter, with what one run of the program reads and writes. A
/// class, because the folder goes with its last holder.
final class PrintFolder: Sendable {
    let path: String

    /// - Parameter parent: Where temporary files belong.
    init(in parent: String) throws(PDFFailure) {
        // mkdtemp(3) writes the folder's name over the X's in place and makes it with mode 0700. It
        // gets the array's own storage, ended by a zero, for the call alone; nothing keeps it.
        var template = Array((parent + "/hakusho-print-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .file(FileError(.makeFolder, parent, Errno(rawValue: errno)))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // At worst it is left behind for the system to clear; there is no one to tell the reason.
        try? removeTree(path)
    }

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
