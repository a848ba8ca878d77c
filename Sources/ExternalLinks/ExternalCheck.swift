package import Content
package import Core
package import Links
import NIOCore
import NIOPosix
import SystemPackage

/// Asks the sites that a site's links lead to, and reports which links readers cannot follow.
package struct ExternalCheck: Sendable {
    /// What a check found.
    package struct Result: Sendable {
        /// In no particular order.
        package var diagnostics: [Diagnostic] = []
        /// How the links are, in numbers.
        package var summary = ExternalSummary()
        /// Whether no host's name could be looked up at all: then the machine has no network, and
        /// nothing can be said of the links.
        package var isOffline = false
    }

    /// `external_links` of site.yml.
    package var settings: ExternalLinkSettings
    /// The site's own address.
    package var site: String
    /// The moment for which successes are fresh and failures are counted.
    package var now: Moment
    /// Where the memory is kept: a path, and its name in findings.
    package var memory: (path: String, file: String)
    /// How names are looked up.
    package var resolver = NameResolver.system
    /// What site.yml does not decide; nil derives it from the settings.
    package var limits: ProbeLimits?
    /// A PEM file of authorities that are believed besides the machine's.
    package var trusted: String?
    /// The bytes of an input file, by its path from the project's root.
    package var source: @Sendable (String) -> [UInt8]? = { _ in nil }

    /// Takes what a check depends on besides the links and the network.
    package init(
        settings: ExternalLinkSettings, site: String, now: Moment,
        memory: (path: String, file: String)
    ) {
        self.settings = settings
        self.site = site
        self.now = now
        self.memory = memory
    }

    /// Asks about all links that were not found good lately.
    ///
    /// What is learnt is written every five seconds, so that little is lost where a run is ended
    /// from outside.
    ///
    /// - Parameters:
    ///   - version: Hakusho's, for the field User-Agent.
    ///   - progress: How many addresses are done, and how many there are.
    /// - Throws: `FileError` where the memory cannot be read or written.
    package func run(
        _ references: [ExternalReference], version: String, progress: (Int, Int) -> Void
    ) async throws(FileError) -> Result {
        let (known, found) = try LinkMemory.read(memory.path, file: memory.file)
        var run = ExternalRun(check: self, references: references, known: known)
        let requests = run.requests
        if !requests.isEmpty {
            let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
            let schedule = ProbeSchedule(
                prober: try prober(group, version: version), width: settings.concurrency)
            progress(0, requests.count)
            var done = 0
            var saved = ContinuousClock.now
            await schedule.run(requests) { request, outcome in
                run.take(outcome, of: request)
                done += 1
                progress(done, requests.count)
                guard saved.duration(to: .now) > .seconds(5) else { return }
                // A failure to write is found at the end as well.
                try? run.memory.write(memory.path)
                saved = .now
            }
            // It fails only where it is shut down already.
            try? await group.shutdownGracefully()
        }
        var result = run.result
        // What a machine without a network has found out is nothing.
        let learnt = result.isOffline ? known : run.memory
        if !references.isEmpty || !known.histories.isEmpty { try learnt.write(memory.path) }
        result.diagnostics += found
        return result
    }

    private func prober(
        _ group: MultiThreadedEventLoopGroup, version: String
    ) throws(FileError) -> Prober {
        let limits = limits ?? ProbeLimits(timeout: settings.timeout)
        let roots: TrustRoots
        do {
            roots = try TrustRoots(additional: trusted)
        } catch {
            throw FileError(.read, trusted ?? "-", .ioError)
        }
        return Prober(
            hosts: Hosts(settings: settings, limits: limits, roots: roots, group: group),
            settings: settings, policy: AddressPolicy(allowed: settings.allowedAddresses),
            resolver: resolver, limits: limits, group: group,
            userAgent: "Hakusho/\(version) (+\(site))", now: now)
    }
}
