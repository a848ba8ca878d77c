package import Core

/// What a build leaves for the next one: of each job, what it found and which files it wrote.
///
/// It says which files of the live generation may go live again, and those are hashed before they
/// do; and what the front matter of pages says, for builds: a publication reads it anew. It holds as
/// long as the program, the frame of the inputs and the live generation are the same, and time has
/// changed nothing. Its own digest finds damage; who may write to the project's folder may forge it,
/// as he may the inputs, and `build --verify` finds that.
package struct KeptFacts: Sendable {
    /// What must be the same for a job of one build to be that of another.
    package struct Frame: Equatable, Sendable {
        /// Of the program that builds.
        package var program: String
        /// What makes PDFs; empty where nothing does.
        package var printer = ""
        /// Whether drafts are shown.
        package var includesDrafts: Bool
        /// Of all inputs but the texts of pages.
        package var inputs: SHA256Digest

        /// Without a printer, until it is set.
        package init(program: String, includesDrafts: Bool, inputs: SHA256Digest) {
            self.program = program
            self.includesDrafts = includesDrafts
            self.inputs = inputs
        }
    }

    /// When a build finds the same: no page appears or expires in between, and no day begins.
    package struct Validity: Sendable {
        /// The site's own.
        let zone: ZoneOffset
        /// Since 1970.
        let seconds: Range<Int>

        /// Whether a build for that moment finds the same.
        package func holds(at asOf: AsOf) -> Bool {
            seconds.contains(asOf.moment(in: zone).secondsSince1970)
        }
    }

    /// The report of a build.
    package struct Report: Sendable {
        /// Sorted.
        package var diagnostics: [Diagnostic]
        /// What became of each input.
        package var accounting: Accounting
        /// Whether a build of the same inputs has nothing else to report: no engine was asked, and
        /// nothing was noted in the ledger.
        package var isWhole: Bool

        /// Takes all as the report had it.
        package init(diagnostics: [Diagnostic], accounting: Accounting, isWhole: Bool) {
            self.diagnostics = diagnostics
            self.accounting = accounting
            self.isWhole = isWhole
        }
    }

    package let frame: Frame
    /// Of all inputs.
    package let inputs: SHA256Digest
    package let validity: Validity
    /// The outputs' names and the digests of their files.
    package let outputs: [(name: String, digest: SHA256Digest)]
    package let report: Report
    /// By page: what was read before its text, packed. The frame vouches for the bytes.
    package let heads: [ArraySlice<UInt8>]
    let jobs: [KeptJob]

    /// - Parameters:
    ///   - heads: In the order of the pages.
    ///   - jobs: In the order of the plan.
    package init(
        frame: Frame, inputs: SHA256Digest, validity: Validity,
        outputs: [(name: String, digest: SHA256Digest)], report: Report,
        heads: [ArraySlice<UInt8>], jobs: [KeptJob]
    ) {
        self.frame = frame
        self.inputs = inputs
        self.validity = validity
        self.outputs = outputs
        self.report = report
        self.heads = heads
        self.jobs = jobs
    }
}

/// What became of one job.
package struct KeptJob: Sendable {
    /// Of the page that it renders; nil for a job that reads none.
    let text: SHA256Digest?
    /// Where its files lie.
    let files: [OutputFile]
    /// Its result, packed.
    let result: ArraySlice<UInt8>
}

/// Where a file of a build lies.
package struct OutputFile: Hashable, Sendable {
    /// The output's name.
    package let output: String
    /// The path below its root.
    package let path: String
}
