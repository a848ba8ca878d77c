import Core
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

    @Test(arguments: structure + sizes + names + members)
    func refusesTheArchive(_ file: BadFile) { file.expectRefusal() }

    private static let structure = [
        BadFile(zip: "bytes before", "zip-leading") { zip in
            zip.leading = [0x50, 0x4B, 3, 4] + Array("leading".utf8)
            zip.add("a.txt")
        },
        BadFile(zip: "only bytes", "zip-leading") { $0.leading = [0x50, 0x4B, 3, 4] },
        BadFile(zip: "bytes after", "zip-trailing") { zip in
            zip.add("a.txt")
            zip.trailing = [0]
        },
        BadFile(zip: "bytes between members", "zip-gap") { zip in
            zip.add("a.txt") { $0.after = [1, 2, 3] }
            zip.add("b.txt")
        },
        BadFile(zip: "bytes before the directory", "zip-gap") { zip in
            zip.add("a.txt")
            zip.gap = [1]
        },
        BadFile(zip: "a hidden member", "zip-gap") { zip in
            zip.add("a.txt")
            var hidden = ZipBuilder()
            hidden.add("hidden.exe")
            zip.gap = Array(hidden.bytes.prefix(40))
        },
        BadFile(zip: "an end in the comment", "zip-trailing") { zip in
            zip.add("a.txt")
            zip.comment = [0x50, 0x4B, 5, 6] + Array(repeating: 0, count: 30)
        },
        BadFile(zip: "a header in the comment", "zip-second-end") { zip in
            zip.add("a.txt")
            zip.comment = [0x50, 0x4B, 3, 4]
        },
        BadFile(zip: "an end in the directory", "zip-second-end") { zip in
            zip.add("a.txt") { $0.central.extra = [9, 9, 4, 0, 0x50, 0x4B, 5, 6] }
        },
        BadFile(zip: "cut off", "zip-malformed") { zip in
            zip.add("a.txt") { $0.central.extra = [9, 9, 40, 0] }
        },
        BadFile(zip: "too few entries", "zip-malformed") { zip in
            zip.add("a.txt")
            zip.add("b.txt")
            zip.statedEntries = 1
        },
        BadFile(zip: "too many entries", "zip-malformed") { zip in
            zip.add("a.txt")
            zip.statedEntries = 2
        },
        BadFile("cut off", "zip-malformed", named: "a.zip", [0x50, 0x4B, 3, 4, 20, 0]),
        BadFile(zip: "overlap", "zip-overlap") { zip in
            zip.add("a.txt")
            zip.add("b.txt") { $0.hasOwnOffset = true }
        },
        BadFile(zip: "members within a member", "zip-overlap") { zip in
            zip.add("a.txt") { member in
                member.local.packedSize += 70
                member.local.size += 70
                member.central = member.local
            }
            zip.add("b.txt", Array(repeating: 0x61, count: 100))
        },
    ]

    private static let sizes = [
        BadFile(zip: "zip64 by size", "zip-zip64") { zip in
            zip.add("a.txt") { $0.central.size = 0xFFFF_FFFF }
        },
        BadFile(zip: "zip64 by field", "zip-zip64") { zip in
            zip.add("a.txt") { $0.local.extra = [1, 0, 0, 0] }
        },
        BadFile(zip: "zip64 by count", "zip-zip64") { $0.statedEntries = 0xFFFF },
        BadFile(zip: "another method", "zip-method") { zip in
            zip.add("a.txt") { $0.changeBoth { $0.method = 14 } }
        },
        BadFile(zip: "other names", "zip-mismatch") { zip in
            zip.add("a.txt") { $0.local.name = Array("a.exe".utf8) }
        },
        BadFile(zip: "other methods", "zip-mismatch") { zip in
            zip.add("a.txt") { $0.local.method = 8 }
        },
        BadFile(zip: "other flags", "zip-mismatch") { zip in
            zip.add("a.txt") { $0.local.flags = 0x800 }
        },
        BadFile(zip: "other sizes", "zip-mismatch") { zip in
            zip.add("a.txt") { $0.local.size += 1 }
        },
        BadFile(zip: "other checksums", "zip-mismatch") { zip in
            zip.add("a.txt") { $0.local.checksum ^= 1 }
        },
        BadFile(zip: "sizes behind that differ", "zip-mismatch") { zip in
            zip.add("a.txt", deflated: true) { member in
                member.stream(sign: [])
                member.after[0] ^= 1
            }
        },
        BadFile(zip: "stored, but of two sizes", "zip-mismatch") { zip in
            zip.add("a.txt") { $0.changeBoth { $0.size += 1 } }
        },
        BadFile(zip: "wrong checksum", "zip-checksum") { zip in
            zip.add("a.txt") { $0.changeBoth { $0.checksum ^= 1 } }
        },
        BadFile(zip: "less than stated", "zip-checksum") { zip in
            zip.add("a.txt", deflated: true) { $0.changeBoth { $0.size += 1 } }
        },
        BadFile(zip: "more than stated", "zip-checksum") { zip in
            zip.add("a.txt", deflated: true) { $0.changeBoth { $0.size -= 1 } }
        },
        BadFile(zip: "bytes behind the stream", "zip-checksum") { zip in
            zip.add("a.txt", deflated: true) { member in
                member.data.append(0)
                member.changeBoth { $0.packedSize += 1 }
            }
        },
        BadFile(zip: "a bomb", "archive-ratio") { zip in
            zip.add("a.txt", deflated: true) { $0.changeBoth { $0.size = 100 << 20 } }
        },
    ]

    private static let names = [
        BadFile(zip: "parent", "zip-path") { $0.add("../a.txt") },
        BadFile(zip: "parent within", "zip-path") { $0.add("a/../../b.txt") },
        BadFile(zip: "absolute", "zip-path") { $0.add("/etc/a.txt") },
        BadFile(zip: "a folder with contents", "zip-mismatch") { $0.add("folder/") },
        BadFile(zip: "drive", "zip-path") { $0.add("C:/a.txt") },
        BadFile(zip: "backslash", "zip-path") { $0.add("..\\a.txt") },
        BadFile(zip: "no name", "zip-path") { $0.add("") },
        BadFile(zip: "empty folder name", "zip-path") { $0.add("a//b.txt") },
        BadFile(zip: "NUL", "zip-path") { $0.add("a.txt\0.png") },
        BadFile(zip: "a second, worse name", "zip-path") { zip in
            let name = Array("../a.txt".utf8)
            let extra =
                [0x75, 0x70] + ZipBuilder.little(5 + name.count, 2) + [1, 0, 0, 0, 0] + name
            zip.add("a.txt") { $0.changeBoth { $0.extra = extra } }
        },
        BadFile(zip: "a second name of another type", "zip-mismatch") { zip in
            let name = Array("a.bat".utf8)
            let extra =
                [0x75, 0x70] + ZipBuilder.little(5 + name.count, 2) + [1, 0, 0, 0, 0] + name
            zip.add("a.txt") { $0.changeBoth { $0.extra = extra } }
        },
        BadFile(zip: "twice", "zip-duplicate") { zip in
            zip.add("a.txt")
            zip.add("a.txt")
        },
        BadFile(zip: "in another case", "zip-duplicate") { zip in
            zip.add("Ä.txt")
            zip.add("a\u{308}.TXT")
        },
        BadFile(zip: "no UTF-8", "zip-name") { zip in
            zip.add("a.txt") { member in
                member.rename([0xFF, 0x2E, 0x74, 0x78, 0x74])
                member.changeBoth { $0.flags = 0x800 }
            }
        },
        BadFile(zip: "direction", "name-bidirectional") { $0.add("a\u{202E}.txt") },
        BadFile(zip: "device", "name-reserved") { $0.add("folder/CON.txt") },
        BadFile(zip: "deceit", "name-double-extension") { $0.add("folder/a.exe.txt") },
        BadFile(zip: "link", "zip-link") { $0.add("a.txt") { $0.central.mode = 0o120777 } },
        BadFile(zip: "device file", "zip-link") { $0.add("a.txt") { $0.central.mode = 0o020666 } },
        BadFile(zip: "macOS", "zip-system-file") { $0.add("__MACOSX/._a.txt") },
        BadFile(zip: "Windows", "zip-system-file") { $0.add("folder/Thumbs.db") },
    ]

    private static let members = [
        BadFile(zip: "program", "program") { $0.add("a/b.txt", Array("#!/bin/sh".utf8)) },
        BadFile(zip: "script", "unknown-extension") { $0.add("a.js") },
        BadFile(zip: "another type", "type-mismatch") { $0.add("a.pdf", SmallFiles.png) },
        BadFile(zip: "macros", "office-macros") { zip in
            zip.add("a.docx", OfficeBuilder.withMacros.bytes, deflated: true)
        },
        BadFile(zip: "another archive", "other-archive") { $0.add("a.zip", [0x1F, 0x8B, 8, 0]) },
        BadFile(zip: "Java", "program") { $0.add("META-INF/MANIFEST.MF") },
        BadFile(zip: "book", "other-format") {
            $0.add("mimetype", Array("application/epub+zip".utf8))
        },
    ]

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

extension ZipBuilder.Member {
    /// Changes both headers alike.
    mutating func changeBoth(_ change: (inout ZipBuilder.Header) -> Void) {
        change(&local)
        change(&central)
    }

    fileprivate mutating func rename(_ name: [UInt8]) {
        changeBoth { $0.name = name }
    }

    /// Puts checksum and sizes behind the packed bytes.
    fileprivate mutating func stream(sign: [UInt8]) {
        changeBoth { $0.flags |= 8 }
        after =
            sign + ZipBuilder.little(Int(local.checksum), 4)
            + ZipBuilder.little(local.packedSize, 4) + ZipBuilder.little(local.size, 4)
        (local.checksum, local.packedSize, local.size) = (0, 0, 0)
    }
}
