import Core
import Synchronization

/// The files of a live site that were asked for lately, so that an edition with all its exports is
/// not made anew for each of them.
///
/// A class because everybody who looks at the same state of a site shares them.
final class MadeFiles: Sendable {
    private struct Place: Hashable {
        let output: String
        let path: String
    }

    private let files = Mutex<[Place: [UInt8]]>([:])
    private let siteFiles = Mutex<[Place: [UInt8]]?>(nil)

    /// Most bytes that are kept.
    private static let limit = 64 << 20

    /// Nothing made yet.
    init() {}

    /// A file that `make` hands to the sink, beside whatever else it hands there.
    ///
    /// - Returns: Nil where it does not make that file.
    func file(
        _ path: String, in output: String,
        make: (OutputSink?) -> Result<Void, FileError>
    ) throws(FileError) -> [UInt8]? {
        let place = Place(output: output, path: path)
        if let known = files.withLock({ $0[place] }) { return known }
        try make { output, path, bytes throws(FileError) in
            self.files.withLock { $0[Place(output: output, path: path)] = bytes }
        }.get()
        return files.withLock { files in
            let bytes = files[place]
            let size = files.values.reduce(0) { $0 + $1.count }
            if size > Self.limit { files = [:] }
            return bytes
        }
    }

    /// A file that depends on no text: a feed, the sitemap, one of the theme's.
    func siteFile(_ path: String, in output: String, of plan: BuildPlan) -> [UInt8]? {
        siteFiles.withLock { known in
            if known == nil {
                known = Dictionary(
                    plan.siteFiles.map { (Place(output: $0.output, path: $0.path), $0.bytes) },
                    uniquingKeysWith: { first, _ in first })
            }
            return known?[Place(output: output, path: path)]
        }
    }
}
