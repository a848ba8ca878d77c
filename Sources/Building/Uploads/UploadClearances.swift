import Content
import Core
import Labels
import Links
import Uploads

/// The label of each upload, and the outputs that may hold it. A folder.yml below uploads/ works
/// as one below pages/ does, and an upload without any label takes the scheme's default. Where the
/// scheme has none, it ranks highest until somebody labels it: a file, unlike a page, cannot say
/// its label within itself, so a build for those who may see everything goes on with a warning.
struct UploadClearances: Sendable {
    /// The labels of the folders below uploads/.
    let assignment: LabelAssignment
    /// By upload; nil where it has no usable label.
    let labels: [Label?]
    /// By upload.
    let outputs: [OutputSet]

    /// Decides the labels of all uploads.
    static func decide(
        _ project: Project, _ clearances: Clearances
    ) -> (clearances: UploadClearances, diagnostics: [Diagnostic]) {
        let tree = project.uploads
        let (assignment, folderFindings) = LabelAssignment.prepare(
            project.scheme, folders: tree.folders)
        var diagnostics = folderFindings
        var labels: [Label?] = []
        for upload in tree.uploads {
            let (label, found) = assignment.label(
                upload.label, handling: upload.handling, folder: upload.folder,
                missing: { .unlabelled(upload, $0) })
            let isUnlabelled = found.contains { $0.code == "label.upload-unlabelled" }
            labels.append(isUnlabelled ? project.scheme?.highest : label)
            diagnostics += found
        }
        let outputs = zip(tree.uploads, labels).map { upload, label -> OutputSet in
            guard let label, !upload.isExpired else { return 0 }
            return clearances.outputs(seeing: label)
        }
        let all = UploadClearances(assignment: assignment, labels: labels, outputs: outputs)
        return (all, diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func unlabelled(_ upload: Upload, _ scheme: LabelScheme) -> Diagnostic {
        let list = scheme.levels.map(\.id).joined(separator: ", ")
        let highest = scheme.levels[scheme.levels.count - 1].id
        return Diagnostic(
            .warning, "label.upload-unlabelled", at: SourceSpan(file: upload.file),
            en: "the file has no label, and labels.yml has no default: until it has one, it is "
                + "treated as '\(highest)'",
            ja: "ファイルにラベルがなく、labels.yml に default もありません。ラベルが付くまで"
                + "「\(highest)」として扱います",
            fix: .advice(
                en: "write 'label: …' (\(list)) into \(upload.file).yml, or into a folder.yml for "
                    + "all files of the folder",
                ja: "\(upload.file).yml に「label: …」（\(list)）と書くか、"
                    + "フォルダーの folder.yml でまとめて指定してください"))
    }
}
