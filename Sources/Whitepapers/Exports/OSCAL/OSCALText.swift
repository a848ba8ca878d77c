/// Texts in the forms that OSCAL's data types allow.
///
/// - Source: NIST, Metaschema, "Data Types" (string, token, markup-line, markup-multiline).
enum OSCALText {
    /// One line without spaces around it, for a `string`; nil where nothing is left.
    static func line(_ text: String) -> String? {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if !isBlank(scalar) {
                scalars.append(scalar)
            } else if let last = scalars.last, last != " " {
                scalars.append(" ")
            }
        }
        if scalars.last == " " { scalars.removeLast() }
        return scalars.isEmpty ? nil : String(scalars)
    }

    /// Plain text as one line of Markdown, for a `markup-line`; nil where nothing is left.
    static func title(_ text: String) -> String? {
        line(text).map { line in
            var scalars = String.UnicodeScalarView()
            for scalar in line.unicodeScalars {
                if "\\*_`[]<~^".unicodeScalars.contains(scalar) { scalars.append("\\") }
                scalars.append(scalar)
            }
            return String(scalars)
        }
    }

    /// Markdown for a `markup-multiline`: line feeds only, and no other control characters, which
    /// OSCAL's XML form cannot have; nil where it shows nothing.
    static func paragraphs(_ markdown: String) -> String? {
        var scalars = String.UnicodeScalarView()
        for scalar in markdown.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar.value {
            case 0x0D: scalars.append("\n")
            case 0x09, 0x0A: scalars.append(scalar)
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: continue
            default: scalars.append(scalar)
            }
        }
        return scalars.allSatisfy(isBlank) ? nil : String(scalars)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
            || [0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
    }
}
