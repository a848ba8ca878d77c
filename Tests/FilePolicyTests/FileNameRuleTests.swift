import Testing

@testable import FilePolicy

@Suite struct FileNameRuleTests {
    @Test(arguments: [
        ("", "name-empty"),
        (".hidden.txt", "name-hidden"),
        (" a.txt", "name-space"),
        ("a.txt ", "name-space"),
        ("\u{3000}a.txt", "name-space"),
        ("a.txt.", "name-trailing-dot"),
        ("a\nb.txt", "name-control-character"),
        ("a\u{7F}.txt", "name-control-character"),
        ("a\u{85}.txt", "name-control-character"),
        ("a\u{202E}txt.exe", "name-bidirectional"),
        ("a\u{2066}.txt", "name-bidirectional"),
        ("a\u{200F}.txt", "name-bidirectional"),
        ("a\u{061C}.txt", "name-bidirectional"),
        ("a\u{200B}.txt", "name-invisible"),
        ("a\u{00AD}.txt", "name-invisible"),
        ("a\u{FE0F}.txt", "name-invisible"),
        ("a\u{E0041}.txt", "name-invisible"),
        ("a:b.txt", "name-forbidden-character"),
        ("a\\b.txt", "name-forbidden-character"),
        ("a/b.txt", "name-forbidden-character"),
        ("CON", "name-reserved"),
        ("nul.txt", "name-reserved"),
        ("aux .txt", "name-reserved"),
        ("Com1.tar.txt", "name-reserved"),
        ("lpt³.txt", "name-reserved"),
        (".htaccess", "name-server-file"),
        ("Web.config", "name-server-file"),
        ("_redirects", "name-server-file"),
        ("CNAME", "name-server-file"),
        ("a.php.txt", "name-double-extension"),
        ("a.PHP .txt", "name-double-extension"),
        ("a.shtml.txt", "name-double-extension"),
        ("a.jsp.b.txt", "name-double-extension"),
        (String(repeating: "長", count: 84) + ".txt", "name-too-long"),
    ])
    func refusesTheName(_ name: String, rule: String) {
        BadFile("name", rule, named: name, Array("text".utf8)).expectRefusal()
    }

    @Test(arguments: [
        "報告書 2026年度.txt", "a b.txt", "v1.2.3.txt", "葛\u{E0100}城.txt", "表\u{3000}一.txt",
        "がぎ.txt", "か\u{3099}.txt", "Screenshot 10.00.00\u{202F}AM.txt", "console.txt", "com.txt",
        "COM10.txt", "a-(1) [2] {3} & 'b', +=@~^%$#!;.txt", "☎\u{FE0F}.txt", "CON_1.txt",
        "example.com.txt", "node.js.txt", "a.py.txt", "a.html.txt", "a.url.iso.app.pl.txt",
        String(repeating: "長", count: 83) + ".txt",
    ])
    func allowsTheName(_ name: String) {
        expectClean(name, Array("text".utf8), .text)
    }

    @Test func collectsAllThatIsWrong() {
        let found = FilePolicy().examine(name: ".a\u{202E}.php.png", SmallFiles.jpeg)
        let ids = Set(found.refusals.map(\.id))
        let expected: Set = [
            "name-hidden", "name-bidirectional", "name-double-extension", "type-mismatch",
        ]
        #expect(ids == expected)
        #expect(found.type == .jpeg)
    }
}
