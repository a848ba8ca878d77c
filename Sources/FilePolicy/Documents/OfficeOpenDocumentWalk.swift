import Core

/// Reads the XML of an OpenDocument file for what leads out of it, runs, or tells about people.
struct OpenDocumentWalk {
    /// Whether the file's list of members says that a password protects them.
    private(set) var isEncrypted = false
    private var found = Examination()
    private var labels = OfficeLabels()
    private var capture: Purpose?
    private var captured: [UInt8] = []
    /// How many annotations and tracked changes enclose what is read.
    private var remarkDepth = 0

    /// What an element's text is wanted for.
    private enum Purpose {
        case author
        case remarks
        case label(String)
    }

    /// Takes what stands next in one of the members.
    mutating func take(_ event: XMLEvent) {
        switch event {
        case .start(let element): start(element)
        case .text(let text):
            if capture != nil, captured.count < 1 << 16 { captured += text.buffer }
        case .end(let name):
            endCapture()
            if isRemark(name) { remarkDepth -= 1 }
        case .doctype(hasInternalSubset: true, _): found.refuse(.officeDoctype)
        case .doctype, .instruction: break
        }
    }

    /// Hands over what was found, at the document's end.
    func finish(_ all: inout Examination) {
        if isEncrypted { all.giveUpEncryptedOffice() }
        all.merge(found)
        for name in labels.names { all.classify(name) }
    }

    private mutating func start(_ element: XMLElement) {
        endCapture()
        let name = element.name
        if isRemark(name) { remarkDepth += 1 }
        switch (Vocabulary(name.space), name.local) {
        case (.manifest, "encryption-data"): isEncrypted = true
        case (.script, "event-listener"), (.office, "script"), (.presentation, "event-listener"):
            checkListener(element)
        case (.office, "dde-source"), (.text, "dde-connection-decl"), (.table, "dde-link"):
            found.refuse(.officeDDE)
        case (.table, "database-source-sql"), (.table, "database-source-query"),
            (.form, "connection-resource"):
            found.refuse(.officeConnection)
        case (.dublinCore, "creator"): capture = remarkDepth > 0 ? .remarks : .author
        case (.meta, "initial-creator"), (.meta, "printed-by"): capture = .author
        case (.meta, "user-defined"):
            let property = element.value("name")?.text ?? ""
            if OfficeLabels.labelID(ofProperty: property) != nil { capture = .label(property) }
        default: break
        }
        for attribute in element.attributes { check(attribute, of: name) }
    }

    private mutating func check(_ attribute: XMLAttribute, of element: XMLName) {
        let value = attribute.value
        if value.hasPrefix(ignoringCase: "vnd.sun.star.script:")
            || value.hasPrefix(ignoringCase: "macro:")
            || value.hasPrefix(ignoringCase: "vnd.sun.star.expand:")
        {
            return found.refuse(.officeScript)
        }
        if attribute.name.local == "formula" { return OfficeFormula.check(value, &found) }
        guard attribute.name.local == "href", attribute.name.space.hasSuffix("xlink") else {
            return
        }
        if element.local == "a" {
            if !isAllowedLink(value.buffer) {
                found.refuse(once: "office-link", .officeLink(value.text))
            }
        } else if leadsOut(value) {
            found.refuse(once: "office-external", .officeExternal(value.text))
        }
    }

    /// A listener may only turn the pages of a presentation.
    private mutating func checkListener(_ element: XMLElement) {
        let action = element.value("action")
        if action.map({ Self.harmless.contains($0) }) != true { found.refuse(.officeScript) }
    }

    private static let harmless = ByteWords(
        """
        none previous-page next-page first-page last-page show hide stop fade-out sound
        last-visited-page
        """)

    private mutating func endCapture() {
        guard let purpose = capture else { return }
        capture = nil
        captured.withUnsafeBufferPointer { bytes in
            let text = XMLBytes(bytes)
            switch purpose {
            case .label(let property): labels.note(property: property, value: text.text)
            case .author: found.disclose(.author, in: text)
            case .remarks: found.disclose(.remarks, in: text)
            }
        }
        captured.removeAll(keepingCapacity: true)
    }

    private func isRemark(_ name: XMLName) -> Bool {
        name.local == "annotation" || name.local == "changed-region"
            || name.local == "change-info"
    }
}

/// Whether a reference leaves the package: `../` is the folder that holds the file.
private func leadsOut(_ reference: XMLBytes) -> Bool {
    if reference.contains("%"), let decoded = PercentEncoding.decode(reference.text) {
        return Array(decoded.utf8).withUnsafeBufferPointer { leadsOutDecoded(XMLBytes($0)) }
    }
    return leadsOutDecoded(reference)
}

private func leadsOutDecoded(_ target: XMLBytes) -> Bool {
    if target.contains("/../") { return true }
    if target.hasPrefix("/") || target.hasPrefix("../") || target.hasPrefix("\\") { return true }
    guard let colon = target.buffer.firstIndex(of: 0x3A) else { return false }
    let slash = target.buffer.firstIndex { $0 == 0x2F || $0 == 0x23 } ?? target.count
    return colon < slash
}

/// The vocabularies of OpenDocument that are looked at.
private enum Vocabulary {
    case dublinCore
    case form
    case manifest
    case meta
    case office
    case presentation
    case script
    case table
    case text

    /// Reads `urn:oasis:names:tc:opendocument:xmlns:office:1.0`.
    init?(_ space: XMLBytes) {
        if space.hasPrefix("http://purl.org/dc/elements") {
            self = .dublinCore
            return
        }
        guard space.hasPrefix("urn:oasis:names:tc:opendocument:xmlns:") else { return nil }
        let rest = space.dropFirst(38)
        let word = XMLBytes(UnsafeBufferPointer(rebasing: rest.buffer.prefix { $0 != 0x3A }))
        switch word {
        case "form": self = .form
        case "manifest": self = .manifest
        case "meta": self = .meta
        case "office": self = .office
        case "presentation": self = .presentation
        case "script": self = .script
        case "table": self = .table
        case "text": self = .text
        default: return nil
        }
    }
}
