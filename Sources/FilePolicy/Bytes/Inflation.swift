import CZlib

/// Inflates one stream, and never more of it than was asked for.
struct Inflation {
    /// How the stream begins.
    enum Wrapper: Int32 {
        /// Raw DEFLATE (RFC 1951), as in zip files.
        case none = -15
        /// zlib (RFC 1950), as in PDF and PNG.
        case zlib = 15
        /// gzip (RFC 1952).
        case gzip = 31
    }

    /// How it ended.
    enum End: Hashable {
        /// The stream's own end.
        case complete
        /// The limit: there is more.
        case limit
        /// The input ended before the stream did.
        case truncated
        /// The bytes are no such stream.
        case malformed
    }

    /// What came out, at most the limit.
    let bytes: [UInt8]
    /// How it ended.
    let end: End
    /// Bytes of the input that belong to the stream.
    let consumed: Int

    /// - Parameters:
    ///   - limit: The most bytes to give out.
    ///   - expected: How many will probably come out, so that memory for them is taken only once.
    init(_ input: ArraySlice<UInt8>, _ wrapper: Wrapper, limit: Int, expected: Int = 0) {
        var output: [UInt8] = []
        output.reserveCapacity(expected > 0 ? expected + 1 : 0)
        var stream = z_stream()
        guard hakusho_inflate_init(&stream, wrapper.rawValue) == Z_OK else {
            preconditionFailure("zlib has no memory for a stream")
        }
        defer { inflateEnd(&stream) }
        var end: End?
        var consumed = 0
        input.withUnsafeBufferPointer { source in
            // zlib counts in 32 bits; it promises not to write to its input (zlib.h).
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            while end == nil {
                let piece = min(source.count - consumed, 1 << 30)
                let before = output.count
                let status = Self.step(&stream, piece, limit, &output)
                let taken = piece - Int(stream.avail_in)
                consumed += taken
                let isStuck = taken == 0 && output.count == before
                if output.count > limit {
                    output.removeLast(output.count - limit)
                    end = .limit
                } else {
                    end = Self.end(status, isStuck: isStuck)
                }
            }
        }
        bytes = output
        self.end = end ?? .malformed
        self.consumed = consumed
    }

    /// Inflates once, into new room at the end of `output`.
    private static func step(
        _ stream: inout z_stream, _ piece: Int, _ limit: Int, _ output: inout [UInt8]
    ) -> Int32 {
        stream.avail_in = UInt32(piece)
        let before = output.count
        let room = min(limit - before + 1, max(1 << 16, before))
        output.append(contentsOf: [UInt8](repeating: 0, count: room))
        let status = output.withUnsafeMutableBufferPointer { target in
            stream.next_out = target.baseAddress! + before
            stream.avail_out = UInt32(room)
            return inflate(&stream, Z_NO_FLUSH)
        }
        output.removeLast(Int(stream.avail_out))
        return status
    }

    /// - Returns: Nil where it goes on.
    private static func end(_ status: Int32, isStuck: Bool) -> End? {
        switch status {
        case Z_STREAM_END: .complete
        case Z_OK, Z_BUF_ERROR: isStuck ? .truncated : nil
        default: .malformed
        }
    }
}
