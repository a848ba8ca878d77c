import ArgumentParser
import Building
import Content
import Core
import FilePolicy
import Scanning

/// What `hakusho scan` does: settings, engines, samples, one run, one report.
struct ScanRun {
    let options: GlobalOptions
    let engines: ScanEngineOptions
    let paths: [String]
    let readsPaths: Bool
    let usesPolicy: Bool
    let cache: Bool?

    private var report: Report { Report(options: options) }

    /// - Throws: `ExitCode` 1 where a file must not be published, 2 where files were not scanned.
    func run() async throws {
        var named = paths.map { Array($0.utf8) }
        do throws(FileError) {
            if readsPaths {
                named += try Machine.readStandardInput().split(separator: 0).map(Array.init)
            }
        } catch {
            try report.fail(error.message)
        }
        let settings = try settings()
        var scanning = EngineRun(options: options, settings: settings, cache: cache)
        if usesPolicy { scanning.policy = try policy(settings) }
        // Nothing to commit, say: no engine need be awake for that.
        guard !named.isEmpty else { return }
        let isIdle = settings.engines.isEmpty && !usesPolicy
        let result = await scanning.judge(isIdle ? [] : Sample.below(named))
        try ScanReport(report: report, result: result).show()
        guard result.exitStatus == 0 else { throw ExitCode(result.exitStatus) }
    }

    private func policy(_ settings: UploadSettings) throws -> FilePolicy {
        let made: (policy: FilePolicy, diagnostics: [Diagnostic])
        do throws(FileError) {
            made = try FilePolicy.make(settings, project: options.projectFolder)
        } catch {
            try report.fail(error.message)
        }
        guard !made.diagnostics.hasErrors else {
            report.show(made.diagnostics)
            throw ExitCode(2)
        }
        return made.policy
    }

    /// Engines named on the command line stand instead of those of site.yml.
    private func settings() throws -> UploadSettings {
        if let settings = engines.settings { return settings }
        let file = "Content/site.yml"
        let bytes: [UInt8]
        do throws(FileError) {
            let path = options.projectFolder + "/" + file
            guard try fileStatus(path) != nil else { return UploadSettings() }
            bytes = try readFile(path)
        } catch {
            try report.fail(error.message)
        }
        let (site, found) = SiteConfiguration.read(bytes, file: file)
        guard let site, !found.hasErrors else {
            report.show(found)
            throw ExitCode(2)
        }
        return site.uploads
    }
}
