import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A new folder that only this user may enter, for files that another program reads or writes. A
/// class, because the folder goes with its last holder, and all that is in it.
///
/// - Source: mkdtemp(3).
package final class PrivateFolder: Sendable {
    /// Where it is.
    package let path: String

    /// - Parameters:
    ///   - parent: Where temporary files belong.
    ///   - purpose: A word in its name, which tells whose it is where it was left behind.
    /// - Throws: `FileError` where it cannot be made.
    package init(in parent: String, for purpose: String) throws(FileError) {
        // mkdtemp(3) writes the folder's name over the X's in place and makes it with mode 0700. It
        // gets the array's own storage, ended by a zero, for the call alone; nothing keeps it.
        var template = Array((parent + "/hakusho-" + purpose + "-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw FileError(.makeFolder, parent, Errno(rawValue: errno))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // At worst it is left behind for the system to clear; there is no one to tell the reason.
        try? removeTree(path)
    }
}
