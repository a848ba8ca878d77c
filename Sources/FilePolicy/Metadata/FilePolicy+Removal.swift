extension FilePolicy {
    /// The file without what gives people away, where its format allows that without changing
    /// what is seen: JPEG and PNG. The picture's own data stay as they are, byte for byte; colour
    /// profile, resolution and orientation stay too. Further pictures that a camera put behind a
    /// JPEG image, such as previews, go.
    ///
    /// - Returns: The same bytes for the same file; nil where there is nothing to take out, where
    ///   the image is broken or refused, or where the format has no way.
    package func withoutDisclosures(_ bytes: [UInt8], of type: FileType) -> [UInt8]? {
        guard type == .jpeg || type == .png else { return nil }
        var found = Examination()
        // What hides in an image would be gone from the copy, and the copy not refused.
        refuseKnownFile(bytes[...], &found)
        refusePolyglot(bytes[...], type, &found)
        examineImage(bytes[...], type, limits, &found)
        guard found.refusals.isEmpty, found.disclosures.contains(where: \.isRemovable) else {
            return nil
        }
        var facts = ImageFacts(limits)
        do throws(ImageFault) {
            return type == .jpeg
                ? Self.stripped(try JPEGStructure(bytes[...], &facts))
                : Self.stripped(try PNGStructure(bytes[...], &facts))
        } catch {
            // It was walked without a fault above; a broken image is left as it is.
            return nil
        }
    }

    private static func stripped(_ image: JPEGStructure) -> [UInt8] {
        var result: [UInt8] = [0xFF, 0xD8]
        var upright = image.orientation == 1 ? [] : orientationSegment(image.orientation)
        for piece in image.pieces {
            switch piece {
            case .scan(let data): result += data
            case .segment(let code, let whole):
                guard isKept(code, whole) else { continue }
                // Behind JFIF's own segment, which readers want first.
                if code != 0xE0 {
                    result += upright
                    upright = []
                }
                result += whole
            }
        }
        return result + [0xFF, 0xD9]
    }

    /// Whether a segment shapes what is seen: tables, frames and scans, JFIF, colour profiles,
    /// and Adobe's kind of colours.
    private static func isKept(_ code: UInt8, _ whole: ArraySlice<UInt8>) -> Bool {
        // Behind fill bytes, the marker, and the length.
        let content = whole.dropFirst().drop { $0 == 0xFF }.dropFirst(3)
        return switch code {
        case 0xE0: content.starts(with: "JFIF\0".utf8)
        case 0xE2: content.starts(with: "ICC_PROFILE\0".utf8)
        case 0xEE: content.starts(with: "Adobe".utf8)
        case 0xE1...0xEF, 0xFE: false
        default: true
        }
    }

    private static func orientationSegment(_ orientation: Int) -> [UInt8] {
        let content = JPEGStructure.exifHeader + ExifFacts.upright(orientation)
        return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
    }

    /// Chunks that shape what is seen.
    ///
    /// - Source: Portable Network Graphics (PNG) Specification, third edition, 11.
    private static let keptChunks: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP",
        "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
    ]

    private static func stripped(_ image: PNGStructure) -> [UInt8] {
        var result = PNGStructure.signature
        for chunk in image.chunks where keptChunks.contains(chunk.name) {
            result += chunk.whole
            if chunk.name == "IHDR", image.orientation != 1 {
                result += orientationChunk(image.orientation)
            }
        }
        return result
    }

    private static func orientationChunk(_ orientation: Int) -> [UInt8] {
        let content = ExifFacts.upright(orientation)
        let named = Array("eXIf".utf8) + content
        let sum = UInt32(PNGStructure.checksum(named[...]))
        return [0, 0, 0, UInt8(content.count)] + named
            + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
    }
}
