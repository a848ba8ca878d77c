/// Looks through an SVG image: only what draws may stand in it.
func examineSVG(
    _ bytes: ArraySlice<UInt8>, _ limits: FilePolicy.Limits, _ found: inout Examination
) {
    guard bytes.count <= limits.svgBytes else {
        return found.refuse(.svgTooLarge(limits.svgBytes))
    }
    var bounds = limits
    bounds.xmlElements = min(limits.xmlElements, 200_000)
    var reading = SVGReading(found)
    let outcome = readXML(bytes, bounds) { reading.take($0) }
    found = reading.found
    switch outcome {
    case .complete: break
    case .malformed(_, isEncoding: true): found.refuse(.svgEncoding)
    case .malformed where !isUnicode(bytes): found.refuse(.svgEncoding)
    case .malformed(let line, _):
        // The declaration of an entity ends the reading, and has been refused by itself.
        if !reading.declaresEntities { found.refuse(.svgMalformed(line: line)) }
    case .limit:
        found.giveUp(
            en: "the SVG image has too many elements to look through; simplify the drawing",
            ja: "SVG 画像の要素が多すぎて検査できません。図を簡略にしてください")
    }
}

/// Whether the bytes are UTF-8, or say that they are UTF-16.
private func isUnicode(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) || isUTF8(bytes)
}

/// What has been seen of an SVG image up to some event.
private struct SVGReading {
    var found: Examination
    private(set) var declaresEntities = false
    private var hasRoot = false
    private var hasUnknownElement = false
    /// Whether all that styles can do wrong has been found.
    private var isStyleSettled = false
    private var style: String?
    private var people = EditorTraces()

    init(_ found: Examination) { self.found = found }

    mutating func take(_ event: XMLEvent) {
        switch event {
        case .start(let name, let attributes):
            readElement(name)
            for (key, value) in attributes { readAttribute(key, value, of: name) }
            people.start(name, attributes, &found)
        case .end(let name):
            if name.space == SVGVocabulary.space, name.local == "style" { finishStyle() }
            people.end(name, &found)
        case .text(let text):
            if !isStyleSettled { style?.append(text) }
            people.text(text)
        case .instruction(let target, _):
            if target.lowercased() == "xml-stylesheet" { found.refuse(.svgStylesheet) }
        case .doctype(let hasInternalSubset, let system):
            declaresEntities = hasInternalSubset
            if hasInternalSubset { found.refuse(.svgDoctype) }
            if let system, !SVGVocabulary.isDoctype(system) {
                found.refuse(.svgExternalDoctype)
            }
        }
    }

    private mutating func readElement(_ name: XMLName) {
        if !hasRoot {
            hasRoot = true
            guard name.space == SVGVocabulary.space, name.local == "svg" else {
                let isBare = name.space.isEmpty && name.local == "svg"
                return found.refuse(isBare ? .svgNamespace : .svgRoot)
            }
        }
        guard name.space == SVGVocabulary.space else {
            if SVGVocabulary.actingSpaces.contains(name.space) {
                found.refuse(name.local == "script" ? .svgScript : .svgForeignContent)
            }
            return
        }
        if SVGVocabulary.scripts.contains(name.local.lowercased()) {
            found.refuse(.svgScript)
        } else if SVGVocabulary.foreign.contains(name.local.lowercased()) {
            found.refuse(.svgForeignContent)
        } else if !SVGVocabulary.elements.contains(name.local) {
            if !hasUnknownElement { found.refuse(.svgUnknownElement(name.local)) }
            hasUnknownElement = true
        } else if name.local == "style" {
            style = style ?? ""
        }
    }

    private mutating func finishStyle() {
        if let style { readStyle(style) }
        style = nil
    }

    private mutating func readStyle(_ text: String) {
        guard !isStyleSettled else { return }
        let refusals = SVGStyle(text).refusals
        guard !refusals.isEmpty else { return }
        for rule in refusals { found.refuse(rule) }
        isStyleSettled = SVGStyle.rules.allSatisfy { rule in
            found.refusals.contains { $0.id == rule.id }
        }
    }

    private mutating func readAttribute(_ key: XMLName, _ value: String, of name: XMLName) {
        let local = key.local.lowercased()
        if local.hasPrefix("on") { found.refuse(.svgEventHandler) }
        if local == "base", key.space == SVGVocabulary.xmlSpace { found.refuse(.svgBase) }
        if local == "href" || (name.space == SVGVocabulary.space && local == "src") {
            readLink(value, of: name)
        } else if local == "ping" {
            found.refuse(.svgExternalReference)
        }
        guard name.space == SVGVocabulary.space, key.space.isEmpty else { return }
        if SVGVocabulary.animations.contains(name.local) { readAnimation(local, value) }
        let isProse =
            local == "id" || local.hasPrefix("aria-") || local.hasPrefix("data-")
            || local == "href"
        if !isProse { readStyle(value) }
    }

    private mutating func readLink(_ value: String, of name: XMLName) {
        let reference = SVGReference(value.utf8)
        let isAnchor = name.space == SVGVocabulary.space && name.local == "a"
        if let rule = isAnchor ? reference.refusalOfLink : reference.refusal {
            found.refuse(rule)
        }
    }

    private mutating func readAnimation(_ key: String, _ value: String) {
        switch key {
        case "attributename":
            let name = value.lowercased().filter { !$0.isWhitespace }
            let local = name.split(separator: ":").last ?? ""
            if local == "href" || local.hasPrefix("on") || local == "src" {
                found.refuse(.svgAnimatedLink)
            }
        case "to", "from", "by", "values":
            for part in value.utf8.split(separator: 0x3B)
            where part.contains(0x3A) && SVGReference(part) == .script {
                found.refuse(.svgScriptLink)
            }
        default: break
        }
    }
}
