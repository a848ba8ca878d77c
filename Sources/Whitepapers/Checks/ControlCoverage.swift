package import Content
import Core

/// How one edition answers a control of the catalogue.
package struct ControlCoverage: Sendable {
    /// Whether there is an answer.
    package enum State: String, Sendable {
        /// The edition states it.
        case stated
        /// It is left out on purpose, with a reason.
        case notCovered = "not-covered"
        /// Neither.
        case missing
    }

    /// The control.
    package let control: CatalogueControl
    /// Whether there is an answer.
    package let state: State
    /// Who answers for it; nil for one that is not stated.
    package let responsibility: Responsibility?
    /// The edition that changed its statement last; nil for one that is not stated.
    package let changedIn: String?
    /// What readers are told instead of a statement.
    package let reason: LocalizedText?
}

extension Whitepaper {
    /// How an edition answers each control, in the catalogue's order.
    package func coverage(by edition: Edition) -> [ControlCoverage] {
        catalogue.map { control in
            if let item = edition.item(ItemKey(.control, control.id)) {
                return ControlCoverage(
                    control: control, state: .stated, responsibility: item.responsibility,
                    changedIn: item.changedIn, reason: nil)
            }
            let entry = declaration.notCovered.first { $0.control.value == control.id }
            return ControlCoverage(
                control: control, state: entry == nil ? .missing : .notCovered,
                responsibility: nil, changedIn: nil, reason: entry?.reason)
        }
    }
}
