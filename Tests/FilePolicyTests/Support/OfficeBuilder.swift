import TestSupport

/// Small office files that programs open, part by part.
struct OfficeBuilder {
    /// The parts in the order of the file.
    var parts: [(name: String, text: String)]
    private var types: [(part: String, type: String)]
    private var isOpenXML: Bool

    private static let schemas = "http://schemas.openxmlformats.org"
    static let relationshipTypes = schemas + "/officeDocument/2006/relationships/"

    /// A document, workbook or presentation of ISO/IEC 29500 with this main part.
    ///
    /// - Parameter main: The content type of the main part, shortened to what follows
    ///   `application/vnd.`.
    init(_ part: String, main: String, _ text: String) {
        parts = [
            (
                "_rels/.rels",
                Self.relationships([("officeDocument", part, false)])
            ),
            (part, text),
        ]
        types = [(part, "application/vnd." + main)]
        isOpenXML = true
    }

    /// A file of ISO/IEC 26300.
    init(openDocument kind: String, content: String) {
        let stem = "application/vnd.oasis.opendocument."
        parts = [("mimetype", stem + kind), ("content.xml", content)]
        types = []
        isOpenXML = false
        add("META-INF/manifest.xml", Self.manifest(stem + kind))
    }

    /// A Word document whose body has these paragraphs.
    static func word(_ body: String = "<w:p><w:r><w:t>本文</w:t></w:r></w:p>") -> OfficeBuilder {
        let space = schemas + "/wordprocessingml/2006/main"
        return OfficeBuilder(
            "word/document.xml",
            main: "openxmlformats-officedocument.wordprocessingml.document.main+xml",
            #"<w:document xmlns:w="\#(space)"><w:body>\#(body)</w:body></w:document>"#)
    }

    /// An Excel workbook with one sheet of these rows.
    static func excel(
        _ rows: String = "", sheet: String = #"name="表" sheetId="1""#
    ) -> OfficeBuilder {
        let space = schemas + "/spreadsheetml/2006/main"
        let stem = "openxmlformats-officedocument.spreadsheetml."
        var book = OfficeBuilder(
            "xl/workbook.xml", main: stem + "sheet.main+xml",
            #"<workbook xmlns="\#(space)"><sheets><sheet \#(sheet)/></sheets></workbook>"#)
        book.add(
            "xl/worksheets/sheet1.xml", type: "application/vnd." + stem + "worksheet+xml",
            #"<worksheet xmlns="\#(space)"><sheetData>\#(rows)</sheetData></worksheet>"#)
        return book
    }

    /// A presentation without slides.
    static func powerPoint() -> OfficeBuilder {
        let space = schemas + "/presentationml/2006/main"
        return OfficeBuilder(
            "ppt/presentation.xml",
            main: "openxmlformats-officedocument.presentationml.presentation.main+xml",
            #"<p:presentation xmlns:p="\#(space)"/>"#)
    }

    /// An OpenDocument text with these paragraphs.
    static func openDocument(
        _ kind: String = "text", _ body: String = "<text:p>本文</text:p>"
    ) -> OfficeBuilder {
        let stem = "urn:oasis:names:tc:opendocument:xmlns:"
        let spaces = ["office", "text", "table", "draw", "script", "meta", "presentation"]
            .map { "xmlns:\($0)=\"\(stem)\($0):1.0\"" }.joined(separator: " ")
        return OfficeBuilder(
            openDocument: kind,
            content: """
                <office:document-content \(spaces) xmlns:xlink="http://www.w3.org/1999/xlink" \
                xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body>\(body)</office:body>\
                </office:document-content>
                """)
    }

    /// Adds a part, with its content type where it has one of its own.
    mutating func add(_ name: String, type: String? = nil, _ text: String) {
        parts.append((name, text))
        if let type { types.append((name, type)) }
    }

    /// Adds what one part refers to: the last word of each type, the target, and whether that is
    /// outside.
    mutating func relate(
        _ kind: String, to target: String, isExternal: Bool = true,
        of part: String = "word/_rels/document.xml.rels"
    ) {
        add(part, Self.relationships([(kind, target, isExternal)]))
    }

    private static func relationships(_ all: [(String, String, Bool)]) -> String {
        let items = all.enumerated().map { index, item in
            #"<Relationship Id="r\#(index)" Type="\#(relationshipTypes)\#(item.0)" Target="\#(item.1)""#
                + (item.2 ? #" TargetMode="External"/>"# : "/>")
        }
        return #"<Relationships xmlns="\#(schemas)/package/2006/relationships">"#
            + items.joined() + "</Relationships>"
    }

    private static func manifest(_ type: String) -> String {
        let space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        return #"<m:manifest xmlns:m="\#(space)"><m:file-entry m:full-path="/" "#
            + #"m:media-type="\#(type)"/></m:manifest>"#
    }

    /// The file.
    var bytes: [UInt8] { archive.bytes }

    /// The file, to which a test may add what is no text.
    var archive: ZipBuilder {
        var zip = ZipBuilder()
        if isOpenXML { zip.add("[Content_Types].xml", Array(contentTypes.utf8), deflated: true) }
        for part in parts {
            zip.add(part.name, Array(part.text.utf8), deflated: part.name != "mimetype")
        }
        return zip
    }

    /// What `[Content_Types].xml` says.
    var contentTypes: String {
        let overrides = types.map {
            #"<Override PartName="/\#($0.part)" ContentType="\#($0.type)"/>"#
        }
        return #"<Types xmlns="\#(Self.schemas)/package/2006/content-types">"#
            + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package."#
            + #"relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>"#
            + overrides.joined() + "</Types>"
    }
}

extension OfficeBuilder {
    /// A Word document that says it may hold macros.
    static var withMacros: OfficeBuilder {
        OfficeBuilder(
            "word/document.xml", main: "ms-word.document.macroEnabled.main+xml", "<document/>")
    }
}
