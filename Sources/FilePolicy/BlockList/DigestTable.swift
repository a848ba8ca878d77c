import Core
import Crypto

/// The digests that a block-list may give, in the order of the tables.
enum DigestKind: Int, CaseIterable {
    case md5
    case sha1
    case sha256

    /// Bytes of a digest.
    var bytes: Int {
        switch self {
        case .md5: 16
        case .sha1: 20
        case .sha256: 32
        }
    }

    /// The digest of a file.
    ///
    /// MD5 and SHA-1 are broken for signatures; here they only find files that are known.
    func digest(of file: [UInt8]) -> [UInt8] {
        switch self {
        case .md5: Array(Insecure.MD5.hash(data: file))
        case .sha1: Array(Insecure.SHA1.hash(data: file))
        case .sha256: Array(SHA256.hash(data: file))
        }
    }
}

/// Digests of one kind with the sizes and names of their files, in flat arrays: a list of millions
/// of lines makes no object for any of them.
///
/// A hash table with open addressing; the digests themselves are the hashes.
struct DigestTable: Sendable {
    private let width: Int
    private let kind: DigestKind
    /// How many digests there are, each with each of its sizes once.
    private(set) var count = 0
    private var digests: [UInt8] = []
    private var sizes: [UInt32] = []
    /// Where each name ends in `names`.
    private var nameEnds: [UInt32] = []
    private var names: [UInt8] = []
    /// Index of an entry plus one; zero for an empty slot. A power of two.
    private var slots: [UInt32] = []
    /// The digest that is being read.
    private var next: [UInt8]
    /// For each byte the value of the hexadecimal digit; 0xFF for any other byte.
    private let digits = (0...255).map { UInt8($0).hexDigit ?? 0xFF }

    init(_ kind: DigestKind) {
        self.kind = kind
        width = kind.bytes
        next = [UInt8](repeating: 0, count: kind.bytes)
    }

    /// Makes room at the first entry, by a guess at the number of lines.
    mutating func reserve(forLines lines: Int) {
        guard sizes.isEmpty, slots.isEmpty else { return }
        let lines = min(lines + 1, 1 << 24)
        digests.reserveCapacity(lines * width)
        sizes.reserveCapacity(lines)
        nameEnds.reserveCapacity(lines)
        names.reserveCapacity(lines * 24)
        resize(to: lines)
    }

    /// Adds an entry; one that is there already is passed over.
    ///
    /// - Parameter line: Begins with the digest in hexadecimal digits.
    mutating func insert(
        _ line: UnsafeBufferPointer<UInt8>, _ entry: BlockLine
    ) throws(BlockLineFault) {
        var seen: UInt8 = 0
        for index in 0..<width {
            let high = digits[Int(line[2 * index])]
            let low = digits[Int(line[2 * index + 1])]
            seen |= high | low
            next[index] = high << 4 | low
        }
        guard seen < 16 else { throw .digest }
        var slot = home(of: next, from: 0)
        while slots[slot] != 0 {
            let other = Int(slots[slot]) - 1
            if sizes[other] == entry.size, isSame(other, next) { return }
            slot = (slot + 1) & (slots.count - 1)
        }
        count += 1
        slots[slot] = UInt32(count)
        digests.append(contentsOf: next)
        sizes.append(entry.size)
        // Four gigabytes of names would not fit: later ones are empty then.
        if names.count + entry.name.count <= Int(UInt32.max) {
            names.append(contentsOf: line[entry.name])
        }
        nameEnds.append(UInt32(names.count))
        if count * 4 > slots.count * 3 { resize(to: count * 2) }
    }

    /// The name of the entry that fits a file; nil for none.
    func name(of file: [UInt8]) -> String? {
        let digest = kind.digest(of: file)
        var slot = home(of: digest, from: 0)
        while slots[slot] != 0 {
            let entry = Int(slots[slot]) - 1
            let isSized = sizes[entry] == .max || Int(sizes[entry]) == file.count
            if isSized, isSame(entry, digest) {
                let start = entry == 0 ? 0 : Int(nameEnds[entry - 1])
                return String(decoding: names[start..<Int(nameEnds[entry])], as: UTF8.self)
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private func home(of digests: [UInt8], from start: Int) -> Int {
        var hash = 0
        for index in start..<start + 4 { hash = hash << 8 | Int(digests[index]) }
        return hash & (slots.count - 1)
    }

    private func isSame(_ entry: Int, _ digest: [UInt8]) -> Bool {
        for index in 0..<width where digests[entry * width + index] != digest[index] {
            return false
        }
        return true
    }

    /// Gives the slots room for `entries`, a quarter of them left empty at least.
    private mutating func resize(to entries: Int) {
        var size = 64
        while size * 3 < entries * 4 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        for entry in 0..<count {
            var slot = home(of: digests, from: entry * width)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(entry + 1)
        }
    }
}
