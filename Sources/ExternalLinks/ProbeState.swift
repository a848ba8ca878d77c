/// What is known of one link to another site after a check.
package enum ProbeState: String, Sendable, CaseIterable {
    /// It answers as a reader's browser would want it, now or within `cache_for`.
    case ok
    /// It answers, and has moved for good.
    case redirected
    /// It did not answer well this time; a page's editor need not act yet.
    case unreachable
    /// It failed three times over two days; the link must be mended.
    case broken
    /// It is none that may be asked: its address is private, or the URL has a password.
    case refused
    /// The server asked to be left alone for longer than a check can wait.
    case askedToWait = "asked-to-wait"
    /// site.yml leaves it out, or it leads to the site itself.
    case excluded
}
