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
        note(use.span, of: use.upload)
    }

    /// Keeps the first place of each file.
    private mutating func note(_ place: SourceSpan, of upload: Int) {
        let known = places[upload]?[place.file]
        if known.map({ place < $0 }) ?? true { places[upload, default: [:]][place.file] = place }
    }

    /// Takes over all of others.
    mutating func add(_ other: UploadUses) {
        for (upload, outputs) in other.outputs {
            self.outputs[upload, default: 0] |= outputs
            for place in (other.places[upload] ?? [:]).values { note(place, of: upload) }
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
