import Core

/// Writes one page: walks a template's nodes and a value side by side.
struct TemplateRenderer {
    private var scopes: [TemplateValue]

    /// Renders `nodes` with `value` to the end of `output`.
    static func render(
        _ nodes: [TemplateNode], _ value: TemplateValue, into output: inout ByteWriter
    ) {
        var renderer = TemplateRenderer(scopes: [value])
        renderer.scopes.reserveCapacity(8)
        renderer.render(nodes, into: &output)
    }

    private mutating func render(_ nodes: [TemplateNode], into output: inout ByteWriter) {
        for node in nodes {
            switch node {
            case .literal(let bytes): output.append(bytes)
            case .value(let path): write(value(at: path), into: &output)
            case .section(let section): render(section, into: &output)
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

    private mutating func render(_ section: TemplateSection, into output: inout ByteWriter) {
        let value = value(at: section.path)
        switch (section.condition, value) {
        case (.isTrue, .bool(true)), (.exists, .some):
            if !section.isInverted { render(section.body, into: &output) }
        case (.hasElements, .list(let elements)) where !elements.isEmpty:
            if !section.isInverted { render(section.body, into: &output) }
        case (.isPresent, let value?):
            if !section.isInverted { render(section.body, within: value, into: &output) }
        case (.each, .list(let elements)) where !elements.isEmpty:
            if section.isInverted { return }
            for element in elements { render(section.body, within: element, into: &output) }
        default:
            if section.isInverted { render(section.body, into: &output) }
        }
    }

    private mutating func render(
        _ body: [TemplateNode], within scope: TemplateValue, into output: inout ByteWriter
    ) {
        scopes.append(scope)
        render(body, into: &output)
        scopes.removeLast()
    }

    private func value(at path: TemplatePath) -> TemplateValue? {
        var current = scopes[path.scope]
        for name in path.names {
            guard case .object(let fields) = current,
                let field = fields.first(where: { $0.name == name })
            else { return nil }
            current = field.value
        }
        return current
    }
}
