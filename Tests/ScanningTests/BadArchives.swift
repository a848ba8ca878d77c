import Foundation

@testable import Scanning

/// Archives with the EICAR file inside, in forms that scanners look into or fail to.
enum BadArchives {
    /// The member's sizes stand in a zip64 field (APPNOTE.TXT, section 4.5.3).
    static var zip64: [UInt8] {
        zip(
            version: 45, method: 8, flags: 0, data: deflated, sizes: .max, extra: zip64Field)
    }

    /// The member's data carries the bit for encryption (section 4.4.4).
    static var encrypted: [UInt8] {
        zip(version: 20, method: 8, flags: 1, data: [UInt8](repeating: 7, count: 12) + deflated)
    }

    /// The member's method is LZMA (section 5.8).
    ///
    /// - Parameter compressed: What an LZMA encoder made of the EICAR file.
    static func lzma(_ compressed: [UInt8]) -> [UInt8] {
        zip(version: 63, method: 14, flags: 0, data: compressed)
    }

    /// What a fake server knows: the EICAR file anywhere, and the zip of the self-test.
    static func holdsEICAR(_ bytes: [UInt8]) -> Bool {
        bytes == SelfTest.Trial.zippedEICAR.bytes
            || String(decoding: bytes, as: UTF8.self).contains("STANDARD-ANTIVIRUS")
    }

    static var eicar: [UInt8] { SelfTest.Trial.eicarBytes }

    private static var deflated: [UInt8] { SelfTest.Trial.deflated(eicar) }

    private static var zip64Field: [UInt8] {
        little(UInt16(1)) + little(UInt16(16)) + little(UInt64(eicar.count))
            + little(UInt64(deflated.count))
    }

    private static func zip(
        version: UInt16, method: UInt16, flags: UInt16, data: [UInt8], sizes: UInt32? = nil,
        extra: [UInt8] = []
    ) -> [UInt8] {
        let name = Array("eicar.com".utf8)
        let shared =
            little(version) + little(flags) + little(method) + little(UInt16(0))
            + little(UInt16(0x21)) + little(crc(eicar)) + little(sizes ?? UInt32(data.count))
            + little(sizes ?? UInt32(eicar.count)) + little(UInt16(name.count))
            + little(UInt16(extra.count))
        let local = [0x50, 0x4B, 3, 4] + shared + name + extra + data
        let central =
            [0x50, 0x4B, 1, 2] + little(version) + shared + [UInt8](repeating: 0, count: 14) + name
            + extra
        return local + central + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(UInt16(1))
            + little(UInt16(1)) + little(UInt32(central.count)) + little(UInt32(local.count))
            + little(UInt16(0))
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in
                crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1
            }
        }
    }
}
