import Core

/// How old an engine's signatures may be.
package struct SignatureRule: Sendable, Hashable {
    /// From this age on they are too old.
    package let maxAge: Duration
    /// Whether an engine that does not tell is believed all the same.
    package let acceptsUnknown: Bool

    /// How far an engine's clock may be ahead of ours, zones that it does not name included.
    private static let skew = 86_400

    /// Takes the greatest age, and whether an unknown one will do.
    package init(maxAge: Duration, acceptsUnknown: Bool) {
        self.maxAge = maxAge
        self.acceptsUnknown = acceptsUnknown
    }

    /// Why this engine's *clean* is worth nothing now; nil where it is worth something.
    ///
    /// A time that is stated counts also where unknown ones are accepted.
    func objection(to identity: EngineIdentity, now: Moment) -> ScanFailure? {
        guard let time = identity.signatures?.time else {
            return acceptsUnknown ? nil : .signaturesUnknown
        }
        let age = now.secondsSince1970 - time.secondsSince1970
        if age < -Self.skew { return .signaturesFromTheFuture(time) }
        if age >= Int(maxAge.components.seconds) {
            return .signaturesOld(time, days: age / 86_400)
        }
        return nil
    }
}
