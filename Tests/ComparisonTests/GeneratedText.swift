import Markdown
import TestSupport

/// Texts of any blocks, and what an editor makes of them, decided by a seed.
struct GeneratedText {
    private var numbers: SplitMix

    init(seed: UInt64) { numbers = SplitMix(seed: seed) }

    private static let phrases = [
        "バックアップは毎日取得しています。", "保管場所は東京リージョンです。", "ISO/IEC 27017:2015", "第 1.10 版、",
        "お客様の責任で設定します", "、", "。", " and the logs are kept ", "か\u{3099}", "👨‍👩‍👧", "𠮷", "1,000 件",
        "アクセス権を四半期ごとに見直します。", "a", " ", "<b>&\"", "暗号化", "します", "🇯🇵", "e\u{301}",
    ]

    private mutating func chance(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &numbers) < percent
    }

    private mutating func pick<T>(_ all: [T]) -> T {
        all[Int.random(in: all.indices, using: &numbers)]
    }

    private mutating func run() -> TextRun {
        let text = (0..<Int.random(in: 1...4, using: &numbers)).map { _ in pick(Self.phrases) }
        var style = TextStyle()
        if chance(20) {
            style.marks = pick([.strong, .emphasis, .code, [.strong, .strikethrough]])
        }
        if chance(10) { style.link = pick(["https://a.jp/", "javascript:x", "../b.md", ""]) }
        if chance(5) { style.image = pick(["a.png", "b.png"]) }
        return TextRun(text.joined(), style: style)
    }

    private mutating func runs(_ most: Int = 5) -> [TextRun] {
        (0..<Int.random(in: 0...most, using: &numbers)).map { _ in run() }
    }

    mutating func block() -> TextBlock {
        if chance(12) { return TextBlock(path: path(), table()) }
        let kind = pick(
            [
                .paragraph, .paragraph, .paragraph, .heading(level: 2), .listItem(ListMarker()),
                .listItem(ListMarker(number: 3)), .code(info: "sh"), .thematicBreak,
                .container(name: "note"), .footnote(number: 1),
            ] as [TextBlock.Kind])
        return TextBlock(
            .init(kind, path: path()), kind == .thematicBreak ? [] : runs())
    }

    private mutating func path() -> [TextBlock.Step] {
        chance(80) ? [] : pick([[.quote], [.list], [.quote, .list], [.container(name: "note")]])
    }

    private mutating func table() -> TextTable {
        let width = Int.random(in: 1...4, using: &numbers)
        return TextTable(
            alignments: (0..<width).map { _ in pick(TextTable.Alignment.allCases) },
            header: (0..<width).map { _ in runs(1) },
            rows: (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
                (0..<width).map { _ in runs(2) }
            })
    }

    /// A text of up to 14 blocks.
    mutating func text() -> [TextBlock] {
        (0..<Int.random(in: 0...14, using: &numbers)).map { _ in block() }
    }

    /// What an editor makes of a text.
    mutating func edited(_ text: [TextBlock]) -> [TextBlock] {
        var text = text
        for _ in 0..<Int.random(in: 0...6, using: &numbers) {
            guard !text.isEmpty else { return [block()] }
            let at = Int.random(in: text.indices, using: &numbers)
            switch Int.random(in: 0..<8, using: &numbers) {
            case 0: text.remove(at: at)
            case 1: text.insert(block(), at: at)
            case 2:
                let end = min(text.count, at + Int.random(in: 1...4, using: &numbers))
                let moved = Array(text[at..<end])
                text.removeSubrange(at..<end)
                text.insert(
                    contentsOf: moved, at: Int.random(in: 0...text.count, using: &numbers))
            case 3: text[at...at] = split(text[at])
            case 4 where at + 1 < text.count: text[at...at + 1] = joined(text[at], text[at + 1])
            case 5: text.insert(text[at], at: pick(Array(0...text.count)))
            default: text[at] = edited(text[at])
            }
        }
        return text
    }

    private mutating func split(_ block: TextBlock) -> ArraySlice<TextBlock> {
        guard case .text(let runs) = block.content, runs.count > 1 else { return [block] }
        let at = Int.random(in: 1..<runs.count, using: &numbers)
        return [
            TextBlock(block.head, Array(runs[..<at])), TextBlock(block.head, Array(runs[at...])),
        ]
    }

    private func joined(_ one: TextBlock, _ other: TextBlock) -> ArraySlice<TextBlock> {
        guard case .text(let first) = one.content, case .text(let second) = other.content else {
            return [one, other]
        }
        return [TextBlock(one.head, first + second)]
    }

    private mutating func edited(_ block: TextBlock) -> TextBlock {
        switch block.content {
        case .table(let table): return TextBlock(path: block.head.path, edited(table))
        case .text(let runs):
            let head = chance(20) ? self.block().head : block.head
            if case .table = head.kind { return block }
            return TextBlock(head, edited(runs))
        }
    }

    private mutating func edited(_ runs: [TextRun]) -> [TextRun] {
        var runs = runs
        guard !runs.isEmpty else { return [run()] }
        let at = Int.random(in: runs.indices, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: runs.remove(at: at)
        case 1: runs.insert(run(), at: at)
        case 2: runs[at] = TextRun(runs[at].text, style: run().style)
        default: runs[at] = run()
        }
        return runs
    }

    private mutating func edited(_ table: TextTable) -> TextTable {
        var (header, rows, alignments) = (table.header, table.rows, table.alignments)
        let column = Int.random(in: header.indices, using: &numbers)
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0 where header.count > 1:
            header.remove(at: column)
            alignments.remove(at: column)
            for row in rows.indices { rows[row].remove(at: column) }
        case 1:
            header.insert(runs(1), at: column)
            alignments.insert(.left, at: column)
            for row in rows.indices { rows[row].insert(runs(1), at: column) }
        case 2: rows.append(header.map { _ in runs(2) })
        case 3: rows.shuffle(using: &numbers)
        case 4 where !rows.isEmpty:
            let row = Int.random(in: rows.indices, using: &numbers)
            rows[row][column] = edited(rows[row][column])
        default: header[column] = edited(header[column])
        }
        return TextTable(alignments: alignments, header: header, rows: rows)
    }
}
