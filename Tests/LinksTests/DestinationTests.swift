import Testing

@testable import Links

@Suite struct DestinationTests {
    /// A destination written in `guide/advanced/`, and where it leads.
    @Test(
        arguments: [
            ("https://a.example/x.md", .external), ("HTTP://a.example/", .external),
            ("mailto:a@b.jp", .external), ("tel:+81-3", .external), ("//a.example/x", .external),
            ("data:text/plain,x", .external), ("svn+ssh://a/b", .external),
            ("", .samePage), ("#責任", .samePage), ("?x=1", .samePage),
            ("b.md", .page("guide/advanced/b.md")), ("./b.md", .page("guide/advanced/b.md")),
            ("../b.md", .page("guide/b.md")), ("../../b.en.md#x", .page("b.en.md")),
            ("/b.md", .page("b.md")), ("c/../b.md?x#y", .page("guide/advanced/b.md")),
            ("%E8%B2%AC.md", .page("guide/advanced/責.md")),
            ("a%20b.md", .page("guide/advanced/a b.md")),
            ("/guide/start/", .path("/guide/start/")), ("/guide/start", .path("/guide/start")),
            ("start/", .path("/guide/advanced/start/")), ("..", .path("/guide/")),
            (".", .path("/guide/advanced/")), ("/", .path("/")), ("../..", .path("/")),
            ("/uploads/a.png", .path("/uploads/a.png")), ("/uploads/a.md", .path("/uploads/a.md")),
            ("../../../uploads/a.png", .path("/uploads/a.png")),
            ("../../../../uploads/a.png", .invalid), ("../../../b.md", .invalid),
            ("../../../site.yml", .invalid), ("%FF.md", .undecodable), ("100%.md", .undecodable),
            ("a:b.md", .external), ("1a:b.md", .page("guide/advanced/1a:b.md")),
            ("/%E8%B2%AC/", .path("/責/")), ("b.MD", .path("/guide/advanced/b.MD")),
        ] as [(String, Destination.Place)])
    func leadsWhereAMarkdownEditorWouldFollowIt(text: String, place: Destination.Place) {
        #expect(Destination(text, in: "guide/advanced").place == place)
    }

    @Test(
        arguments: [
            ("a.md", "", nil), ("a.md#", "", ""), ("a.md?x=1#y", "?x=1", "y"),
            ("#%E8%B2%AC", "", "責"),
            ("#100%", "", "100%"), ("a#b#c", "", "b#c"), ("#a?b", "", "a?b"),
        ] as [(String, String, String?)])
    func queryAndFragmentAreTakenApart(text: String, query: String, fragment: String?) {
        let destination = Destination(text, in: "")
        #expect(destination.query == query)
        #expect(destination.fragment == fragment)
    }

    @Test func atTheRootNothingLeadsAbove() {
        #expect(Destination("a.md", in: "").place == .page("a.md"))
        #expect(Destination("../uploads/a.png", in: "").place == .path("/uploads/a.png"))
        #expect(Destination("../a.md", in: "").place == .invalid)
    }
}
