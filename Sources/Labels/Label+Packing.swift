package import Core

extension Label: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(level)
        writer.append(handling)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self.init(level: try reader.count(), handling: try reader.number())
    }
}

extension TextFingerprint: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(digest)
        writer.append(sentences.sorted())
        writer.append(sketch)
        writer.append(size)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        digest = try reader.text()
        sentences = Set(try reader.values())
        sketch = try reader.values()
        size = try reader.count()
    }
}
