/// Hands over the first bytes of an address as programs look for its scheme: without blanks and
/// control characters, in lower case. They last for the call alone.
///
/// - Parameter length: Most bytes that are handed over.
/// - Source: URL Standard, "URL parsing".
func withAddressHead<Result>(
    of address: some Sequence<UInt8>, length: Int, _ body: (XMLBytes) -> Result
) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { memory in
        var count = 0
        for byte in address where byte > 0x20 && byte != 0x7F {
            memory[count] = byte.asciiLowercased
            count += 1
            if count == length { break }
        }
        return body(XMLBytes(UnsafeBufferPointer(rebasing: memory[..<count])))
    }
}
