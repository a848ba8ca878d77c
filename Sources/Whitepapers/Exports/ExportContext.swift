package import Core

/// What the files of a whitepaper need to know of the site that publishes them.
package struct ExportContext: Sendable {
    /// All that the readers of the output see; nothing else goes into a file.
    package let site: WhitepaperSite
    /// The site's address, with a `/` at its end.
    package let url: String
    /// Where the days of editions begin.
    package let zone: ZoneOffset

    /// - Parameters:
    ///   - site: All that the readers of the output see.
    ///   - url: The site's address, with a `/` at its end.
    ///   - zone: Where the days of editions begin.
    package init(_ site: WhitepaperSite, url: String, zone: ZoneOffset) {
        precondition(url.hasSuffix("/"), "a site's address ends with a slash")
        self.site = site
        self.url = url
        self.zone = zone
    }

    /// The full address of a path from the site's root, percent-encoded, with its fragment.
    func absolute(_ path: String) -> String {
        let parts = path.dropFirst().split(
            separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        return url + parts.map { PercentEncoding.encodePath(String($0)) }.joined(separator: "#")
    }

    /// The first moment of a day; of a draft, which has none, that of the newest edition that has,
    /// so that no file depends on the clock.
    func moment(of edition: Edition) -> Moment {
        let date = edition.date ?? site.editions.last { !$0.isDraft }?.date
        return Moment(startOf: date ?? CalendarDate(daysSince1970: 0), in: zone)
    }
}

/// The label of all that a file shows.
package struct ExportLabel: Sendable {
    /// For programs: `internal`.
    package let id: String
    /// In words for people, by language.
    package let words: [String: String]

    /// Takes an id for programs, and words for people by language.
    package init(id: String, words: [String: String]) {
        self.id = id
        self.words = words
    }
}
