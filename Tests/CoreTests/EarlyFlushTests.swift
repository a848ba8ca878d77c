import Foundation
import TestSupport
import Testing

@testable import Core

@Suite struct EarlyFlushTests {
    @Test func manyThreadsMayWriteWhileItFlushes() throws {
        let folder = try TemporaryFolder()
        let flush = EarlyFlush(of: folder.url.path)
        let written = parallelMap(count: 200, jobs: 8) { index in
            Result { () throws(FileError) in
                let bytes = [UInt8](repeating: 1, count: 1 << 18)
                try writeNewFile(folder.url.path + "/\(index)", bytes)
                flush.count(1 << 20)
            }
        }
        for result in written { try result.get() }
        try flush.finish()
    }

    /// A flush that fails on its way says so at the end, too.
    @Test func whatTheDiskRefusesIsSaidAtTheEnd() throws {
        let folder = try TemporaryFolder()
        let path = folder.url(of: "made-later").path
        let flush = EarlyFlush(of: path)
        flush.count(64 << 20)
        flush.stop()
        try makeFolder(path)
        #expect(throws: FileError.self) { try flush.finish() }
    }

    @Test func afterAStopNoFlushBegins() throws {
        let flush = EarlyFlush(of: "/nowhere")
        flush.stop()
        flush.count(64 << 20)
        flush.stop()
    }
}
