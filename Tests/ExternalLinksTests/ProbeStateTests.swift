import ExternalLinks
import Testing

@Test func namesItsStatesInWords() { #expect(ProbeState.broken.rawValue == "broken") }
