import TestSupport

/// The members of an archive, one after another: each begins with a line `-- NAME --`.
struct MemberList {
    /// In the order of the lines.
    private(set) var members: [(name: String, bytes: [UInt8])] = []

    /// Takes the list apart; what stands before the first such line is left out.
    init(_ bytes: [UInt8]) {
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.count > 6, line.starts(with: "-- ".utf8),
                line.suffix(3).elementsEqual(" --".utf8), members.count < 100
            {
                let name = String(decoding: line.dropFirst(3).dropLast(3), as: UTF8.self)
                members.append((name, []))
            } else if !members.isEmpty {
                members[members.count - 1].bytes += line + [0x0A]
            }
        }
    }

    /// The archive.
    var zip: [UInt8] { ZipBuilder(stored: members).bytes }
}
