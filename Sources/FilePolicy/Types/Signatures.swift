/// What stands at a certain place of every file of some format.
struct Signature {
    /// The bytes.
    let bytes: [UInt8]
    /// Where they stand, counted from the file's start.
    let offset: Int
    /// What such a file is.
    let content: SniffedContent

    private init(_ bytes: [UInt8], at offset: Int = 0, _ content: SniffedContent) {
        self.bytes = bytes
        self.offset = offset
        self.content = content
    }

    private init(_ text: String, at offset: Int = 0, _ content: SniffedContent) {
        self.init(Array(text.utf8), at: offset, content)
    }

    private init(
        _ bytes: [UInt8], at offset: Int = 0, _ kind: ForeignFormat.Kind, _ en: String, _ ja: String
    ) {
        self.init(bytes, at: offset, .foreign(ForeignFormat(kind, en: en, ja: ja)))
    }

    private init(
        _ text: String, at offset: Int = 0, _ kind: ForeignFormat.Kind, _ en: String, _ ja: String
    ) {
        self.init(Array(text.utf8), at: offset, .foreign(ForeignFormat(kind, en: en, ja: ja)))
    }

    /// All that are known, in the order in which they are tried.
    static let all = published + programs + archives + others

    private static let published = [
        Signature([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .type(.png)),
        Signature([0xFF, 0xD8, 0xFF], .type(.jpeg)),
        Signature("GIF87a", .type(.gif)),
        Signature("GIF89a", .type(.gif)),
        Signature([0, 0, 1, 0], .type(.ico)),
        Signature("%PDF-", .type(.pdf)),
        Signature("wOF2", .type(.woff2)),
        Signature("ID3", .type(.mp3)),
        Signature([0x50, 0x4B, 3, 4], .zip),
        Signature([0x50, 0x4B, 5, 6], .zip),
    ]

    private static let programs = [
        Signature([0x7F, 0x45, 0x4C, 0x46], .program, "a program for Linux", "Linux のプログラム"),
        Signature([0xFE, 0xED, 0xFA, 0xCE], .program, "a program for macOS", "macOS のプログラム"),
        Signature([0xFE, 0xED, 0xFA, 0xCF], .program, "a program for macOS", "macOS のプログラム"),
        Signature([0xCE, 0xFA, 0xED, 0xFE], .program, "a program for macOS", "macOS のプログラム"),
        Signature([0xCF, 0xFA, 0xED, 0xFE], .program, "a program for macOS", "macOS のプログラム"),
        Signature(
            [0xCA, 0xFE, 0xBA, 0xBE], .program, "a program for Java or macOS",
            "Java または macOS のプログラム"),
        Signature("dex\n", .program, "a program for Android", "Android のプログラム"),
        Signature([0, 0x61, 0x73, 0x6D], .program, "a WebAssembly program", "WebAssembly のプログラム"),
        Signature(
            [0x4C, 0, 0, 0, 1, 0x14, 2, 0], .program, "a shortcut of Windows",
            "Windows のショートカット"),
        Signature("#!", .foreign(.script)),
        Signature("[InternetShortcut]", .program, "a shortcut of Windows", "Windows のショートカット"),
        Signature("[Desktop Entry]", .program, "a starter for Linux", "Linux の起動ファイル"),
        Signature(
            "Windows Registry Editor", .program, "settings for Windows (.reg)",
            "Windows の設定ファイル (.reg)"),
        Signature("REGEDIT4", .program, "settings for Windows (.reg)", "Windows の設定ファイル (.reg)"),
        Signature("FWS", .program, "a Flash movie", "Flash ムービー"),
        Signature("CWS", .program, "a Flash movie", "Flash ムービー"),
        Signature("ITSF", .program, "a help file of Windows (.chm)", "Windows のヘルプ (.chm)"),
        Signature("!<arch>\n", .program, "a program package", "プログラムのパッケージ"),
        Signature([0xED, 0xAB, 0xEE, 0xDB], .program, "a program package", "プログラムのパッケージ"),
    ]

    private static let archives = [
        Signature([0x1F, 0x8B], .archive, "a gzip file", "gzip ファイル"),
        Signature([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive, "a 7z archive", "7z ファイル"),
        Signature("Rar!\u{1A}\u{7}", .archive, "a RAR archive", "RAR ファイル"),
        Signature([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .archive, "an xz file", "xz ファイル"),
        Signature("BZh", .archive, "a bzip2 file", "bzip2 ファイル"),
        Signature([0x28, 0xB5, 0x2F, 0xFD], .archive, "a Zstandard file", "Zstandard ファイル"),
        Signature([4, 0x22, 0x4D, 0x18], .archive, "an LZ4 file", "LZ4 ファイル"),
        Signature("ustar", at: 257, .archive, "a tar archive", "tar ファイル"),
        Signature("MSCF", .archive, "a cabinet file", "cab ファイル"),
        Signature("CD001", at: 32769, .archive, "a disk image (ISO)", "ディスクイメージ (ISO)"),
        Signature("-lh", at: 2, .archive, "an LZH archive", "LZH ファイル"),
        Signature("-lz", at: 2, .archive, "an LZH archive", "LZH ファイル"),
        Signature([0x60, 0xEA], .archive, "an ARJ archive", "ARJ ファイル"),
        Signature([0x1F, 0x9D], .archive, "a compressed file (.Z)", "圧縮ファイル (.Z)"),
        Signature("xar!", .archive, "an installer for macOS", "macOS のインストーラー"),
        Signature([0x50, 0x4B, 7, 8], .archive, "a zip archive in several parts", "分割 zip ファイル"),
        Signature("PK00PK", .archive, "a zip archive in several parts", "分割 zip ファイル"),
    ]

    private static let others = [
        Signature([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .foreign(.compoundFile)),
        Signature("{\\rtf", .oldOffice, "a rich text document (RTF)", "リッチテキスト (RTF)"),
        Signature("%!PS", .other, "a PostScript document", "PostScript 文書"),
        Signature("MIME-Version:", .webPage, "a saved web page or mail", "保存された Web ページかメール"),
        Signature("BM", .other, "a bitmap (BMP)", "ビットマップ画像 (BMP)"),
        Signature([0x49, 0x49, 0x2A, 0], .other, "a TIFF picture", "TIFF 画像"),
        Signature([0x4D, 0x4D, 0, 0x2A], .other, "a TIFF picture", "TIFF 画像"),
        Signature("8BPS", .other, "a Photoshop picture", "Photoshop の画像"),
        Signature("wOFF", .other, "a WOFF font", "WOFF フォント"),
        Signature("OTTO", .other, "an OpenType font", "OpenType フォント"),
        Signature([0, 1, 0, 0, 0], .other, "a TrueType font", "TrueType フォント"),
        Signature("OggS", .other, "an Ogg recording", "Ogg ファイル"),
        Signature("fLaC", .other, "a FLAC recording", "FLAC 音声"),
        Signature("SQLite format 3\0", .other, "a database (SQLite)", "データベース (SQLite)"),
    ]
}
