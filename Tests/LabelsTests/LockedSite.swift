import Building
import Core
import Foundation
import SiteFixtures
import TestSupport

@testable import Labels

/// A labelled site on the disk whose labels are recorded, and that is then changed.
struct LockedSite {
    let project: TemporaryProject

    /// Writes a site and records its labels.
    init(_ files: String...) throws {
        project = try TemporaryProject(LabelledSite.settings + LabelledSite.labels)
        try project.add(LabelledSite.page("index.md", "label: public\n"))
        try project.add(LabelledSite.page("handbook/index.md"))
        for file in files { try project.add(file) }
        let update = try record()
        precondition(update.bytes != nil, "\(update.diagnostics)")
    }

    /// Writes labels.lock as `labels lock` does.
    @discardableResult
    func record() throws -> LockUpdate {
        let update = try Self.prepared(project).lockUpdate()
        if let bytes = update.bytes { try project.folder.write(bytes, to: LabelLock.file) }
        return update
    }

    /// Builds the site as it is now; findings as `code file:line:column`.
    func findings() throws -> [String] { try site().findings }

    func site() throws -> BuiltSite { try BuiltSite(project) }

    /// What a publication finds besides.
    func publicationFindings() throws -> [Diagnostic] {
        var options = Self.options(project)
        options.isPublication = true
        return try PreparedBuild(options).run(into: nil).diagnostics
    }

    /// What `labels lock` would say, in words.
    func changes() throws -> [String] {
        try Self.prepared(project).lockUpdate().changes.map { change in
            let former = change.formerPath.map { " < \($0)" } ?? ""
            return "\(change.kind) \(change.path.shortened)\(former.shortened)"
        }
    }

    /// The line of labels.lock that has an item, from 1; 0 for none.
    func line(of path: String) throws -> Int {
        let wanted = "\tContent/" + path + "\t"
        let text = try project.folder.text(of: LabelLock.file)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where line.contains(wanted) { return index + 1 }
        return 0
    }

    /// The item's label in labels.lock.
    func recorded(_ path: String) throws -> String? {
        let text = try project.folder.text(of: LabelLock.file)
        for line in text.split(separator: "\n") {
            let columns = line.split(separator: "\t")
            if columns.count > 2, columns[1] == "Content/" + path { return String(columns[2]) }
        }
        return nil
    }

    /// Moves a file.
    func move(_ path: String, to target: String) throws {
        let bytes = try project.folder.bytes(of: "Content/" + path)
        try project.folder.remove("Content/" + path)
        try project.folder.write(bytes, to: "Content/" + target)
    }

    static func options(_ project: TemporaryProject) -> BuildOptions {
        let path =
            project.url.path.hasSuffix("/")
            ? String(project.url.path.dropLast()) : project.url.path
        guard let moment = Moment(iso: BuiltSite.usualMoment, defaultZone: .japan) else {
            preconditionFailure("the usual moment cannot be read")
        }
        return BuildOptions(project: path, asOf: .moment(moment), jobs: 2)
    }

    private static func prepared(_ project: TemporaryProject) throws -> PreparedBuild {
        try PreparedBuild(options(project))
    }
}

extension String {
    fileprivate var shortened: String { replacing("Content/", with: "") }
}
