import Core
import TestSupport
import Testing

@testable import FilePolicy

@Suite struct OfficeOpenXMLTests {
    @Test func allowsPlainDocuments() {
        expectClean("a.docx", OfficeBuilder.word().bytes, .docx)
        expectClean(
            "a.xlsx", OfficeBuilder.excel("<row><c><f>A1&amp;\"|\"</f></c></row>").bytes, .xlsx)
        expectClean("a.pptx", OfficeBuilder.powerPoint().bytes, .pptx)
        var linked = OfficeBuilder.word(field(" HYPERLINK \"https://example.jp/\" \\o \"x\" "))
        linked.relate("hyperlink", to: "MAILTO:a@example.jp")
        linked.add("docMetadata/LabelInfo.xml", "<labelList/>")
        expectClean("a.docx", linked.bytes, .docx)
        expectClean("a.docx", OfficeBuilder.word(field(" HYPERLINK \\l \"x\" ")).bytes, .docx)
        expectClean("a.docx", OfficeBuilder.word(field("PAGE \\* MERGEFORMAT")).bytes, .docx)
    }

    @Test func allowsAWorkbookBehindAChart() {
        var slides = OfficeBuilder.powerPoint()
        slides.relate(
            "package", to: "../a.xlsx", isExternal: false, of: "ppt/charts/_rels/chart1.xml.rels")
        var zip = slides.archive
        zip.add("ppt/embeddings/a.xlsx", OfficeBuilder.excel().bytes)
        expectClean("a.pptx", zip.bytes, .pptx)
    }

    @Test(arguments: parts + relationships + fields)
    func refusesTheDocument(_ file: BadFile) { file.expectRefusal() }

