private import AsyncHTTPClient

/// What is known of one external address after it was asked.
package enum ProbeState: String, Sendable {
    /// The address answered as a reader's browser would want it.
    case ok
    /// It did not answer well this time; a page's editor need not act yet.
    case unreachable
    /// It failed often enough, over long enough, that the link must be mended.
    case broken
}
