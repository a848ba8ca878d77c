package import Content
package import Core
package import Links
package import Printing

/// What a run was asked for. Everything that a build depends on besides its files is here.
package struct BuildOptions: Sendable {
    /// The project's folder, without a slash at its end.
    package var project: String
    /// The moment for which publication dates are decided.
    package var asOf: AsOf
    /// Threads.
    package var jobs: Int
    /// Whether drafts and scheduled pages are shown (a preview).
    package var includesDrafts = false
    /// Whether it is an error for a label to be missing from labels.lock (a publication).
    package var isPublication = false
    /// Whether the report lists the links to other sites.
    package var collectsExternalLinks = false
    /// Whether what is read of pages before their texts is kept for the next build.
    package var pageHeads = PageHeads.dropped

    /// Without drafts, until `includesDrafts` is set.
    package init(project: String, asOf: AsOf, jobs: Int) {
        self.project = project
        self.asOf = asOf
        self.jobs = jobs
    }
}

/// When a site is built: a moment, or the first second of a day where the site is at home.
package enum AsOf: Hashable, Sendable {
    case moment(Moment)
    case day(CalendarDate)

    /// The moment, for a site whose dates are in `zone`.
    package func moment(in zone: ZoneOffset) -> Moment {
        switch self {
        case .moment(let moment): moment
        case .day(let day): Moment(startOf: day, in: zone)
        }
    }
}

/// Takes the files of a build, from any thread.
///
/// Parameters: the output's name, the path below its root, the contents.
package typealias OutputSink = @Sendable (String, String, [UInt8]) throws(FileError) -> Void

/// Takes a file of the live generation over into the one that is built, from any thread.
///
/// Parameters: the output's name, the path below its root.
package typealias OutputShare = @Sendable (String, String) throws(FileError) -> Void

/// Makes a PDF, on any thread; it may take seconds.
package typealias PDFPrinter = @Sendable (PrintDocument) throws(PDFFailure) -> [UInt8]

/// Is told how far a build has come, from any thread and after every page, so it must be quick.
///
/// Parameters: the pages that are done, and all pages.
package typealias BuildProgress = @Sendable (Int, Int) -> Void

/// What a build found and made.
package struct BuildReport: Sendable {
    /// Sorted; errors forbid publishing.
    package var diagnostics: [Diagnostic] = []
    /// What became of each input file.
    package var accounting = Accounting()
    /// Pages and editions that at least one output holds.
    package var pages = 0
    /// What readers may cite of it; for the ledger.
    package var published: [PublishedPlace] = []
    /// For each output its redirects, for a web server's configuration.
    package var redirectMaps: [(output: String, bytes: [UInt8])] = []
    /// The day for which the build was made, where the site is at home.
    package var day: CalendarDate?
    /// The site's own address, for the ledger.
    package var address = ""
    /// The uploads that outputs hold, each output's copy by itself.
    package var copies: [UploadCopy] = []
    /// What site.yml says of the judging of uploads.
    package var uploadSettings = UploadSettings()
    /// The former URLs with their final outputs.
    var formers: [FormerURL] = []
    /// What refers to which upload.
    var uploads = UploadUses()
    /// The generations that site.yml says to keep.
    package var keep = 3
    /// What web servers have to know of each output, in the order of site.yml.
    package var served: [ServedOutput] = []
    /// What each job left for the next build, where anything is kept.
    package var kept: [KeptJob] = []
    /// The links to other sites, where `BuildOptions.collectsExternalLinks` asked for them.
    package var externalLinks: ExternalLinks?

    /// Nothing found and nothing made yet.
    package init() {}
}
