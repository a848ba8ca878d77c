#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension [UInt8] {
    /// Whether `bytes` stand at `start`.
    ///
    /// - Precondition: There are as many bytes from there on.
    /// - Source: memcmp(3).
    package func holds(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard let expected = bytes.baseAddress else { return true }
        precondition(start >= 0 && start + bytes.count <= count)
        return withUnsafeBytes { memcmp($0.baseAddress! + start, expected, bytes.count) == 0 }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first place of `byte` at `start` or after it, by the C library, which compares many
    /// bytes at a time.
    ///
    /// - Source: memchr(3).
    package func index(of byte: UInt8, from start: Int) -> Int? {
        guard start < count, let base = baseAddress,
            let found = memchr(base + start, Int32(byte), count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Whether `word`, of at least one byte, stands somewhere in it.
    ///
    /// - Parameter rarest: The place of the byte of `word` that texts have the least of.
    package func contains(_ word: StaticString, rarest: Int = 0) -> Bool {
        let length = word.utf8CodeUnitCount
        precondition(rarest < length)
        var next = rarest
        while let place = index(of: word.utf8Start[rarest], from: next) {
            let start = place - rarest
            guard start + length <= count else { return false }
            if (0..<length).allSatisfy({ self[start + $0] == word.utf8Start[$0] }) { return true }
            next = place + 1
        }
        return false
    }
}
