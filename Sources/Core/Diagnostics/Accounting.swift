/// What became of each input file of a run; always balances, because each file is counted in
/// exactly one place.
package struct Accounting: Equatable, Sendable {
    /// What became of one file.
    package enum Fate: Hashable, Sendable {
        /// It took effect in at least one output.
        case published
        /// Left out, for a stable reason in one word (`label`, `draft`, `expired`, …).
        case excluded(String)
        /// It has at least one error.
        case failed
    }

    /// Fates by file.
    private var fates: [String: Fate] = [:]

    /// Starts without any file.
    package init() {}

    /// States a file's fate; an error outweighs everything stated before or after.
    package mutating func record(_ file: String, _ fate: Fate) {
        if fates[file] == .failed { return }
        fates[file] = fate
    }

    /// Marks the known files that have an error among `diagnostics` as failed.
    package mutating func fail(by diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics where diagnostic.severity == .error {
            if let file = diagnostic.span?.file, fates[file] != nil { fates[file] = .failed }
        }
    }

    /// All files that have a fate: published, failed and excluded together.
    package var inputs: Int { fates.count }
    /// Files that took effect in at least one output.
    package var published: Int { fates.values.count { $0 == .published } }
    /// Files with at least one error.
    package var failed: Int { fates.values.count { $0 == .failed } }
    /// Files left out, whatever the reason.
    package var excluded: Int { excludedBecause.reduce(0) { $0 + $1.count } }

    /// Reasons and how many files each left out, sorted by reason.
    package var excludedBecause: [(reason: String, count: Int)] {
        var counts: [String: Int] = [:]
        for case .excluded(let reason) in fates.values { counts[reason, default: 0] += 1 }
        return counts.sorted { $0.key < $1.key }.map { (reason: $0.key, count: $0.value) }
    }

    /// The files left out and why, sorted by file.
    package var exclusions: [(file: String, reason: String)] {
        fates.compactMap { file, fate in
            if case .excluded(let reason) = fate { (file: file, reason: reason) } else { nil }
        }
        .sortedByBytes { $0.file }
    }
}

extension Accounting: Packable {
    package func pack(into writer: inout PackedWriter) {
        writer.append(fates.count)
        for (file, fate) in fates.sorted(by: { $0.key < $1.key }) {
            writer.append(file)
            switch fate {
            case .published: writer.append("")
            case .failed: writer.append("!")
            case .excluded(let reason): writer.append(reason)
            }
        }
    }

    package init(unpacking reader: inout PackedReader) throws(PackedDamage) {
        for _ in 0..<(try reader.count()) {
            let file = try reader.text()
            switch try reader.text() {
            case "": fates[file] = .published
            case "!": fates[file] = .failed
            case let reason: fates[file] = .excluded(reason)
            }
        }
    }
}
