import Core
import Links

/// A place that refers to an upload.
struct UploadUse: Sendable {
    /// The place in `UploadTree.uploads`.
    let upload: Int
    /// The outputs that show the reference.
    let outputs: OutputSet
    let span: SourceSpan
}

/// All places that refer to uploads.
struct UploadUses: Sendable {
    /// By upload: the outputs that show a reference to it.
    private(set) var outputs: [Int: OutputSet] = [:]
    /// By upload: the first place of each file that refers to it.
    private var places: [Int: [String: SourceSpan]] = [:]

    mutating func add(_ use: UploadUse) {
        outputs[use.upload, default: 0] |= use.outputs
        let known = places[use.upload]?[use.span.file]
        if known.map({ use.span < $0 }) ?? true {
            places[use.upload, default: [:]][use.span.file] = use.span
        }
    }

    /// Takes over all of others.
    mutating func add(_ other: UploadUses) {
        for (upload, outputs) in other.outputs {
            self.outputs[upload, default: 0] |= outputs
            for (file, place) in other.places[upload] ?? [:] {
                let known = places[upload]?[file]
                if known.map({ place < $0 }) ?? true { places[upload, default: [:]][file] = place }
            }
        }
    }

    /// The uses of one upload alone.
    func only(_ upload: Int) -> UploadUses {
        var uses = UploadUses()
        uses.outputs[upload] = outputs[upload]
        uses.places[upload] = places[upload]
        return uses
    }

    /// Where files refer to an upload, in the order of the files.
    func places(of upload: Int) -> [SourceSpan] { (places[upload] ?? [:]).values.sorted() }
}
