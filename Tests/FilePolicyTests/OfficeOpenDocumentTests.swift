import Core
import TestSupport
import Testing

@testable import FilePolicy

@Suite struct OfficeOpenDocumentTests {
    @Test func allowsPlainDocuments() {
        let link = #"<text:p><text:a xlink:href="https://example.jp/">a</text:a></text:p>"#
        let turning =
            #"<draw:g><presentation:event-listener presentation:action="next-page"/></draw:g>"#
        let picture = #"<draw:image xlink:href="Pictures/a.png"/>"#
        expectClean("a.odt", OfficeBuilder.openDocument("text", link).bytes, .odt)
        expectClean("a.ods", OfficeBuilder.openDocument("spreadsheet").bytes, .ods)
        expectClean("a.odp", OfficeBuilder.openDocument("presentation", turning).bytes, .odp)
        var zip = OfficeBuilder.openDocument("text", picture).archive
        zip.add("Pictures/a.png", SmallFiles.png)
        zip.add("Configurations2/menubar/", [])
        zip.add("Configurations2/accelerator/current.xml", [])
        expectClean("a.odt", zip.bytes, .odt)
    }

    @Test(arguments: [
        text("Basic", "office-macros") { $0.add("Basic/Standard/Module1.xml", "<a/>") },
        text("Python", "office-macros") { $0.add("Scripts/python/a.py", "import os") },
        text("an event", "office-macros", body: #"<script:event-listener xlink:href="x"/>"#),
        text(
            "a button", "office-macros",
            body: #"<draw:a xlink:href="vnd.sun.star.script:a?language=Basic"/>"#),
        text(
            "a click", "office-macros",
            body: #"<presentation:event-listener presentation:action="execute"/>"#),
        text("a picture", "office-external", body: image("https://example.jp/a.png")),
        text("a picture beside the file", "office-external", body: image("../a.png")),
        text("a path that turns back", "office-external", body: image("a/%2E./../a.png")),
        text("a picture on the disk", "office-external", body: image("/etc/passwd")),
        text(
            "a section", "office-external",
            body: #"<text:section-source xlink:href="file:///a.odt"/>"#),
        text("a template", "office-external", body: #"<meta:template xlink:href="../a.ott"/>"#),
        text("a file", "office-link", body: #"<text:a xlink:href="file:///a.exe"/>"#),
        text("a script", "office-link", body: #"<draw:a xlink:href=" javascript:alert(1)"/>"#),
        text("DDE", "office-dde", body: #"<office:dde-source office:dde-topic="x"/>"#),
        text("OLE", "office-embedded") { _ in
        } change: {
            $0.add("Object 1", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        },
        text("entities", "office-doctype") {
            $0.add("styles.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
        },
        text("broken XML", "office-malformed") { $0.add("styles.xml", "<a") },
        BadFile(
            "another kind", "type-mismatch", named: "a.ods", OfficeBuilder.openDocument().bytes),
        BadFile(
            "a formula", "other-office", named: "a.odt",
            OfficeBuilder.openDocument("formula").bytes),
    ])
    func refusesTheDocument(_ file: BadFile) { file.expectRefusal() }

    @Test func cannotLookBehindAPassword() {
        let space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        let mimetype = Array("application/vnd.oasis.opendocument.text".utf8)
        var zip = ZipBuilder()
        zip.add("mimetype", mimetype)
        zip.add("content.xml", [1, 2, 3])
        zip.add(
            "META-INF/manifest.xml",
            Array(#"<m:manifest xmlns:m="\#(space)"><m:encryption-data/></m:manifest>"#.utf8))
        let found = FilePolicy().examine(name: "a.odt", zip.bytes)
        #expect(found.unscannable != nil)
        #expect(found.refusals.isEmpty)
    }

    @Test func tellsWhoMadeTheDocumentAndHowItIsClassified() {
        let body = """
            <meta:initial-creator>山田</meta:initial-creator><dc:creator>鈴木</dc:creator>\
            <office:annotation><dc:creator>佐藤</dc:creator></office:annotation>\
            <meta:user-defined meta:name="MSIP_Label_ABC_Name">社外秘</meta:user-defined>
            """
        let found = FilePolicy().examine(
            name: "a.odt", OfficeBuilder.openDocument("text", body).bytes)
        #expect(
            found.disclosures == [
                Disclosure(.author, value: "山田", isRemovable: false),
                Disclosure(.author, value: "鈴木", isRemovable: false),
                Disclosure(.remarks, value: "佐藤", isRemovable: false),
            ])
        #expect(found.classifications == ["社外秘"])
        #expect(found.refusals.isEmpty)
    }

    private static func image(_ target: String) -> String {
        #"<draw:image xlink:href="\#(target)"/>"#
    }
}

/// An OpenDocument text with something bad in it.
private func text(
    _ reason: String, _ rule: String, body: String = "",
    _ build: (inout OfficeBuilder) -> Void = { _ in },
    change: (inout ZipBuilder) -> Void = { _ in }
) -> BadFile {
    var builder = OfficeBuilder.openDocument("text", body)
    build(&builder)
    var zip = builder.archive
    change(&zip)
    return BadFile(reason, rule, named: "a.odt", zip.bytes)
}
