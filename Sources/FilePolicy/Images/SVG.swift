/// Looks through an SVG image: only what draws may stand in it.
func examineSVG(
    _ bytes: ArraySlice<UInt8>, _ limits: FilePolicy.Limits, _ budget: inout ArchiveBudget,
    _ found: inout Examination
) {
    guard bytes.count <= limits.svgBytes else {
        return found.refuse(.svgTooLarge(limits.svgBytes))
    }
    var bounds = limits
    bounds.xmlElements = min(limits.xmlElements, 200_000)
    var reading = SVGReading(found)
    let outcome = readXML(bytes, bounds, &budget) { reading.take($0) }
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
    private var style: [UInt8]?
    private var people = EditorTraces()

    init(_ found: Examination) { self.found = found }

    mutating func take(_ event: XMLEvent) {
        switch event {
        case .start(let element):
            let isDrawing = element.name.space == SVGVocabulary.space
            readElement(element.name, isDrawing: isDrawing)
            for attribute in element.attributes {
                readAttribute(attribute, of: element.name.local, isDrawing: isDrawing)
            }
            people.start(element, &found)
        case .end(let name):
            if name.local == "style", name.space == SVGVocabulary.space { finishStyle() }
            people.end(name, &found)
        case .text(let text):
            if !isStyleSettled { style?.append(contentsOf: text.buffer) }
            people.text(text)
        case .instruction(let target):
            if target.equals(ignoringCase: "xml-stylesheet") { found.refuse(.svgStylesheet) }
        case .doctype(let hasInternalSubset, let system):
            declaresEntities = hasInternalSubset
            if hasInternalSubset { found.refuse(.svgDoctype) }
            if let system, !SVGVocabulary.isDoctype(system) {
                found.refuse(.svgExternalDoctype)
            }
        }
    }

    private mutating func readElement(_ name: XMLName, isDrawing: Bool) {
        if !hasRoot {
            hasRoot = true
            guard isDrawing, name.local == "svg" else {
                let isBare = name.space.isEmpty && name.local == "svg"
                return found.refuse(isBare ? .svgNamespace : .svgRoot)
            }
        }
        guard isDrawing else {
            if SVGVocabulary.actingSpaces.contains(name.space) {
                found.refuse(name.local == "script" ? .svgScript : .svgForeignContent)
            }
            return
        }
        if SVGVocabulary.scripts.contains(ignoringCase: name.local) {
            found.refuse(.svgScript)
        } else if SVGVocabulary.foreign.contains(ignoringCase: name.local) {
            found.refuse(.svgForeignContent)
        } else if !SVGVocabulary.elements.contains(name.local) {
            if !hasUnknownElement { found.refuse(.svgUnknownElement(name.local.text)) }
            hasUnknownElement = true
        } else if name.local == "style" {
            style = style ?? []
        }
    }

    private mutating func finishStyle() {
        style?.withUnsafeBufferPointer { readStyle($0) }
        style = nil
    }

    private mutating func readStyle(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !isStyleSettled else { return }
        let refusals = SVGStyle(bytes).refusals
        guard !refusals.isEmpty else { return }
        for rule in refusals { found.refuse(rule) }
        isStyleSettled = SVGStyle.rules.allSatisfy { rule in
            found.refusals.contains { $0.id == rule.id }
        }
    }

    private mutating func readAttribute(
        _ attribute: XMLAttribute, of element: XMLBytes, isDrawing: Bool
    ) {
        let (key, value) = (attribute.name.local, attribute.value)
        if key.hasPrefix(ignoringCase: "on") { found.refuse(.svgEventHandler) }
        if key.equals(ignoringCase: "base"), attribute.name.space == SVGVocabulary.xmlSpace {
            found.refuse(.svgBase)
        }
        let isLink = key.equals(ignoringCase: "href")
        if isLink || (isDrawing && key.equals(ignoringCase: "src")) {
            let reference = SVGReference(value.buffer)
            let isAnchor = isDrawing && element == "a"
            if let rule = isAnchor ? reference.refusalOfLink : reference.refusal {
                found.refuse(rule)
            }
        } else if key.equals(ignoringCase: "ping") {
            found.refuse(.svgExternalReference)
        }
        guard isDrawing, attribute.name.space.isEmpty else { return }
        if SVGVocabulary.animations.contains(element) { readAnimation(key, value) }
        let isProse =
            isLink || key.equals(ignoringCase: "id") || key.hasPrefix(ignoringCase: "aria-")
            || key.hasPrefix(ignoringCase: "data-")
        if !isProse { readStyle(value.buffer) }
    }

    private mutating func readAnimation(_ key: XMLBytes, _ value: XMLBytes) {
        if key.equals(ignoringCase: "attributename") {
            let name = value.buffer.filter { $0 > 0x20 }
            name.withUnsafeBufferPointer { name in
                let start = name.lastIndex(of: 0x3A).map { $0 + 1 } ?? 0
                let local = XMLBytes(name).dropFirst(start)
                if local.hasPrefix(ignoringCase: "on") || local.equals(ignoringCase: "href")
                    || local.equals(ignoringCase: "src")
                {
                    found.refuse(.svgAnimatedLink)
                }
            }
        } else if Self.animated.contains(ignoringCase: key) {
            for part in value.buffer.split(separator: 0x3B)
            where part.contains(0x3A) && SVGReference(part) == .script {
                found.refuse(.svgScriptLink)
            }
        }
    }

    /// The attributes that hold the values of an animation.
    private static let animated = ByteWords("to from by values")
}
