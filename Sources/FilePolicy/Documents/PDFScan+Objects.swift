/// What can be judged only when all objects of a PDF document have been seen. An object may be
/// defined more than once; each of its definitions counts.
struct PDFReferences {
    /// Objects that something opens by itself.
    var opened: Set<Int> = []
    /// Objects that are the address of a link.
    var links: Set<Int> = []
    /// Objects that hold an author's name.
    var authors: Set<Int> = []
    /// Objects that are a place in the document, or lead to one.
    var destinations: Set<Int> = []
    /// All other objects.
    var others: Set<Int> = []
    /// The first bytes of objects that are strings.
    var strings: [Int: [[UInt8]]] = [:]

    /// Judges them.
    func finish(_ found: inout Examination) {
        for number in opened where !destinations.contains(number) || others.contains(number) {
            found.refuse(.pdfOpenAction)
        }
        for number in links
        where !(strings[number].map { $0.allSatisfy(isPublicLink) } ?? false) {
            found.refuse(.pdfLink)
        }
        for number in authors.sorted() {
            for text in strings[number] ?? [] where PDFText.decode(text).disclosed != nil {
                found.disclose(.author, PDFText.decode(text), isRemovable: false)
            }
        }
    }
}

extension PDFScan {
    /// Annotations with which people comment on a document.
    ///
    /// - Source: ISO 32000-1, table 169, those that are markup.
    private static let remarks: Set<String> = [
        "Text", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight",
        "Underline", "Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "Redact",
    ]

    private static let typeKeys: Set<String> = ["S", "Type", "Subtype", "Subtype2"]

    /// Checks an object.
    mutating func check(_ value: PDFValue, number: Int?) {
        if let number { note(value, number: number) }
        if let name = value.name,
            let rule = PolicyRule.pdfNames[name] ?? PolicyRule.pdfTypes[name]
        {
            found.refuse(rule)
        }
        if case .dictionary(let dictionary) = value { checkAuthors(dictionary) }
        check(value)
    }

    private mutating func note(_ value: PDFValue, number: Int) {
        switch value {
        case .string(let text):
            if pending.strings.count < 100_000 {
                let visible = text.drop { $0 <= 0x20 }
                pending.strings[number, default: []].append(Array(visible.prefix(160)))
            }
            pending.destinations.insert(number)
        case .array, .name, .null, .number: pending.destinations.insert(number)
        case .dictionary(let dictionary) where isGoTo(dictionary):
            pending.destinations.insert(number)
        case .dictionary, .reference: pending.others.insert(number)
        }
    }

    private mutating func checkAuthors(_ dictionary: PDFDictionary) {
        for entry in dictionary.entries where entry.key == "Author" {
            if case .string(let text) = entry.value, PDFText.decode(text).disclosed != nil {
                found.disclose(.author, PDFText.decode(text), isRemovable: false)
            }
            if case .reference(let number) = entry.value { pending.authors.insert(number) }
        }
    }

    /// Goes down at most as deep as the parser does.
    private mutating func check(_ value: PDFValue) {
        switch value {
        case .array(let values): for value in values { check(value) }
        case .dictionary(let dictionary):
            checkTypes(dictionary)
            for entry in dictionary.entries {
                checkEntry(entry.key, entry.value)
                check(entry.value)
            }
        default: break
        }
    }

    private mutating func checkTypes(_ dictionary: PDFDictionary) {
        for name in dictionary.names {
            if let rule = PolicyRule.pdfNames[name] { found.refuse(rule) }
        }
        var subtype: String?
        for entry in dictionary.entries where Self.typeKeys.contains(entry.key) {
            guard let name = entry.value.name else { continue }
            if let rule = PolicyRule.pdfTypes[name] { found.refuse(rule) }
            if entry.key == "Subtype" { subtype = name }
        }
        checkFiles(dictionary)
        if let subtype, Self.remarks.contains(subtype), case .string(let author)? = dictionary["T"],
            PDFText.decode(author).disclosed != nil
        {
            found.disclose(.remarks, PDFText.decode(author), isRemovable: false)
        }
    }

    /// Looks for files within the document, and for other files that it shows or opens.
    ///
    /// - Source: ISO 32000-1, 7.11.4 and 8.10.4.2.
    private mutating func checkFiles(_ dictionary: PDFDictionary) {
        for entry in dictionary.entries where entry.key == "EF" {
            if case .null = entry.value { continue }
            found.refuse(.pdfAttachment)
        }
        guard let file = dictionary["F"], file.integer == nil else { return }
        // A page of another document, drawn as a picture, is told by its number or its label.
        if dictionary["S"]?.name == "Thread" || dictionary["Page"] != nil {
            found.refuse(.pdfRemoteFile)
        }
    }

    private mutating func checkEntry(_ key: String, _ value: PDFValue) {
        switch (key, value) {
        case ("OpenAction", _): checkOpened(value)
        case ("AA", .dictionary(let events)):
            for event in events.entries { checkOpened(event.value) }
        case ("AA", .null): break
        case ("AA", _): found.refuse(.pdfOpenAction)
        case ("URI", .string(let address)), ("Base", .string(let address)):
            if !isPublicLink(address) { found.refuse(.pdfLink) }
        case ("URI", .reference(let number)): pending.links.insert(number)
        case ("URI", .array(let addresses)):
            for address in addresses { checkEntry(key, address) }
        case ("URI", .name(let address)):
            if !isPublicLink(Array(address.utf8)) { found.refuse(.pdfLink) }
        case ("URI", .dictionary(let catalog)):
            if case .reference(let number)? = catalog["Base"] { pending.links.insert(number) }
        case ("Ref", .dictionary(let target)):
            if target["F"] != nil { found.refuse(.pdfRemoteFile) }
        default: break
        }
    }

    private mutating func checkOpened(_ value: PDFValue) {
        switch value {
        case .array, .name, .string, .null, .number: break
        case .reference(let number): pending.opened.insert(number)
        case .dictionary(let dictionary):
            if !isGoTo(dictionary) { found.refuse(.pdfOpenAction) }
        }
    }

    /// Whether it is an action that turns to a page, and nothing after that.
    private func isGoTo(_ dictionary: PDFDictionary) -> Bool {
        dictionary["S"]?.name == "GoTo" && !dictionary.isAmbiguous("S")
            && dictionary["Next"] == nil
    }
}
