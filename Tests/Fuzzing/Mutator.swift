import TestSupport

/// Makes new inputs out of seeds: the same ones for the same number.
struct Mutator {
    private let seeds: Seeds
    private var random: SplitMix

    init(_ seeds: Seeds, seed: UInt64) {
        self.seeds = seeds
        random = SplitMix(seed: seed)
    }

    /// A seed with one to eight changes, at most `Reader.mostBytes` long.
    mutating func next() -> [UInt8] {
        var bytes = seeds.inputs.randomElement(using: &random) ?? []
        for _ in 0..<Int.random(in: 1...8, using: &random) { change(&bytes) }
        return Array(bytes.prefix(Reader.mostBytes))
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        let range = piece(of: bytes)
        switch Int.random(in: 0..<13, using: &random) {
        case 0 where !range.isEmpty:
            bytes[range.lowerBound] ^= 1 << Int.random(in: 0..<8, using: &random)
        case 1 where !range.isEmpty:
            bytes[range.lowerBound] = .random(in: 0...255, using: &random)
        case 2: bytes.insert(.random(in: 0...255, using: &random), at: range.lowerBound)
        case 3: bytes.insert(contentsOf: word(), at: range.lowerBound)
        case 4: bytes.replaceSubrange(range, with: word())
        case 5: bytes.removeSubrange(range)
        case 6: bytes.insert(contentsOf: bytes[range], at: piece(of: bytes).lowerBound)
        case 7: duplicate(range, of: &bytes)
        case 8: splice(&bytes, at: range.lowerBound)
        case 9: bytes.removeSubrange(range.lowerBound...)
        case 10:
            // Sizes and offsets of all ones are what overflows.
            let extreme: UInt8 = [0, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
            for index in bytes[range.lowerBound...].prefix(4).indices { bytes[index] = extreme }
        case 11: changeNumber(&bytes, from: range.lowerBound)
        default: bytes.replaceSubrange(range, with: bytes[range].reversed())
        }
    }

    /// A short stretch, or now and then a long one.
    private mutating func piece(of bytes: [UInt8]) -> Range<Int> {
        let start = Int.random(in: 0...bytes.count, using: &random)
        let most = Bool.random(using: &random) ? 16 : 1024
        return start..<min(bytes.count, start + .random(in: 1...most, using: &random))
    }

    private mutating func word() -> [UInt8] {
        seeds.words.randomElement(using: &random) ?? [0]
    }

    /// Up to a thousand times, or as often as there is room.
    private mutating func duplicate(_ range: Range<Int>, of bytes: inout [UInt8]) {
        let copy = Bool.random(using: &random) ? word() : Array(bytes[range])
        let room = max(Reader.mostBytes - bytes.count, 0) / max(copy.count, 1)
        let most = Bool.random(using: &random) ? 20 : 1000
        let times = min(room, .random(in: 1...most, using: &random))
        bytes.insert(
            contentsOf: repeatElement(copy, count: times).joined(), at: range.lowerBound)
    }

    /// Goes on as another seed does.
    private mutating func splice(_ bytes: inout [UInt8], at place: Int) {
        let other = seeds.inputs.randomElement(using: &random) ?? []
        bytes.removeSubrange(place...)
        bytes += other[Int.random(in: 0...other.count, using: &random)...]
    }

    /// Writes another number in the place of the next one that stands there in digits.
    private mutating func changeNumber(_ bytes: inout [UInt8], from place: Int) {
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        guard let start = bytes[place...].firstIndex(where: isDigit) else { return }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
        let numbers = [
            "0", "-1", "1", "65536", "4294967295", "2147483648", "9223372036854775807",
            "9223372036854775808", "18446744073709551616", "1e999", "99999999999999999999999",
        ]
        bytes.replaceSubrange(start..<end, with: (numbers.randomElement(using: &random) ?? "").utf8)
    }
}
