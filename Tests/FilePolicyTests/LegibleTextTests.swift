import Testing

@testable import FilePolicy

@Suite struct LegibleTextTests {
    @Test(arguments: [
        "\u{200B}", "\u{202E}", "\u{AD}", "\u{E000}", "\u{E0041}", "\u{FFFF}", "\u{3164}",
    ])
    func namesAndPeopleShareOneRuleOfWhatIsUnseen(unseen: String) {
        #expect("a\(unseen)b".legible == "a\u{FFFD}b")
        #expect("a\(unseen)b".disclosed == "ab")
        #expect(unseen.disclosed == nil)
    }

    @Test func keepsTheFormsOfIdeographs() {
        #expect("葛\u{E0100}城".legible == "葛\u{E0100}城")
        #expect("葛\u{E0100}城".disclosed == "葛\u{E0100}城")
        #expect("a\u{FE0F}".disclosed == "a")
        #expect("\u{FE0F}".disclosed == nil)
    }

    @Test func notesEachThingOnceAndAHundredAtMost() {
        var found = Examination()
        for number in 0..<150 {
            found.disclose(.author, " \(number) ", isRemovable: false)
            found.disclose(.author, "\(number)", isRemovable: false)
        }
        #expect(found.disclosures.count == 100)
        #expect(found.disclosures.first?.value == "0")
    }
}
