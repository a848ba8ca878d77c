import Core

/// Unpacks the stream of an object of a PDF file.
///
/// - Source: ISO 32000-1, 7.4.
struct PDFFilters {
    /// Why a stream was not unpacked.
    enum Fault: Error {
        /// A way of packing that is not read here.
        case unknown
        /// More than the limit comes out.
        case limit
    }

    /// What came out.
    private(set) var bytes: [UInt8] = []
    /// Bytes read and written.
    private(set) var work = 0
    /// Whether what was packed is whole.
    private(set) var isWhole = true

    /// - Parameters:
    ///   - data: The file from the stream's first byte to its own end.
    ///   - limit: The most bytes to give out.
    init(_ dictionary: PDFDictionary, _ data: ArraySlice<UInt8>, limit: Int) throws(Fault) {
        let names = try Self.names(dictionary)
        guard let first = names.first else {
            let end = Self.end(dictionary, data)
            work = end - data.startIndex
            guard work <= limit else { throw .limit }
            bytes = Array(data[..<end])
            return
        }
        try apply(first, data, limit: limit)
        for name in names.dropFirst() { try apply(name, bytes[...], limit: limit) }
    }

    private static func names(_ dictionary: PDFDictionary) throws(Fault) -> [String] {
        for key in ["Filter", "DecodeParms", "Length"] where dictionary.isAmbiguous(key) {
            throw .unknown
        }
        var parameters: [PDFValue] = []
        switch dictionary["DecodeParms"] ?? dictionary["DP"] {
        case nil, .null?: break
        case .array(let list)?: parameters = list
        case let single?: parameters = [single]
        }
        for parameter in parameters {
            switch parameter {
            case .null: break
            case .dictionary(let entries) where (entries["Predictor"]?.integer ?? 1) == 1:
                if case .reference? = entries["Predictor"] { throw .unknown }
            default: throw .unknown
            }
        }
        switch dictionary["Filter"] {
        case nil, .null?: return []
        case .name(let name)?: return [name]
        case .array(let list)? where list.count <= 8:
            let names = list.compactMap(\.name)
            guard names.count == list.count else { throw .unknown }
            return names
        default: throw .unknown
        }
    }

    /// Where a stream without a filter ends: by its length or before `endstream`, whichever is
    /// later, since programs differ.
    private static func end(_ dictionary: PDFDictionary, _ data: ArraySlice<UInt8>) -> Int {
        let end = data.firstPlace(of: "endstream") ?? data.endIndex
        guard let length = dictionary["Length"]?.integer, length >= 0, length <= data.count else {
            return end
        }
        return max(end, data.startIndex + length)
    }

    private mutating func apply(
        _ name: String, _ data: ArraySlice<UInt8>, limit: Int
    ) throws(Fault) {
        switch name {
        case "FlateDecode", "Fl":
            let inflation = Inflation(data, .zlib, limit: limit)
            work += inflation.consumed + inflation.bytes.count
            if inflation.end == .limit { throw .limit }
            if inflation.end != .complete { isWhole = false }
            bytes = inflation.bytes
        case "ASCIIHexDecode", "AHx": try applyHexadecimal(data, limit: limit)
        case "ASCII85Decode", "A85": try applyBase85(data, limit: limit)
        default: throw .unknown
        }
    }

    private mutating func applyHexadecimal(
        _ data: ArraySlice<UInt8>, limit: Int
    ) throws(Fault) {
        var result: [UInt8] = []
        var high: UInt8?
        for byte in data {
            work += 1
            if byte == 0x3E { break }
            guard let digit = byte.hexDigit else { continue }
            if let first = high {
                result.append(first << 4 | digit)
                high = nil
                if result.count > limit { throw .limit }
            } else {
                high = digit
            }
        }
        if let high { result.append(high << 4) }
        bytes = result
    }

    private mutating func applyBase85(_ data: ArraySlice<UInt8>, limit: Int) throws(Fault) {
        var result: [UInt8] = []
        var group: [UInt32] = []
        for byte in data {
            work += 1
            if byte == 0x7E { break }
            if byte == 0x7A, group.isEmpty {
                result += [0, 0, 0, 0]
            } else if 0x21...0x75 ~= byte {
                group.append(UInt32(byte - 0x21))
                if group.count == 5 {
                    result += Self.base85(group)
                    group.removeAll(keepingCapacity: true)
                }
            }
            if result.count > limit { throw .limit }
        }
        if group.count > 1 {
            let count = group.count
            group += [UInt32](repeating: 84, count: 5 - count)
            result += Self.base85(group).prefix(count - 1)
        }
        bytes = result
    }

    private static func base85(_ group: [UInt32]) -> [UInt8] {
        let value = group.reduce(UInt32(0)) { $0 &* 85 &+ $1 }
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
