import Foundation
import TestSupport
import Testing

@testable import FilePolicy

/// Archives that Python's own `zipfile` makes, and not a builder of these tests.
@Suite struct RealZipTests {
    /// A program that writes each archive into the current folder.
    private static let program = """
        import io, sys, zipfile
        from zipfile import ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA, ZIP_STORED

        def make(name, *members, method=ZIP_DEFLATED, into=None):
            with zipfile.ZipFile(into or name, 'w', method, strict_timestamps=False) as archive:
                for member, contents in members:
                    archive.writestr(member, contents)

        class Pipe(io.RawIOBase):
            def __init__(self, name): self.file = open(name, 'wb')
            def writable(self): return True
            def write(self, data): return self.file.write(data)

        text = ('資料/表.txt', 'こんにちは\\n' * 100)
        make('clean.zip', ('資料/', ''), text, ('空.txt', ''))
        make('stored.zip', text, method=ZIP_STORED)
        make('', text, into=Pipe('streamed.zip'))
        make('bzip2.zip', text, method=ZIP_BZIP2)
        make('lzma.zip', text, method=ZIP_LZMA)
        with zipfile.ZipFile('zip64.zip', 'w') as archive:
            with archive.open('a.txt', 'w', force_zip64=True) as member: member.write(b'a')
        make('bomb.zip', ('a.txt', b'0' * (20 << 20)))
        bomb = open('bomb.zip', 'rb').read()
        for depth in range(4):
            make('layers.zip', *((f'{i}.zip', bomb) for i in range(4)), method=ZIP_STORED)
            bomb = open('layers.zip', 'rb').read()
        make('many.zip', *((f'{i}.txt', '') for i in range(10001)))
        make('gif.zip', text)
        open('joined.gif', 'wb').write(b'GIF89a' + open('gif.zip', 'rb').read())
        open('before.zip', 'wb').write(b'PK\\3\\4' + open('gif.zip', 'rb').read())
        open('after.zip', 'wb').write(open('gif.zip', 'rb').read() + bytes(100))
        """

    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func tellsGoodArchivesOfPythonFromBadOnes() async throws {
        let folder = try TemporaryFolder()
        let run = try await ChildProcess.run(
            URL(filePath: "/usr/bin/python3"), ["-c", Self.program], in: folder.url,
            environment: ["PYTHONUTF8": "1"])
        try #require(run.status == 0, "\(run.stderr)")
        for name in ["clean.zip", "stored.zip", "streamed.zip"] {
            expectClean(name, try folder.bytes(of: name), .zip)
        }
        let bad = [
            ("bzip2.zip", "zip-method"), ("lzma.zip", "zip-method"), ("zip64.zip", "zip-zip64"),
            ("bomb.zip", "archive-ratio"), ("layers.zip", "archive-depth"),
            ("many.zip", "archive-entries"), ("joined.gif", "polyglot"),
            ("before.zip", "zip-gap"), ("after.zip", "zip-trailing"),
        ]
        for (name, rule) in bad {
            let file = BadFile(name, rule, named: name, try folder.bytes(of: name))
            let start = ContinuousClock.now
            file.expectRefusal()
            #expect(ContinuousClock.now - start < .seconds(5), "\(name)")
        }
    }
}
