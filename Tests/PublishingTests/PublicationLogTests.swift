import Core
import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct PublicationLogTests {
    private let site: PublishedSite
    private let log: PublicationLog

    init() throws {
        site = try PublishedSite()
        log = PublicationLog(siteFolder: site.site)
    }

    @discardableResult
    private func append(_ entries: LogEntry...) throws -> [Diagnostic] {
        let lock = try site.generations.lock()
        return try entries.flatMap { try log.append($0, holding: lock) }
    }

    private func lines() throws -> [String] {
        try site.folder.text(of: "Site/log.jsonl").split(separator: "\n").map(String.init)
    }

    private func write(_ lines: [String]) throws {
        try site.folder.write(
            lines.map { $0 + "\n" }.joined(), to: "Site/log.jsonl")
    }

    @Test func aLineSaysWhatHappened() throws {
        try append(.fixture(generation: 4, who: "佐藤 \"花子\""))
        let output = SHA256Digest(of: [UInt8(1)]).hex
        let input = SHA256Digest(of: Array("input".utf8)).hex
        let expected = """
            {"version":1,"time":"2026-02-02T11:40:00+09:00","clockSynchronised":true,\
            "who":"佐藤 \\"花子\\"","action":"publish","generation":4,"input":"\(input)",\
            "outputs":{"public":"\(output)"},"counts":{"pages":12,"excluded":0},\
            "result":"published","previous":"\(String(repeating: "0", count: 64))"}
            """
        #expect(try lines() == [expected])
    }

    @Test func eachLineCarriesTheDigestOfTheOneBefore() throws {
        try append(.fixture(generation: 1))
        try append(.fixture(generation: 2), .fixture(generation: nil))
        let lines = try lines()
        for (before, line) in zip(lines, lines.dropFirst()) {
            let digest = SHA256Digest(of: Array(before.utf8)).hex
            #expect(line.hasSuffix("\"previous\":\"\(digest)\"}"))
        }
        let verification = try log.verify()
        #expect(verification.diagnostics.isEmpty)
        #expect(verification.entries.map(\.generation) == [1, 2, nil])
        #expect(verification.entries[0] == .fixture(generation: 1))
        #expect(verification.head == SHA256Digest(of: Array(lines[2].utf8)))
    }

    @Test func aMissingLogIsEmpty() throws {
        let verification = try log.verify()
        #expect(verification.entries.isEmpty)
        #expect(verification.head == nil)
        #expect(verification.diagnostics.isEmpty)
    }

    /// What was done to a log of five lines, and the first line that must be named.
    enum Tampering: CaseIterable {
        case changed, removed, added, swapped, firstRemoved, emptied, reformatted, notJSON

        func apply(to lines: inout [String]) {
            switch self {
            case .changed: lines[2] = lines[2].replacing("sato", with: "ueda")
            case .removed: lines.remove(at: 2)
            case .added: lines.insert(lines[2], at: 3)
            case .swapped: lines.swapAt(2, 3)
            case .firstRemoved: lines.removeFirst()
            case .emptied: lines[2] = ""
            case .reformatted: lines[2] = lines[2].replacing(",", with: ", ")
            case .notJSON: lines[2] = "published generation 3"
            }
        }

        /// Counted from 1.
        var line: Int {
            switch self {
            case .changed, .added, .reformatted: 4
            case .removed, .swapped, .emptied, .notJSON: 3
            case .firstRemoved: 1
            }
        }
    }

    @Test(arguments: Tampering.allCases)
    func theFirstLineThatDoesNotFitIsReported(tampering: Tampering) throws {
        for number in 1...5 { try append(.fixture(generation: number)) }
        var lines = try lines()
        tampering.apply(to: &lines)
        try write(lines)
        let diagnostics = try log.verify().diagnostics
        #expect(diagnostics.map(\.code) == ["publish.log-broken"])
        #expect(diagnostics.hasErrors)
        let start = lines[..<(tampering.line - 1)].reduce(0) { $0 + $1.utf8.count + 1 }
        #expect(diagnostics[0].span?.file == "Site/log.jsonl")
        #expect(diagnostics[0].span?.range?.lowerBound == start)
    }

    @Test func aChangeOfAnyByteBeforeTheLastLineIsNoticed() throws {
        try append(.fixture(), .fixture())
        let whole = try site.folder.bytes(of: "Site/log.jsonl")
        let first = try #require(whole.firstIndex(of: 0x0A))
        for index in 0...first {
            var bytes = whole
            bytes[index] ^= 1
            try site.folder.write(bytes, to: "Site/log.jsonl")
            #expect(try log.verify().diagnostics.hasErrors, "byte \(index)")
        }
    }

    @Test func aLineThatACrashCutOffIsReportedAndNeverTouched() throws {
        try append(.fixture(generation: 1), .fixture(generation: 2))
        let whole = try site.folder.bytes(of: "Site/log.jsonl")
        let torn = Array(whole.dropLast(40))
        try site.folder.write(torn, to: "Site/log.jsonl")
        let found = try log.verify().diagnostics
        #expect(found.map(\.code) == ["publish.log-incomplete"])
        #expect(found.hasErrors)

        let warnings = try append(.fixture(generation: 3))
        #expect(warnings.map(\.code) == ["publish.log-incomplete"])
        #expect(!warnings.hasErrors)
        let after = try site.folder.bytes(of: "Site/log.jsonl")
        #expect(after.starts(with: torn + [0x0A]))

        try append(.fixture(generation: 4))
        let verification = try log.verify()
        #expect(verification.diagnostics.map(\.code) == ["publish.log-incomplete"])
        #expect(!verification.diagnostics.hasErrors)
        #expect(verification.entries.map(\.generation) == [1, 3, 4])
    }

    @Test func aLogThatCannotBeAddedToIsAnErrorAndStaysAsItIs() throws {
        try FileManager.default.createDirectory(
            atPath: site.site + "/log.jsonl", withIntermediateDirectories: true)
        #expect(throws: FileError.self) { try append(.fixture()) }
        try site.folder.remove("Site/log.jsonl")
        try site.folder.write("", to: "elsewhere")
        try FileManager.default.createSymbolicLink(
            atPath: site.site + "/log.jsonl", withDestinationPath: "../elsewhere")
        #expect(throws: FileError.self) { try append(.fixture()) }
        #expect(try site.folder.text(of: "elsewhere").isEmpty)
    }
}
