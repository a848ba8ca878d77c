/// A mark at the beginning of a paragraph's line that Markdown reads as text, though it was most
/// likely meant to begin something.
enum LineMark: Equatable {
    /// `##` without the space behind it.
    case heading
    /// `＃＃`
    case wideHeading
    /// `-` or `1.` without the space behind it.
    case item
    /// `・`
    case middleDot
    /// `｜`
    case wideBar
    /// `｀｀｀`
    case wideFence

    /// Reads the beginning of a line.
    ///
    /// - Returns: The mark and its length in bytes.
    static func read(
        _ line: Slice<UnsafeBufferPointer<UInt8>>
    ) -> (mark: LineMark, length: Int)? {
        guard let first = line.first else { return nil }
        switch first {
        case 0x23: return narrowHeading(line)
        case 0x2D:
            // `->`, `--` and `-1` are no items.
            return line.follows(1) { $0 >= 0x80 || $0.isLetter } ? (.item, 1) : nil
        case 0x30...0x39: return number(line)
        case 0xE3: return line.begins(with: "・") ? (.middleDot, 3) : nil
        case 0xEF: return wide(line)
        default: return nil
        }
    }

    private static func narrowHeading(
        _ line: Slice<UnsafeBufferPointer<UInt8>>
    ) -> (LineMark, Int)? {
        let count = line.prefix { $0 == 0x23 }.count
        let rest = line.dropFirst(count)
        // `#123` names an issue, and `#a #b` are hashtags.
        guard count <= 6, let next = rest.first, next >= 0x80 || next.isLetter,
            !rest.contains(0x23)
        else { return nil }
        return (.heading, count)
    }

    private static func number(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> (LineMark, Int)? {
        let count = line.prefix { $0.isDigit }.count
        let rest = line.dropFirst(count)
        guard count <= 2, let mark = rest.first, mark == 0x2E || mark == 0x29,
            let next = rest.dropFirst().first, next >= 0x80
        else { return nil }
        return (.item, count + 1)
    }

    private static func wide(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> (LineMark, Int)? {
        if line.begins(with: "｜") { return (.wideBar, 3) }
        if line.begins(with: "｀｀｀") { return (.wideFence, 9) }
        var count = 0
        while line.dropFirst(count * 3).begins(with: "＃") { count += 1 }
        let rest = line.dropFirst(count * 3)
        guard (1...6).contains(count), !rest.isEmpty,
            !rest.indices.contains(where: { rest[$0...].begins(with: "＃") })
        else { return nil }
        return (.wideHeading, count * 3)
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether it begins with the bytes of `word`.
    func begins(with word: StaticString) -> Bool {
        count >= word.utf8CodeUnitCount && self[startIndex] == word.utf8Start[0]
            && (1..<word.utf8CodeUnitCount).allSatisfy {
                self[startIndex + $0] == word.utf8Start[$0]
            }
    }

    fileprivate func follows(_ distance: Int, _ matches: (UInt8) -> Bool) -> Bool {
        dropFirst(distance).first.map(matches) ?? false
    }

    /// Whether the line ends with a break that a reader sees.
    var endsWithBreak: Bool {
        last == 0x5C || suffix(2).elementsEqual([0x20, 0x20]) || last == 0x3E
    }
}
