package import Core

/// What becomes of what is read of pages before their texts.
package enum PageHeads: Sendable {
    /// It is used, and forgotten.
    case dropped
    /// It is packed for a later build as well. What an earlier one packed is taken over, page by
    /// page in their order; an empty slice is read anew. The caller answers for it that the same
    /// pages have the same bytes before their texts.
    case kept(from: [ArraySlice<UInt8>])
}

extension PageHeads {
    var areKept: Bool { if case .kept = self { true } else { false } }

    /// Those of an earlier build with as many pages; else none.
    func earlier(of count: Int) -> [ArraySlice<UInt8>] {
        guard case .kept(let earlier) = self, earlier.count == count else { return [] }
        return earlier
    }
}

/// The YAML of a page, parsed.
struct PageHead: Packable {
    /// Nil for an empty one, or where the syntax is broken.
    let root: YAMLNode?
    let diagnostics: [Diagnostic]

    init(_ yaml: ArraySlice<UInt8>, file: String) {
        (root, diagnostics) = YAMLNode.parse(yaml, file: file)
    }

    func pack(into writer: inout PackedWriter) {
        writer.append(root)
        writer.append(diagnostics)
    }

    init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        root = try reader.optional()
        diagnostics = try reader.values()
    }

    /// The bytes for a later build.
    var packed: ArraySlice<UInt8> {
        var writer = PackedWriter(reservingCapacity: 256)
        writer.append(self)
        return writer.bytes[...]
    }

    /// Reads what `packed` gave; nil for an empty slice, and for damage.
    init?(packed bytes: ArraySlice<UInt8>) {
        guard !bytes.isEmpty else { return nil }
        var reader = PackedReader(bytes)
        do throws(PackedDamage) {
            self = try reader.value()
        } catch {
            return nil
        }
    }
}
