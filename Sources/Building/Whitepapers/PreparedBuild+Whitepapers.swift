import Content
package import Core
package import Whitepapers

extension PreparedBuild {
    /// The project's whitepapers, by id; none where the project cannot be built at all.
    package var whitepapers: [Whitepaper] { project?.whitepapers.papers.map(\.whitepaper) ?? [] }

    /// What the first pass found.
    package var findings: [Diagnostic] { found.inReportingOrder() }

    /// The day of the build, where the site is at home; nil where there is no site.
    package var today: CalendarDate? {
        project.map { options.asOf.moment(in: $0.site.zone).shown(in: $0.site.zone).date }
    }
}
