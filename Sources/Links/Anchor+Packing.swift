package import Core

extension Anchor: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(name)
        writer.append(outputs)
        writer.append(kind)
        writer.append(portion as SourceSpan?)
        writer.append(natural)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self.init(
            name: try reader.text(), outputs: try reader.number(), kind: try reader.value(),
            portion: try reader.optional(), natural: try reader.optional())
    }
}

extension Anchor.Kind: Packable {
    package func pack(into writer: inout PackedWriter) {
        switch self {
        case .place: writer.append(0)
        case .footnote: writer.append(1)
        case .former(let target):
            writer.append(2)
            writer.append(target)
        }
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        switch try reader.count() {
        case 0: self = .place
        case 1: self = .footnote
        case 2: self = .former(leadsTo: try reader.optional())
        default: throw PackedDamage()
        }
    }
}
