import Core
import Testing

@testable import Theming

/// The theme that the program carries.
@Suite struct DefaultThemeTests {
    @Test func loadsWithoutAFinding() {
        let (theme, diagnostics) = Theme.load(.builtIn)
        #expect(diagnostics.map(\.message.en) == [])
        #expect(theme?.templateNames.isSuperset(of: ThemeSchema.requiredTemplates) == true)
    }
}
