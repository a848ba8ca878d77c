import Core
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Sample {
    /// The samples that the given paths mean: each file itself, each folder all that is below it,
    /// sorted by the bytes of their names. Links, FIFOs, sockets and devices come out as *refused*
    /// and what cannot be listed as *failed*: nothing is left out in silence.
    ///
    /// A folder is opened once and never left: one that is swapped for a link meanwhile is
    /// refused when its turn comes.
    package static func below(_ paths: [[UInt8]]) -> [Sample] {
        paths.flatMap { path -> [Sample] in
            var status = stat()
            let trimmed = trim(path)
            let answer = withCString(trimmed) { lstat($0, &status) }
            guard answer == 0, status.st_mode & S_IFMT == S_IFDIR else {
                // Anything else shows what it is when it is opened.
                return [Sample(path: path)]
            }
            do throws(FileError) {
                var walk = FolderWalk(
                    folder: try ConfinedFolder(trimmed), name: String(decoding: path, as: UTF8.self)
                )
                return walk.run()
            } catch {
                return [
                    Sample(name: String(decoding: path, as: UTF8.self), verdict: .reading(error))
                ]
            }
        }
    }

    /// Without slashes at its end: a link with one would be followed.
    private static func trim(_ path: [UInt8]) -> [UInt8] {
        let end = path.lastIndex { $0 != 0x2F }
        return end.map { Array(path[...$0]) } ?? Array(path.prefix(1))
    }
}

extension Verdict {
    /// What a failure to open or list means: a link is refused, anything else is the machine's.
    static func reading(_ error: FileError) -> Verdict {
        switch error.cause {
        case .tooManySymbolicLinkLevels, .improperLink: .refused(.symbolicLink)
        // A socket cannot be opened, nor a device that nothing is behind.
        case .noSuchAddressOrDevice, Errno(rawValue: ENODEV): .refused(.specialFile)
        default: .failed(.file(error))
        }
    }
}

func withCString<Answer>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Answer) -> Answer {
    (path + [0]).withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
    }
}

/// One walk through a folder, deepest first in no call's stack.
private struct FolderWalk {
    let folder: ConfinedFolder
    /// The folder as the caller named it.
    let name: String
    private var samples: [(path: [UInt8], sample: Sample)] = []

    init(folder: ConfinedFolder, name: String) {
        self.folder = folder
        self.name = name.hasSuffix("/") ? String(name.dropLast()) : name
    }

    mutating func run() -> [Sample] {
        var pending: [[UInt8]] = [[]]
        while let path = pending.popLast() {
            pending += list(path)
        }
        return samples.sorted { $0.path.lexicographicallyPrecedes($1.path) }.map(\.sample)
    }

    /// Notes the files of one folder.
    ///
    /// - Returns: The folders in it.
    private mutating func list(_ path: [UInt8]) -> [[UInt8]] {
        let descriptor: Int32
        switch folder.open(path, flags: O_RDONLY | O_DIRECTORY) {
        case .success(let opened): descriptor = opened
        case .failure(let cause):
            note(path, .reading(FileError(.list, shown(path), cause)))
            return []
        }
        guard let stream = fdopendir(descriptor) else {
            note(path, .failed(.file(FileError(.list, shown(path), Errno(rawValue: errno)))))
            close(descriptor)
            return []
        }
        defer { closedir(stream) }
        var folders: [[UInt8]] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name == [0x2E] || name == [0x2E, 0x2E] { continue }
            let child = path.isEmpty ? name : path + [0x2F] + name
            if kind(entry.pointee.d_type, name, in: descriptor) == S_IFDIR {
                folders.append(child)
            } else {
                // A link or a FIFO shows what it is when it is opened.
                let sample = Sample(name: shown(child), in: folder, path: child)
                samples.append((child, sample))
            }
            errno = 0
        }
        if errno != 0 {
            note(path, .failed(.file(FileError(.list, shown(path), Errno(rawValue: errno)))))
        }
        return folders
    }

    private func kind(_ type: UInt8, _ name: [UInt8], in descriptor: Int32) -> mode_t {
        if Int32(type) == Int32(DT_DIR) { return S_IFDIR }
        guard Int32(type) == Int32(DT_UNKNOWN) else { return 0 }
        var status = stat()
        let answer = withCString(name) { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
        return answer == 0 ? status.st_mode & S_IFMT : 0
    }

    private mutating func note(_ path: [UInt8], _ verdict: Verdict) {
        samples.append((path, Sample(name: shown(path), verdict: verdict)))
    }

    private func shown(_ path: [UInt8]) -> String {
        path.isEmpty ? name : name + "/" + String(decoding: path, as: UTF8.self)
    }
}
