import TestSupport
import Testing

/// Pages with so many places that nothing may be looked up among all of them for each.
@Suite struct ManyPlacesTests {
    @Test(arguments: [":::label a\n:::\n", ":::label a\n# a%\n:::\n", "# a {#a%}\n"])
    func aPageWithManyIsCheckedSoon(unit: String) async throws {
        let text = (0..<20_000).map { unit.replacing("%", with: String($0)) }.joined()
        let project = try TemporaryProject(settings("") + page("index.md", text: text))
        let run = try await project.run("check")
        #expect(run.status < 2)
        #expect(run.elapsed < .seconds(20))
    }
}
