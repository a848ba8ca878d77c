import Building
import Core

/// What a preview knows at one moment.
struct PreviewState: Sendable {
    /// Grows with every change.
    private(set) var number = 0
    /// Grows with every change that may have changed a picture or another file that pages show.
    private(set) var fileNumber = 0
    /// Whether such a file has changed since the site was read.
    var hasOtherFiles = false
    /// What the project was just before it was first read.
    var files: FolderState?
    /// The newest state of the site that could be built; nil before there was one.
    var site: LiveSite?
    /// What is wrong now, also where `site` is older.
    var findings: [Diagnostic] = []
    /// Whether the findings that concern several files are still being looked for.
    var isChecking = false
    /// Whether the project cannot be built at all as it is now.
    var isBroken = false
    /// Why the machine could not read the project.
    var failure: Message?
    /// The site as of other days, as far as somebody asked for them.
    var dated: [CalendarDate: LiveSite] = [:]

    /// Takes over a state of the site.
    mutating func take(_ next: LiveSite, isChecking: Bool) {
        site = next
        findings = next.report.diagnostics
        self.isChecking = isChecking
        isBroken = false
        failure = nil
        if hasOtherFiles { fileNumber += 1 }
        hasOtherFiles = false
        number += 1
    }

    /// Takes over why the project could not be read; all else stays as it was.
    mutating func take(_ failure: Message) {
        self.failure = failure
        number += 1
    }

    /// Takes over what is wrong with a project that cannot be shown; the site stays as it was.
    mutating func take(_ findings: [Diagnostic]) {
        self.findings = findings
        isBroken = true
        isChecking = false
        failure = nil
        number += 1
    }
}
