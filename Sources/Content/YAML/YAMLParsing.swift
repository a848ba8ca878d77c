package import Core
import Yams

extension YAMLNode {
    /// Parses one YAML document.
    ///
    /// - Parameters:
    ///   - bytes: The file, or the part of it that is YAML, in UTF-8.
    ///   - file: The file's path from the project's root.
    /// - Returns: The root (nil for an empty document, or where the syntax is broken) and what is
    ///   wrong. Keys given twice are reported and count once.
    package static func parse(
        _ bytes: ArraySlice<UInt8>, file: String
    ) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        // libyaml counts a byte order mark as a column, and then finds the next line dedented.
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        guard bytes.count <= 4 << 20 else { return (nil, [.tooLarge(file: file)]) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return (nil, [.notUTF8(in: bytes, file: file)])
        }
        var composer = YAMLComposer(places: YAMLPlaces(file: file, bytes: bytes))
        return composer.compose(text)
    }
}

/// Turns Yams' nodes into ours, and its errors into diagnostics.
private struct YAMLComposer {
    let places: YAMLPlaces
    /// Offsets in the file of second keys that were reported; hidden in the text that Yams sees.
    var hidden: Set<Int> = []
    var diagnostics: [Diagnostic] = []
    /// Aliases repeat nodes; a few lines of them could stand for more than memory holds.
    var nodesLeft = 200_000

    /// What Yams calls a list or a mapping that is a key.
    private static let keyThatIsNoText = "<uncovertable>"

    init(places: YAMLPlaces) { self.places = places }

    private var mistakes: YAMLMistakes { YAMLMistakes(file: places.file, bytes: places.bytes) }

    mutating func compose(_ text: String) -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
        var text = text
        while true {
            do {
                // Yams' own default asks the environment for the encoding, each time.
                let root = try Yams.compose(yaml: text, .basic, .default, .utf8)
                if case .scalar = root, case let found = mistakes.found(upTo: nil), !found.isEmpty {
                    return (nil, diagnostics + found)
                }
                return (root.flatMap { convert($0) }, diagnostics)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                // With one of these among them, any may come first.
                guard !keys.contains(Self.keyThatIsNoText) else {
                    return (nil, diagnostics + [.keyNotText(at: places.firstMarkedKey)])
                }
                guard let next = hide(keys.first ?? "", from: context.mark, in: text) else {
                    return (nil, diagnostics)
                }
                text = next
            } catch {
                let found = mistakes.found(upTo: YAMLPlaces.line(of: error))
                return (
                    nil, diagnostics + (found.isEmpty ? [places.diagnostic(for: error)] : found)
                )
            }
        }
    }

    /// Reports the later ones of a key that is given twice, and hides them from Yams, so that
    /// the rest of the file can be read.
    ///
    /// - Returns: Nil where they could not be found; then reading ends.
    private mutating func hide(_ key: String, from mark: Mark, in text: String) -> String? {
        let first = places.span(ofScalar: key, plain: true, at: mark)
        var search = DuplicateKeySearch(key: key, mark: mark, text: text, places: places)
        let found = hidden.count < 100 ? search.run(named: hidden.count) : []
        for (offset, length) in found {
            hidden.insert(offset)
            let span = SourceSpan(file: places.file, range: offset..<offset + length)
            diagnostics.append(.duplicateKey(key, at: span, first: first))
        }
        if found.isEmpty { diagnostics.append(.duplicateKey(key, at: first, first: nil)) }
        return found.isEmpty ? nil : search.text
    }

    private mutating func convert(_ node: Node) -> YAMLNode? {
        nodesLeft -= 1
        guard nodesLeft > 0 else {
            if nodesLeft == 0 { diagnostics.append(.tooManyNodes(file: places.file)) }
            return nil
        }
        switch node {
        case .scalar(let scalar):
            let plain = scalar.style == .plain || scalar.style == .any
            return YAMLNode(
                value: .scalar(scalar.string, isPlain: plain),
                span: places.span(ofScalar: scalar.string, plain: plain, at: scalar.mark))
        case .sequence(let sequence):
            let items = sequence.compactMap { convert($0) }
            return YAMLNode(
                value: .sequence(items), span: places.span(of: sequence.mark))
        case .mapping(let mapping):
            return convert(mapping)
        case .alias:
            return nil
        }
    }

    private mutating func convert(_ mapping: Node.Mapping) -> YAMLNode {
        var entries: [YAMLNode.Entry] = []
        for (key, value) in mapping {
            guard case .scalar(let name) = key else {
                diagnostics.append(.keyNotText(at: places.span(of: key.mark)))
                continue
            }
            let span = places.span(
                ofScalar: name.string, plain: name.style == .plain, at: name.mark)
            if let start = span.range?.lowerBound, hidden.contains(start) { continue }
            guard let value = convert(value) else { continue }
            entries.append(YAMLNode.Entry(key: name.string, keySpan: span, value: value))
        }
        return YAMLNode(value: .mapping(entries), span: places.span(of: mapping.mark))
    }
}

extension Diagnostic {
    fileprivate static func duplicateKey(
        _ key: String, at span: SourceSpan, first: SourceSpan?
    ) -> Diagnostic {
        let first = first.map { Note(at: $0, en: "first given here", ja: "最初の記述はここです") }
        return Diagnostic(
            .error, "yaml.duplicate-key", at: span,
            en: "key '\(key)' is given twice", ja: "キー「\(key)」が二度書かれています",
            notes: first.map { [$0] } ?? [],
            fix: .advice(en: "keep one of the two", ja: "どちらか一方を残してください"))
    }

    fileprivate static func keyNotText(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "yaml.key-not-text", at: span,
            en: "a key must be text", ja: "キーには文字だけを書いてください",
            fix: .advice(
                en: "begin the line with the key and a colon, as in 'title: …', without '?', "
                    + "brackets or braces before the colon",
                ja: "行の先頭に「title: …」のようにキーとコロンを書いてください。"
                    + "コロンの前に「?」やかっこは使えません"))
    }

    fileprivate static func tooLarge(file: String) -> Diagnostic {
        Diagnostic(
            .error, "yaml.too-large", at: SourceSpan(file: file),
            en: "YAML is limited to 4 MiB", ja: "YAML は 4 MiB までです")
    }

    fileprivate static func tooManyNodes(file: String) -> Diagnostic {
        Diagnostic(
            .error, "yaml.too-large", at: SourceSpan(file: file),
            en: "YAML holds more than 200000 values", ja: "YAML の値が 20 万個を超えています")
    }
}
