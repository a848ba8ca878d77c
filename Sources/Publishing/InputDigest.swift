package import Core

/// The digest of everything that a build reads: the paths and contents of all files below
/// Content and Themes. The log of publications names an input by it.
///
/// - Returns: The SHA-256 of one line a file, sorted by path: `DIGEST  PATH` as sha256sum(1)
///   prints it, so that anybody can check it without Hakusho.
/// - Throws: `FileError`.
package func inputDigest(of project: String, jobs: Int) throws(FileError) -> SHA256Digest {
    var files: [String] = []
    for folder in ["Content", "Themes"] where try fileStatus(project + "/" + folder) != nil {
        try collectFiles(below: folder, of: project, into: &files)
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let sorted = files
    let digests = parallelMap(count: sorted.count, jobs: jobs) { index in
        Result { () throws(FileError) in
            SHA256Digest(of: try readFile(project + "/" + sorted[index]))
        }
    }
    var list = ByteWriter(reservingCapacity: sorted.count * 100)
    for (file, digest) in zip(sorted, digests) {
        list.append(try digest.get().hex + "  " + file + "\n")
    }
    return SHA256Digest(of: list.bytes)
}

private func collectFiles(
    below folder: String, of project: String, into files: inout [String]
) throws(FileError) {
    for entry in try listFolder(project + "/" + folder) {
        let path = folder + "/" + entry.name
        switch entry.kind {
        case .folder: try collectFiles(below: path, of: project, into: &files)
        case .file: files.append(path)
        // A build refuses these.
        case .link, .other: continue
        }
    }
}
