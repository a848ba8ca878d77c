import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Previewing

/// What changes in a project is noticed, by the system's help and without it.
@Suite(.serialized) struct WatchTests {
    /// What somebody does to a project, and what must be noticed.
    struct Deed: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let expected: ProjectChange
        let act: @Sendable (TemporaryFolder) throws -> Void
    }

    private static let page = "Content/pages/a.md"

    static let deeds: [Deed] = [
        Deed(testDescription: "a file is written", expected: .files([page])) {
            try $0.write("two", to: page)
        },
        Deed(testDescription: "a file is saved by renaming", expected: .files([page])) { folder in
            try folder.write("two", to: "Content/pages/.a.md.swp")
            let made = rename(
                folder.url(of: "Content/pages/.a.md.swp").path, folder.url(of: page).path)
            #expect(made == 0)
        },
        Deed(testDescription: "a file is deleted", expected: .files([page])) {
            try $0.remove(page)
        },
        Deed(testDescription: "a file is new", expected: .files(["Content/uploads/b.png"])) {
            try $0.write("b", to: "Content/uploads/b.png")
        },
        Deed(testDescription: "a link is new", expected: .files(["Content/pages/l.md"])) {
            try FileManager.default.createSymbolicLink(
                atPath: $0.url(of: "Content/pages/l.md").path, withDestinationPath: "a.md")
        },
        Deed(testDescription: "a folder is renamed", expected: .everything) { folder in
            let made = rename(
                folder.url(of: "Content/pages/guide").path,
                folder.url(of: "Content/pages/manual").path)
            #expect(made == 0)
        },
        Deed(testDescription: "a folder is new", expected: .everything) {
            try $0.write("x", to: "Content/pages/new/deep/x.md")
        },
        Deed(testDescription: "a theme is new", expected: .everything) {
            try $0.write("x", to: "Themes/mine/theme.yml")
        },
    ]

    private func project() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("one", to: Self.page)
        try folder.write("one", to: "Content/pages/guide/b.md")
        try folder.write("one", to: "Content/uploads/a.png")
        return folder
    }

    /// What was noticed so far.
    private final class Seen: Sendable {
        let changes = Mutex<[ProjectChange]>([])

        func wait(for isEnough: ([ProjectChange]) -> Bool) async throws {
            for _ in 0..<600 where !changes.withLock({ isEnough($0) }) {
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    /// Watches a project while a test goes on. The watch is known to work when it has noticed a
    /// probe; what it notices after that is of the test.
    private func watching(
        _ folder: TemporaryFolder, polls: Bool, _ test: (Seen) async throws -> Void
    ) async throws {
        let seen = Seen()
        let watch = Task {
            try await ProjectWatch(project: folder.url.path, polls: polls, known: nil).run {
                change in
                seen.changes.withLock { $0.append(change) }
            }
        }
        defer { watch.cancel() }
        for number in 0..<600 where seen.changes.withLock({ $0.isEmpty }) {
            try folder.write("\(number)", to: "Content/uploads/a.png")
            try await Task.sleep(for: .milliseconds(100))
        }
        // The last probe may be told of by itself.
        try await Task.sleep(for: .milliseconds(polls ? 1500 : 500))
        seen.changes.withLock { $0 = [] }
        try await test(seen)
    }

    /// What is noticed first after a deed, with whatever comes soon after.
    private func change(
        polls: Bool, _ folder: TemporaryFolder, _ act: () throws -> Void
    ) async throws -> ProjectChange? {
        var found: ProjectChange?
        try await watching(folder, polls: polls) { seen in
            try act()
            try await seen.wait { !$0.isEmpty }
            try await Task.sleep(for: .milliseconds(100))
            found = seen.changes.withLock { changes in
                changes.dropFirst().reduce(changes.first) { $0?.joined(with: $1) }
            }
        }
        return found
    }

    @Test(arguments: deeds) func theSystemTells(deed: Deed) async throws {
        let folder = try project()
        let found = try await change(polls: false, folder) { try deed.act(folder) }
        #expect(found == deed.expected)
    }

    @Test(arguments: deeds) func lookingTells(deed: Deed) async throws {
        let folder = try project()
        let found = try await change(polls: true, folder) { try deed.act(folder) }
        #expect(found == deed.expected)
    }

    @Test func aFolderThatCameLaterIsWatchedToo() async throws {
        let folder = try project()
        let page = "Content/pages/new/deep/x.md"
        try await watching(folder, polls: false) { seen in
            try folder.write("x", to: page)
            try await seen.wait { $0.contains(.everything) }
            try await Task.sleep(for: .milliseconds(500))
            try folder.write("y", to: page)
            try await seen.wait { $0.last == .files([page]) }
            #expect(seen.changes.withLock { $0.last } == .files([page]))
        }
    }

    @Test(arguments: [false, true]) func whatChangedSinceTheReadingIsToldFirst(polls: Bool)
        async throws
    {
        let folder = try project()
        let known = try FolderState(project: folder.url.path)
        try folder.write("another one", to: Self.page)
        let seen = Seen()
        let watch = Task {
            try await ProjectWatch(project: folder.url.path, polls: polls, known: known).run {
                change in
                seen.changes.withLock { $0.append(change) }
            }
        }
        defer { watch.cancel() }
        try await seen.wait { !$0.isEmpty }
        #expect(seen.changes.withLock { $0 } == [.files([Self.page])])
    }

    @Test func whatConcernsNoSiteIsPassedOver() async throws {
        let folder = try project()
        let found = try await change(polls: false, folder) {
            try folder.write("x", to: "Site/log.jsonl")
            try folder.write("x", to: "README.md")
            try folder.write("x", to: "Content/pages/.DS_Store")
            try folder.write("x", to: "Content/pages/a.md~")
            try folder.write("y", to: Self.page)
        }
        #expect(found == .files([Self.page]))
    }
}
