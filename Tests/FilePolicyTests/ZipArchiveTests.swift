import Core
import TestSupport
import Testing

@testable import FilePolicy

@Suite struct ZipArchiveTests {
    @Test func allowsAnArchiveOfFilesThatMayBePublished() {
        var inner = ZipBuilder()
        inner.add("b.txt")
        var zip = ZipBuilder()
        zip.add("フォルダー/", [])
        zip.add("フォルダー/a.txt", deflated: true)
        zip.add("フォルダー/empty.txt", [], deflated: true)
        zip.add("picture.png", SmallFiles.png)
        zip.add("inner.zip", inner.bytes, deflated: true)
        zip.add("document.docx", OfficeBuilder.word().bytes)
        zip.comment = Array("a comment".utf8)
        expectClean("a.zip", zip.bytes, .zip)
        expectClean("empty.zip", ZipBuilder().bytes, .zip)
    }

    @Test func allowsNamesInShiftJISWhoseSecondByteIsABackslash() {
        var zip = ZipBuilder()
        zip.add("x.txt") { $0.rename([0x95, 0x5C, 0x83, 0x5C] + Array(".txt".utf8)) }
        expectClean("a.zip", zip.bytes, .zip)
        zip.add("x.exe") { $0.rename([0x95, 0x5C] + Array(".exe".utf8)) }
        let message = FilePolicy().examine(name: "a.zip", zip.bytes).refusals.first?.message
        #expect(message?.en.contains("'表.exe'") == true)
    }

    @Test func allowsAMemberWhoseSizesFollowIt() {
        for sign: [UInt8] in [[0x50, 0x4B, 7, 8], []] {
            var zip = ZipBuilder()
            zip.add("a.txt", deflated: true) { $0.stream(sign: sign) }
            expectClean("a.zip", zip.bytes, .zip)
        }
    }

    @Test func countsWhatAllArchivesInAnArchiveHoldTogether() {
        var inner = ZipBuilder()
        for index in 0..<10 { inner.add("\(index).txt") }
        var zip = ZipBuilder()
        zip.add("a.zip", inner.bytes)
        zip.add("b.zip", inner.bytes)
        let bytes = zip.bytes
        var limits = FilePolicy.Limits()
        limits.archiveEntries = 21
        let entries = BadFile("entries", "archive-entries", named: "a.zip", bytes)
        entries.expectRefusal(by: FilePolicy(limits: limits))
        limits = FilePolicy.Limits()
        limits.archiveBytes = 2 * inner.bytes.count + 99
        let size = BadFile("size", "archive-size", named: "a.zip", bytes)
        size.expectRefusal(by: FilePolicy(limits: limits))
        limits.archiveBytes += 1
        #expect(FilePolicy(limits: limits).examine(name: "a.zip", bytes).refusals.isEmpty)
    }

    @Test func refusesArchivesThatLieTooDeep() {
        var bytes = SmallFiles.png
        var results: [Bool] = []
        for depth in 0..<5 {
            var zip = ZipBuilder()
            zip.add(depth == 0 ? "a.png" : "a.zip", bytes)
            bytes = zip.bytes
            results.append(FilePolicy().examine(name: "a.zip", bytes).refusals.isEmpty)
        }
        #expect(results == [true, true, true, false, false])
        BadFile("depth", "archive-depth", named: "a.zip", bytes).expectRefusal()
    }

    @Test func cannotLookBehindAPassword() {
        for change: @Sendable (inout ZipBuilder.Header) -> Void in [
            { $0.flags = 1 }, { $0.flags = 0x2041 }, { $0.method = 99 },
        ] {
            var zip = ZipBuilder()
            zip.add("a.txt") { $0.changeBoth(change) }
            let found = FilePolicy().examine(name: "a.zip", zip.bytes)
            #expect(found.unscannable != nil)
            #expect(found.type == .zip)
        }
    }

    @Test func saysInWhichMemberARuleIsBroken() {
        var zip = ZipBuilder()
        zip.add("資料/a.png", SmallFiles.jpeg)
        let message = FilePolicy().examine(name: "a.zip", zip.bytes).refusals.first?.message
        #expect(message?.en.hasPrefix("'資料/a.png' inside it: ") == true)
        #expect(message?.ja.hasPrefix("中の「資料/a.png」: ") == true)
    }
}
