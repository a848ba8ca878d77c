/// How long and how much a probe may take; what site.yml does not decide.
package struct ProbeLimits: Sendable {
    /// Until a connection is there, TLS included.
    package var connect: Duration = .seconds(10)
    /// How long a server may be silent, also before its first byte.
    package var idle: Duration = .seconds(10)
    /// One request with its answer.
    package var whole: Duration = .seconds(30)
    /// Bytes of a page that are read in the search for anchors.
    package var body = 2 << 20
    /// Redirects that are followed.
    package var redirects = 10
    /// What is waited before the second, the third, … attempt; there are no more.
    package var backOff: [Duration] = [.seconds(1), .seconds(3)]
    /// The longest Retry-After that is waited for.
    package var longestWait: Duration = .seconds(30)
    /// Links of one host that fail in a row before the rest is not asked.
    package var failuresOfHost = 3

    /// Names that cannot be looked up, before any that can, until there is taken to be no network.
    package var failuresOfResolver = 8

    /// The usual ones, for a server that may be silent for `timeout`.
    package init(timeout: Duration = .seconds(10)) {
        connect = timeout
        idle = timeout
        whole = timeout * 3
    }
}
