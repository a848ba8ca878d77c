import Core

/// Finds one end of a line after the other: a line feed, or a carriage return with or without one.
struct LineEnds {
    private let text: UnsafeBufferPointer<UInt8>
    /// The next of each at or after the last line's end; neither is looked for twice.
    private var feed: Int?
    private var carriageReturn: Int?

    /// - Parameter start: Where the first line begins.
    init(in text: UnsafeBufferPointer<UInt8>, from start: Int) {
        self.text = text
        feed = text.index(of: 0x0A, from: start)
        carriageReturn = text.index(of: 0x0D, from: start)
    }

    /// The end of the line that begins at `start`, and where the next one begins; nil for the last
    /// line of a text that does not end with one.
    ///
    /// - Parameter start: At least that of the call before.
    mutating func next(from start: Int) -> (end: Int, next: Int)? {
        if let known = feed, known < start { feed = text.index(of: 0x0A, from: start) }
        if let known = carriageReturn, known < start {
            carriageReturn = text.index(of: 0x0D, from: start)
        }
        guard let carriageReturn, carriageReturn < feed ?? .max else {
            return feed.map { ($0, $0 + 1) }
        }
        return (carriageReturn, carriageReturn + (feed == carriageReturn + 1 ? 2 : 1))
    }
}
