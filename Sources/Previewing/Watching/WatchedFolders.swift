#if os(Linux)
    import Content
    import Core
    import SystemPackage

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #endif

    /// The folders of a project that the system tells about, by the descriptors of their watches.
    ///
    /// - Source: inotify(7).
    struct WatchedFolders {
        /// The project's folder.
        let project: String
        /// The queue of events.
        let descriptor: Int32
        /// By watch: the folder, from the project's root; empty for the project itself.
        private var folders: [Int32: String] = [:]
        /// Whether the project's own folder is gone, or another one now.
        private(set) var isLost = false

        /// The folders that a site is made of.
        private static let roots = ["Content", "Themes"]

        private static let mask = UInt32(
            IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
                | IN_MOVE_SELF | IN_ATTRIB | IN_ONLYDIR | IN_EXCL_UNLINK)

        /// Begins to watch a project.
        ///
        /// - Throws: `FileError` where the system watches no more folders, and where the disk fails.
        init(project: String) throws(FileError) {
            self.project = project
            descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
            guard descriptor >= 0 else {
                throw FileError(.examine, project, Errno(rawValue: errno))
            }
            do throws(FileError) {
                isLost = try !watch("")
                for root in Self.roots { try watchTree(root) }
            } catch {
                close(descriptor)
                throw error
            }
        }

        /// Stops watching; else whoever reads the events closes their queue.
        func end() { close(descriptor) }

        /// What some events say of the project. Folders that are new are watched from now on.
        ///
        /// - Throws: `FileError` where the system watches no more folders.
        mutating func change(of events: [InotifyEvent]) throws(FileError) -> ProjectChange? {
            var change: ProjectChange?
            for event in events {
                guard let found = try self.change(of: event) else { continue }
                change = change?.joined(with: found) ?? found
            }
            return change
        }

        private mutating func change(of event: InotifyEvent) throws(FileError) -> ProjectChange? {
            if event.has(IN_Q_OVERFLOW) {
                for root in Self.roots { try watchTree(root) }
                return .everything
            }
            if event.has(IN_IGNORED) {
                folders[event.watch] = nil
                return nil
            }
            guard let folder = folders[event.watch] else { return nil }
            guard !event.name.isEmpty else {
                // Of the folder itself; its attributes change with every new folder in it.
                if event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) {
                    if folder.isEmpty { isLost = true }
                    return .everything
                }
                return nil
            }
            if folder.isEmpty, !Self.roots.contains(event.name) { return nil }
            if isSystemFile(event.name) { return nil }
            let path = folder.isEmpty ? event.name : folder + "/" + event.name
            guard event.has(IN_ISDIR) else {
                // A file that is made is told of again when its writer closes it.
                if event.has(IN_CREATE), try isFile(path) { return nil }
                return .files([path])
            }
            if event.has(IN_MOVED_FROM) { forget(path) }
            if event.has(IN_CREATE) || event.has(IN_MOVED_TO) { try watchTree(path) }
            return .everything
        }

        /// Whether it is a regular file with one name, not one that ln(1) gave a second.
        private func isFile(_ path: String) throws(FileError) -> Bool {
            var status = stat()
            guard lstat(project + "/" + path, &status) == 0 else { return false }
            return status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1
        }

        private mutating func watchTree(_ folder: String) throws(FileError) {
            guard try watch(folder) else { return }
            // The folder may be gone again.
            let entries: [FolderEntry]
            do throws(FileError) { entries = try listFolder(project + "/" + folder) } catch {
                return
            }
            for entry in entries where entry.kind == .folder && !isSystemFile(entry.name) {
                try watchTree(folder + "/" + entry.name)
            }
        }

        /// - Returns: Whether there is such a folder.
        @discardableResult
        private mutating func watch(_ folder: String) throws(FileError) -> Bool {
            let path = folder.isEmpty ? project : project + "/" + folder
            let watch = inotify_add_watch(descriptor, path, Self.mask | UInt32(IN_DONT_FOLLOW))
            guard watch < 0 else {
                folders[watch] = folder
                return true
            }
            switch Errno(rawValue: errno) {
            case .noSpace, .noMemory, .tooManyOpenFiles:
                throw FileError(.examine, path, Errno(rawValue: errno))
            // Gone again, a link, or nobody's to read: whoever reads the project tells of that.
            default: return false
            }
        }

        /// Ends the watches of a folder that was moved: its path is another now.
        private mutating func forget(_ folder: String) {
            for (watch, path) in folders where path == folder || path.hasPrefix(folder + "/") {
                inotify_rm_watch(descriptor, watch)
                folders[watch] = nil
            }
        }
    }
#endif
