package import Core
import Yams

/// Where YAML's lines and columns lie in the bytes of a file.
struct YAMLPlaces {
    let file: String
    let bytes: ArraySlice<UInt8>
    /// The number of characters before each line.
    private let lines: [Int]
    /// The offset in the file of every 256th character, so that no line is too long.
    private let landmarks: [Int]

    init(file: String, bytes: ArraySlice<UInt8>) {
        self.file = file
        self.bytes = bytes
        var lines = [0]
        var landmarks: [Int] = []
        bytes.withUnsafeBufferPointer { buffer in
            var characters = 0
            var endOfBreak = 0
            for index in buffer.indices where buffer[index] & 0xC0 != 0x80 {
                if index == endOfBreak, index > 0 { lines.append(characters) }
                if characters % 256 == 0 { landmarks.append(bytes.startIndex + index) }
                characters += 1
                guard index >= endOfBreak else { continue }  // The LF of CR LF.
                let length = Self.breakLength(buffer, at: index)
                if length > 0 { endOfBreak = index + length }
            }
            if endOfBreak == buffer.count, endOfBreak > 0 { lines.append(characters) }
        }
        self.lines = lines
        self.landmarks = landmarks
    }

    /// The character at `mark`; the whole file where Yams names no place.
    func span(of mark: Mark?) -> SourceSpan {
        guard let mark else { return SourceSpan(file: file) }
        return span(ofCharacterAt: offset(of: mark))
    }

    /// The first line that begins with a key between brackets or behind a `?`; the whole file where
    /// none does.
    var firstMarkedKey: SourceSpan {
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let rest = bytes[start...]
            let end = rest.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
            let first = bytes[start..<end].firstIndex { $0 != 0x20 }
            if let first, "?[{".utf8.contains(bytes[first]) {
                return SourceSpan(file: file, range: first..<end)
            }
            start = end + 1
        }
        return SourceSpan(file: file)
    }

    /// The bytes of the character that begins at an offset; none at the end.
    private func span(ofCharacterAt start: Int) -> SourceSpan {
        let next = bytes[start...].dropFirst().firstIndex { $0 & 0xC0 != 0x80 }
        return SourceSpan(file: file, range: start..<(next ?? bytes.endIndex))
    }

    /// The bytes of a scalar as it is written, quotes included. A block or folded scalar, whose
    /// text is not written as it is read, gets its first line, of a long one the beginning.
    func span(ofScalar text: String, plain: Bool, at mark: Mark?) -> SourceSpan {
        guard let mark else { return SourceSpan(file: file) }
        let start = offset(of: mark)
        var end = start
        if let quote = start < bytes.endIndex ? bytes[start] : nil, quote == 0x22 || quote == 0x27 {
            end = endOfQuoted(from: start, quote: quote)
        } else if plain, bytes[start...].starts(with: text.utf8) {
            end = start + text.utf8.count
        } else {
            let line = bytes[start...].prefix(1000)
            end = line.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? line.endIndex
            // Not within a character.
            while end > start, end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        }
        return SourceSpan(file: file, range: start..<end)
    }

    /// The offset in the file at which Yams stands.
    func offset(of mark: Mark) -> Int {
        guard lines.indices.contains(mark.line - 1) else { return bytes.endIndex }
        return offset(ofCharacter: lines[mark.line - 1] + mark.column - 1)
    }

    private func offset(ofCharacter number: Int) -> Int {
        guard number / 256 < landmarks.count else { return bytes.endIndex }
        var offset = landmarks[number / 256]
        var left = number % 256
        while offset < bytes.endIndex {
            if bytes[offset] & 0xC0 != 0x80 {
                if left == 0 { break }
                left -= 1
            }
            offset += 1
        }
        return offset
    }

    private func endOfQuoted(from start: Int, quote: UInt8) -> Int {
        var index = start + 1
        while index < bytes.endIndex {
            if bytes[index] == 0x5C, quote == 0x22 {
                index += 2
                continue
            }
            if bytes[index] == quote {
                let doubled = index + 1 < bytes.endIndex && bytes[index + 1] == quote
                guard doubled, quote == 0x27 else { return index + 1 }
                index += 1
            }
            index += 1
        }
        return bytes.endIndex
    }

    /// Bytes of the line break at `index`, 0 where there is none.
    ///
    /// - Source: libyaml, IS_BREAK: CR, LF, CR LF, NEL, LS and PS.
    private static func breakLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        switch bytes[index] {
        case 0x0A: return 1
        case 0x0D: return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
        case 0xC2: return index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
        case 0xE2:
            guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
            return bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 ? 3 : 0
        default: return 0
        }
    }
}

