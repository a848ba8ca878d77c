#if os(Linux)
    import NIOCore

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif

    /// One event of a watched folder.
    ///
    /// - Source: inotify(7), "Reading events from an inotify file descriptor".
    struct InotifyEvent {
        /// The descriptor of the folder's watch; -1 where the queue overflowed.
        let watch: Int32
        let mask: UInt32
        /// The entry's name in the folder; empty for the folder itself.
        let name: String

        /// Whether the mask has a flag; Swift sees the flags in two integer types.
        func has(_ flag: some BinaryInteger) -> Bool {
            mask & UInt32(truncatingIfNeeded: flag) != 0
        }

        /// Reads all events of one read(2), which never ends within an event.
        static func read(from buffer: inout ByteBuffer) -> [InotifyEvent] {
            var events: [InotifyEvent] = []
            while let watch = buffer.readInteger(endianness: .host, as: Int32.self),
                let mask = buffer.readInteger(endianness: .host, as: UInt32.self),
                buffer.readInteger(endianness: .host, as: UInt32.self) != nil,
                let length = buffer.readInteger(endianness: .host, as: UInt32.self),
                let padded = buffer.readBytes(length: Int(length))
            {
                let name = String(decoding: padded.prefix { $0 != 0 }, as: UTF8.self)
                events.append(InotifyEvent(watch: watch, mask: mask, name: name))
            }
            return events
        }
    }
#endif
