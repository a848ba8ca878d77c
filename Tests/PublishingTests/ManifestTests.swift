import Core
import Foundation
import Testing

@testable import Publishing

@Suite struct ManifestTests {
    private static func file(_ path: String, _ text: String) -> Manifest.File {
        Manifest.File(
            path: path, size: text.utf8.count, digest: SHA256Digest(of: Array(text.utf8)))
    }

    @Test func isTheSameInWhateverOrderFilesCame() {
        let files = ["b", "a/c", "a-b", "あ", "a/b/c"].map { Self.file($0, $0) }
        let one = Manifest(outputs: [
            .init(name: "public", files: files), .init(name: "staff", files: []),
        ])
        let other = Manifest(outputs: [
            .init(name: "staff", files: []), .init(name: "public", files: files.reversed()),
        ])
        #expect(one.json == other.json)
    }

    @Test func namesNoDateAndNoOtherOutput() throws {
        let one = Manifest(outputs: [.init(name: "public", files: [Self.file("a", "x")])])
        let text = String(decoding: one.json, as: UTF8.self)
        // The SHA-256 of "x", and of the line that sha256sum prints for a file "a" with it.
        let x = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
        let line = SHA256Digest(of: Array("\(x)  a\n".utf8)).hex
        let expected = """
            {"version":1,"outputs":{
            "public":{"digest":"\(line)","files":[
            {"path":"a","size":1,"sha256":"\(x)"}
            ]}
            }}

            """
        #expect(text == expected)
    }

    @Test func theDigestOfAnOutputIsWhatSha256sumComputes() throws {
        let site = try PublishedSite()
        let committed = try site.publish([
            "public/index.html": "home", "public/a/b.html": "b", "public/a-b": "c",
            "public/資料/表.html": "d",
        ])
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c",
            "find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum",
        ]
        process.currentDirectoryURL = URL(filePath: site.site + "/current/public")
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let printed = pipe.fileHandleForReading.readDataToEndOfFile()
        #expect(
            String(decoding: printed, as: UTF8.self) == committed.outputs[0].digest.hex + "  -\n")
    }

    @Test func comesBackAsItWasWritten() {
        let manifest = Manifest(outputs: [
            .init(name: "public", files: [Self.file("a \"b\" \\", "1"), Self.file("が", "2")]),
            .init(name: "staff", files: []),
        ])
        #expect(Manifest(json: manifest.json) == manifest)
    }

    @Test func anyDamageIsNoticed() {
        let manifest = Manifest(outputs: [
            .init(name: "public", files: [Self.file("a", "x"), Self.file("b", "y")])
        ])
        let whole = manifest.json
        for index in whole.indices where whole[index] != 0x0A {
            var damaged = whole
            damaged[index] ^= 1
            // Another size or name can be read; it does not fit the files then.
            #expect(Manifest(json: damaged) != manifest, "byte \(index)")
        }
        // Without its last line feed it is whole.
        for length in whole.indices.dropLast() {
            #expect(Manifest(json: Array(whole[..<length])) == nil, "the first \(length) bytes")
        }
    }

    @Test(arguments: ["../a", "/a", "a/../b"])
    func aPathThatLeadsOutIsNotRead(path: String) {
        let manifest = Manifest(outputs: [
            .init(name: "public", files: [Self.file(path, "x")])
        ])
        #expect(Manifest(json: manifest.json) == nil)
    }
}