    private static let parts = [
        BadFile("macros", "office-macros", named: "a.docx", OfficeBuilder.withMacros.bytes),
        BadFile("macros by name", "office-macros", named: "a.docm", OfficeBuilder.withMacros.bytes),
        word("a macro project", "office-macros") { $0.add("word/vbaProject.bin", "") },
        word("a renamed project", "office-macros") {
            $0.add("word/x.bin", type: "application/vnd.ms-office.vbaProject", "")
        },
        word("a sheet of macros", "office-macros") {
            $0.add("xl/x.xml", type: "application/vnd.ms-excel.macrosheet+xml", "<a/>")
        },
        word("ActiveX", "office-activex") { $0.add("word/activeX/activeX1.bin", "") },
        word("OLE", "office-embedded") { $0.add("word/embeddings/oleObject1.bin", "") },
        word("a program", "office-embedded") { $0.add("word/media/a.png", "#!/bin/sh") },
        word("a web page", "office-embedded") { $0.add("word/afchunk.dat", "<html>") },
        word("any file", "office-embedded") { $0.add("word/embeddings/a.pdf", "%PDF-1.4") },
        word("old Word", "office-embedded") { builder in
            builder.add("word/a.bin", "x")
        } change: { zip in
            zip.add("word/b.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        },
        word("EICAR", "eicar") { _ in
        } change: {
            $0.add("word/media/a.bin", SmallFiles.eicar)
        },
        word("an archive", "office-embedded") { _ in
        } change: { zip in
            var inner = ZipBuilder()
            inner.add("a.txt")
            zip.add("word/embeddings/a.docx", inner.bytes)
        },
        word("macros within", "office-macros") { _ in
        } change: {
            $0.add("word/embeddings/a.docx", OfficeBuilder.withMacros.bytes)
        },
        word("buttons", "office-custom-ui") { $0.add("customUI/customUI.xml", "<customUI/>") },
        word("broken XML", "office-malformed") { $0.add("word/a.xml", "<a>") },
        word("entities", "office-doctype") {
            $0.add("word/a.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
        },
        word("a path", "zip-path") { $0.add("../a.xml", "<a/>") },
        BadFile("another kind", "type-mismatch", named: "a.xlsx", OfficeBuilder.word().bytes),
        BadFile("a zip as Word", "type-mismatch", named: "a.docx", plainZip),
        BadFile(
            "a template", "other-office", named: "a.docx",
            OfficeBuilder(
                "a.xml", main: "openxmlformats-officedocument.wordprocessingml.template.main+xml",
                "<a/>"
            ).bytes),
        BadFile(
            "no main part", "office-malformed", named: "a.docx",
            {
                var zip = ZipBuilder()
                zip.add("[Content_Types].xml", Array("<Types/>".utf8))
                return zip.bytes
            }()),
    ]

    private static let relationships = [
        word("a template", "office-external") {
            $0.relate("attachedTemplate", to: "https://example.jp/a.dotm")
        },
        word("a picture", "office-external") { $0.relate("image", to: "http://example.jp/a.png") },
        word("an object", "office-external") { $0.relate("oleObject", to: "file:///c:/a.xls") },
        word("a frame", "office-external") { $0.relate("frame", to: "a.html") },
        word("a part", "office-external") { $0.relate("subDocument", to: "a.docx") },
        word("a workbook", "office-external") { $0.relate("externalLinkPath", to: "a.xlsx") },
        word("not said to be outside", "office-external") {
            $0.relate("image", to: "https://example.jp/a", isExternal: false)
        },
        word("a file", "office-link") { $0.relate("hyperlink", to: "file:///c:/a.exe") },
        word("a share", "office-link") { $0.relate("hyperlink", to: #"\\server\share\a"#) },
        word("a script", "office-link") { $0.relate("hyperlink", to: "java&#10;script:alert(1)") },
        word("another scheme", "office-link") { $0.relate("hyperlink", to: "ms-word:ofe|u|a") },
        word("foreign text", "office-embedded") {
            $0.relate("aFChunk", to: "a.txt", isExternal: false)
        },
        word("a control", "office-activex") { $0.relate("control", to: "a", isExternal: false) },
        word("an add-in", "office-add-in") {
            $0.relate("webextensiontaskpanes", to: "a.xml", isExternal: false)
        },
        word("a query", "office-connection") {
            $0.relate("connections", to: "connections.xml", isExternal: false)
        },
    ]

    private static let fields = [
        field("DDE", "office-dde", field(" DDEAUTO c:\\\\windows\\\\cmd.exe ")),
        field("DDE in lower case", "office-dde", field("\n dde cmd x")),
        field(
            "DDE in many runs", "office-dde",
            run("D") + run("DE") + run("AU") + #"<w:r><w:t>x</w:t></w:r>"# + run("TO x"), "begin"),
        field("a simple field", "office-dde", #"<w:fldSimple w:instr=" DDE a b"/>"#),
        field(
            "spelled by numbers", "office-dde",
            mark("begin") + field(" QUOTE 68 68 69 ") + mark("separate") + mark("end")),
        field("never ended", "office-dde", mark("begin") + run(" DDE a b")),
        field("a text", "office-external", field(" INCLUDETEXT \"http://example.jp/\" ")),
        field("a picture", "office-external", field("INCLUDEPICTURE http://example.jp/a.png")),
        field("a link", "office-link", field(" HYPERLINK \"file:///c:/a.exe\" ")),
        BadFile(
            "a formula", "office-dde", named: "a.xlsx",
            OfficeBuilder.excel("<row><c><f>cmd|'/C calc'!A0</f></c></row>").bytes),
        word("a link of Excel", "office-dde") {
            $0.add("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink/></externalLink>")
        },
        word("a query of Excel", "office-connection") {
            $0.add("customXml/item1.xml", "<DataMashup/>")
        },
        word("a click", "office-action") {
            $0.add("ppt/slides/slide1.xml", "<s><hlinkClick action='ppaction://program'/></s>")
        },
    ]

    @Test func cannotLookBehindAPassword() {
        let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] }
        let bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + name
        let found = FilePolicy().examine(name: "a.docx", bytes)
        #expect(found.unscannable != nil)
        #expect(found.refusals.isEmpty)
    }

    @Test func tellsWhoMadeTheDocument() {
        var word = OfficeBuilder.word(
            #"<w:p><w:ins w:author="田中"><w:r/></w:ins><w:del w:author="田中"/></w:p>"#)
        word.add(
            "docProps/core.xml",
            #"<c:p xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#
                + #"xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>山田 &amp; 太郎</dc:creator>"#
                + "<c:lastModifiedBy>鈴木</c:lastModifiedBy></c:p>")
        word.add(
            "docProps/app.xml",
            #"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/"#
                + #"extended-properties"><Company>株式会社例</Company><Manager/></Properties>"#)
        let found = FilePolicy().examine(name: "a.docx", word.bytes)
        #expect(found.refusals.isEmpty)
        #expect(
            found.disclosures == [
                Disclosure(.remarks, value: "田中", isRemovable: false),
                Disclosure(.author, value: "山田 & 太郎", isRemovable: false),
                Disclosure(.author, value: "鈴木", isRemovable: false),
                Disclosure(.author, value: "株式会社例", isRemovable: false),
            ])
        let hidden = OfficeBuilder.excel(sheet: #"name="原価" state="hidden""#)
        let told = FilePolicy().examine(name: "a.xlsx", hidden.bytes).disclosures
        #expect(told == [Disclosure(.remarks, value: "原価", isRemovable: false)])
    }

    @Test func tellsHowTheDocumentIsClassified() {
        let id = "8f2b1c3d-0000-4000-8000-000000000001"
        var word = OfficeBuilder.word()
        word.add(
            "docMetadata/LabelInfo.xml",
            #"<l:labelList xmlns:l="http://schemas.microsoft.com/office/2020/mipLabelMetadata">"#
                + #"<l:label id="{\#(id.uppercased())}" enabled="1" method="Standard"/>"#
                + #"<l:label id="{ABC}" removed="0"/><l:label id="{DEF}" removed="1"/></l:labelList>"#
        )
        word.add(
            "docProps/custom.xml",
            #"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/"#
                + #"custom-properties" xmlns:vt="urn:vt"><property name="MSIP_Label_\#(id)_Name">"#
                + #"<vt:lpwstr>社外秘</vt:lpwstr></property><property name="MSIP_Label_\#(id)_Enabled">"#
                + "<vt:lpwstr>true</vt:lpwstr></property></Properties>")
        let found = FilePolicy().examine(name: "a.docx", word.bytes)
        #expect(found.classifications == ["社外秘", "abc"])
    }
}

private let plainZip: [UInt8] = {
    var zip = ZipBuilder()
    zip.add("a.txt")
    return zip.bytes
}()

/// A Word document with something bad in it.
private func word(
    _ reason: String, _ rule: String, _ build: (inout OfficeBuilder) -> Void,
    change: (inout ZipBuilder) -> Void = { _ in }
) -> BadFile {
    var builder = OfficeBuilder.word()
    build(&builder)
    var zip = builder.archive
    change(&zip)
    return BadFile(reason, rule, named: "a.docx", zip.bytes)
}

/// A Word document with a bad field in it.
private func field(
    _ reason: String, _ rule: String, _ runs: String, _ opening: String? = nil
) -> BadFile {
    let body = (opening.map(mark) ?? "") + runs
    return BadFile(reason, rule, named: "a.docx", OfficeBuilder.word(body).bytes)
}

private func field(_ instruction: String) -> String {
    mark("begin") + run(instruction) + mark("separate") + "<w:r><w:t>x</w:t></w:r>" + mark("end")
}

private func mark(_ type: String) -> String { #"<w:r><w:fldChar w:fldCharType="\#(type)"/></w:r>"# }

private func run(_ instruction: String) -> String {
    let escaped = instruction.replacing("\"", with: "&quot;")
    return "<w:r><w:instrText>\(escaped)</w:instrText></w:r>"
}
