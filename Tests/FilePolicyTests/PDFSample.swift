/// PDF documents for tests, put together by hand. The tables of objects are left out: the policy
/// does not believe them.
enum PDFSample {
    static let page = """
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >> endobj
        4 0 obj << /Length 37 >> stream
        BT (/JavaScript and /Launch) Tj ET
        endstream endobj

        """

    static func document(_ body: String, trailer: String = "/Root 1 0 R") -> [UInt8] {
        document(Array(body.utf8), trailer: trailer)
    }

    static func document(_ body: [UInt8], trailer: String = "/Root 1 0 R") -> [UInt8] {
        Array(("%PDF-1.7\n" + page).utf8) + body
            + Array("\ntrailer << \(trailer) >>\nstartxref\n0\n%%EOF\n".utf8)
    }

    /// An object stream that holds objects from number 20 on.
    static func objectStream(
        _ objects: [String], filter: String, pack: ([UInt8]) -> [UInt8], extra: String = ""
    ) -> [UInt8] {
        var index = ""
        var body = ""
        for (number, object) in objects.enumerated() {
            index += "\(20 + number) \(body.utf8.count) "
            body += object + " "
        }
        let data = pack(Array((index + body).utf8))
        return Array(
            """
            9 0 obj << /Type /ObjStm /N \(objects.count) /First \(index.utf8.count)
            /Length \(data.count) \(filter) \(extra) >> stream

            """.utf8) + data + Array("\nendstream endobj\n".utf8)
    }

    /// A zlib stream of stored blocks (RFC 1950, RFC 1951).
    static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(block.count)
            let count = UInt16(block.count)
            result.append(rest.isEmpty ? 1 : 0)
            result += [UInt8(count & 0xFF), UInt8(count >> 8)]
            result += [UInt8(~count & 0xFF), UInt8(~count >> 8)]
            result += block
        } while !rest.isEmpty
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return result + bigEndian(b << 16 | a)
    }

    static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] } + [0x3E]
    }

    static func base85(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 4) {
            let part = bytes[start..<min(start + 4, bytes.count)]
            var value = UInt32(0)
            for index in 0..<4 {
                value = value << 8 | (index < part.count ? UInt32(part[start + index]) : 0)
            }
            let digits = [52_200_625, 614_125, 7_225, 85, 1].map {
                UInt8(value / $0 % 85) + 0x21
            }
            result += part.count == 4 && value == 0 ? [0x7A] : Array(digits.prefix(part.count + 1))
        }
        return result + Array("~>".utf8)
    }

    /// Four bytes, the highest first.
    static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
