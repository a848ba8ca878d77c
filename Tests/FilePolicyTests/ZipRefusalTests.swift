import TestSupport
import Testing

@testable import FilePolicy

@Suite struct ZipRefusalTests {
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
        BadFile(zip: "a long path", "zip-long-name") { zip in
            zip.add(String(repeating: "a/", count: 512) + "a.txt")
        },
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
        BadFile(zip: "deceit", "name-double-extension") { $0.add("folder/a.php.txt") },
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
}
