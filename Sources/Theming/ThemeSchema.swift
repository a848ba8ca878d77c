/// What a template may see: the names, which of them may be absent, and what each one is.
///
/// Templates are checked against it when a theme is loaded, so that a misspelt name is an
/// error with its place and not an empty string on every page.
package indirect enum ThemeSchema: Hashable, Sendable {
    /// Plain text, for `{{name}}`; also a section that shows when the text is there.
    case text
    /// Finished HTML, for `{{{name}}}`; also a section that shows when it is there.
    case html
    /// For sections only.
    case bool
    /// A section over it repeats for each element.
    case list(ThemeSchema)
    /// A section over it shows when it is there, and its names are then within reach.
    case object([Field])

    /// One name of an object.
    package struct Field: Hashable, Sendable {
        /// What templates write between the braces.
        package let name: String
        /// What its values are, and so which tags may use it.
        package let type: ThemeSchema
        /// Whether values may leave it out.
        package let isOptional: Bool
    }

    /// The field called `name`, if this is an object that has one.
    func field(_ name: some StringProtocol) -> Field? {
        guard case .object(let fields) = self else { return nil }
        return fields.first { $0.name == name }
    }

    /// All names within reach in this scope: an object's own, and `has_NAME` for each of its
    /// lists and of the names that may be absent.
    var names: [String] {
        guard case .object(let fields) = self else { return [] }
        return fields.flatMap { field in
            field.hasPresence ? [field.name, Self.presencePrefix + field.name] : [field.name]
        }
    }

    /// `has_NAME` tells, without opening a scope, whether NAME is there (a list: has an
    /// element). Theming itself supplies it.
    static let presencePrefix = "has_"
}

extension ThemeSchema.Field {
    /// Whether `has_NAME` goes with this name.
    var hasPresence: Bool {
        switch type {
        case .list: true
        case .bool: false
        case .text, .html, .object: isOptional
        }
    }
}

extension ThemeSchema {
    /// An object: names that end in `?` may be absent.
    static func object(_ fields: KeyValuePairs<String, ThemeSchema>) -> ThemeSchema {
        .object(
            fields.map { name, type in
                let isOptional = name.hasSuffix("?")
                return Field(
                    name: isOptional ? String(name.dropLast()) : name, type: type,
                    isOptional: isOptional)
            })
    }

    /// A list of objects.
    static func list(_ fields: KeyValuePairs<String, ThemeSchema>) -> ThemeSchema {
        .list(.object(fields))
    }

    /// This object with the fields of `other` after its own.
    func adding(_ other: ThemeSchema) -> ThemeSchema {
        guard case .object(let own) = self, case .object(let more) = other else {
            preconditionFailure("only objects can be joined")
        }
        return .object(own + more)
    }
}
