extension ThemeSchema {
    /// The first place where `value` is not what this schema promises to templates.
    ///
    /// - Returns: A sentence for programmers, such as `page.date: a text, not an object`; nil
    ///   when the value fits.
    package func mismatch(in value: TemplateValue) -> String? {
        switch (self, value) {
        case (.text, .text), (.html, .html), (.bool, .bool): return nil
        case (.list(let type), .list(let elements)):
            for (index, element) in elements.enumerated() {
                if let found = type.mismatch(in: element) { return "[\(index)].\(found)" }
            }
            return nil
        case (.object(let known), .object(let given)):
            return Self.mismatch(of: known, in: given)
        default: return "not what the schema says it is (\(word))"
        }
    }

    private static func mismatch(
        of known: [Field], in given: [(name: String, value: TemplateValue)]
    ) -> String? {
        for (name, value) in given {
            guard let field = known.first(where: { $0.name == name }) else {
                return "\(name): not in the schema"
            }
            if let found = field.type.mismatch(in: value) { return "\(name): \(found)" }
        }
        let missing = known.first { field in
            !field.isOptional && !given.contains { $0.name == field.name }
        }
        return missing.map { "\($0.name): missing" }
    }

    private var word: String {
        switch self {
        case .text: "text"
        case .html: "html"
        case .bool: "bool"
        case .list: "list"
        case .object: "object"
        }
    }
}
