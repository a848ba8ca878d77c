import Core

/// A name of a template, looked up in the scopes that are open where it stands.
struct TemplateName {
    /// What the name stands for.
    enum Meaning {
        case value(ThemeSchema)
        /// `has_NAME`, for a NAME of this type.
        case presence(of: ThemeSchema)
    }

    let path: TemplatePath
    let meaning: Meaning

    /// Looks `name` up; nil when nothing within reach is called so.
    init?(_ name: String, in scopes: [ThemeSchema]) {
        guard name != "." else {
            guard scopes.count > 1, let current = scopes.last else { return nil }
            path = TemplatePath(scope: scopes.count - 1, names: [])
            meaning = .value(current)
            return
        }
        let names = name.split(separator: ".").map(String.init)
        for (scope, schema) in scopes.enumerated().reversed() {
            guard schema.names.contains(names[0]) else { continue }
            guard let found = Self.follow(names[...], in: schema) else { return nil }
            path = TemplatePath(scope: scope, names: found.names)
            meaning = found.meaning
            return
        }
        return nil
    }

    private static func follow(
        _ names: ArraySlice<String>, in schema: ThemeSchema
    ) -> (names: [String], meaning: Meaning)? {
        guard let name = names.first else { return ([], .value(schema)) }
        if let field = schema.field(name) {
            guard let rest = follow(names.dropFirst(), in: field.type) else { return nil }
            return ([name] + rest.names, rest.meaning)
        }
        let inner = String(name.dropFirst(ThemeSchema.presencePrefix.count))
        guard names.count == 1, name.hasPrefix(ThemeSchema.presencePrefix),
            let field = schema.field(inner), field.hasPresence
        else { return nil }
        return ([inner], .presence(of: field.type))
    }
}

extension TemplateName {
    /// What a section over this name depends on.
    var condition: TemplateSection.Condition {
        switch meaning {
        case .presence(.list): .hasElements
        case .presence: .exists
        case .value(.bool): .isTrue
        case .value(.list): .each
        case .value(.text), .value(.html), .value(.object): .isPresent
        }
    }

    /// The scope inside a section over this name; nil if none opens.
    var scopeInside: ThemeSchema? {
        switch meaning {
        case .presence, .value(.bool): nil
        case .value(.list(let element)): element
        case .value(let type): type
        }
    }

    /// The name that `name` most likely meant: one spelt nearly so, or one of that name inside
    /// an object within reach (`page.title` for `title`).
    static func nearest(to name: String, in scopes: [ThemeSchema]) -> String? {
        let parts = name.split(separator: ".").map(String.init)
        guard let last = parts.last else { return nil }
        var candidates: [String] = []
        var inside: [String] = []
        for schema in scopes.reversed() {
            candidates += schema.names
            for outer in schema.names {
                guard let field = schema.field(outer) else { continue }
                let names = field.type.names.map { "\(outer).\($0)" }
                inside += names.filter { $0 == "\(outer).\(last)" }
                if outer == parts.first { candidates += names }
            }
        }
        return nearestName(to: name, in: candidates) ?? inside.first
    }
}
