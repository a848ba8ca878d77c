import ArgumentParser
import Content
import Core
import Scanning

/// What `hakusho scan` does: settings, engines, samples, one run, one report.
struct ScanRun {
    let options: GlobalOptions
    let engines: ScanEngineOptions
    let paths: [String]
    let readsPaths: Bool
    let cache: Bool?

    private var report: Report { Report(options: options) }
    private var memoryFile: String { options.projectFolder + "/.hakusho/verdicts.tsv" }

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
        let engines = makeEngines(settings, in: surroundings)
        // Nothing to commit, say: no engine need be awake for that.
        guard !named.isEmpty else { return }
        let samples = engines.isEmpty ? [] : Sample.below(named)
        let memory = memory()
        let scan = Scan(engines, now: Machine.now, memory: memory)
        let bar = ProgressBar(.scanning, options: options)
        let (result, learnt) = await scan.run(samples) { done in
            bar?.update(done: done, total: samples.count)
        }
        bar?.erase()
        if let learnt, result.exitStatus != 2 { keep(learnt) }
        try ScanReport(report: report, result: result).show()
        guard result.exitStatus == 0 else { throw ExitCode(result.exitStatus) }
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

    /// A command finds the variables that programs and their messages need, and no other: tokens
    /// of a CI's environment are not a scanner's business.
    private var surroundings: CommandEngine.Surroundings {
        let names = [
            "PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH",
        ]
        let set = names.compactMap { name in Machine.environment(name).map { (name, $0) } }
        return CommandEngine.Surroundings(
            environment: Dictionary(uniqueKeysWithValues: set),
            temporaryFolder: Machine.environment("TMPDIR") ?? "/tmp", folder: ".")
    }

    // MARK: Memory

    /// What earlier runs in this project found; nil where it is not wanted, or where there is no
    /// key that only this user can read.
    private func memory() -> VerdictCache? {
        let ci = ["CI": Machine.environment("CI") ?? ""]
        let isWanted = cache ?? VerdictCache.isWanted(environment: ci, asked: false)
        do throws(FileError) {
            let site = options.projectFolder + "/Content/site.yml"
            guard isWanted, try fileStatus(site) != nil, let folder = keyFolder else { return nil }
            var memory = VerdictCache(key: try VerdictKey(in: folder))
            if try fileStatus(memoryFile) != nil { memory.load(try readFile(memoryFile)) }
            return memory
        } catch {
            // Without the memory the engines are asked: slower, and no less safe.
            report.tell(error.message)
            return nil
        }
    }

    /// - Source: XDG Base Directory Specification 0.8.
    private var keyFolder: String? {
        if let named = Machine.environment("XDG_CONFIG_HOME"), named.hasPrefix("/") {
            return named + "/hakusho"
        }
        return Machine.environment("HOME").map { $0 + "/.config/hakusho" }
    }

    private func keep(_ memory: VerdictCache) {
        do throws(FileError) {
            try makeFolder(options.projectFolder + "/.hakusho")
            try replaceFile(memoryFile, with: memory.bytes)
        } catch {
            report.tell(error.message)
        }
    }
}

extension Message {
    /// The stage that asks virus scanners.
    fileprivate static var scanning: Message {
        Message(en: "scanning files", ja: "ファイルを検査中")
    }
}
