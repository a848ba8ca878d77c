import TestSupport
import Testing

@testable import Whitepapers

/// The order of the numbers in a document.
struct ItemNumberTests {
    /// Controls in the order of ISO/IEC 27017:2015, its own CLD controls among them.
    private static let controls = [
        "5.1.1", "6.1.1", "6.1.3", "CLD.6.3.1", "7.2.2", "8.1.1", "CLD.8.1.5", "8.2.2", "9.1.2",
        "9.4.4", "CLD.9.5.1", "CLD.9.5.2", "10.1.1", "12.1.3", "CLD.12.1.5", "12.3.1", "12.4.4",
        "CLD.12.4.5", "12.6.1", "13.1.3", "CLD.13.1.4", "18.2.1",
    ]

    @Test func ordersControlsAsTheStandardDoes() {
        var random = SplitMix(seed: 1)
        for _ in 0..<50 {
            let sorted = Self.controls.shuffled(using: &random)
                .sorted { ItemNumber(control: $0)! < ItemNumber(control: $1)! }
            #expect(sorted == Self.controls)
        }
    }

    @Test func putsAControlOfTheExtensionAfterThePlainOneWithItsNumber() {
        #expect(ItemNumber(control: "12.4.5")! < ItemNumber(control: "CLD.12.4.5")!)
        #expect(ItemNumber(control: "CLD.12.4.5")! < ItemNumber(control: "12.4.6")!)
    }

    @Test func ordersSectionsByNumberWithAnnexesLast() {
        let sections = ["1", "1.1", "1.2", "1.10", "2", "2.2", "10", "A", "A.1", "B"]
        let numbers = sections.reversed().compactMap(ItemNumber.init(section:)).sorted()
        #expect(numbers == sections.compactMap(ItemNumber.init(section:)))
    }

    @Test(arguments: ["", ".", "1.", ".1", "1..2", "1-2", "1 2", "１.２", "99999999999", "a/b"])
    func refusesWhatIsNoNumber(_ text: String) {
        #expect(ItemNumber(section: text) == nil)
        #expect(ItemNumber(control: text) == nil)
    }

    @Test func knowsWhatIsPartOfWhat() throws {
        let chapter = try #require(ItemNumber(section: "3"))
        let part = try #require(ItemNumber(section: "3.2.1"))
        let other = try #require(ItemNumber(section: "30.2"))
        #expect(part.isWithin(chapter))
        #expect(!chapter.isWithin(chapter))
        #expect(!other.isWithin(chapter))
    }
}
