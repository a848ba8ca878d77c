/// A value that an object of a PDF file holds.
///
/// - Source: ISO 32000-1, 7.3.
enum PDFValue {
    /// Also anything that is no value, such as an unknown word.
    case null
    /// Nil for what is no whole number.
    case number(Int?)
    /// Without its `/`, `#xx` resolved.
    case name(String)
    case string([UInt8])
    case array([PDFValue])
    case dictionary(PDFDictionary)
    /// `12 0 R`, by the object's number.
    case reference(Int)

    /// The whole number that it is.
    var integer: Int? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The name that it is.
    var name: String? {
        if case .name(let name) = self { name } else { nil }
    }
}

/// `<< /Key value … >>`, in the order of the file.
struct PDFDictionary {
    /// Keys can come twice, and programs differ in which one they take: all are kept.
    private(set) var entries: [PDFEntry] = []
    /// Names that stand anywhere in it, as keys or as values; not those of arrays in it.
    private(set) var names: [String] = []

    /// Pairs keys with values; whatever stands where a key should is passed over.
    init(_ items: ArraySlice<PDFValue>) {
        var index = items.startIndex
        while index < items.endIndex {
            guard let key = items[index].name else {
                index += 1
                continue
            }
            names.append(key)
            guard index + 1 < items.endIndex else { break }
            let value = items[index + 1]
            if let name = value.name { names.append(name) }
            entries.append(PDFEntry(key: key, value: value))
            index += 2
        }
    }

    /// The last value of a key.
    subscript(key: String) -> PDFValue? {
        entries.last { $0.key == key }?.value
    }

    /// Whether a key comes twice.
    func isAmbiguous(_ key: String) -> Bool {
        entries.count { $0.key == key } > 1
    }
}

/// One key of a dictionary and its value.
struct PDFEntry {
    let key: String
    let value: PDFValue
}