extension YAMLPlaces {
    /// The line where Yams stopped, from 1; past every line where it names none.
    static func line(of error: any Error) -> Int {
        switch error {
        case YamlError.scanner(_, _, let mark, _), YamlError.parser(_, _, let mark, _),
            YamlError.composer(_, _, let mark, _):
            mark.line
        default: .max
        }
    }

    /// What Yams could not read, where.
    func diagnostic(for error: any Error) -> Diagnostic {
        switch error {
        case YamlError.scanner(_, let problem, let mark, _),
            YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            .yamlSyntax(problem, at: span(of: mark))
        case YamlError.reader(let problem, let offset, _, _):
            .yamlSyntax(problem, at: span(ofCharacterAt: self.offset(ofCharacter: offset ?? 0)))
        default:
            .yamlSyntax("\(error)", at: SourceSpan(file: file))
        }
    }
}

extension Diagnostic {
    fileprivate static func yamlSyntax(_ problem: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "yaml.syntax", at: span,
            en: "this cannot be read as 'key: value'", ja: "「キー: 値」の形として読めません",
            notes: [.init(en: "YAML: \(problem)", ja: "YAML の読み取り結果: \(problem)")],
            fix: .advice(
                en: "check indentation, quotes and the space after ':' here and in the line "
                    + "above; quote text that holds ': ' or '#', or begins with a sign",
                ja: "この行と上の行の字下げ、引用符、「:」の後の空白を確かめてください。"
                    + "「: 」や「#」を含む文字列、記号で始まる文字列は引用符で囲みます"))
    }

    /// Bytes that are not UTF-8, at the first of them.
    package static func notUTF8(in bytes: ArraySlice<UInt8>, file: String) -> Diagnostic {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return .utf16(file: file)
        }
        let offset = firstInvalidUTF8(in: bytes) ?? bytes.startIndex
        let isShiftJIS = bytes.contains { (0x81...0x9F).contains($0) || (0xE0...0xFC).contains($0) }
        return Diagnostic(
            .error, "content.not-utf8", at: SourceSpan(file: file, range: offset..<offset + 1),
            en: "the file is not in UTF-8",
            ja: "ファイルの文字コードが UTF-8 ではありません" + (isShiftJIS ? "（Shift_JIS の可能性があります）" : ""),
            fix: .advice(
                en: "save the file again with the encoding UTF-8",
                ja: "エディターで文字コードを UTF-8 にして保存し直してください"))
    }

    /// Nothing of such a file can be shown, so it has no place within.
    private static func utf16(file: String) -> Diagnostic {
        Diagnostic(
            .error, "content.not-utf8", at: SourceSpan(file: file),
            en: "the file is in UTF-16, which some editors call 'Unicode'",
            ja: "ファイルの文字コードが UTF-16（メモ帳などでは「Unicode」）です",
            fix: .advice(
                en: "save the file again with the encoding UTF-8",
                ja: "エディターで文字コードを UTF-8 にして保存し直してください"))
    }
}

/// The offset of the first byte that is not part of well-formed UTF-8.
///
/// - Source: The Unicode Standard, table 3-7.
package func firstInvalidUTF8(in bytes: ArraySlice<UInt8>) -> Int? {
    do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
        return nil
    } catch {
        return bytes.startIndex + error.byteOffsets.lowerBound
    }
}
