extension String {
    /// The text as a disclosure shows it: at most 80 characters on one line, none invisible; nil
    /// where nothing of it can be seen.
    var disclosed: String? {
        var scalars = UnicodeScalarView()
        for scalar in unicodeScalars.prefix(4096) {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                if scalars.last != " ", !scalars.isEmpty { scalars.append(" ") }
            } else if !scalar.isUnseen {
                if scalar.selectsVariant, scalars.last?.hasVariants != true { continue }
                scalars.append(scalar)
            }
        }
        if scalars.last == " " { scalars.removeLast() }
        let text = String(String(scalars).prefix(80))
        return text.isEmpty ? nil : text
    }
}
