import Core
import TestSupport
import Testing

@testable import FilePolicy

@Suite struct BlockListTests {
    private static let hello = Array("hello".utf8)
    private static let md5 = "5d41402abc4b2a76b9719d911017c592"
    private static let sha1 = "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d"
    private static let sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

    private func list(_ text: String) -> BlockList { BlockList(Array(text.utf8)) }

    @Test(arguments: [md5, sha1, sha256, sha256.uppercased()])
    func holdsAFileByAnyDigest(digest: String) {
        for size in ["5", "*"] {
            let list = list("# a list\n\n\(digest):\(size):Test.Hello:73\r\n")
            #expect(list.problems.isEmpty)
            #expect(list.count == 1)
            #expect(list.holds(Self.hello))
            #expect(list.name(of: Self.hello) == "Test.Hello")
            #expect(!list.holds(Array("hellp".utf8)))
            #expect(!list.holds([]))
        }
        #expect(!list("\(digest):6:Test.Hello").holds(Self.hello))
    }

    @Test func holdsNothingWhereItIsEmpty() {
        #expect(!BlockList([]).holds(Self.hello))
        #expect(BlockList([]).count == 0)
    }

    @Test func countsADigestOnceForEachSize() {
        let list = list("\(Self.md5):5:A\n\(Self.md5):5:B\n\(Self.md5):6:C\n\(Self.sha1):5:D")
        #expect(list.count == 3)
        #expect(list.name(of: Self.hello) == "A")
    }

    @Test func reportsBadLinesWithTheirPlaces() {
        let text = """
            # ok
            \(Self.md5):5:A
            zz41402abc4b2a76b9719d911017c592:5:A
            5d41402abc4b2a76b9719d911017c59:5:A
            \(Self.md5)
            \(Self.md5):5
            \(Self.md5):5:
            \(Self.md5):x:A
            \(Self.md5)::A
            \(Self.md5):4294967295:A
            \(Self.md5):99999999999999999999999:A
            :5:A
            """
        let list = list(text)
        let bytes = Array(text.utf8)
        let lines = text.split(separator: "\n").dropFirst(2).map(String.init)
        #expect(list.problems.map { String(decoding: bytes[$0.range], as: UTF8.self) } == lines)
        #expect(list.problemCount == 10)
        #expect(list.count == 1)
        #expect(list.problems.allSatisfy { !$0.message.en.isEmpty && !$0.message.ja.isEmpty })
    }

    @Test func keepsTheFirstTwentyProblems() {
        let list = list(String(repeating: "nonsense\n", count: 1000))
        #expect(list.problems.count == 20)
        #expect(list.problemCount == 1000)
    }

    @Test func holdsExactlyWhatALongListNames() {
        let files = (0..<50_000).map { Array("file \($0)".utf8) }
        var text: [UInt8] = []
        for (index, file) in files.enumerated() {
            let digest = (index % 2 == 0 ? DigestKind.sha256 : .md5).digest(of: file)
            text += PDFSample.hexadecimal(digest).dropLast()
            text += Array(":\(index % 3 == 0 ? "*" : String(file.count)):Name-\(index)\n".utf8)
        }
        let list = BlockList(text)
        #expect(list.count == files.count)
        for index in stride(from: 0, to: files.count, by: 97) {
            #expect(list.name(of: files[index]) == "Name-\(index)")
            #expect(!list.holds(Array("other \(index)".utf8)))
        }
    }

    @Test func survivesThousandsOfMutations() {
        let text = "# a\n\(Self.md5):5:A\n\(Self.sha1):*:B:73\n\(Self.sha256):7:C\n"
        for mutant in Mutations(of: Array(text.utf8), count: 3000, seed: 3) {
            _ = BlockList(mutant).holds(Self.hello)
        }
    }
}
