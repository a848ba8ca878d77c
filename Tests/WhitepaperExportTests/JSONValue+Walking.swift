import Core

extension JSONValue {
    /// The elements of a list; none for anything else.
    var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

    /// The text of a string; nil for anything else.
    var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The names of an object's members; none for anything else.
    var keys: [String] { if case .object(let members) = self { members.map(\.key) } else { [] } }

    /// The values of all members of that name, however deep.
    func members(named name: String) -> [JSONValue] {
        switch self {
        case .array(let elements): elements.flatMap { $0.members(named: name) }
        case .object(let members):
            members.flatMap { member in
                (member.key == name ? [member.value] : []) + member.value.members(named: name)
            }
        default: []
        }
    }

    /// Whether there is a list or an object without anything in it, however deep.
    var holdsSomethingEmpty: Bool {
        switch self {
        case .array(let elements):
            elements.isEmpty || elements.contains(where: \.holdsSomethingEmpty)
        case .object(let members):
            members.isEmpty || members.contains(where: \.value.holdsSomethingEmpty)
        default: false
        }
    }
}
