import Core
import Links
import Synchronization

/// What became of the uploads of one pass: a preview judges a file again only when it has read
/// the project again.
///
/// A class because threads share it.
final class ExaminedUploads: Sendable {
    /// An upload as some texts use it.
    struct Use: Hashable {
        let upload: Int
        let outputs: OutputSet
        let places: [SourceSpan]
    }

    /// What became of one upload.
    struct Examined: Sendable {
        var copies: [UploadCopy] = []
        var diagnostics: [Diagnostic] = []
    }

    private let known = Mutex<[Use: Examined]>([:])

    /// Nothing is known.
    init() {}

    subscript(use: Use) -> Examined? {
        get { known.withLock { $0[use] } }
        set { known.withLock { $0[use] = newValue } }
    }
}
