/// How much a finding weighs.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Forbids publishing.
    case error
    /// Does not forbid publishing, unless `--strict` says so.
    case warning
    /// Tells, and asks for nothing.
    case note

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .error: 0
        case .warning: 1
        case .note: 2
        }
    }
}
