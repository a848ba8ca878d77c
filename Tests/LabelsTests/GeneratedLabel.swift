import TestSupport

/// A label of the generated site: a level's rank and marks.
struct GeneratedLabel: Hashable {
    var level: Int
    var marks: Set<String> = []

    static let levels = ["public", "members", "internal", "secret"]
    static let allMarks = ["no-copy", "no-print"]
    static let lowest = GeneratedLabel(level: 0)

    /// The outputs and their clearances; `members` and `staff` are not comparable.
    static let outputs: [(name: String, clearance: GeneratedLabel)] = [
        ("public", .lowest), ("members", GeneratedLabel(level: 1, marks: ["no-copy"])),
        ("staff", GeneratedLabel(level: 2, marks: ["no-print"])),
        ("board", GeneratedLabel(level: 3, marks: ["no-copy", "no-print"])),
    ]

    /// Whether what has this label may be shown where `clearance` is.
    func flows(to clearance: GeneratedLabel) -> Bool {
        level <= clearance.level && marks.isSubset(of: clearance.marks)
    }

    func joined(with other: GeneratedLabel) -> GeneratedLabel {
        GeneratedLabel(level: max(level, other.level), marks: marks.union(other.marks))
    }

    /// As `:::label` has it.
    var words: String { ([Self.levels[level]] + marks.sorted()).joined(separator: " ") }

    /// As front matter, sidecars and declarations have it.
    var lines: [String] {
        ["label: \(Self.levels[level])"]
            + (marks.isEmpty ? [] : ["handling: [\(marks.sorted().joined(separator: ", "))]"])
    }

    /// Any label.
    static func any(using random: inout SplitMix) -> GeneratedLabel {
        GeneratedLabel(
            level: Int.random(in: 0..<4, using: &random),
            marks: Set(allMarks.filter { _ in Int.random(in: 0..<5, using: &random) == 0 }))
    }

    /// A label that an output's readers must not see.
    static func above(_ clearance: GeneratedLabel, using random: inout SplitMix) -> GeneratedLabel {
        while true {
            let label = any(using: &random)
            if !label.flows(to: clearance) { return label }
        }
    }
}
