import Foundation

/// The smallest files of many types that programs accept.
enum SmallFiles {
    static let png = decoded(
        """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAFUlEQVR4nGM8wcXFwMDAwMDAxAADABByAOAp6i43
        AAAAAElFTkSuQmCC
        """)
    static let jpeg = decoded(
        """
        /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQ
        c1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAAP/EABQQAQAA
        AAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z
        """)
    static let gif = decoded("R0lGODdhAwACAIEAAMgKCgAAAAAAAAAAACwAAAAAAwACAAAIBgABCBwYEAA7")
    static let webp = decoded(
        """
        UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoDAAIAAUAmJaACdLoB+AADsAD+9hNf/izkYjs83/4E78Cd+BO/8AAA
        AAA=
        """)
    static let ico = decoded(
        """
        AAABAAEAAwIAAAAAIABOAAAAFgAAAIlQTkcNChoKAAAADUlIRFIAAAADAAAAAggCAAAAEhbxTQAAABVJREFUeJxj
        PMHFxcDAwMDAwMQAAwAQcgDgKeouNwAAAABJRU5ErkJggg==
        """)
    static let avif = decoded(
        """
        AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADrbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAA
        AAAAAAAAAAAAAAAAAAAOcGl0bQAAAAAAAQAAAB5pbG9jAAAAAEQAAAEAAQAAAAEAAAETAAAAKgAAAChpaW5mAAAA
        AAABAAAAGmluZmUCAAAAAAEAAGF2MDFDb2xvcgAAAABqaXBycAAAAEtpcGNvAAAAFGlzcGUAAAAAAAAAAwAAAAIA
        AAAQcGl4aQAAAAADCAgIAAAADGF2MUOBAAwAAAAAE2NvbHJuY2x4AAEADQAGgAAAABdpcG1hAAAAAAAAAAEAAQQB
        AoMEAAAAMm1kYXQSAAoIGAQrRAQ0GhAyHBTHh4ZlAgggnlAAAABIWtlc1jBrdk5H94UQbIA=
        """)
    /// A film without pictures.
    static let mp4 =
        box("ftyp", Array("isom".utf8) + [0, 0, 2, 0] + Array("isommp41".utf8)) + box("moov", [])
        + box("mdat", [1, 2, 3])
    /// A film without pictures, whose header says `webm`.
    static let webm: [UInt8] =
        [0x1A, 0x45, 0xDF, 0xA3, 0x87, 0x42, 0x82, 0x84] + Array("webm".utf8)
        + [0x18, 0x53, 0x80, 0x67, 0x80]
    /// Two frames of 128 kbit/s.
    static let mp3 = mp3Frame + mp3Frame
    /// A header and a byte of a font.
    static let woff2: [UInt8] =
        Array("wOF2".utf8) + [0, 1, 0, 0, 0, 0, 0, 49, 0, 1, 0, 0, 0, 0, 0, 60, 0, 0, 0, 1]
        + Array(repeating: 0, count: 25)

    private static let mp3Frame: [UInt8] =
        [0xFF, 0xFB, 0x90, 0x00] + Array(repeating: 0, count: 413)

    /// A box of ISO media.
    static func box(_ name: String, _ contents: [UInt8]) -> [UInt8] {
        let length = UInt32(contents.count + 8)
        return (0..<4).map { UInt8(truncatingIfNeeded: length >> (24 - 8 * $0)) }
            + Array(name.utf8) + contents
    }

    private static func decoded(_ text: String) -> [UInt8] {
        Array(Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    }

    /// EICAR's test file, put together so that no file of the project holds it.
    static var eicar: [UInt8] {
        let halves = [
            #"X5O!P%@AP[4\PZX54(P^)7CC)7}$"#, "EICAR-STANDARD-ANTIVIRUS-TEST", "-FILE!$H+H*",
        ]
        return Array(halves.joined().utf8)
    }
}
