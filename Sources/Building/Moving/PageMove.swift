package import Core

/// Markdown pages that are somewhere else now: where they were, and where they are, below pages/
/// and without a language's suffix, so that translations move together.
package struct PageMove: Hashable, Sendable {
    /// `guide/start.md`.
    package let from: String
    /// `help/first.md`.
    package let to: String

    /// Takes two paths below pages/ that end with `.md` and carry no language's suffix.
    package init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}

/// Why a page is taken for one that has moved.
package struct DetectedMove: Sendable {
    /// The move.
    package let move: PageMove
    /// What speaks for it, in words.
    package let reason: Message
    /// Whether it is clear enough to act on it.
    package let isCertain: Bool
}
