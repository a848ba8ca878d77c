package import Core

extension YAMLNode: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(span)
        switch value {
        case .scalar(let text, let isPlain):
            writer.append(isPlain ? 1 : 0)
            writer.append(text)
        case .sequence(let items):
            writer.append(2)
            writer.append(items)
        case .mapping(let entries):
            writer.append(3)
            writer.append(entries)
        }
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        span = try reader.span()
        switch try reader.count() {
        case 0: value = .scalar(try reader.text(), isPlain: false)
        case 1: value = .scalar(try reader.text(), isPlain: true)
        case 2: value = .sequence(try reader.values())
        case 3: value = .mapping(try reader.values())
        default: throw PackedDamage()
        }
    }
}

extension YAMLNode.Entry: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(key)
        writer.append(keySpan)
        writer.append(value)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        key = try reader.text()
        keySpan = try reader.span()
        value = try reader.value()
    }
}
