import CZlib

extension ZipArchive {
    /// Refuses, before anything is inflated, what the directory itself says is too much, or is
    /// packed in a way that is not read.
    func checkSizes(
        _ limits: FilePolicy.Limits, _ budget: inout ArchiveBudget
    ) throws(ZipRefusal) {
        for entry in entries where !entry.isEncrypted {
            guard entry.method == 0 || entry.method == 8, entry.flags & 0x30 == 0 else {
                throw ZipRefusal(.zipMethod(entry.name))
            }
            guard entry.method == 8 || entry.packedSize == entry.size else {
                throw ZipRefusal(.zipMismatch(entry.name))
            }
            let (most, isBeyond) = entry.packedSize.multipliedReportingOverflow(
                by: limits.archiveRatio)
            guard entry.size <= 1 << 20 || isBeyond || entry.size <= most else {
                budget.spend()
                throw ZipRefusal(.archiveRatio(entry.name))
            }
            guard entry.size <= limits.fileBytes, budget.take(bytes: entry.size) else {
                budget.spend()
                throw ZipRefusal(.archiveBytes)
            }
        }
    }

    /// The member's bytes: exactly as many as stated, with the checksum stated.
    ///
    /// - Throws: Where they are not so, and for a member behind a password.
    func contents(at index: Int) throws(ZipRefusal) -> ArraySlice<UInt8> {
        let entry = entries[index]
        guard !entry.isEncrypted else { throw ZipRefusal(.zipDamaged(entry.name)) }
        let packed = packedBytes(at: index)
        var contents = packed
        if entry.method == 8 {
            let inflation = Inflation(packed, .none, limit: entry.size, expected: entry.size)
            guard inflation.end == .complete, inflation.bytes.count == entry.size,
                inflation.consumed == packed.count
            else { throw ZipRefusal(.zipDamaged(entry.name)) }
            contents = inflation.bytes[...]
        }
        let checksum = contents.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
        guard Int(checksum) == entry.checksum || (contents.isEmpty && entry.checksum == 0) else {
            throw ZipRefusal(.zipDamaged(entry.name))
        }
        return contents
    }
}
