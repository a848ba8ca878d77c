#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension String {
    /// Whether its UTF-8 comes before that of another: an order that no locale, no normalization
    /// form and no version of Unicode changes.
    @usableFromInline package func precedesByBytes(_ other: String) -> Bool {
        let order = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in
                guard let start = left.baseAddress, let other = right.baseAddress else {
                    return left.count < right.count
                }
                let order = memcmp(start, other, min(left.count, right.count))
                return order == 0 ? left.count < right.count : order < 0
            }
        }
        if let order, let order { return order }
        // Only a string that Swift did not make has no bytes at hand.
        return utf8.lexicographicallyPrecedes(other.utf8)
    }
}

extension Sequence {
    /// The elements in the order of the UTF-8 of a text of theirs; equal ones keep their order.
    @inlinable package func sortedByBytes(of text: (Element) -> String) -> [Element] {
        sorted { text($0).precedesByBytes(text($1)) }
    }
}
