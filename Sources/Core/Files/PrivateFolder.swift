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
/// - Source: mkdir(2), which follows no link and takes no folder that is there.
package final class PrivateFolder: Sendable {
    /// Where it is.
    package let path: String

    /// - Parameters:
    ///   - parent: Where temporary files belong.
    ///   - purpose: A word in its name, which tells whose it is where it was left behind.
    /// - Throws: `FileError` where it cannot be made.
    package init(in parent: String, for purpose: String) throws(FileError) {
        var path: String
        repeat {
            let name = String(UInt64.random(in: 0 ... .max), radix: 36)
            path = parent + "/hakusho-" + purpose + "-" + name
            if mkdir(path, 0o700) == 0 { break }
            // Somebody has a folder of that name: the next name is another one.
            guard errno == EEXIST else {
                throw FileError(.makeFolder, parent, Errno(rawValue: errno))
            }
        } while true
        self.path = path
    }

    deinit {
        // At worst it is left behind for the system to clear; there is no one to tell the reason.
        try? removeTree(path)
    }
}
