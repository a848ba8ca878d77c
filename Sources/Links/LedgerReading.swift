import Content
import Core

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Takes the lines of a ledger apart.
struct LedgerReading {
    let file: String
    private(set) var address: Located<String>?
    private(set) var lines: [Ledger.Line] = []
    var diagnostics: [Diagnostic] = []
    private(set) var outputSets: [[String]] = []
    /// Whether each line comes after the one before, which also means that none is repeated.
    private(set) var isSorted = true
    /// Where the last set of outputs stands: mostly, the next line has the same.
    private var lastOutputs = 0..<0
    private var hasHeader = false

    init(file: String) { self.file = file }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return }
        lines.reserveCapacity(bytes.count / 48)
        var start = 0
        while start < bytes.count {
            let feed = memchr(base + start, 0x0A, bytes.count - start)
            let end = feed.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
            var last = end
            if last > start, bytes[last - 1] == 0x0D { last -= 1 }
            readLine(start..<last, bytes)
            start = end + 1
        }
    }

    private mutating func readLine(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
        let text = UnsafeBufferPointer(rebasing: bytes[range])
        guard text.first == 0x2F else { return readOther(range, text) }
        if !hasHeader {
            // It says what the lines are, and where the site is at home. Told once.
            hasHeader = true
            damaged(range, .noHeader)
        }
        do throws(LedgerDamage) {
            let line = try columns(range, bytes)
            if let before = lines.last, isSorted {
                isSorted = precedes(before, line, bytes)
            }
            lines.append(line)
        } catch {
            damaged(range, error)
        }
    }

    /// A line that begins with no URL: the first one of the file, or one that should not be there.
    private mutating func readOther(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) {
        guard let first = text.first else { return damaged(range, .empty) }
        if first == 0x23 {
            guard lines.isEmpty, !hasHeader, readHeader(range, text) else {
                return damaged(range, .header)
            }
            hasHeader = true
        } else if [0x3C, 0x3D, 0x3E, 0x7C].contains(first), text.count >= 7,
            text.prefix(7).allSatisfy({ $0 == first })
        {
            diagnostics.append(.conflictMarker(range, file: file))
        } else {
            damaged(range, .url)
        }
    }

    private mutating func columns(
        _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(LedgerDamage) -> Ledger.Line {
        var tabs = (0, 0, 0)
        var count = 0
        for index in range where bytes[index] < 0x20 || bytes[index] == 0x7F {
            guard bytes[index] == 0x09 else { throw .control }
            switch count {
            case 0: tabs.0 = index
            case 1: tabs.1 = index
            case 2: tabs.2 = index
            default: throw .columns
            }
            count += 1
        }
        guard count == 3 else { throw .columns }
        let day = tabs.2 + 1..<range.upperBound
        guard isDay(UnsafeBufferPointer(rebasing: bytes[day])) else { throw .day }
        guard let set = outputSet(tabs.1 + 1..<tabs.2, bytes) else { throw .outputs }
        return Ledger.Line(
            range: range, url: range.lowerBound..<tabs.0, anchor: tabs.0 + 1..<tabs.1,
            outputs: set, day: day)
    }

    /// - Returns: Whether the line is the first one of a ledger of this version.
    private mutating func readHeader(
        _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let header = Ledger.header.utf8
        guard text.starts(with: header) else { return false }
        if text.count == header.count { return true }
        let rest = text.dropFirst(header.count)
        let word = " at ".utf8
        guard address == nil, rest.starts(with: word), rest.count > word.count else { return false }
        let start = range.lowerBound + header.count + word.count
        address = Located(
            String(decoding: rest.dropFirst(word.count), as: UTF8.self),
            at: SourceSpan(file: file, range: start..<range.upperBound))
        return true
    }

    private func precedes(
        _ a: Ledger.Line, _ b: Ledger.Line, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let base = bytes.baseAddress else { return false }
        let left = a.url.lowerBound..<a.anchor.upperBound
        let right = b.url.lowerBound..<b.anchor.upperBound
        let order = memcmp(
            base + left.lowerBound, base + right.lowerBound, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
    }

    private func isDay(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count == 10 else { return false }
        for (index, byte) in text.enumerated() {
            if index == 4 || index == 7 {
                if byte != 0x2D { return false }
            } else if !(0x30...0x39).contains(byte) {
                return false
            }
        }
        return true
    }

    /// The place of a set of names; nil where a name is empty.
    private mutating func outputSet(
        _ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        if !outputSets.isEmpty, range.count == lastOutputs.count,
            let base = bytes.baseAddress,
            memcmp(base + range.lowerBound, base + lastOutputs.lowerBound, range.count) == 0
        {
            return lastSet
        }
        let names = bytes[range].split(separator: 0x2C, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard names.allSatisfy({ !$0.isEmpty && !$0.contains(" ") }) else { return nil }
        if let known = outputSets.firstIndex(of: names) {
            lastSet = known
        } else {
            lastSet = outputSets.count
            outputSets.append(names)
        }
        lastOutputs = range
        return lastSet
    }

    private var lastSet = 0

    private mutating func damaged(_ range: Range<Int>, _ why: LedgerDamage) {
        diagnostics.append(.damagedLine(range, file: file, why))
    }
}
