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
        var status = Z_OK
        var end: End?
        var consumed = 0
        input.withUnsafeBufferPointer { source in
            // zlib counts in 32 bits; it promises not to write to its input (zlib.h).
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            while end == nil {
                let piece = min(source.count - consumed, 1 << 30)
                stream.avail_in = UInt32(piece)
                let room = min(limit - output.count + 1, max(1 << 16, output.count))
                let before = output.count
                output.append(contentsOf: [UInt8](repeating: 0, count: room))
                output.withUnsafeMutableBufferPointer { target in
                    stream.next_out = target.baseAddress! + before
                    stream.avail_out = UInt32(room)
                    status = inflate(&stream, Z_NO_FLUSH)
                }
                let taken = piece - Int(stream.avail_in)
                let made = room - Int(stream.avail_out)
                consumed += taken
                output.removeLast(room - made)
                if output.count > limit {
                    output.removeLast(output.count - limit)
                    end = .limit
                } else if status == Z_STREAM_END {
                    end = .complete
                } else if status != Z_OK, status != Z_BUF_ERROR {
                    end = .malformed
                } else if taken == 0, made == 0 {
                    end = .truncated
                }
            }
        }
        bytes = output
        self.end = end ?? .malformed
        self.consumed = consumed
    }
}
