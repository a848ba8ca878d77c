extension String {
    /// The text as a disclosure shows it: at most 80 characters on one line, none invisible; nil
    /// where nothing of it can be seen.
    var disclosed: String? {
        var scalars = UnicodeScalarView()
        for scalar in unicodeScalars.prefix(4096) {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                if scalars.last != " ", !scalars.isEmpty { scalars.append(" ") }
            } else if !scalar.isUnseen {
                scalars.append(scalar)
            }
        }
        if scalars.last == " " { scalars.removeLast() }
        let text = String(String(scalars).prefix(80))
        return text.isEmpty ? nil : text
    }
}

extension Unicode.Scalar {
    fileprivate var isUnseen: Bool {
        if properties.isDefaultIgnorableCodePoint { return true }
        return switch properties.generalCategory {
        case .format, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}

extension Examination {
    /// Notes what a file tells about people, each thing once and at most 20 in all.
    mutating func disclose(_ kind: Disclosure.Kind, _ text: String?, isRemovable: Bool) {
        let found = Disclosure(kind, value: text?.disclosed, isRemovable: isRemovable)
        if disclosures.count < 20, !disclosures.contains(found) { disclosures.append(found) }
    }
}
