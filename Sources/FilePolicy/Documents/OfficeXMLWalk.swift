/// Reads one XML part of an office file for what leads out of it, runs, or tells about people.
struct OfficeXMLWalk {
    /// The labels of all parts so far.
    var labels: OfficeLabels
    private var found = Examination()
    private var fields = OfficeFields()
    private var capture: Purpose?
    /// The text of the element that is captured; kept, so that none allocates.
    private var captured: [UInt8] = []
    private var property: String?
    private var isNotes = false
    private var isRoot = true
    private var isInSlideField = false

    /// What an element's text is wanted for.
    private enum Purpose {
        case author
        case remarks
        case notes
        case formula
        case label
        case instruction
    }

    init(labels: OfficeLabels) {
        self.labels = labels
    }

    /// Takes what stands next in the part.
    mutating func take(_ event: XMLEvent) {
        switch event {
        case .start(let element): start(element)
        case .text(let text):
            if capture != nil, captured.count < 1 << 16 { captured += text.buffer }
        case .end(let name):
            if name.local == "fld" { isInSlideField = false }
            if name.local == "property" { property = nil }
            endCapture()
        case .doctype: found.refuse(.officeDoctype)
        case .instruction: break
        }
    }

    /// Hands over what was found, at the part's end.
    mutating func finish(_ all: inout Examination) {
        fields.finish()
        for rule in fields.rules { all.refuse(rule) }
        all.merge(found)
    }

    private mutating func start(_ element: XMLElement) {
        endCapture()
        let name = element.name
        if isRoot { isNotes = name.local == "notes" && name.space.contains("presentationml") }
        isRoot = false
        switch name.local {
        case "Relationship": OfficeRelationship(element)?.check(&found)
        case "instrText", "delInstrText": capture = .instruction
        case "fldChar": fields.take(character: element.value("fldCharType"))
        case "fldSimple": fields.take(simple: element.value("instr"))
        case "f", "formula", "formula1", "formula2", "definedName": capture = .formula
        case "ddeLink": found.refuse(.officeDDE)
        case "DataMashup": found.refuse(.officeConnection)
        case "hlinkClick", "hlinkHover", "hlinkMouseOver":
            if let action = element.value("action"), isActive(action) {
                found.refuse(.officeAction)
            }
        case "fld": isInSlideField = true
        case "t" where isNotes && !isInSlideField: capture = .notes
        default: startOfPeople(element)
        }
        for attribute in element.attributes
        where attribute.name.local == "author" && attribute.name.space.contains("wordprocessingml")
        {
            found.disclose(.remarks, in: attribute.value)
        }
    }

    /// Elements that tell who made the file, and how it is classified.
    private mutating func startOfPeople(_ element: XMLElement) {
        let space = element.name.space
        switch element.name.local {
        case "creator" where space.contains("purl.org/dc/elements"): capture = .author
        case "lastModifiedBy": capture = .author
        case "Company", "Manager":
            if space.contains("extended") { capture = .author }
        case "property": property = element.value("name")?.text
        case "lpwstr", "lpstr", "bstr":
            if let property, OfficeLabels.labelID(ofProperty: property) != nil { capture = .label }
        case "label" where space.contains("mipLabelMetadata"):
            let removed = element.value("removed")
            if let id = element.value("id"), removed.map({ $0 == "1" || $0 == "true" }) != true {
                labels.note(id: id.text, name: element.value("name")?.text)
            }
        case "author" where space.contains("spreadsheetml"): capture = .remarks
        case "author" where space.contains("powerpoint"):
            disclose(.remarks, element.value("name"))
        case "cmAuthor": disclose(.remarks, element.value("name"))
        case "person": disclose(.author, element.value("displayName") ?? element.value("author"))
        case "sheet":
            if let state = element.value("state"), state == "hidden" || state == "veryHidden" {
                disclose(.remarks, element.value("name"))
            }
        default: break
        }
    }

    private mutating func endCapture() {
        guard let purpose = capture else { return }
        capture = nil
        captured.withUnsafeBufferPointer { settle(purpose, XMLBytes($0)) }
        captured.removeAll(keepingCapacity: true)
    }

    private mutating func settle(_ purpose: Purpose, _ text: XMLBytes) {
        switch purpose {
        case .author: disclose(.author, text)
        case .remarks: disclose(.remarks, text)
        case .notes:
            let isBlank = text.text.allSatisfy(\.isWhitespace)
            if !isBlank { found.disclose(.remarks, nil, isRemovable: false) }
        case .formula: OfficeFormula.check(text, &found)
        case .label: labels.note(property: property ?? "", value: text.text)
        case .instruction: fields.take(instruction: text)
        }
    }

    private mutating func disclose(_ kind: Disclosure.Kind, _ value: XMLBytes?) {
        if let value { found.disclose(kind, in: value) }
    }
}

/// Whether a click in a presentation starts a program (ISO/IEC 29500-1, section 21.1.2.3.5).
private func isActive(_ action: XMLBytes) -> Bool {
    action.hasPrefix(ignoringCase: "ppaction://program")
        || action.hasPrefix(ignoringCase: "ppaction://macro")
        || action.hasPrefix(ignoringCase: "ppaction://ole")
}
