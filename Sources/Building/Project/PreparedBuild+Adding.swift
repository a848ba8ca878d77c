package import Content
package import Core
import FilePolicy
package import Labels
import Uploads

/// What has to be known before a file is added to a project.
extension PreparedBuild {
    /// Nil where the project has no labels.yml.
    package var scheme: LabelScheme? { project?.scheme }

    /// Whether a page that states no label has one all the same.
    ///
    /// - Parameter folder: Below pages/; it need not be there yet.
    package func hasDefaultLabel(forPagesIn folder: String) -> Bool {
        guard let project else { return false }
        return project.hasDefaultLabel(in: folder, of: project.tree.folders)
    }

    /// Whether an upload whose sidecar states no label has one all the same.
    ///
    /// - Parameter folder: Below uploads/; it need not be there yet.
    package func hasDefaultLabel(forUploadsIn folder: String) -> Bool {
        guard let project else { return false }
        return project.hasDefaultLabel(in: folder, of: project.uploads.folders)
    }

    /// The collection to which a page would belong.
    ///
    /// - Parameter folder: Below pages/; it need not be there yet.
    package func collection(ofPagesIn folder: String) -> Collection? {
        guard let project else { return nil }
        let folders = project.tree.folders.around(folder)
        guard let name = folders.compactMap(\.settings.collection).first else { return nil }
        return project.site.collections.first { $0.id == name.value }
    }

    /// The folders below pages/, the topmost left out.
    package var pageFolders: [String] {
        (project?.tree.folders ?? []).map(\.path).filter { !$0.isEmpty }
    }

    /// The folders below pages/ whose folder.yml names the collection, parents first.
    package func folders(ofCollection id: String) -> [String] {
        (project?.tree.folders ?? []).filter { $0.settings.collection?.value == id }.map(\.path)
    }

    /// The URL of a page, below the site's root; nil for a file that is no page.
    package func route(ofPage file: String) -> String? {
        project?.tree.pages.first { $0.file == file }?.route
    }

    /// What the policy says of bytes that are to become an upload.
    ///
    /// - Parameters:
    ///   - name: The upload's own name, without folders.
    ///   - file: What findings call it.
    /// - Returns: Whether it is an image, and everything that is wrong with it.
    /// - Throws: `FileError` where the block-list cannot be read.
    package func judgeUpload(
        _ bytes: [UInt8], name: String, file: String
    ) throws(FileError) -> (isImage: Bool, diagnostics: [Diagnostic]) {
        guard let project else { return (false, found) }
        let (policy, wrong) = try FilePolicy.make(
            project.site.uploads, project: options.project)
        guard !wrong.hasErrors else { return (false, wrong) }
        let span = SourceSpan(file: file)
        let examined = policy.examine(name: name, bytes)
        var diagnostics = examined.refusals.map { Diagnostic.refused($0, at: span, places: []) }
        if let why = examined.unscannable {
            diagnostics.append(.unscannable(why, at: span, places: []))
        }
        return (examined.type?.isImage ?? false, diagnostics)
    }
}

extension FileType {
    /// Whether a browser shows it as a picture.
    fileprivate var isImage: Bool {
        [.png, .jpeg, .gif, .webp, .avif, .ico, .svg].contains(self)
    }
}

extension Project {
    fileprivate func hasDefaultLabel(in folder: String, of folders: [Folder]) -> Bool {
        scheme == nil || scheme?.defaultLevel != nil
            || folders.around(folder).contains { $0.settings.label != nil }
    }
}

extension [Folder] {
    /// The folder of that path and those above it, the nearest first, as far as they are there.
    fileprivate func around(_ path: String) -> [Folder] {
        filter { $0.path.isEmpty || path == $0.path || path.hasPrefix($0.path + "/") }
            .sorted { $0.path.utf8.count > $1.path.utf8.count }
    }
}
