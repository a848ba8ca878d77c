import Core

/// The places that findings name lie in the file, and part no character of it.
struct PlaceRule {
    private let bytes: [UInt8]
    private let isText: Bool

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        isText = String(validating: bytes, as: UTF8.self) != nil
    }

    /// The first place that is none, of the findings, their notes and their repairs.
    func complaint(about findings: [Diagnostic]) -> String? {
        for finding in findings {
            let spans = [finding.span] + finding.notes.map(\.span)
            let edits = finding.edits.compactMap { edit -> Range<Int>? in
                if case .bytes(let range) = edit.place { range } else { nil }
            }
            for range in spans.compactMap({ $0?.range }) + edits {
                if let why = complaint(about: range) { return "\(finding.code): \(why)" }
            }
            if (try? applying(finding.edits, to: bytes)) == nil {
                return "\(finding.code): its edits cannot be made: \(finding.edits)"
            }
        }
        return nil
    }

    /// What is wrong with a place.
    func complaint(about range: Range<Int>) -> String? {
        if range.lowerBound < 0 || range.upperBound > bytes.count {
            return "\(range) is not within \(bytes.count) bytes"
        }
        guard isText else { return nil }
        for offset in [range.lowerBound, range.upperBound]
        where offset < bytes.count && bytes[offset] & 0xC0 == 0x80 {
            return "\(range) parts a character"
        }
        return nil
    }
}
