import Synchronization

/// The pages as they were seen last when they were right: what stands in for one that is wrong now.
///
/// A class because all who look share it.
final class KeptPages: Sendable {
    /// A page as an output's readers see it.
    struct Place: Hashable {
        let output: String
        /// From the site's root.
        let path: String
    }

    private struct Kept {
        var pages: [Place: [UInt8]] = [:]
        /// From the one that was seen longest ago.
        var order: [Place] = []
    }

    private let kept = Mutex(Kept())

    /// Most pages that are kept: editors have few open.
    private static let limit = 100

    /// Nothing was seen yet.
    init() {}

    subscript(place: Place) -> [UInt8]? { kept.withLock { $0.pages[place] } }

    /// Keeps a page that is right.
    func keep(_ bytes: [UInt8], at place: Place) {
        kept.withLock { kept in
            if kept.pages.updateValue(bytes, forKey: place) != nil {
                kept.order.removeAll { $0 == place }
            }
            kept.order.append(place)
            if kept.order.count > Self.limit { kept.pages[kept.order.removeFirst()] = nil }
        }
    }
}
