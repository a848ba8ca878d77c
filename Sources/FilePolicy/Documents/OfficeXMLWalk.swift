/// Reads one XML part of an office file for what leads out of it, runs, or tells about people.
struct OfficeXMLWalk {
    /// The labels of all parts so far.
    var labels: OfficeLabels
    private var found = Examination()
    private var fields = OfficeFields()
    private var capture: (purpose: Purpose, text: String)?
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
        case .start(let name, let attributes): start(name, attributes)
        case .text(let text):
            if let used = capture?.text.utf8.count, used < 1 << 16 { capture?.text += text }
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
        for rule in fields.rules + found.refusals { all.refuse(rule) }
        for told in found.disclosures {
            all.disclose(told.kind, told.value, isRemovable: told.isRemovable)
        }
    }

    private mutating func start(_ name: XMLName, _ attributes: [(name: XMLName, value: String)]) {
        endCapture()
        if isRoot { isNotes = name.local == "notes" && name.space.holds("presentationml") }
        isRoot = false
        func value(_ local: String) -> String? {
            attributes.first { $0.name.local == local }?.value
        }
        switch name.local {
        case "Relationship":
            if let rule = OfficeRelationship(attributes)?.rule { found.refuse(rule) }
        case "instrText", "delInstrText": capture = (.instruction, "")
        case "fldChar": fields.take(character: value("fldCharType") ?? "")
        case "fldSimple": fields.take(simple: value("instr") ?? "")
        case "f", "formula", "formula1", "formula2", "definedName": capture = (.formula, "")
        case "ddeLink": found.refuse(.officeDDE)
        case "DataMashup": found.refuse(.officeConnection)
        case "hlinkClick", "hlinkHover", "hlinkMouseOver":
            if let action = value("action"), isActive(action) { found.refuse(.officeAction) }
        case "fld": isInSlideField = true
        case "t" where isNotes && !isInSlideField: capture = (.notes, "")
        default: startOfPeople(name, value)
        }
        for attribute in attributes
        where attribute.name.local == "author" && attribute.name.space.holds("wordprocessingml") {
            disclose(.remarks, attribute.value)
        }
    }

    /// Elements that tell who made the file, and how it is classified.
    private mutating func startOfPeople(_ name: XMLName, _ value: (String) -> String?) {
        switch name.local {
        case "creator" where name.space.holds("purl.org/dc/elements"): capture = (.author, "")
        case "lastModifiedBy": capture = (.author, "")
        case "Company", "Manager":
            if name.space.holds("extended") { capture = (.author, "") }
        case "property": property = value("name")
        case "lpwstr", "lpstr", "bstr":
            if let property, OfficeLabels.labelID(ofProperty: property) != nil {
                capture = (.label, "")
            }
        case "label" where name.space.holds("mipLabelMetadata"):
            let isRemoved = ["1", "true"].contains(value("removed") ?? "")
            if let id = value("id"), !isRemoved { labels.note(id: id, name: value("name")) }
        case "author" where name.space.holds("spreadsheetml"): capture = (.remarks, "")
        case "author" where name.space.holds("powerpoint"): disclose(.remarks, value("name"))
        case "cmAuthor": disclose(.remarks, value("name"))
        case "person": disclose(.author, value("displayName") ?? value("author"))
        case "sheet" where ["hidden", "veryHidden"].contains(value("state") ?? ""):
            disclose(.remarks, value("name"))
        default: break
        }
    }

    private mutating func endCapture() {
        guard let (purpose, text) = capture else { return }
        capture = nil
        switch purpose {
        case .author: disclose(.author, text)
        case .remarks: disclose(.remarks, text)
        case .notes:
            let isBlank = text.allSatisfy(\.isWhitespace)
            if !isBlank { found.disclose(.remarks, nil, isRemovable: false) }
        case .formula: if callsDDE(text) { found.refuse(.officeDDE) }
        case .label: labels.note(property: property ?? "", value: text)
        case .instruction: fields.take(instruction: text)
        }
    }

    private mutating func disclose(_ kind: Disclosure.Kind, _ value: String?) {
        guard !found.isFull, let value, value.disclosed != nil else { return }
        found.disclose(kind, value, isRemovable: false)
    }
}

extension String {
    /// Whether `word` stands somewhere in the name of a namespace; many times as fast as
    /// `contains`, which is asked for each of a million attributes.
    fileprivate func holds(_ word: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        var name = self
        return name.withUTF8 { all in
            guard wanted.count <= all.count else { return false }
            return (0...all.count - wanted.count).contains { start in
                all[start] == wanted[0] && all[start..<start + wanted.count].elementsEqual(wanted)
            }
        }
    }
}

/// Whether a click in a presentation starts a program (ISO/IEC 29500-1, section 21.1.2.3.5).
private func isActive(_ action: String) -> Bool {
    ["ppaction://program", "ppaction://macro", "ppaction://ole"].contains {
        action.lowercased().hasPrefix($0)
    }
}

/// Whether a formula calls another program, as `cmd|'/C calc'!A0` does: outside of quotes, the
/// vertical bar has no other meaning.
private func callsDDE(_ formula: String) -> Bool {
    var quote: UInt8?
    for byte in formula.utf8 {
        if let open = quote {
            if byte == open { quote = nil }
        } else if byte == 0x22 || byte == 0x27 {
            quote = byte
        } else if byte == 0x7C {
            return true
        }
    }
    return false
}
