/// A JSON value whose objects keep the order in which they were written, so that the same
/// content gives the same bytes (RFC 8259).
package indirect enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Int)
    case string(String)
    case array([JSONValue])
    case object([(key: String, value: JSONValue)])

    package static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.bool(let x), .bool(let y)): x == y
        case (.number(let x), .number(let y)): x == y
        case (.string(let x), .string(let y)): x == y
        case (.array(let x), .array(let y)): x == y
        case (.object(let x), .object(let y)): x.elementsEqual(y) { $0 == $1 }
        default: false
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { (key: $0.0, value: $0.1) })
    }
    package init(integerLiteral value: Int) { self = .number(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension ByteWriter {
    /// Appends `value`, on one line, or indented by two spaces a level.
    package mutating func append(json value: JSONValue, indented: Bool = false) {
        append(value, indent: indented ? 0 : nil)
    }

    private mutating func append(_ value: JSONValue, indent: Int?) {
        switch value {
        case .null: append("null" as StaticString)
        case .bool(let flag): append(flag ? "true" : "false" as StaticString)
        case .number(let number): append(decimal: number)
        case .string(let text): appendJSONString(text)
        case .array(let elements):
            appendSequence(elements, open: 0x5B, close: 0x5D, indent: indent) { writer, element in
                writer.append(element, indent: indent.map { $0 + 1 })
            }
        case .object(let members):
            appendSequence(members, open: 0x7B, close: 0x7D, indent: indent) { writer, member in
                writer.appendJSONString(member.key)
                writer.append(indent == nil ? ":" : ": " as StaticString)
                writer.append(member.value, indent: indent.map { $0 + 1 })
            }
        }
    }

    private mutating func appendSequence<Element>(
        _ elements: [Element], open: UInt8, close: UInt8, indent: Int?,
        _ body: (inout ByteWriter, Element) -> Void
    ) {
        append(open)
        for (index, element) in elements.enumerated() {
            if index > 0 { append(0x2C as UInt8) }
            if let indent { appendLine(indent: indent + 1) }
            body(&self, element)
        }
        if let indent, !elements.isEmpty { appendLine(indent: indent) }
        append(close)
    }

    private mutating func appendLine(indent: Int) {
        append(0x0A as UInt8)
        for _ in 0..<indent { append("  " as StaticString) }
    }

    private mutating func appendJSONString(_ text: String) {
        append(0x22 as UInt8)
        for byte in text.utf8 {
            switch byte {
            case 0x22: append("\\\"" as StaticString)
            case 0x5C: append("\\\\" as StaticString)
            case 0x0A: append("\\n" as StaticString)
            case 0x0D: append("\\r" as StaticString)
            case 0x09: append("\\t" as StaticString)
            case 0..<0x20:
                append("\\u00" as StaticString)
                append(byte < 0x10 ? 0x30 : 0x31)
                append(Array("0123456789abcdef".utf8)[Int(byte & 15)])
            default: append(byte)
            }
        }
        append(0x22 as UInt8)
    }
}
