import Core

/// Shows before a run that an engine finds what it must find, and lets pass what it must.
package enum SelfTest {
    /// One sample with its right verdict.
    package struct Trial: Sendable {
        /// What messages call it.
        let name: String
        let bytes: [UInt8]
        let isInfected: Bool
    }

    /// - Returns: What is wrong with the engine; nil where it judged all trials rightly.
    static func run(
        _ engine: some Engine, as identity: EngineIdentity
    ) async -> ScanFailure? {
        let trials = engine.selfTest
        let samples = trials.map { Sample(name: $0.name, bytes: $0.bytes) }
        let results = await engine.judge(samples, as: identity, judged: {})
        for (trial, result) in zip(trials, results) {
            switch result.verdict {
            case .infected where trial.isInfected: continue
            case .clean where !trial.isInfected: continue
            case .failed(let failure): return failure
            default: return .selfTest(sample: trial.name, verdict: result.verdict.word)
            }
        }
        return nil
    }
}

extension SelfTest.Trial {
    /// The test file that all engines agree to find.
    ///
    /// Put together here, from halves, so that no file of this project holds it, and no program
    /// either: a scanner that guards this machine would remove them.
    ///
    /// - Source: EICAR, "Anti-Malware Testfile"; 68 bytes.
    static var eicarBytes: [UInt8] {
        let halves = [
            #"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR"#, "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*",
        ]
        return halves.flatMap { Array($0.utf8) }
    }

    static var eicar: Self { Self(name: "eicar.com", bytes: eicarBytes, isInfected: true) }

    /// Shows that the engine looks into archives.
    static var zippedEICAR: Self {
        let zip = zip(name: "eicar.com", eicarBytes)
        return Self(name: "eicar.zip", bytes: zip, isInfected: true)
    }

    /// Shows that the engine looks at images, and to their end.
    static var eicarInImage: Self {
        Self(name: "eicar.png", bytes: smallPNG + eicarBytes, isInfected: true)
    }

    /// Shows that the engine does not call everything infected.
    static var clean: Self {
        Self(name: "clean.txt", bytes: Array("Nothing to be found here.\n".utf8), isInfected: false)
    }

    /// A zip file with one compressed member: a signature that is looked for in the bytes of the
    /// whole file, without unpacking, is not found.
    ///
    /// - Source: APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
    private static func zip(name: String, _ bytes: [UInt8]) -> [UInt8] {
        let name = Array(name.utf8)
        let packed = deflated(bytes)
        let shared =
            little(UInt16(20)) + little(UInt16(0)) + little(UInt16(8)) + little(UInt16(0))
            + little(UInt16(0x21)) + little(crc32(bytes)) + little(UInt32(packed.count))
            + little(UInt32(bytes.count)) + little(UInt16(name.count)) + little(UInt16(0))
        let local = [0x50, 0x4B, 3, 4] + shared + name + packed
        let central =
            [0x50, 0x4B, 1, 2] + little(UInt16(20)) + shared + [UInt8](repeating: 0, count: 14)
            + name
        let end =
            [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 4) + little(UInt16(1))
            + little(UInt16(1)) + little(UInt32(central.count)) + little(UInt32(local.count))
            + little(UInt16(0))
        return local + central + end
    }

    /// One grey pixel.
    ///
    /// - Source: PNG (Third Edition), sections 5 and 11.
    private static var smallPNG: [UInt8] {
        let chunk = { (type: String, data: [UInt8]) -> [UInt8] in
            let body = Array(type.utf8) + data
            return big(UInt32(data.count)) + body + big(crc32(body))
        }
        let header = big(UInt32(1)) + big(UInt32(1)) + [8, 0, 0, 0, 0]
        // zlib, one stored block of two bytes (filter 0, grey 0), its Adler-32.
        let pixels: [UInt8] = [0x78, 0x01, 0x01, 2, 0, 0xFD, 0xFF, 0, 0, 0, 2, 0, 1]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", header) + chunk("IDAT", pixels) + chunk("IEND", [])
    }

    /// ASCII as one block of literals in the fixed code, whose lengths are no whole bytes apart
    /// from the start, so that no byte of it is one of the text's.
    ///
    /// - Source: RFC 1951, sections 3.1.1 and 3.2.6.
    static func deflated(_ text: [UInt8]) -> [UInt8] {
        precondition(text.allSatisfy { $0 < 144 }, "only literals with codes of eight bits")
        // The last block, in the fixed code; each literal, its highest bit first; the end.
        var bits: [UInt8] = [1, 1, 0]
        for byte in text { bits += (0..<8).map { (byte + 0x30) >> (7 - $0) & 1 } }
        bits += [UInt8](repeating: 0, count: 7)
        return stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<min(start + 8, bits.count)].enumerated()
                .reduce(0) { $0 | $1.element << $1.offset }
        }
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }

    /// - Source: ISO 3309, as in PNG, annex D.
    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in
                crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1
            }
        }
    }
}
