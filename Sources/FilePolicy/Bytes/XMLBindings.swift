/// The namespaces in scope at some place of a document, each with its prefix.
///
/// Expat itself could resolve them, but puts the namespace before the name of each element and
/// attribute: one of a million bytes, before each of a hundred thousand attributes, takes all
/// memory. Here each name is stored once, while it is in scope. A class, as it owns that memory.
///
/// - Source: Namespaces in XML 1.0, sections 2 to 6.
final class XMLBindings {
    /// What is wrong with a declaration.
    enum Fault {
        case malformed
        case limit
    }

    /// The longest prefix and the longest namespace, in bytes.
    static let nameLimit = 1024
    /// How many may be in scope. Files of office programs declare about forty.
    static let countLimit = 512

    private struct Binding {
        let key: UInt64
        let prefix: XMLBytes
        let space: XMLBytes
        let depth: Int
    }

    private var bindings: [Binding] = []
    /// The place of the binding found last, while nothing is declared or forgotten.
    private var recent = Int.max

    init() {
        bind(Self.bytes("xml"), to: Self.bytes("http://www.w3.org/XML/1998/namespace"), depth: 0)
    }

    deinit { bindings.forEach(Self.forget) }

    /// Takes `xmlns:prefix="space"`, or `xmlns="space"` with an empty prefix, of an element at
    /// this depth.
    func declare(_ prefix: XMLBytes, as space: XMLBytes, depth: Int) -> Fault? {
        if prefix == "xml" { return space == bindings[0].space ? nil : .malformed }
        if prefix == "xmlns" || (space.isEmpty && !prefix.isEmpty) { return .malformed }
        // No other prefix, and no default, may have the two that are bound for ever.
        if space == bindings[0].space || space == "http://www.w3.org/2000/xmlns/" {
            return .malformed
        }
        guard prefix.count <= Self.nameLimit, space.count <= Self.nameLimit,
            bindings.count <= Self.countLimit
        else { return .limit }
        bind(prefix, to: space, depth: depth)
        return nil
    }

    /// Forgets what elements at this depth declared.
    func leave(depth: Int) {
        while let last = bindings.last, last.depth >= depth, depth > 0 {
            recent = .max
            Self.forget(last)
            bindings.removeLast()
        }
    }

    /// The namespace of a prefix; empty for no prefix where no default is declared, nil for a
    /// prefix that is not declared.
    func space(of prefix: XMLBytes) -> XMLBytes? {
        if recent < bindings.count, bindings[recent].prefix == prefix {
            return bindings[recent].space
        }
        let key = Self.key(prefix)
        var index = bindings.count
        while index > 0 {
            index -= 1
            if bindings[index].key == key, bindings[index].prefix == prefix {
                recent = index
                return bindings[index].space
            }
        }
        return prefix.isEmpty ? prefix : nil
    }

    private func bind(_ prefix: XMLBytes, to space: XMLBytes, depth: Int) {
        recent = .max
        bindings.append(
            Binding(
                key: Self.key(prefix), prefix: Self.keep(prefix), space: Self.keep(space),
                depth: depth))
    }

    private static func keep(_ bytes: XMLBytes) -> XMLBytes {
        let place = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = place.initialize(fromContentsOf: bytes.buffer)
        return XMLBytes(UnsafeBufferPointer(place))
    }

    private static func forget(_ binding: Binding) {
        binding.prefix.buffer.deallocate()
        binding.space.buffer.deallocate()
    }

    /// FNV-1a: tells most prefixes apart by one comparison.
    private static func key(_ bytes: XMLBytes) -> UInt64 {
        bytes.buffer.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func bytes(_ word: StaticString) -> XMLBytes {
        XMLBytes(
            UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}
