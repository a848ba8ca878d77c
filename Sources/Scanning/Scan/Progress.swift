import Synchronization

/// Counts samples as engines finish them. A class, since all engines count in the one place.
final class Progress: Sendable {
    private let sound: Int
    private let start: Int
    private let counted = Atomic(0)
    private let report: @Sendable (Int) -> Void

    /// - Parameters:
    ///   - sound: Engines that will judge each sample.
    ///   - done: Samples that need no engine.
    init(sound: Int, done: Int, _ report: @escaping @Sendable (Int) -> Void) {
        self.sound = max(sound, 1)
        start = done
        self.report = report
    }

    func count() {
        let total = counted.add(1, ordering: .relaxed).newValue
        if total % sound == 0 { report(start + total / sound) }
    }
}
