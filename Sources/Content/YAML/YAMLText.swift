/// A text as it can stand for a value in YAML, also between braces: quoted only where it must be.
///
/// - Source: YAML 1.2.2, sections 7.3.1 and 7.3.3.
package func yamlText(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "/", ".", "_", "-", "~", "+", "(", ")", "=", "$":
            true
        case "#", "%", "?", "@", "!", "&", "*": true
        default:
            scalar.value >= 0xA0 && scalar != "\u{2028}" && scalar != "\u{2029}"
                && scalar != "\u{FEFF}"
        }
    }
    if plain, let first = text.unicodeScalars.first, first == "/" || first.properties.isAlphabetic,
        !["true", "false", "null"].contains(text)
    {
        return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
        if scalar == "\"" || scalar == "\\" { quoted += "\\" }
        quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
}
