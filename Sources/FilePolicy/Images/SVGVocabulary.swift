/// The names that decide what an SVG image may hold.
///
/// - Source: SVG 1.1, appendix "Element Index"; SVG 2, appendix G; SVG 1.2 for the flowing text
///   that Inkscape writes.
enum SVGVocabulary {
    static let space: StaticString = "http://www.w3.org/2000/svg"
    static let xmlSpace: StaticString = "http://www.w3.org/XML/1998/namespace"
    static let editorSpaces = ByteWords(
        """
        http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd
        http://www.inkscape.org/namespaces/inkscape
        """)

    /// Whether this is the address of one of W3C's own document types of SVG.
    static func isDoctype(_ system: String) -> Bool {
        let names = [
            "http://www.w3.org/Graphics/SVG/", "https://www.w3.org/Graphics/SVG/",
            "http://www.w3.org/TR/",
        ]
        return names.contains(where: system.hasPrefix) && system.hasSuffix(".dtd")
    }

    /// Namespaces whose elements a browser brings to life; all others it leaves alone.
    static let actingSpaces = ByteWords(
        """
        http://www.w3.org/1999/xhtml http://www.w3.org/1998/Math/MathML
        http://www.w3.org/1999/XSL/Transform http://www.w3.org/2001/xml-events
        http://www.w3.org/2001/XInclude http://www.mozilla.org/xbl http://www.w3.org/ns/xbl
        http://www.mozilla.org/keymaster/gatekeeper/there.is.only.xul
        """)

    static let scripts = ByteWords("script handler listener")
    static let foreign = ByteWords(
        "foreignobject iframe embed object audio video canvas source track link meta base")
    static let animations = ByteWords(
        "set animate animateColor animateMotion animateTransform discard")

    /// Elements that only draw, describe, or group.
    static let elements = ByteWords(
        """
        a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform
        circle clipPath color-profile cursor defs desc discard ellipse feBlend feColorMatrix
        feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
        feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage
        feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
        feTile feTurbulence filter flowDiv flowLine flowPara flowRegion flowRegionBreak
        flowRegionExclude flowRoot flowSpan flowTref font font-face font-face-format
        font-face-name font-face-src font-face-uri g glyph glyphRef hatch hatchpath hkern image
        line linearGradient marker mask mesh meshGradient meshgradient meshPatch meshpatch meshRow
        meshrow metadata missing-glyph mpath path pattern pgf polygon polyline radialGradient rect
        set solidColor solidcolor stop style svg switch symbol text textPath title tref tspan use
        unknown view vkern
        """)
}
