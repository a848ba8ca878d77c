/// Looks through an SVG image: only what draws may stand in it.
func examineSVG(
    _ bytes: ArraySlice<UInt8>, _ limits: FilePolicy.Limits, _ found: inout Examination
) {
    var reading = SVGReading(found)
    let outcome = readXML(bytes, limits) { reading.take($0) }
    found = reading.found
    switch outcome {
    case .complete: break
    case .malformed(let line):
        // The declaration of an entity ends the reading, and has been refused by itself.
        if !found.refusals.contains(.svgDoctype) { found.refuse(.svgMalformed(line: line)) }
    case .limit:
        found.giveUp(
            en: "the SVG image has too many elements to look through; simplify the drawing",
            ja: "SVG 画像の要素が多すぎて検査できません。図を簡略にしてください")
    }
}

/// What has been seen of an SVG image up to some event.
private struct SVGReading {
    var found: Examination
    private var hasRoot = false
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
            style?.append(text)
            people.text(text)
        case .instruction(let target, _):
            if target.lowercased() == "xml-stylesheet" { found.refuse(.svgStylesheet) }
        case .doctype(let hasInternalSubset):
            if hasInternalSubset { found.refuse(.svgDoctype) }
        }
    }

    private mutating func readElement(_ name: XMLName) {
        if !hasRoot {
            hasRoot = true
            guard name.space == SVGVocabulary.space, name.local == "svg" else {
                return found.refuse(.svgRoot)
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
            found.refuse(.svgUnknownElement(name.local))
        } else if name.local == "style" {
            style = style ?? ""
        }
    }

    private mutating func finishStyle() {
        if let style { refuse(SVGStyle(style)) }
        style = nil
    }

    private mutating func refuse(_ style: SVGStyle) {
        for rule in style.refusals { found.refuse(rule) }
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
        if !isProse { refuse(SVGStyle(value)) }
    }

    private mutating func readLink(_ value: String, of name: XMLName) {
        let reference = SVGReference(value.utf8)
        let isAnchor = name.space == SVGVocabulary.space && name.local == "a"
        if reference == .web, isAnchor { return }
        if let rule = reference.refusal { found.refuse(rule) }
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
            for part in value.utf8.split(separator: 0x3B) where SVGReference(part) == .script {
                found.refuse(.svgScriptLink)
            }
        default: break
        }
    }
}
