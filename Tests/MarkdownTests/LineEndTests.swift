import Testing

@testable import Markdown

@Suite struct LineEndTests {
    /// CR, LF and both together end a line, as the C library has it; in all texts of three letters
    /// and up to eight bytes.
    @Test func linesEndWhereLookingAtEachByteEndsThem() {
        var texts: [[UInt8]] = [[]]
        for length in 1...8 {
            for text in texts where text.count == length - 1 {
                texts += "a\n\r".utf8.map { text + [$0] }
            }
        }
        for bytes in texts {
            var expected: [Int] = []
            for (index, byte) in bytes.enumerated() {
                if byte == 0x0A { expected.append(index + 1) }
                if byte == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A {
                    expected.append(index + 1)
                }
            }
            var starts: [Int] = []
            bytes.withUnsafeBufferPointer { buffer in
                var ends = LineEnds(in: buffer, from: 0)
                while let (end, next) = ends.next(from: starts.last ?? 0) {
                    #expect(bytes[end] != 0x61 && (1...2).contains(next - end))
                    starts.append(next)
                }
            }
            #expect(starts == expected)
        }
    }
}
