import Core

/// Refuses a file of a single type that another program would read as something else.
///
/// What follows a picture's own end is found where the picture is examined; here is looked for
/// what programs search for from a file's end, or in its first kilobyte.
func refusePolyglot(_ bytes: ArraySlice<UInt8>, _ type: FileType, _ found: inout Examination) {
    let fields = ByteFields(bytes)
    if hasZipEnd(fields) || hasOtherArchive(fields) {
        found.refuse(.polyglot(type, en: "an archive", ja: "圧縮ファイル"))
    }
    // Readers of PDF look for its first words up to here.
    let start = ByteFields(bytes.prefix(1024))
    if type != .pdf, start.offset(of: Array("%PDF-".utf8)) != nil {
        found.refuse(.polyglot(type, en: "a PDF document", ja: "PDF 文書"))
    }
    if type != .pdf, type != .svg, hasPage(fields) {
        found.refuse(.polyglot(type, en: "a program or web page", ja: "プログラムか Web ページ"))
    }
}

/// Whether a zip's end record stands in the last 64 KiB, where programs look for it.
private func hasZipEnd(_ fields: ByteFields) -> Bool {
    var start = max(0, fields.count - 22 - 0xFFFF)
    while let place = fields.offset(of: [0x50, 0x4B, 5, 6], from: start) {
        if let here = fields.little16(at: place + 8), let all = fields.little16(at: place + 10),
            let size = fields.little32(at: place + 12), fields.little16(at: place + 4) == 0,
            here == all, all == 0 || (size >= 46 * all && size <= place)
        {
            return true
        }
        start = place + 4
    }
    return false
}

/// Whether RAR or 7z begins somewhere: their programs search for it.
private func hasOtherArchive(_ fields: ByteFields) -> Bool {
    let words: [[UInt8]] = [
        [0x52, 0x61, 0x72, 0x21, 0x1A, 7], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
    ]
    return words.contains { fields.offset(of: $0) != nil }
}

/// Whether PHP or a script of HTML begins somewhere.
private func hasPage(_ fields: ByteFields) -> Bool {
    let (php, script) = (Array("<?php".utf8), Array("<script".utf8))
    return fields.bytes.withUnsafeBufferPointer { all in
        func begins(_ word: [UInt8], at place: Int) -> Bool {
            guard word.count < all.count - place else { return false }
            var index = 1
            while index < word.count, all[place + index].asciiLowercased == word[index] {
                index += 1
            }
            return index == word.count
        }
        for place in all.indices where all[place] == 0x3C {
            // Without the space after it, films that look random would hold it by chance.
            if begins(php, at: place), all[place + php.count] <= 0x20 { return true }
            if begins(script, at: place) { return true }
        }
        return false
    }
}

extension PolicyRule {
    fileprivate static func polyglot(_ type: FileType, en: String, ja: String) -> PolicyRule {
        PolicyRule(
            id: "polyglot",
            en: "the file is \(type.title.en), but \(en) is hidden in it; export it again, or "
                + "find out where it came from",
            ja: "「\(type.title.ja)」のファイルですが、中に\(ja)が隠されています。書き出し直すか、入手元を確認してください")
    }
}
