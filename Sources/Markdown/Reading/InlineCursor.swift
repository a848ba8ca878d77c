/// A place in a leaf's content that moves along with a walk over the leaf's inlines.
///
/// Each node tells how many bytes of the content it stands for, so the place of every link is
/// known exactly, without the columns that the C library reports. Where node and content do not
/// agree the cursor is lost, and says so.
struct InlineCursor {
    let text: UnsafeBufferPointer<UInt8>
    private(set) var at = 0
    private(set) var isLost = false

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    /// The byte `distance` ahead; 0 past the end.
    @inline(__always)
    func peek(_ distance: Int = 0) -> UInt8 {
        at + distance < text.count ? text[at + distance] : 0
    }

    /// Moves over `count` bytes that need no look.
    mutating func skip(_ count: Int) {
        at += count
        if at > text.count { lose() }
    }

    mutating func lose() {
        isLost = true
        at = min(at, text.count)
    }

    /// How often the byte at the cursor follows itself.
    var run: Int {
        let byte = peek()
        var count = 0
        while at + count < text.count, text[at + count] == byte { count += 1 }
        return count
    }

    /// Moves over the source of a text node's `literal`.
    mutating func skip(text literal: UnsafeBufferPointer<UInt8>) {
        var ignored: [Int] = []
        skip(text: literal, recording: false, origins: &ignored)
    }

    /// The same, and tells where in the content each byte of `literal` comes from.
    mutating func origins(of literal: UnsafeBufferPointer<UInt8>) -> [Int] {
        var origins: [Int] = []
        origins.reserveCapacity(literal.count)
        skip(text: literal, recording: true, origins: &origins)
        return origins
    }

    private mutating func skip(
        text literal: UnsafeBufferPointer<UInt8>, recording: Bool, origins: inout [Int]
    ) {
        var index = 0
        while index < literal.count, !isLost {
            let byte = peek()
            var length = 1
            var width = 1
            if byte == 0x5C, peek(1).isPunctuation {
                if literal[index] == peek(1) { length = 2 } else { lose() }
            } else if byte == 0x26, let entity = entity(for: literal[index...]) {
                (length, width) = entity
            } else if at >= text.count || literal[index] != byte {
                lose()
            }
            if recording { origins.append(contentsOf: repeatElement(at, count: width)) }
            at += length
            index += width
        }
    }

    /// Moves over a soft or hard line break and the blanks around it.
    mutating func skipBreak() {
        while peek().isBlank { at += 1 }
        if peek() == 0x5C { at += 1 }
        if peek() == 0x0A { at += 1 } else { lose() }
        while peek().isBlank { at += 1 }
    }

    /// Moves over a code span.
    mutating func skipCode() {
        guard peek() == 0x60 else { return lose() }
        let fence = run
        at += fence
        while at < text.count {
            if peek() != 0x60 {
                at += 1
                continue
            }
            let count = run
            at += count
            if count == fence { return }
        }
        lose()
    }

    /// Moves over `[^label]`.
    mutating func skipFootnoteReference() {
        guard peek() == 0x5B else { return lose() }
        while at < text.count, peek() != 0x5D { at += 1 }
        skip(1)
    }
}
