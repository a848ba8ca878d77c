package import Foundation
import SystemPackage

/// A folder that lives as long as a test needs it.
///
/// A class, because all who hold it share the one folder, which goes when the last of them does.
package final class TemporaryFolder: Sendable {
    /// Where the folder is, without symbolic links.
    package let url: URL

    /// Makes an empty folder in the system's place for temporary files.
    package init() throws {
        let files = FileManager.default
        let parent = files.temporaryDirectory.resolvingSymlinksInPath()
        let name = "hakusho-test-\(UUID().uuidString)"
        url = parent.appending(path: name, directoryHint: .isDirectory)
        try files.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        // At worst it is left behind for the system to clear; a test has no use for the reason.
        try? FileManager.default.removeItem(at: url)
    }

    /// The place of something in the folder.
    package func url(of path: String) -> URL {
        url.appending(path: path)
    }

    /// Writes a text as UTF-8, with the folders it needs, over what was there.
    package func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    /// Writes bytes, with the folders they need, over what was there.
    package func write(_ bytes: [UInt8], to path: String) throws {
        let place = url(of: path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        let file = try FileDescriptor.open(
            FilePath(place.path), .writeOnly, options: [.create, .truncate],
            permissions: [.ownerReadWrite, .groupRead, .otherRead])
        try file.closeAfter { _ = try file.writeAll(bytes) }
    }

    /// The bytes of a file.
    package func bytes(of path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: url(of: path)))
    }

    /// The text of a file; what is not UTF-8 shows as U+FFFD.
    package func text(of path: String) throws -> String {
        String(decoding: try bytes(of: path), as: UTF8.self)
    }

    /// Whether there is anything at that place; a symbolic link counts by itself.
    package func has(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: url(of: path).path)) != nil
    }

    /// Deletes a file, or a folder with all that is in it.
    package func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: url(of: path))
    }

    /// The paths of all files and symbolic links below a folder, sorted, relative to that folder.
    ///
    /// Links are listed and not followed. A folder that is not there holds no files.
    package func files(below path: String = "") -> [String] {
        let start = url(of: path).resolvingSymlinksInPath()
        let names = FileManager.default.enumerator(atPath: start.path)
        var found: [String] = []
        while let name = names?.nextObject() as? String {
            var isFolder: ObjCBool = false
            let place = start.appending(path: name).path
            let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: place)) != nil
            let exists = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
            if isLink || (exists && !isFolder.boolValue) { found.append(name) }
        }
        return found.sorted()
    }
}
