import Core
import Links

/// An address that links lead to, without its fragment, and all places of those links.
struct ExternalTarget: Sendable {
    /// One link.
    struct Place: Sendable {
        let span: SourceSpan
        /// What its author wrote.
        let written: String
        /// Without `#`; nil where the link has none.
        let fragment: String?
    }

    let address: WebAddress
    var places: [Place]

    /// All fragments of its links.
    var fragments: Set<String> { Set(places.compactMap(\.fragment)) }
}

/// The links of a site, put together by address.
struct ExternalTargets: Sendable {
    /// In the order in which they first appear.
    private(set) var targets: [ExternalTarget] = []
    /// Links that are not asked about, as site.yml says, or because they lead to the site itself.
    private(set) var excluded = 0
    /// Links whose URL cannot be asked, and why.
    private(set) var faults: [(place: SourceSpan, written: String, fault: WebAddress.Fault)] = []
    /// Which patterns of `exclude` left something out.
    private(set) var usedPatterns: Set<Int> = []
    private var known: [WebAddress: Int] = [:]

    /// Takes the links one by one.
    ///
    /// - Parameter site: The site's own address; what lies below it is no other site.
    init(_ references: [ExternalReference], exclude patterns: [String], site: String) {
        let patterns = patterns.map(LinkPattern.init)
        let base = try? WebAddress(site)
        for reference in references {
            do throws(WebAddress.Fault) {
                let address = try WebAddress(reference.url, base: base)
                let full = address.text + (address.fragment.map { "#" + $0 } ?? "")
                let hits = patterns.indices.filter {
                    patterns[$0].matches(full) || patterns[$0].matches(reference.url)
                }
                usedPatterns.formUnion(hits)
                let isOwn = base.map { address.text.hasPrefix($0.text) } ?? false
                guard hits.isEmpty, !isOwn else {
                    excluded += 1
                    continue
                }
                add(reference, address)
            } catch {
                faults.append((reference.span, reference.url, error))
            }
        }
    }

    private mutating func add(_ reference: ExternalReference, _ address: WebAddress) {
        let place = ExternalTarget.Place(
            span: reference.span, written: reference.url, fragment: address.fragment)
        let asked = address.withoutFragment
        if let index = known[asked] {
            targets[index].places.append(place)
        } else {
            known[asked] = targets.count
            targets.append(ExternalTarget(address: asked, places: [place]))
        }
    }
}
