/// A level and a set of handling marks: how confidential something is, and how it is handled.
///
/// Labels form a lattice: the product of the ordered levels and of the sets of marks (Denning,
/// "A Lattice Model of Secure Information Flow", 1976). The order is `flows(to:)`, the join and
/// the meet are the least label above two and the greatest below them; `LabelScheme` has the
/// bounds.
package struct Label: Hashable, Sendable {
    /// The level's rank in labels.yml, 0 for the lowest.
    package let level: Int
    /// The marks, one bit for each of labels.yml's, in their order.
    package let handling: UInt64

    /// Takes a rank in labels.yml and a bit for each mark.
    package init(level: Int, handling: UInt64 = 0) {
        self.level = level
        self.handling = handling
    }

    /// What everybody may see: the lower bound of every scheme.
    package static let lowest = Label(level: 0)

    /// Whether something so labelled may be shown where `clearance` is: the lattice's order.
    package func flows(to clearance: Label) -> Bool {
        level <= clearance.level && handling & ~clearance.handling == 0
    }

    /// The lowest label that both flow to: what two things have together.
    package func joined(with other: Label) -> Label {
        Label(level: max(level, other.level), handling: handling | other.handling)
    }

    /// The highest label that flows to both: what the readers of two outputs may all see.
    package func met(with other: Label) -> Label {
        Label(level: min(level, other.level), handling: handling & other.handling)
    }
}
