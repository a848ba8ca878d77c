import TestSupport

/// Damaged copies of a file, the same in every run: cut short, with bytes changed, with pieces
/// moved, and with sizes made enormous.
struct Mutations: Sequence, IteratorProtocol {
    private let original: [UInt8]
    private var left: Int
    private var random: SplitMix

    init(of original: [UInt8], count: Int, seed: UInt64) {
        self.original = original
        left = count
        random = SplitMix(seed: seed)
    }

    mutating func next() -> [UInt8]? {
        guard left > 0, !original.isEmpty else { return nil }
        left -= 1
        var bytes = original
        switch left % 4 {
        case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        case 1:
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[place(in: bytes)] = UInt8.random(in: 0...255, using: &random)
            }
        case 2:
            let extreme: UInt8 =
                Bool.random(using: &random)
                ? 0xFF
                : [0, 0x7F, 0x80].randomElement(
                    using: &random)!
            let start = place(in: bytes)
            for index in start..<Swift.min(start + 4, bytes.count) { bytes[index] = extreme }
        default:
            let start = place(in: bytes)
            let piece = bytes[start..<Swift.min(start + 40, bytes.count)]
            bytes.insert(contentsOf: piece, at: place(in: bytes))
        }
        return bytes
    }

    private mutating func place(in bytes: [UInt8]) -> Int {
        Int.random(in: 0..<bytes.count, using: &random)
    }
}
