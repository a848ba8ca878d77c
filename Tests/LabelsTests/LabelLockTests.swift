import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Labels

@Suite struct LabelLockTests {
    private static let digest = String(repeating: "0a", count: 16)
    private static let head = "labels.lock\t1\nlevels\tpublic internal\nhandling\tno-print\n"

    private func findings(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return LabelLock.read(bytes).diagnostics.map { finding in
            let place = LineIndex(bytes).position(of: finding.span?.range?.lowerBound ?? 0)
            return "\(finding.code) \(place.line)"
        }
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let text =
            Self.head
            + "page\tContent/pages/あ い.md\tinternal no-print\t\(Self.digest)\t0000000a,ffffffff\n"
            + "portion\tContent/pages/あ い.md#0a0a\tinternal\t\(Self.digest)\t-\tdeleted\n"
            + "upload\tContent/uploads/a b.png\tpublic\t\(Self.digest)\t-\n"
            + "downgrade\tContent/pages/a.md\tinternal\tpublic\t2026-01-02\tb\tr and s\n"
        let lock = try #require(LabelLock.read(Array(text.utf8)).lock)
        let written = String(decoding: lock.bytes, as: UTF8.self)
        #expect(
            written.split(separator: "\n").filter { !$0.hasPrefix("#") }.joined(separator: "\n")
                + "\n" == text)
        let windows = text.replacing("\n", with: "\r\n")
        #expect(LabelLock.read(Array(windows.utf8)).lock?.bytes == lock.bytes)
        let shuffled =
            Self.head
            + text.dropFirst(Self.head.count).split(separator: "\n").reversed().joined(
                separator: "\n")
        #expect(LabelLock.read(Array(shuffled.utf8)).lock?.bytes == lock.bytes)
    }

    @Test(arguments: [
        ("", ["label.lock-damaged 1"]), ("\u{0}\u{1}", ["label.lock-damaged 1"]),
        ("page\tContent/pages/a.md\tpublic\t\(digest)\t-\n", ["label.lock-damaged 1"]),
        (head + "page\tContent/pages/a.md\tpublic\t\(digest)\n", ["label.lock-damaged 4"]),
        (head + "page\tContent/pages/a.md\tpubic\t\(digest)\t-\n", ["label.lock-damaged 4"]),
        (head + "page\tContent/pages/a.md\tpublic x\t\(digest)\t-\n", ["label.lock-damaged 4"]),
        (head + "page\tContent/pages/a.md\tpublic\t0a\t-\n", ["label.lock-damaged 4"]),
        (head + "page\tContent/pages/a.md\tpublic\t\(digest)\t0\n", ["label.lock-damaged 4"]),
        (head + "page\tContent/pages/a.md\tpublic\t\(digest)\t-\tgone\n", ["label.lock-damaged 4"]),
        (head + "pages\tContent/pages/a.md\tpublic\t\(digest)\t-\n", ["label.lock-damaged 4"]),
        (head + "page\t/etc/passwd\tpublic\t\(digest)\t-\n", ["label.lock-damaged 4"]),
        (head + "levels\ta\n", ["label.lock-damaged 4"]),
        (head + "downgrade\tContent/a\ta\tb\t2026-13-01\tc\td\n", ["label.lock-damaged 4"]),
        (
            head
                + "page\tContent/a\tpublic\t\(digest)\t-\npage\tContent/a\tinternal\t\(digest)\t-\n",
            ["label.lock-repeated 5"]
        ),
        (
            head + "<<<<<<< HEAD\npage\tContent/a\tpublic\t\(digest)\t-\n=======\n>>>>>>> other\n",
            ["label.lock-conflict 4", "label.lock-conflict 6", "label.lock-conflict 7"]
        ),
    ])
    func aLineThatCannotBeTrustedIsAnErrorInItsPlace(text: String, expected: [String]) {
        #expect(findings(text) == expected)
        #expect(LabelLock.read(Array(text.utf8)).lock == nil)
    }

    @Test func bytesOfNoMeaningAreNeverALock() throws {
        var random = SplitMix(seed: 5)
        let lock = Array((Self.head + "page\tContent/a\tpublic\t\(Self.digest)\t-\n").utf8)
        for _ in 0..<500 {
            var bytes = lock
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            let (read, diagnostics) = LabelLock.read(bytes)
            #expect((read == nil) == diagnostics.hasErrors)
        }
    }

    @Test func aDamagedLockForbidsABuildAndIsNotWrittenOver() throws {
        let site = try LockedSite()
        let text = try site.project.folder.text(of: LabelLock.file)
        let damaged = text.replacing("\tpublic\t", with: "\tpublic\t\t")
        try site.project.folder.write(damaged, to: LabelLock.file)
        #expect(
            try site.findings().map { $0.prefix(40) } == [
                "label.lock-damaged Content/labels.lock:8"
            ])
        #expect(try site.record().bytes == nil)
        #expect(try site.project.folder.text(of: LabelLock.file) == damaged)
    }
}

@Suite struct TextFingerprintTests {
    private func print(_ text: String) -> TextFingerprint {
        TextFingerprint(of: [ArraySlice(Array(text.utf8))])
    }

    @Test func blanksAndLineBreaksMakeNoDifference() {
        let a = print("障害が発生した場合は、速やかに連絡します。\n連絡先は契約書に記載しています。")
        let b = print("障害が発生した場合は、\r\n  速やかに連絡します。連絡先は契約書に\n記載しています。\n\n")
        #expect(a.digest == b.digest)
        #expect(a.sketch == b.sketch)
        #expect(a.sketch.count == 2)
    }

    @Test func sentencesAreKnownInAnotherText() {
        let old = print(
            "First sentence of the text. Second one follows!\n\n- A third in a list\n- The fourth")
        let new = print(
            "Something new. Second one follows! And more.\n\n* x\n- A third in a list\n")
        #expect(old.sketch.count == 3)
        #expect(new.holds(old.sketch))
        #expect(!print("Second one follows!").holds(old.sketch))
        #expect(!print("").holds(print("").sketch))
    }

    /// Eight values stand for hundreds of sentences: what keeps none of them is never found, what
    /// keeps nine of ten nearly always.
    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func aSketchTellsHowMuchOfATextWasKept(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let sentences = (0..<300).map { "Sentence \(seed) number \($0) of the text." }
        let other = (0..<300).map { "Another \(seed) number \($0) of the text." }
        let old = print(sentences.joined(separator: "\n"))
        #expect(old.sketch.count == TextFingerprint.sketchLength)
        #expect(!print(other.joined(separator: "\n")).holds(old.sketch))
        let kept = sentences.map { sentence in
            Int.random(in: 0..<10, using: &random) == 0 ? "Changed \(sentence)" : sentence
        }
        #expect(
            print((other + kept).shuffled(using: &random).joined(separator: "\n")).holds(old.sketch)
        )
    }
}
