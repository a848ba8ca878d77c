import Content
import Core
import FilePolicy
import Scanning

/// Has samples judged by the engines of the settings, and remembers what they found clean.
struct EngineRun {
    let options: GlobalOptions
    let settings: UploadSettings
    /// Whether verdicts of earlier runs count; nil leaves that to where the run takes place.
    let cache: Bool?
    /// Judges beside the engines; nil where somebody else has it judge.
    var policy: FilePolicy?

    private var report: Report { Report(options: options) }
    private var memoryFile: String { options.projectFolder + "/.hakusho/verdicts.tsv" }

    /// Judges all, with a progress bar on a terminal.
    func judge(_ samples: [Sample]) async -> ScanResult {
        let engines = makeEngines(settings, in: surroundings)
        let scan = Scan(engines, now: Machine.now, memory: memory(), policy: policy)
        let bar = ProgressBar(.scanning, options: options)
        let (result, learnt) = await scan.run(samples) { done in
            bar?.update(done: done, total: samples.count)
        }
        bar?.erase()
        if let learnt, result.exitStatus != 2 { keep(learnt) }
        return result
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
        let isWanted = cache ?? VerdictCache.isUsual(ci: Machine.environment("CI"))
        do throws(FileError) {
            let site = options.projectFolder + "/Content/site.yml"
            guard isWanted, try fileStatus(site) != nil, let folder = keyFolder else { return nil }
            var memory = VerdictCache(
                key: try VerdictKey(in: folder), settings: settings.enginesDigest)
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
