package import Building
package import Core
import NIOPosix
package import Printing
import Synchronization

/// The newest state of a project for all who look at it.
///
/// A class because those who look and the one who watches the files share it.
package final class Preview: Sendable {
    /// Where and how a project is previewed.
    package struct Setting: Sendable {
        /// The project's folder.
        let project: String
        /// Threads.
        let jobs: Int
        /// In which the panel speaks.
        let language: MessageLanguage
        /// The moment for which the site is shown, whenever it is asked for: now, or a stated one.
        let asOf: @Sendable () -> AsOf
        /// Who makes the PDFs, asked when the first one is wanted; nil where nobody can.
        let printer: @Sendable () -> PDFPrinter?

        /// Takes what the preview asks the machine.
        package init(
            project: String, jobs: Int, language: MessageLanguage,
            asOf: @escaping @Sendable () -> AsOf,
            printer: @escaping @Sendable () -> PDFPrinter?
        ) {
            self.project = project
            self.jobs = jobs
            self.language = language
            self.asOf = asOf
            self.printer = printer
        }
    }

    let setting: Setting
    /// What was seen when it was right.
    let kept = KeptPages()
    private let state = Mutex(PreviewState())
    private let reading = Mutex(())
    private let listeners = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])

    /// Nothing has been read yet.
    package init(_ setting: Setting) { self.setting = setting }

    /// The state now.
    var current: PreviewState { state.withLock { $0 } }

    /// Reads everything for the first time.
    ///
    /// - Parameter progress: Is told after every page.
    package func open(progress: BuildProgress?) {
        // Where the disk fails, the reading tells of it.
        do throws(FileError) {
            let files = try FolderState(project: setting.project)
            state.withLock { $0.files = files }
        } catch {}
        readAll(progress: progress)
    }

    private func readAll(progress: BuildProgress? = nil) {
        do throws(FileError) {
            try readOnce(progress)
        } catch {
            // A file can vanish while it is read; the next look finds what there is.
            do throws(FileError) { try readOnce(progress) } catch { fail(error) }
        }
    }

    /// Takes over what has changed in the project.
    func take(_ change: ProjectChange) {
        if change.touchesUploads { state.withLock { $0.hasOtherFiles = true } }
        do throws(FileError) {
            let now = current
            if case .files(let all) = change, let site = now.site, !now.isBroken,
                now.failure == nil
            {
                let files = try those(of: all, thatCountIn: site)
                if files.isEmpty { return }
                guard let next = try site.rereading(files) else { return readAll() }
                update { $0.take(next, isChecking: true) }
                let whole = try next.concluded()
                update { $0.take(whole, isChecking: false) }
                return
            }
        } catch {
            // Whatever it is, the whole project is read now.
        }
        readAll()
    }

    /// Without those that are gone again: an editor's own files come and go while it saves.
    private func those(
        of files: Set<String>, thatCountIn site: LiveSite
    ) throws(FileError) -> Set<String> {
        var counting: Set<String> = []
        for file in files {
            let isThere = try fileStatus(setting.project + "/" + file) != nil
            if isThere || site.knows(file) { counting.insert(file) }
        }
        return counting
    }

    private func readOnce(_ progress: BuildProgress?) throws(FileError) {
        let prepared = try PreparedBuild(options(asOf: nil))
        guard let site = try LiveSite(prepared, progress: progress) else {
            return update { $0.take(prepared.findings) }
        }
        if site.isShowable {
            update { $0.take(site, isChecking: false) }
        } else {
            update { $0.take(site.report.diagnostics) }
        }
    }

    private func fail(_ error: FileError) {
        update { $0.take(error.message) }
    }

    /// The site as readers see it on a day, without drafts.
    ///
    /// - Throws: `FileError` where the disk fails.
    func site(on day: CalendarDate) throws(FileError) -> LiveSite? {
        // A page asks for several files at once, and one reading is enough for all of them.
        try reading.withLock { _ throws(FileError) in try readSite(on: day) }
    }

    private func readSite(on day: CalendarDate) throws(FileError) -> LiveSite? {
        let before = current
        if let known = before.dated[day] { return known }
        guard !before.isBroken, let site = try LiveSite(PreparedBuild(options(asOf: day))),
            site.isShowable
        else { return nil }
        state.withLock { state in
            guard state.number == before.number else { return }
            // One day besides today is what somebody looks at; more would only cost memory.
            state.dated = [day: site]
        }
        return site
    }

    private func options(asOf day: CalendarDate?) -> BuildOptions {
        var options = BuildOptions(
            project: setting.project, asOf: day.map { .day($0) } ?? setting.asOf(),
            jobs: setting.jobs)
        options.includesDrafts = day == nil
        return options
    }

    private func update(_ change: (inout PreviewState) -> Void) {
        state.withLock { state in
            state.dated = [:]
            change(&state)
        }
        callListeners()
    }

    /// Has everybody who listens look again.
    func callListeners() {
        for listener in listeners.withLock({ Array($0.values) }) { listener.yield() }
    }

    /// A signal at once, and after every change, until whoever listens goes away.
    func signals() -> AsyncStream<Void> {
        let (stream, listener) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        listener.yield()
        let key = listeners.withLock { listeners in
            let key = (listeners.keys.max() ?? 0) + 1
            listeners[key] = listener
            return key
        }
        listener.onTermination = { [weak self] _ in
            self?.listeners.withLock { $0[key] = nil }
        }
        return stream
    }
}
