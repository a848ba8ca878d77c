import Core
import Publishing

extension LogEntry {
    static func fixture(generation: Int? = 1, who: String = "sato") -> LogEntry {
        LogEntry(
            time: Moment(secondsSince1970: 1_770_000_000, zone: .japan), clockSynchronised: true,
            who: who, action: .publish, generation: generation,
            input: SHA256Digest(of: Array("input".utf8)),
            outputs: [OutputDigest(output: "public", digest: SHA256Digest(of: [UInt8(1)]))],
            counts: [Count("pages", 12), Count("excluded", 0)], result: .published)
    }
}
