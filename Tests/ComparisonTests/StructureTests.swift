import Comparison
import Markdown
import Testing

/// Blocks that split, join, move and repeat keep their common text.
struct StructureTests {
    private static let first = "バックアップは毎日取得し、三世代分を保管しています。"
    private static let second = "復元の手順は年に一度確認しています。"
    private static let third = "復元にかかる時間は、通常二時間以内です。"

    /// What became of the blocks: a letter each, with the number of blocks of an edit.
    private func shape(_ old: String, _ new: String) -> String {
        let (old, new) = (blocks(old), blocks(new))
        let comparison = TextComparison(from: old, to: new)
        #expect(comparison.applied(to: old) == new)
        #expect(comparison.inverse.applied(to: new) == old)
        return comparison.changes.map { change in
            switch change {
            case .same(let blocks): "same \(blocks.count)"
            case .removed: "removed"
            case .added: "added"
            case .edited(.text(let edit)): "edited \(edit.from.count) to \(edit.to.count)"
            case .edited(.table): "edited table"
            case .movedAway(_, let move): "away \(move)"
            case .movedHere(_, let move): "here \(move)"
            }
        }.joined(separator: ", ")
    }

    @Test(arguments: [
        (first + second, first + "\n\n" + second, "edited 1 to 2"),
        (first + second + third, first + "\n\n" + second + "\n\n" + third, "edited 1 to 3"),
        (first + "\n\n" + second, first + second, "edited 2 to 1"),
        (first + second, first + "\n\nまた、" + second, "edited 1 to 2"),
        (first + "\n\n" + second, second + "\n\n" + first, "away 0, same 1, here 0"),
        (first + "\n\n- 甲\n- 乙", first + "\n\n- 甲\n- 丙\n- 乙", "same 2, added, same 1"),
        ("なし\n\n" + first, first + "\n\nなし", "removed, same 1, added"),
        (first + "\n\n---\n\n" + second, first + "\n\n" + second, "same 1, removed, same 1"),
        ("| 甲 | 乙 |\n|-|-|\n| 一 | 二 |", "| 甲 | 乙 |\n|-|-|\n| 一 | 三 |", "edited table"),
        (first, "| 甲 |\n|-|\n| 一 |", "removed, added"),
        ("1.9", "1.10", "edited 1 to 1"), ("", first, "added"), (first, "", "removed"),
        ("", "", ""),
        (
            ":::note\n\(first)\n:::\n\n\(second)", "\(first)\n\n\(second)",
            "removed, edited 1 to 1, same 1"
        ),
    ])
    func blocksAreRecognised(old: String, new: String, expected: String) {
        #expect(shape(old, new) == expected)
    }

    @Test func aTextOfTheSameBlocksInNewTablesStaysATable() {
        let old = TextTable(
            alignments: [.left], header: [[TextRun("甲")], [TextRun("乙")]],
            rows: [[[TextRun("一")]], [[TextRun("二")], [TextRun("三")]]])
        #expect(old.alignments == [.left, .none])
        #expect(old.rows[0] == [[TextRun("一")], []])
    }

    @Test func runsOfOneLookAreOneRun() {
        let strong = TextStyle(.strong)
        let image = TextRun("図", style: TextStyle(image: "a"))
        let runs = [
            TextRun("か"), TextRun("\u{3099}"), TextRun(""), TextRun("き", style: strong),
            TextRun("く", style: strong), image, image,
        ]
        #expect(
            TextBlock(.init(.paragraph), runs).content
                == .text([TextRun("が"), TextRun("きく", style: strong), image, image]))
    }
}
