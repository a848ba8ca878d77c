import Content
import Core
import FilePolicy
import Labels
import Links
import Uploads

/// Has the policy judge every upload that an output holds, and hands out the copies.
///
/// Each file is opened once, without following a link, and read once: what was judged is what is
/// handed out. Where everybody may see an output, its copies lack what gives people away.
struct UploadExamination {
    private let plan: BuildPlan
    private let policy: FilePolicy
    private let options: BuildOptions
    private let known: ExaminedUploads
    private let sink: OutputSink?
    private let folder: ConfinedFolder
    /// The outputs that everybody may see.
    private let open: OutputSet

    private typealias Note = Diagnostic.Note

    private typealias Examined = ExaminedUploads.Examined

    /// - Throws: `FileError` where the folder cannot be opened.
    init(_ pass: TextPass, _ sink: OutputSink?) throws(FileError) {
        plan = pass.plan
        policy = pass.policy
        options = pass.options
        known = pass.examined
        self.sink = sink
        folder = try ConfinedFolder(Array(options.project.utf8))
        open = plan.clearances.clearances.enumerated().reduce(0 as OutputSet) { set, output in
            output.element == .lowest ? set | 1 << OutputSet(output.offset) : set
        }
    }

    /// - Throws: `FileError` where the disk fails.
    func run(
        _ uses: UploadUses
    ) throws(FileError) -> (copies: [UploadCopy], diagnostics: [Diagnostic]) {
        let held = uses.outputs.compactMap { upload, referring -> (Int, OutputSet)? in
            let outputs = referring & plan.uploads.outputs[upload]
            return outputs == 0 ? nil : (upload, outputs)
        }.sorted { $0.0 < $1.0 }
        let results = parallelMap(count: held.count, jobs: options.jobs, chunk: 1) { index in
            let (upload, outputs) = held[index]
            return Result { () throws(FileError) in
                try judgement(of: upload, outputs, uses.places(of: upload))
            }
        }
        var all = Examined()
        for result in results {
            let one = try result.get()
            all.copies += one.copies
            all.diagnostics += one.diagnostics
        }
        return (all.copies, all.diagnostics)
    }

    /// What became of an upload. Where nobody wants a copy, a text that changed elsewhere changes
    /// nothing of it.
    private func judgement(
        of upload: Int, _ outputs: OutputSet, _ places: [SourceSpan]
    ) throws(FileError) -> Examined {
        let use = ExaminedUploads.Use(upload: upload, outputs: outputs, places: places)
        if sink == nil, let examined = known[use] { return examined }
        var examined = try examine(upload, outputs, places)
        let owner = plan.project.uploads.uploads[upload].details.owner
        examined.diagnostics = examined.diagnostics.map { $0.noting(Note.owner(owner)) }
        if sink == nil { known[use] = examined }
        return examined
    }

    private func examine(
        _ index: Int, _ outputs: OutputSet, _ places: [SourceSpan]
    ) throws(FileError) -> Examined {
        let upload = plan.project.uploads.uploads[index]
        let span = SourceSpan(file: upload.file)
        var examined = Examined()
        let bytes: [UInt8]
        do throws(ConfinedReadFailure) {
            bytes = try folder.read(upload.file, limit: policy.limits.fileBytes)
        } catch {
            examined.diagnostics = [try .unread(error, file: upload.file, places: places)]
            return examined
        }
        let below = upload.file.dropFirst(uploadsFolder.count + 1).split(separator: "/")
        let found = policy.examine(path: below.map(String.init), bytes)
        examined.diagnostics = found.refusals.map { .refused($0, at: span, places: places) }
        if let why = found.unscannable {
            examined.diagnostics.append(.unscannable(why, at: span, places: places))
        }
        examined.diagnostics += classificationFindings(found, upload, index)
        let cleaned = cleaned(bytes, found, upload, outputs, &examined)
        guard !examined.diagnostics.hasErrors else { return examined }
        for (place, output) in plan.project.site.outputs.enumerated() {
            let bit: OutputSet = 1 << OutputSet(place)
            guard outputs & bit != 0 else { continue }
            let copy = open & bit != 0 ? cleaned ?? bytes : bytes
            let path = String(upload.route.dropFirst())
            try sink?(output.id, path, copy)
            examined.copies.append(
                UploadCopy(
                    file: upload.file, output: output.id, path: path,
                    digest: SHA256Digest(of: copy), owner: upload.details.owner,
                    places: places))
        }
        return examined
    }

    /// The copy for everybody, without what gives people away; nil where it is the file itself.
    /// What cannot be taken out is reported.
    private func cleaned(
        _ bytes: [UInt8], _ found: Examination, _ upload: Upload, _ outputs: OutputSet,
        _ examined: inout Examined
    ) -> [UInt8]? {
        let isKept = upload.details.keepsMetadata ?? plan.project.site.uploads.keepsMetadata
        guard outputs & open != 0, !isKept, let type = found.type else { return nil }
        for disclosure in found.disclosures where !disclosure.isRemovable {
            examined.diagnostics.append(.discloses(disclosure, file: upload.file))
        }
        // Also what is not known to be about people: comments, descriptions, programs' own notes.
        return policy.withoutDisclosures(bytes, of: type)
    }

    private func classificationFindings(
        _ found: Examination, _ upload: Upload, _ index: Int
    ) -> [Diagnostic] {
        guard let scheme = plan.project.scheme, let own = plan.uploads.labels[index] else {
            return []
        }
        return found.classifications.compactMap { name in
            guard let level = scheme.level(called: name) else {
                return .unknownClassification(name, file: upload.file)
            }
            guard level > own.level else { return nil }
            let folders = plan.project.uploads.folders
            return .classifiedHigher(
                name, level: scheme.levels[level].id, own: scheme.notation(of: own),
                file: upload.file, at: upload.label?.span ?? folders.label(of: upload.folder)?.span)
        }
    }
}

extension [Folder] {
    /// The label that the nearest folder states.
    fileprivate func label(of folder: Int) -> Located<String>? {
        var next: Int? = folder
        while let index = next {
            if let label = self[index].settings.label { return label }
            next = self[index].parent
        }
        return nil
    }
}

private let uploadsFolder = "Content/uploads"
