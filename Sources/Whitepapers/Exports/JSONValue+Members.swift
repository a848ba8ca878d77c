import Core

extension JSONValue {
    /// An object of those members that have a value.
    static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(
            members.compactMap { member in
                member.value.map { (key: member.key, value: $0) }
            })
    }

    /// A list that has something in it; nil for an empty one.
    static func list(_ elements: [JSONValue]) -> JSONValue? {
        elements.isEmpty ? nil : .array(elements)
    }

    /// Text, or nil for none.
    static func text(_ text: String?) -> JSONValue? { text.map(JSONValue.string) }
}
