import Core
import Foundation
import TestSupport

/// What the mutations of a reader's inputs begin with: the files of `Seeds/READER`, and the words
/// of `Seeds/READER.dict`.
struct Seeds: Sendable {
    let inputs: [[UInt8]]
    /// Pieces that a format's reader looks for.
    let words: [[UInt8]]

    private static let folder = PackageFolder.url.appending(path: "Tests/Fuzzing/Seeds").path

    init(of reader: Reader) throws {
        let folder = Self.folder + "/" + reader.rawValue
        inputs = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .map { try readFile(folder + "/" + $0) }
        words = Self.words(try readFile(folder + ".dict"))
    }

    /// Reads a dictionary of libFuzzer's form: a word in quotation marks a line.
    ///
    /// - Source: llvm.org/docs/LibFuzzer.html, "Dictionaries".
    private static func words(_ dictionary: [UInt8]) -> [[UInt8]] {
        dictionary.split(separator: 0x0A).compactMap { line in
            guard line.first == 0x22, line.last == 0x22, line.count > 2 else { return nil }
            return unescaped(line.dropFirst().dropLast())
        }
    }

    /// `\\`, `\"` and `\x41`.
    private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var word: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            guard byte == 0x5C, let next = rest.popFirst() else {
                word.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if next == 0x78, let value = UInt8(digits, radix: 16) {
                word.append(value)
                rest = rest.dropFirst(2)
            } else {
                word.append(next)
            }
        }
        return word
    }
}
