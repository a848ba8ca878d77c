import Core
import Foundation
import TestSupport
import Testing

@testable import Printing

/// How the program is run, and what of its work is kept: with scripts in its place.
@Suite(.timeLimit(.minutes(2)))
struct PDFCommandTests {
    private let scratch: TemporaryFolder
    private static let works = """
        echo run >>"$(dirname "$0")/runs"
        printf '%%PDF-1.7\\n%%%%EOF\\n' >"$4/document.pdf"
        echo '{}' >"$4/answer.json"
        """

    init() throws { scratch = try TemporaryFolder() }

    /// - Parameter script: Run instead of Python, as what the first line of `weasyprint` names.
    private func maker(
        _ script: String, cacheFolder: String? = nil, limit: Duration = .seconds(60)
    ) throws -> PDFMaker {
        let python = scratch.url(of: "python").path
        try scratch.write("#!/bin/sh\n" + script + "\n", to: "python")
        try scratch.write("#!\(python)\nimport sys\n", to: "weasyprint")
        #expect(chmod(python, 0o755) == 0)
        return PDFMaker(
            command: [scratch.url(of: "weasyprint").path], cacheFolder: cacheFolder, limit: limit,
            in: .test)
    }

    private var runs: Int {
        get throws { try scratch.has("runs") ? scratch.text(of: "runs").count / 4 : 0 }
    }

    @Test func aHangingCommandIsKilledWithAllItStarted() throws {
        let maker = try maker(
            "(sleep 3; touch \(scratch.url.path)/alive) & sleep 100", limit: .milliseconds(400))
        let clock = ContinuousClock()
        let elapsed = clock.measure {
            #expect(throws: PDFFailure.late(.milliseconds(400))) {
                try maker.make(Sample.document("x"), as: .test)
            }
        }
        #expect(elapsed < .seconds(2.5))
        Thread.sleep(forTimeInterval: 3.2)
        #expect(!scratch.has("alive"))
    }

    @Test(arguments: [
        ("echo wrong >&2; exit 3", "exit status 3", "wrong"),
        ("echo a; kill -SEGV $$", "signal 11", "a"),
        ("echo nothing; exit 0", "exit status 0", "nothing"),
        ("echo '[' >$4/answer.json", "answer", "the text ends too early"),
        ("echo '{}' >$4/answer.json; echo GIF >$4/document.pdf", "no PDF", ""),
    ])
    func aFailingCommandIsQuoted(script: String, status: String, words: String) throws {
        let maker = try maker(script)
        #expect(throws: PDFFailure.failed(status: status, words: words)) {
            try maker.make(Sample.document("x"), as: .test)
        }
    }

    @Test func withoutTheProgramItSaysWhatToInstall() throws {
        let absent = PDFMaker(
            command: ["no-such-weasyprint"], cacheFolder: nil, limit: .seconds(9), in: .test)
        let failure = #expect(throws: PDFFailure.self) { try absent.identify() }
        #expect(failure == .notInstalled(command: "no-such-weasyprint"))
        #expect(failure?.message.ja.contains("apt-get install weasyprint") == true)
        let library = try maker("echo '{\"absent\": true}' >$4/answer.json")
        #expect(throws: PDFFailure.notInstalled(command: scratch.url(of: "weasyprint").path)) {
            try library.identify()
        }
    }

    @Test func findsTheInterpreterOfAScript() throws {
        try scratch.write("#! /opt/venv/bin/python3.12 -E \nimport", to: "bin/weasyprint")
        try scratch.write("#!/usr/bin/env python9\n", to: "bin/other")
        try scratch.write("\u{7F}ELF", to: "bin/python9")
        let path = "/nowhere:" + scratch.url(of: "bin").path
        #expect(
            try Interpreter(of: ["weasyprint"], path: path).command
                == ["/opt/venv/bin/python3.12", "-E"])
        let python = scratch.url(of: "bin/python9").path
        #expect(try Interpreter(of: ["other"], path: path).command == [python])
        #expect(try Interpreter(of: [python, "-s"], path: "").command == [python, "-s"])
    }

    @Test func anUnchangedDocumentIsNotMadeAgain() throws {
        let cache = scratch.url(of: "cache/pdf").path
        let maker = try maker(Self.works, cacheFolder: cache)
        let bytes = try maker.make(Sample.document("x"), as: .test)
        #expect(try maker.make(Sample.document("x"), as: .test) == bytes)
        #expect(try runs == 1)
        _ = try maker.make(Sample.document("y"), as: .test)
        _ = try maker.make(Sample.document("x", resources: ["b": [1]]), as: .test)
        _ = try maker.make(
            Sample.document("x"), as: PrinterIdentity(description: "test", surroundings: "2"))
        #expect(try runs == 4)
        #expect(scratch.files(below: "cache/pdf").count == 8)
    }

    @Test(arguments: ["pdf", "sha256"], ["", "%PDF-1.7\nother\n%%EOF\n", nil])
    func aDamagedFileOfTheCacheIsMadeAnew(ending: String, contents: String?) throws {
        let maker = try maker(Self.works, cacheFolder: scratch.url(of: "cache").path)
        let bytes = try maker.make(Sample.document("x"), as: .test)
        let name = try #require(scratch.files(below: "cache").first { $0.hasSuffix(ending) })
        try scratch.remove("cache/" + name)
        if let contents { try scratch.write(contents, to: "cache/" + name) }
        #expect(try maker.make(Sample.document("x"), as: .test) == bytes)
        #expect(try runs == 2)
        #expect(try maker.make(Sample.document("x"), as: .test) == bytes)
        #expect(try runs == 2)
    }

    @Test func twoWhoMakeTheSameAtOnceDoNotDisturbEachOther() throws {
        let maker = try maker(Self.works, cacheFolder: scratch.url(of: "cache").path)
        let made = parallelMap(count: 8, jobs: 8, chunk: 1) { _ in
            Result { () throws(PDFFailure) in try maker.make(Sample.document("x"), as: .test) }
        }
        for result in made { #expect(try result.get().starts(with: "%PDF".utf8)) }
        #expect(scratch.files(below: "cache").count == 2)
    }

    @Test func leavesNoFolderBehind() throws {
        let place = try TemporaryFolder()
        let maker = try maker(Self.works)
        let tidy = PDFMaker(
            command: [scratch.url(of: "weasyprint").path], cacheFolder: nil, limit: .seconds(60),
            in: PDFMaker.Surroundings(
                environment: ["PATH": "/usr/bin:/bin"], temporaryFolder: place.url.path))
        _ = try maker.make(Sample.document("x"), as: .test)
        _ = try tidy.make(Sample.document("x"), as: .test)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.url.path).isEmpty)
    }
}
