import Core
import TestSupport
import Testing

@testable import FilePolicy

@Suite struct ContentTypeTests {
    private static let clean: [(String, [UInt8], FileType)] = [
        ("a.png", SmallFiles.png, .png), ("a.JPG", SmallFiles.jpeg, .jpeg),
        ("a.gif", SmallFiles.gif, .gif), ("a.webp", SmallFiles.webp, .webp),
        ("a.avif", SmallFiles.avif, .avif), ("a.ico", SmallFiles.ico, .ico),
        ("a.mp4", SmallFiles.mp4, .mp4), ("a.webm", SmallFiles.webm, .webm),
        ("a.mp3", SmallFiles.mp3, .mp3), ("a.woff2", SmallFiles.woff2, .woff2),
        ("a.mp3", Array("ID3".utf8) + [4, 0, 0, 0, 0, 0, 1, 0] + SmallFiles.mp3, .mp3),
        ("a.svg", Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8), .svg),
        ("a.txt", Array("plain\r\n\ttext\u{0C}".utf8), .text),
        ("a.txt", [], .text),
        ("a.txt", [0xFF, 0xFE, 0x42, 0x30, 0x0A, 0x00], .text),
        ("a.txt", [0xFE, 0xFF, 0x30, 0x42, 0xD8, 0x40, 0xDC, 0x0B], .text),
        ("a.txt", Array("MZ and BM and PK are words, 1 < 2, <3".utf8), .text),
        ("a.csv", [0x95, 0x5C, 0x2C, 0x83, 0x5C, 0x0D, 0x0A], .csv),
        ("a.json", Array("\u{20}{\"a\": [1.5e3, true, null, \"}\\\"\"]}\n".utf8), .json),
        ("a.json", Array("\u{FEFF}{}".utf8), .json),
        ("a.md", Array("<p align=center>\n# Title".utf8), .text),
        ("a.md", Array("<!-- a note -->\n# Title".utf8), .text),
        ("a.txt", Array("<u>a</u>".utf8), .text),
        ("a.csv", Array("<name>,<i>".utf8), .csv),
        ("a.vtt", Array("\u{FEFF}WEBVTT\n\n00:00.000 --> 00:01.000\n字幕\n".utf8), .vtt),
    ]

    @Test func allowsAFileOfEachType() {
        for (name, bytes, type) in Self.clean { expectClean(name, bytes, type) }
    }

    @Test(arguments: [
        BadFile("JPEG as PNG", "type-mismatch", named: "a.png", SmallFiles.jpeg),
        BadFile("text as PNG", "type-mismatch", named: "a.png", Array("text".utf8)),
        BadFile("PNG as text", "type-mismatch", named: "a.txt", SmallFiles.png),
        BadFile("SVG as text", "type-mismatch", named: "a.txt", Array("<!-- --><svg>".utf8)),
        BadFile("no ending", "unknown-extension", named: "README", Array("text".utf8)),
        BadFile("other ending", "unknown-extension", named: "a.js", Array("let a".utf8)),
        BadFile("random bytes", "unknown-type", named: "a.png", [7, 1, 2, 3]),
        BadFile("NUL in text", "unknown-type", named: "a.txt", Array("a\0b".utf8)),
        BadFile("escapes in text", "unknown-type", named: "a.txt", Array("\u{1B}$B".utf8)),
        BadFile("lone surrogate", "unknown-type", named: "a.txt", [0xFF, 0xFE, 0, 0xD8]),
        BadFile("cut JSON", "json-malformed", named: "a.json", Array("{\"a\": [1}".utf8)),
        BadFile("two values", "json-malformed", named: "a.json", Array("{} {}".utf8)),
        BadFile("a script", "json-malformed", named: "a.json", Array("alert(1)".utf8)),
        BadFile("nothing", "empty-file", named: "a.json", []),
        BadFile("nothing", "empty-file", named: "a.png", []),
        BadFile("nothing", "empty-file", named: "README", []),
        BadFile("no subtitles", "vtt-malformed", named: "a.vtt", Array("WEBVTTX\n".utf8)),
    ])
    func refusesWhatIsNotWhatItIsCalled(_ file: BadFile) { file.expectRefusal() }

    @Test(arguments: [
        BadFile("Linux", "program", named: "a.png", [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
        BadFile("Windows", "program", named: "a.pdf", Array("MZ\u{90}\0\u{3}\0\0\0".utf8)),
        BadFile("macOS", "program", named: "a.jpg", [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1]),
        BadFile("Java", "program", named: "a.png", [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 0x34]),
        BadFile("shortcut", "program", named: "a.txt", [0x4C, 0, 0, 0, 1, 0x14, 2, 0, 0]),
        BadFile("shell", "program", named: "a.txt", Array("#!/bin/sh\nrm -rf ~\n".utf8)),
        BadFile("PHP", "program", named: "a.txt", Array("<?php system($_GET[0]);".utf8)),
        BadFile("JSP", "program", named: "a.csv", Array("\n<%@ page %>".utf8)),
        BadFile("registry", "program", named: "a.txt", Array("REGEDIT4\n".utf8)),
        BadFile("HTML", "web-page", named: "a.txt", Array("<!DOCTYPE html>".utf8)),
        BadFile("HTML later", "web-page", named: "a.csv", Array("\u{FEFF}\n <ScRiPt>x".utf8)),
        BadFile("Markdown", "web-page", named: "a.md", Array("<!doctype html><p>".utf8)),
        BadFile("Markdown", "web-page", named: "a.md", Array("<script>a()</script>".utf8)),
        BadFile("paragraph", "web-page", named: "a.txt", Array("<p>a".utf8)),
        BadFile("comment", "web-page", named: "a.txt", Array("<!-- a --> <!--b--> <p>".utf8)),
        BadFile(
            "UTF-16 HTML", "web-page", named: "a.txt", [0xFF, 0xFE, 0x3C, 0, 0x62, 0, 0x3E, 0]),
        BadFile(
            "XHTML", "web-page", named: "a.svg", Array("<?xml?><!DOCTYPE x [<!]>]><html>".utf8)),
        BadFile("XML", "web-page", named: "a.txt", Array("<?xml version='1.0'?><a/>".utf8)),
        BadFile("gzip", "other-archive", named: "a.zip", [0x1F, 0x8B, 8, 0]),
        BadFile("7z", "other-archive", named: "a.zip", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        BadFile("RAR", "other-archive", named: "a.zip", Array("Rar!\u{1A}\u{7}\0".utf8)),
        BadFile("LZH", "other-archive", named: "a.zip", [0x20, 1] + Array("-lh5-\0".utf8)),
        BadFile("RTF", "other-office", named: "a.txt", Array("{\\rtf1".utf8)),
        BadFile(
            "old Word", "other-office", named: "a.docx",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]),
        BadFile("BMP", "other-format", named: "a.png", Array("BM\0\0\0\0".utf8)),
        BadFile("Matroska", "other-format", named: "a.webm", [0x1A, 0x45, 0xDF, 0xA3, 0x80]),
        BadFile(
            "QuickTime", "other-format", named: "a.mp4",
            SmallFiles.box("ftyp", Array("qt  \0\0\0\0qt  ".utf8))),
    ])
    func namesWhatIsNeverPublished(_ file: BadFile) { file.expectRefusal() }

    @Test(arguments: [
        BadFile("zip behind", "polyglot", named: "a.gif", SmallFiles.gif + zip),
        BadFile(
            "zip behind", "polyglot", named: "a.mp4", SmallFiles.mp4 + SmallFiles.box("free", zip)),
        BadFile("zip behind", "polyglot", named: "a.pdf", Array("%PDF-1.7\n".utf8) + zip),
        BadFile(
            "RAR within", "polyglot", named: "a.mp4",
            SmallFiles.mp4 + SmallFiles.box("free", Array("Rar!\u{1A}\u{7}".utf8))),
        BadFile(
            "PDF within", "polyglot", named: "a.mp4",
            SmallFiles.mp4 + SmallFiles.box("free", Array("%PDF-1.4".utf8))),
        BadFile(
            "PHP within", "polyglot", named: "a.mp4",
            SmallFiles.mp4 + SmallFiles.box("free", Array("<?PHP ".utf8))),
    ])
    func refusesTwoTypesInOneFile(_ file: BadFile) { file.expectRefusal() }

    private static let zip: [UInt8] = {
        var zip = ZipBuilder()
        zip.add("a.txt")
        return zip.bytes
    }()

    @Test(arguments: [
        BadFile("trailing byte", "media-malformed", named: "a.mp4", SmallFiles.mp4 + [0]),
        BadFile("no moov", "media-malformed", named: "a.mp4", Array(SmallFiles.mp4.prefix(24))),
        BadFile(
            "huge box", "media-malformed", named: "a.mp4",
            SmallFiles.mp4 + [0, 0, 0, 1, 0x66, 0x72, 0x65, 0x65] + Array(repeating: 0x7F, count: 8)
        ),
        BadFile("trailing", "media-malformed", named: "a.webm", SmallFiles.webm + [1, 2]),
        BadFile("no sound", "media-malformed", named: "a.mp3", Array("ID3\u{4}\0\0\0\0\0\0".utf8)),
        BadFile("trailing", "media-malformed", named: "a.woff2", SmallFiles.woff2 + [0]),
    ])
    func refusesBrokenMedia(_ file: BadFile) { file.expectRefusal() }

    @Test func refusesTheTestForVirusScanners() {
        for bytes in [SmallFiles.eicar, [0xEF, 0xBB, 0xBF, 0x0A] + SmallFiles.eicar] {
            BadFile("EICAR", "eicar", named: "a.txt", bytes).expectRefusal()
        }
        BadFile(zip: "EICAR", "eicar") { $0.add("a.txt", SmallFiles.eicar, deflated: true) }
            .expectRefusal()
    }

    @Test func keepsToTheSitesOwnLimits() {
        let strict = FilePolicy(allowed: [.pdf])
        BadFile("PNG", "type-not-allowed", named: "a.png", SmallFiles.png).expectRefusal(by: strict)
        var small = FilePolicy.Limits()
        small.fileBytes = 10
        let bad = BadFile("size", "file-size", named: "a.txt", Array(repeating: 0x61, count: 11))
        bad.expectRefusal(by: FilePolicy(limits: small))
    }

    @Test func saysWhatTheBytesAreInBothLanguages() throws {
        let found = FilePolicy().examine(name: "a.png", SmallFiles.jpeg)
        let message = try #require(found.refusals.first?.message)
        #expect(message.en.contains("a JPEG picture") && message.en.contains("'.jpg'"))
        #expect(message.ja.contains("JPEG 画像") && message.ja.contains("「.jpg」"))
    }

    @Test func tellsWhereAFilmWasTaken() {
        let place = SmallFiles.box("udta", [0xA9] + Array("xyz+35.6+139.7/".utf8))
        let film =
            SmallFiles.box("ftyp", Array("mp42\0\0\0\0".utf8)) + SmallFiles.box("moov", place)
        let found = FilePolicy().examine(name: "a.mp4", film)
        #expect(found.disclosures == [Disclosure(.position, value: nil, isRemovable: false)])
        #expect(found.refusals.isEmpty)
    }
}
