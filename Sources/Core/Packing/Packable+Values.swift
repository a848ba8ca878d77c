extension Int: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(UInt64(bitPattern: Int64(self)))
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self = Int(Int64(bitPattern: try reader.number()))
    }
}

extension UInt32: Packable {
    package func pack(into writer: inout PackedWriter) { writer.append(UInt64(self)) }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        guard let number = UInt32(exactly: try reader.number()) else { throw PackedDamage() }
        self = number
    }
}

extension String: Packable {
    package func pack(into writer: inout PackedWriter) { writer.append(self) }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self = try reader.text()
    }
}

extension SourceSpan: Packable {
    package func pack(into writer: inout PackedWriter) { writer.append(self) }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self = try reader.span()
    }
}

extension Range<Int>: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(lowerBound)
        writer.append(count)
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self = try reader.range()
    }
}

extension SHA256Digest: Packable {
    package func pack(into writer: inout PackedWriter) { writer.append(self) }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        self = try reader.digest()
    }
}

extension Packable where Self: CaseIterable & Equatable, AllCases: RandomAccessCollection<Self> {
    /// The place among all cases.
    package func pack(into writer: inout PackedWriter) {
        let cases = Self.allCases
        guard let place = cases.firstIndex(of: self) else {
            preconditionFailure("a case that is none of all cases")
        }
        writer.append(cases.distance(from: cases.startIndex, to: place))
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        let place = try reader.count()
        let cases = Self.allCases
        guard place < cases.count else { throw PackedDamage() }
        self = cases[cases.index(cases.startIndex, offsetBy: place)]
    }
}
