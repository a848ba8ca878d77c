import Foundation

/// A member's name as text: UTF-8, or the Shift_JIS of Japanese Windows (CP932).
func decodedZipName(_ bytes: ArraySlice<UInt8>, isUTF8 isMarked: Bool) -> String {
    if isMarked || isUTF8(bytes) { return String(decoding: bytes, as: UTF8.self) }
    return String(bytes: bytes, encoding: .shiftJIS) ?? String(decoding: bytes, as: UTF8.self)
}

extension ZipArchive {
    /// Refuses names that leave the folder into which an archive is unpacked, that meet each
    /// other there, or that deceive; and members that are links or devices.
    func checkNames(_ found: inout Examination) {
        var folded = Set<String>()
        for entry in entries {
            checkPath(entry, &found)
            for name in Set([entry.name, entry.otherName ?? entry.name]) {
                for part in name.split(separator: "/") {
                    FileNameRules.checkMember(String(part), &found)
                }
            }
            let names = Set([entry.name, entry.otherName ?? entry.name].map(Self.folding))
            for name in names where !folded.insert(name).inserted {
                found.refuse(.zipDuplicate(entry.name))
            }
            checkMode(entry, &found)
        }
    }

    private func checkPath(_ entry: ZipEntry, _ found: inout Examination) {
        let isMarked = entry.flags & 0x800 != 0
        if isMarked, !isUTF8(entry.nameBytes) { found.refuse(.zipName(entry.name)) }
        let isOther = entry.otherName.map { isPathUnsafe(Array($0.utf8)[...]) } ?? false
        if isPathUnsafe(entry.nameBytes) || isOther { found.refuse(.zipPath(entry.name)) }
        let suffixes = [entry.name, entry.otherName ?? entry.name].map(FileNameRules.suffix)
        if suffixes[0] != suffixes[1] { found.refuse(.zipMismatch(entry.name)) }
    }

    private func checkMode(_ entry: ZipEntry, _ found: inout Examination) {
        switch entry.unixMode & 0o170000 {
        case 0, 0o100000, 0o040000: break
        default: found.refuse(.zipLink(entry.name))
        }
        if entry.isFolder, entry.size > 0 { found.refuse(.zipMismatch(entry.name)) }
    }

    /// The name as systems that ignore case and composition see it.
    private static func folding(_ name: String) -> String {
        name.precomposedStringWithCanonicalMapping.lowercased()
    }
}

/// Whether a path leaves its folder, names a drive, or holds what is no path.
private func isPathUnsafe(_ name: ArraySlice<UInt8>) -> Bool {
    guard !name.isEmpty, name.first != 0x2F, !name.contains(0), !name.contains(0x3A) else {
        return true
    }
    // CP932 has characters such as 表 whose second byte is that of a backslash.
    let isDoubleByte = !isUTF8(name)
    var isSecond = false
    for byte in name {
        if byte == 0x5C, !isSecond { return true }
        let isLead = (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte)
        isSecond = isDoubleByte && isLead && !isSecond
    }
    var parts = name.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x5C }
    if parts.last?.isEmpty == true { parts.removeLast() }
    return parts.contains {
        $0.isEmpty || $0.elementsEqual([0x2E]) || $0.elementsEqual([0x2E, 0x2E])
    }
}
