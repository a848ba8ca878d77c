import Foundation
import TestSupport
import Testing

@testable import Core

/// What `--dry-run` prints.
@Suite struct UnifiedDiffTests {
    private func diff(_ old: String?, _ new: String) -> String {
        String(
            decoding: UnifiedDiff.text(
                file: "a.md", from: old.map { Array($0.utf8) }, to: Array(new.utf8)),
            as: UTF8.self)
    }

    @Test func showsLinesAroundEachChange() {
        let old = (1...12).map { "\($0)\n" }.joined()
        #expect(
            diff(old, old.replacing("6\n", with: "six\n")) == """
                --- a/a.md
                +++ b/a.md
                @@ -3,7 +3,7 @@
                 3
                 4
                 5
                -6
                +six
                 7
                 8
                 9

                """)
    }

    @Test func sameTextsHaveNoDifference() { #expect(diff("a\n", "a\n") == "") }

    @Test func aNewFileComesFromNowhere() {
        #expect(diff(nil, "a\n") == "--- /dev/null\n+++ b/a.md\n@@ -0,0 +1 @@\n+a\n")
    }

    /// patch(1) has the last word: it turns the old text into the new one.
    @Test func patchUnderstandsIt() async throws {
        var random = SplitMix(seed: 7)
        for _ in 0..<20 {
            let old = (0..<30).map { _ in "line \(Int.random(in: 0..<9, using: &random))\n" }
            var new = old
            for _ in 0..<3 {
                let place = Int.random(in: new.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: new[place] = "changed\n"
                case 1: new.insert("inserted\n", at: place)
                default: new.remove(at: place)
                }
            }
            let (before, after) = (old.joined(), String(new.joined().dropLast()))
            #expect(apply(diff(before, after), to: before) == after)
        }
    }

    /// Applies a difference as patch(1) would, by the line numbers of its hunks.
    private func apply(_ diff: String, to text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        var result: [Substring] = []
        var at = 0
        var endsWithoutFeed = false
        for line in diff.split(separator: "\n").dropFirst(2) {
            switch line.first {
            case "@":
                let number = line.dropFirst(4).prefix { $0.isNumber }
                let start = max((Int(number) ?? 1) - 1, 0)
                result += lines[at..<start]
                at = start
            case " ":
                result.append(line.dropFirst())
                at += 1
            case "-": at += 1
            case "+": result.append(line.dropFirst())
            default: endsWithoutFeed = true
            }
        }
        result += lines[at...]
        return result.joined(separator: "\n") + (endsWithoutFeed ? "" : "\n")
    }
}
