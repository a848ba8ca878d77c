/// What a formula of a workbook does beyond calculating.
///
/// - Source: ISO/IEC 29500-1, section 18.17; OpenDocument 1.3, part 4.
enum OfficeFormula {
    /// Looks through a formula.
    ///
    /// Functions count within quotation marks too: which of those stand for themselves, programs
    /// decide differently, and nobody may hide a call behind one.
    static func check(_ formula: XMLBytes, _ found: inout Examination) {
        var quote: UInt8?
        for (index, byte) in formula.buffer.enumerated() {
            if byte == 0x28 { checkFunction(formula.buffer[..<index], &found) }
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x7C {
                // `cmd|'/C calc'!A0`: outside of quotes, the vertical bar has no other meaning.
                found.refuse(.officeDDE)
            }
        }
    }

    /// Functions that ask another program for data.
    private static let calling = ByteWords("dde rtd com.microsoft.rtd")
    /// Functions that fetch something from an address whenever the workbook is calculated. Excel
    /// writes them with a mark of the version in which they came; LibreOffice reads them without.
    private static let fetching = ByteWords(
        "webservice _xlfn.webservice com.microsoft.webservice _xlfn.image com.microsoft.image")

    /// - Parameter start: The formula up to a parenthesis.
    private static func checkFunction(
        _ start: Slice<UnsafeBufferPointer<UInt8>>, _ found: inout Examination
    ) {
        var end = start.endIndex
        while end > 0, start[end - 1] <= 0x20 { end -= 1 }
        var first = end
        while first > 0, end - first < 40, isNameByte(start[first - 1]) { first -= 1 }
        let name = XMLBytes(UnsafeBufferPointer(rebasing: start[first..<end]))
        if calling.contains(ignoringCase: name) { found.refuse(.officeDDE) }
        if fetching.contains(ignoringCase: name) { found.refuse(.officeFetchingFormula) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
            || byte == 0x2E || byte >= 0x80
    }
}
