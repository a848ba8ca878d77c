import Core

/// The labels of the Traffic Light Protocol, lowest first.
///
/// They have one spelling in every language and are shown in their own colours on black.
///
/// - Source: FIRST, "Traffic Light Protocol (TLP)", version 2.0, August 2022, clauses 2 and 3.
package enum TrafficLight: String, CaseIterable, Sendable {
    case clear = "TLP:CLEAR"
    case green = "TLP:GREEN"
    case amber = "TLP:AMBER"
    case amberStrict = "TLP:AMBER+STRICT"
    case red = "TLP:RED"

    /// Upper case, without a space, never translated: `TLP:AMBER+STRICT`.
    package var spelling: String { rawValue }

    /// The colour of the letters, as CSS writes it.
    package var color: String {
        switch self {
        case .clear: "#FFFFFF"
        case .green: "#33FF00"
        case .amber, .amberStrict: "#FFC000"
        case .red: "#FF2B2B"
        }
    }

    /// What the letters stand on, as CSS writes it.
    package static let background = "#000000"

    /// 0 for `TLP:CLEAR`; a higher one is shared with fewer.
    package var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The label that a wrong spelling most likely meant; `TLP:WHITE` was version 1's name of
    /// `TLP:CLEAR`.
    static func nearest(to text: String) -> TrafficLight? {
        let letters = text.uppercased().filter { !$0.isWhitespace }
        let full = letters.hasPrefix("TLP:") ? letters : "TLP:" + letters
        if full == "TLP:WHITE" { return .clear }
        return nearestName(to: full, in: allCases.map(\.rawValue)).flatMap(Self.init(rawValue:))
    }
}
