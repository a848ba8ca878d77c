import Core

/// Writes one page: walks a template's steps and a value side by side.
struct TemplateRenderer {
    private let steps: UnsafeBufferPointer<TemplateProgram.Step>
    private let literals: UnsafeBufferPointer<UInt8>
    private let names: UnsafeBufferPointer<String>
    private var scopes: [TemplateValue]

    /// Renders `program` with `value` to the end of `output`.
    static func render(
        _ program: TemplateProgram, _ value: TemplateValue, into output: inout ByteWriter
    ) {
        program.steps.withUnsafeBufferPointer { steps in
            program.literals.withUnsafeBufferPointer { literals in
                program.names.withUnsafeBufferPointer { names in
                    var renderer = TemplateRenderer(
                        steps: steps, literals: literals, names: names, scopes: [value])
                    renderer.scopes.reserveCapacity(8)
                    renderer.render(steps.indices, into: &output)
                }
            }
        }
    }

    private mutating func render(_ body: Range<Int>, into output: inout ByteWriter) {
        var next = body.lowerBound
        while next < body.upperBound {
            let step = next
            next += 1
            switch steps[step] {
            case .literal(let bytes):
                output.append(UnsafeBufferPointer(rebasing: literals[bytes]))
            case .value(let path):
                write(value(at: path), into: &output)
            case .section(let section):
                render(section, next..<section.end, into: &output)
                next = section.end
            }
        }
    }

    /// Escaping depends on the value alone: plain text can never become markup.
    private func write(_ value: TemplateValue?, into output: inout ByteWriter) {
        switch value {
        case .text(let text): output.appendEscaped(text)
        case .html(let bytes): output.append(bytes)
        case .bool, .list, .object, nil: break
        }
    }

    private mutating func render(
        _ section: TemplateProgram.Section, _ body: Range<Int>, into output: inout ByteWriter
    ) {
        let value = value(at: section.path)
        switch (section.condition, value) {
        case (.isTrue, .bool(true)), (.exists, .some):
            if !section.isInverted { render(body, into: &output) }
        case (.hasElements, .list(let elements)) where !elements.isEmpty:
            if !section.isInverted { render(body, into: &output) }
        case (.isPresent, let value?):
            if !section.isInverted { render(body, within: value, into: &output) }
        case (.each, .list(let elements)) where !elements.isEmpty:
            if section.isInverted { return }
            for element in elements { render(body, within: element, into: &output) }
        default:
            if section.isInverted { render(body, into: &output) }
        }
    }

    private mutating func render(
        _ body: Range<Int>, within scope: TemplateValue, into output: inout ByteWriter
    ) {
        scopes.append(scope)
        render(body, into: &output)
        scopes.removeLast()
    }

    private func value(at path: TemplateProgram.Path) -> TemplateValue? {
        var current = scopes[path.scope]
        for name in path.names {
            guard case .object(let fields) = current,
                let place = fields.firstIndex(where: { $0.name == names[name] })
            else { return nil }
            current = fields[place].value
        }
        return current
    }
}
