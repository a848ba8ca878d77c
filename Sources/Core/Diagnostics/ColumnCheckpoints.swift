/// Places within long lines at which the columns are known, so that a column is counted from the
/// nearest of them and not from the line's beginning.
struct ColumnCheckpoints: Sendable {
    /// A boundary between two characters.
    struct Checkpoint: Sendable {
        /// In bytes, from the file's beginning.
        let offset: Int
        /// From the line's beginning.
        let characters: Int
        /// From the line's beginning.
        let scalars: Int
    }

    private var all: [Checkpoint] = []

    /// Lines of fewer bytes are counted as a whole.
    private static let shortLine = 1024
    /// Characters between two checkpoints.
    private static let step = 256

    /// - Parameter lineStarts: Where each line of `bytes` begins, in order.
    init(_ bytes: [UInt8], lineStarts: [Int]) {
        for (index, start) in lineStarts.enumerated() {
            let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
            guard end - start >= Self.shortLine else { continue }
            let isMarked = index == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
            add(bytes[(isMarked ? 3 : start)..<end])
        }
    }

    /// A line that is not UTF-8 gets none: its bytes are not those of the text that is shown.
    private mutating func add(_ line: ArraySlice<UInt8>) {
        guard line.contains(where: { $0 >= 0x80 }) else {
            for count in stride(from: Self.step, to: line.count - 1, by: Self.step) {
                all.append(
                    Checkpoint(
                        offset: line.startIndex + count, characters: count, scalars: count))
            }
            return
        }
        guard let text = String(validating: line, as: UTF8.self) else { return }
        var (offset, characters, scalars) = (line.startIndex, 0, 0)
        for character in text {
            offset += character.utf8.count
            characters += 1
            scalars += character.unicodeScalars.count
            guard characters % Self.step == 0 else { continue }
            all.append(Checkpoint(offset: offset, characters: characters, scalars: scalars))
        }
    }

    /// The last checkpoint between two offsets of the same line, both included.
    func last(from start: Int, through offset: Int) -> Checkpoint? {
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0, all[low - 1].offset >= start else { return nil }
        return all[low - 1]
    }
}
