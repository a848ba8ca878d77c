import TestSupport
import Testing

@Suite struct TextArchiveTests {
    @Test func eachMarkerBeginsAFileAndTheRestIsAComment() {
        let archive = TextArchive("a comment\n-- a.md --\none\n\n-- b/c.yml --\n-- d.md --\nlast\n")
        #expect(
            archive.files == [
                .init(path: "a.md", text: "one\n\n"), .init(path: "b/c.yml", text: ""),
                .init(path: "d.md", text: "last\n"),
            ])
    }

    @Test func frontMatterLinesAreNoMarkers() {
        let archive = TextArchive("-- a.md --\n---\ntitle: A\n---\n")
        #expect(archive.files.map(\.text) == ["---\ntitle: A\n---\n"])
    }

    @Test func aLastLineWithoutLineFeedIsGivenOne() {
        #expect(TextArchive("-- a.md --\nlast").files.map(\.text) == ["last\n"])
    }

    @Test func aTextWithoutMarkersHoldsNoFile() {
        #expect(TextArchive("").files.isEmpty)
        #expect(TextArchive("only\na comment\n").files.isEmpty)
    }
}
