import Core
import NIOCore
import NIOPosix

/// Tells what changes in a project's Content and Themes, while somebody listens.
struct ProjectWatch: Sendable {
    /// The project's folder.
    let project: String
    /// Whether it looks at all files twice a second: for folders of which the system tells nothing,
    /// such as those of another machine.
    let polls: Bool
    /// What the project was when it was read, so that nothing is missed that changed since; nil
    /// where nobody has read it.
    let known: FolderState?

    /// Hands every change to `take`, one after the other, until the task is cancelled. An editor
    /// that saves a file causes several events; what follows within 10 ms is one change.
    ///
    /// - Throws: `FileError` where the system watches no more folders, or the disk fails.
    func run(_ take: @escaping @Sendable (ProjectChange) async -> Void) async throws {
        let pending = PendingChange()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pending.hand(to: take) }
            group.addTask {
                #if os(Linux)
                    if polls { try await poll(pending) } else { try await listen(pending) }
                #else
                    try await poll(pending)
                #endif
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private func poll(_ pending: PendingChange) async throws {
        var known = try known ?? FolderState(project: project)
        while true {
            let state = try FolderState(project: project)
            if let change = state.change(since: known) { pending.add(change) }
            known = state
            try await Task.sleep(for: .milliseconds(500))
        }
    }

    #if os(Linux)
        /// Listens to the project's folder, and to whatever takes its place when it is gone.
        private func listen(_ pending: PendingChange) async throws {
            var known = known
            while true {
                try await listenToFolder(pending, since: known)
                known = nil
                try await Task.sleep(for: .milliseconds(500))
                pending.add(.everything)
            }
        }

        /// Returns when the folder is gone.
        private func listenToFolder(
            _ pending: PendingChange, since known: FolderState?
        ) async throws {
            var folders = try WatchedFolders(project: project)
            guard !folders.isLost else { return folders.end() }
            if let known, let change = try FolderState(project: project).change(since: known) {
                pending.add(change)
            }
            let channel = try await NIOPipeBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                // A read with too little room for an event fails.
                .channelOption(
                    .recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 1 << 16)
                )
                .takingOwnershipOfDescriptor(input: folders.descriptor) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, Never>(
                            wrappingChannelSynchronously: channel)
                    }
                }
            try await channel.executeThenClose { buffers in
                for try await var buffer in buffers {
                    let events = InotifyEvent.read(from: &buffer)
                    if let change = try folders.change(of: events) { pending.add(change) }
                    if folders.isLost { return }
                }
            }
        }
    #endif
}
