package import Core

/// What is remembered of one address, or of one anchor of it, from check to check.
///
/// A success is kept for the time that site.yml states. A failure is never kept as an answer, it
/// is counted: the first, and any that is at least 12 hours later than the last one counted. From
/// the third on, where 48 hours or more lie between the first and the last, the link is broken.
/// Any success ends the count, and so does a pause of more than 30 days, since it proves nothing
/// of the time between. Statuses such as 404 and 410 are counted like all others: a page may be
/// gone for the hour in which a site is moved.
package enum LinkHistory: Hashable, Sendable {
    /// It answered well.
    case good(Good)
    /// It has not answered well since.
    case failing(Failing)

    /// The last good answer.
    package struct Good: Hashable, Sendable {
        /// When it was given, in seconds since 1970.
        package var checked: Int
        /// Where the address has moved for good.
        package var movedTo: String?
        /// Where it leads without TLS.
        package var downgradedTo: String?
    }

    /// The failures since the last good answer.
    package struct Failing: Hashable, Sendable {
        /// The first, in seconds since 1970.
        package var first: Int
        /// The last one that counted.
        package var last: Int
        /// How many counted.
        package var count: Int

        /// Whether it has failed often enough, for long enough.
        package var isBroken: Bool {
            count >= LinkHistory.failures && last - first >= LinkHistory.span
        }
    }

    /// Failures that make a link a broken one.
    package static let failures = 3
    /// Seconds from the first to the last of them.
    package static let span = 48 * 3600
    /// Seconds after a counted failure in which another is the same one.
    package static let distance = 12 * 3600
    /// Seconds without a failure after which the count begins anew.
    package static let memory = 30 * 86_400

    /// What is known after a failure.
    package static func failed(after history: LinkHistory?, at now: Moment) -> Failing {
        let now = now.secondsSince1970
        guard case .failing(var failing) = history, now - failing.last <= memory else {
            return Failing(first: now, last: now, count: 1)
        }
        if now - failing.last >= distance {
            failing.last = now
            failing.count += 1
        }
        return failing
    }

    /// The success that need not be repeated yet.
    package func fresh(at now: Moment, for time: Duration) -> Good? {
        guard case .good(let good) = self else { return nil }
        let age = now.secondsSince1970 - good.checked
        // One from the future is of another clock.
        return age >= 0 && .seconds(age) < time ? good : nil
    }
}
