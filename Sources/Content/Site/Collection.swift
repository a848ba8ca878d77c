import Core

/// Pages of one kind, with keys of their own.
package struct Collection: Sendable {
    /// The order of its lists.
    package enum Sorting: String, Sendable, CaseIterable { case date, order, title }

    /// The key in site.yml, which folder.yml names.
    package let id: String
    /// What readers see, such as its feed's name; nil leaves the id.
    package let title: LocalizedText?
    /// Whether its folder has an Atom feed.
    package let hasFeed: Bool
    /// By date, newest first, where site.yml does not say.
    package let sorting: Sorting
    /// Keys that its pages may have besides those of every page, in the order of site.yml.
    package let fields: [CollectionField]
}

/// A key that a collection declares.
package struct CollectionField: Sendable {
    /// The types of design section 2.
    package enum Kind: String, Sendable, CaseIterable {
        case string, date, int, bool, list, reference
        case oneOf = "enum"
    }

    /// The key in the front matter; never one that every page has.
    package let name: String
    /// What readers see; nil where site.yml gives none.
    package let title: LocalizedText?
    /// What a value has to be.
    package let kind: Kind
    /// What an `enum` may hold.
    package let values: [String]
    /// Whether a page without it is an error.
    package let isRequired: Bool
}

extension Collection {
    static func read(id: String, _ keys: inout YAMLMapping) -> Collection {
        let title = keys.localized("title")?.value
        let hasFeed = keys.bool("feed")?.value ?? false
        let sorting = keys.choice("sort", of: Sorting.self)?.value ?? .date
        var fields: [CollectionField] = []
        if var declared = keys.mapping("fields") {
            for name in declared.keys {
                guard !FrontMatter.knownKeys.contains(name.value) else {
                    keys.take([.reservedField(name.value, at: name.span)])
                    _ = declared.node(name.value)
                    continue
                }
                guard var field = declared.mapping(name.value) else { continue }
                fields.append(CollectionField.read(name: name.value, &field))
                declared.take(field)
            }
            keys.take(declared)
        }
        keys.finish()
        return Collection(
            id: id, title: title, hasFeed: hasFeed, sorting: sorting, fields: fields)
    }
}

extension CollectionField {
    fileprivate static func read(name: String, _ keys: inout YAMLMapping) -> CollectionField {
        let kind = keys.choice("type", of: Kind.self)
        if kind == nil, keys.node("type") == nil { keys.take([.missingKey("type", at: keys.span)]) }
        let values = keys.texts("values") ?? []
        if kind?.value == .oneOf, values.isEmpty {
            keys.take([.missingKey("values", at: keys.span)])
        }
        let isRequired = keys.bool("required")?.value ?? false
        let title = keys.localized("title")?.value
        keys.finish()
        return CollectionField(
            name: name, title: title, kind: kind?.value ?? .string, values: values.map(\.value),
            isRequired: isRequired)
    }

    /// Reads this key from a page's front matter.
    func read(from keys: inout YAMLMapping) -> FrontMatter.Field? {
        guard let span = keys.node(name)?.span else {
            if isRequired { keys.take([.missingKey(name, at: keys.span)]) }
            return nil
        }
        let value: FieldValue? =
            switch kind {
            case .string: keys.text(name).map { .text($0.value) }
            case .reference: keys.text(name).map { .reference($0.value) }
            case .date: keys.date(name).map { .date($0.value) }
            case .int: keys.int(name).map { .int($0.value) }
            case .bool: keys.bool(name).map { .bool($0.value) }
            case .list: keys.texts(name).map { .list($0.map(\.value)) }
            case .oneOf: readChoice(from: &keys)
            }
        return value.map { FrontMatter.Field(name: name, value: $0, span: span) }
    }

    private func readChoice(from keys: inout YAMLMapping) -> FieldValue? {
        guard let text = keys.text(name) else { return nil }
        guard values.contains(text.value) else {
            keys.take([.unknownValue(text.value, of: name, known: values, at: text.span)])
            return nil
        }
        return .text(text.value)
    }
}

extension FrontMatter {
    /// The keys that every page may have.
    package static let knownKeys = [
        "title", "description", "date", "updated", "label", "handling", "tags", "slug", "aliases",
        "draft", "publish_at", "expire_at", "review_by", "owner", "template", "order", "toc",
        "downgrade",
    ]
}

extension Diagnostic {
    fileprivate static func reservedField(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.reserved-field", at: span,
            en: "'\(name)' is a key that every page has; a collection cannot declare it again",
            ja: "「\(name)」はすべてのページで使うキーのため、コレクションでは宣言できません")
    }
}
