import Foundation

/// Writes a Swift file that holds a theme's text files as string literals.
///
///     EmbedTheme OUTPUT FOLDER PATH...
///
/// Each PATH lies below FOLDER. String literals are used because they compile at once; array
/// literals of bytes take minutes.
@main
struct EmbedTheme {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 3 else { throw Failure("EmbedTheme OUTPUT FOLDER PATH...") }
        let folder = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
        var swift = """
            /// The default theme, as it was when the program was built.
            enum DefaultTheme {
                /// Paths below the theme's folder, and what the files hold.
                static let files: [(path: String, text: String)] = [

            """
        for path in arguments[3...].sorted() {
            guard path.hasPrefix(folder) else { throw Failure("\(path) is not below \(folder)") }
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw Failure("\(path): the default theme holds UTF-8 text only")
            }
            let inner = String(path.dropFirst(folder.count))
            swift += "        (\(literal(inner)), \(literal(text))),\n"
        }
        swift += "    ]\n}\n"
        try Data(swift.utf8).write(to: URL(fileURLWithPath: arguments[1]))
    }

    /// `text` as a string literal on one line.
    private static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

/// A sentence for whoever builds the program.
private struct Failure: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
