import Foundation
import Testing

@testable import Theming

/// The colours of the default theme against WCAG 2.2, 1.4.3 (text) and 1.4.11 (everything else).
@Suite struct ContrastTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        let front: String
        let back: String
        var least = 4.5

        var testDescription: String { "\(front) on \(back)" }
    }

    static let pairs: [Pair] =
        ["paper", "wash"].flatMap { back in
            ["ink", "ink-soft", "key", "link", "visited"].map { Pair(front: $0, back: back) }
        }
        + ["note", "tip", "important", "warning", "caution"].flatMap { name in
            ["ink", "link", "visited", name].map { Pair(front: $0, back: "\(name)-wash") }
        } + [
            Pair(front: "on-key", back: "key"), Pair(front: "on-band", back: "band"),
            Pair(front: "on-band-restricted", back: "band-restricted"),
            Pair(front: "on-chip", back: "chip"),
            Pair(front: "line-strong", back: "paper", least: 3),
            Pair(front: "line-strong", back: "wash", least: 3),
            Pair(front: "focus", back: "paper", least: 3),
            Pair(front: "focus", back: "wash", least: 3),
            Pair(front: "focus", back: "focus-halo", least: 3),
        ]

    @Test(arguments: pairs, [false, true])
    func isEnoughInLightAndDark(_ pair: Pair, isDark: Bool) throws {
        let colours = try Self.colours(isDark: isDark)
        let front = try #require(colours[pair.front])
        let back = try #require(colours[pair.back])
        let (light, dark) = (max(front, back), min(front, back))
        let ratio = (light + 0.05) / (dark + 0.05)
        #expect(ratio >= pair.least, "\(ratio)")
    }

    /// The Traffic Light Protocol prescribes colours and black; they are the same in every scheme.
    @Test(arguments: [
        ("clear", "ffffff"), ("green", "33ff00"), ("amber", "ffc000"), ("red", "ff2b2b"),
    ])
    func isEnoughForTrafficLightsInTheirOwnColoursOnBlack(name: String, color: String) throws {
        let theme = try #require(Theme.load(.builtIn).0)
        let style = try #require(theme.assets.first { $0.path == "style.css" })
        let text = String(decoding: style.bytes, as: UTF8.self)
        #expect(text.contains(".tlp-\(name) { color: #\(color); }"))
        #expect(text.contains(".marking .tlp { padding: 0.0625rem 0.5em; background: #000000;"))
        #expect((try Self.luminance(color) + 0.05) / 0.05 >= 4.5)
    }

    /// Relative luminance of each custom property.
    private static func colours(isDark: Bool) throws -> [String: Double] {
        let theme = try #require(Theme.load(.builtIn).0)
        let style = try #require(theme.assets.first { $0.path == "style.css" })
        let parts = String(decoding: style.bytes, as: UTF8.self)
            .components(separatedBy: "@media (prefers-color-scheme: dark)")
        try #require(parts.count == 2)
        var found: [String: Double] = [:]
        // The dark scheme changes some of the light one's colours.
        for part in isDark ? parts : [parts[0]] {
            let block = part.components(separatedBy: "/*").first { $0.contains("--paper") } ?? ""
            for match in block.matches(of: /--([a-z-]+): #([0-9a-f]{6});/) {
                found[String(match.1)] = try luminance(String(match.2))
            }
        }
        return found
    }

    /// - Source: WCAG 2.2, "relative luminance".
    private static func luminance(_ hex: String) throws -> Double {
        let number = try #require(Int(hex, radix: 16))
        let channels = [16, 8, 0].map { shift in
            let value = Double(number >> shift & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
}
