import Core

/// Reads the XML of an OpenDocument file for what leads out of it, runs, or tells about people.
struct OpenDocumentWalk {
    /// Whether the file's list of members says that a password protects them.
    private(set) var isEncrypted = false
    private var found = Examination()
    private var labels = OfficeLabels()
    private var capture: (purpose: Purpose, text: String)?
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
        case .start(let name, let attributes): start(name, attributes)
        case .text(let text):
            if let used = capture?.text.utf8.count, used < 1 << 16 { capture?.text += text }
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
        for rule in found.refusals { all.refuse(rule) }
        for told in found.disclosures {
            all.disclose(told.kind, told.value, isRemovable: told.isRemovable)
        }
        for name in labels.names { all.classify(name) }
    }

    private mutating func start(_ name: XMLName, _ attributes: [(name: XMLName, value: String)]) {
        endCapture()
        if isRemark(name) { remarkDepth += 1 }
        switch (name.space.namespaceWord, name.local) {
        case ("manifest", "encryption-data"): isEncrypted = true
        case ("script", "event-listener"), ("office", "script"), ("presentation", "event-listener"):
            checkListener(attributes)
        case ("office", "dde-source"), ("text", "dde-connection-decl"), ("table", "dde-link"):
            found.refuse(.officeDDE)
        case ("table", "database-source-sql"), ("table", "database-source-query"),
            ("form", "connection-resource"):
            found.refuse(.officeConnection)
        case ("dc", "creator"): capture = (remarkDepth > 0 ? .remarks : .author, "")
        case ("meta", "initial-creator"), ("meta", "printed-by"): capture = (.author, "")
        case ("meta", "user-defined"):
            let property = attributes.first { $0.name.local == "name" }?.value ?? ""
            if OfficeLabels.labelID(ofProperty: property) != nil {
                capture = (.label(property), "")
            }
        default: break
        }
        for attribute in attributes { check(attribute, of: name) }
    }

    private mutating func check(_ attribute: (name: XMLName, value: String), of element: XMLName) {
        let value = attribute.value.lowercased()
        if ["vnd.sun.star.script:", "macro:", "vnd.sun.star.expand:"].contains(
            where: value.hasPrefix)
        {
            return found.refuse(.officeScript)
        }
        guard attribute.name.local == "href", attribute.name.space.hasSuffix("xlink") else {
            return
        }
        if element.local == "a" {
            if !isAllowedLink(attribute.value) { found.refuse(.officeLink(attribute.value)) }
        } else if leadsOut(value) {
            found.refuse(.officeExternal(attribute.value))
        }
    }

    /// A listener may only turn the pages of a presentation.
    private mutating func checkListener(_ attributes: [(name: XMLName, value: String)]) {
        let harmless = [
            "none", "previous-page", "next-page", "first-page", "last-page", "show", "hide",
            "stop", "fade-out", "sound", "last-visited-page",
        ]
        let action = attributes.first { $0.name.local == "action" }?.value
        if action.map(harmless.contains) != true { found.refuse(.officeScript) }
    }

    private mutating func endCapture() {
        guard let (purpose, text) = capture else { return }
        capture = nil
        switch purpose {
        case .label(let property): labels.note(property: property, value: text)
        case .author where text.disclosed != nil:
            found.disclose(.author, text, isRemovable: false)
        case .remarks where text.disclosed != nil:
            found.disclose(.remarks, text, isRemovable: false)
        case .author, .remarks: break
        }
    }

    private func isRemark(_ name: XMLName) -> Bool {
        name.local == "annotation" || name.local == "changed-region"
            || name.local == "change-info"
    }
}

/// Whether a reference leaves the package: `../` is the folder that holds the file.
private func leadsOut(_ reference: String) -> Bool {
    let target = PercentEncoding.decode(reference) ?? reference
    if target.contains("/../") { return true }
    if target.hasPrefix("/") || target.hasPrefix("../") || target.hasPrefix("\\") { return true }
    guard let colon = target.firstIndex(of: ":") else { return false }
    let slash = target.firstIndex { $0 == "/" || $0 == "#" } ?? target.endIndex
    return colon < slash
}

extension String {
    /// The word by which OpenDocument's own prefixes call a namespace.
    fileprivate var namespaceWord: String {
        if hasPrefix("http://purl.org/dc/elements") { return "dc" }
        let parts = split(separator: ":")
        guard hasPrefix("urn:oasis:names:tc:opendocument:xmlns:"), parts.count > 6 else {
            return ""
        }
        return String(parts[6])
    }
}
