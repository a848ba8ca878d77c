import Building
import Core

/// As whom, and as of when, somebody looks at the site.
struct PreviewView: Equatable {
    /// The output whose readers see the site so; nil for the one that shows the most.
    var output: String?
    /// The day; nil for today, with drafts and what is still to come.
    var day: CalendarDate?

    /// What the site shows to everybody, drafts included.
    init() {}

    /// Reads the cookies in which the panel keeps the choice.
    ///
    /// - Parameters:
    ///   - cookies: The values of Cookie (RFC 6265, section 4.2).
    ///   - port: Of the preview: all ports of a host share their cookies.
    init(cookies: [String], port: Int) {
        let pairs = cookies.flatMap { $0.split(separator: ";") }
        for pair in pairs {
            let sides = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            guard sides.count == 2, let value = PercentEncoding.decode(sides[1]) else { continue }
            if sides[0] == "hakusho-output-\(port)" { output = value }
            if sides[0] == "hakusho-day-\(port)" { day = CalendarDate(iso: value) }
        }
    }

    /// The output's name in a site: the one that was chosen, if the site still has it.
    func output(in site: LiveSite) -> String {
        output.flatMap { site.outputs.contains($0) ? $0 : nil } ?? site.fullestOutput
    }
}
