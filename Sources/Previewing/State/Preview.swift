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
    private let state = Mutex(PreviewState())
    private let listeners = Mutex<[Int: AsyncStream<Void>.Continuation]>([:])

    /// Nothing has been read yet.
    package init(_ setting: Setting) { self.setting = setting }

    /// The state now.
    var current: PreviewState { state.withLock { $0 } }

    /// Reads everything.
    ///
    /// - Parameter progress: Is told after every page.
    package func readAll(progress: BuildProgress? = nil) {
        do throws(FileError) {
            try readOnce(progress)
        } catch {
            // A file can vanish while it is read; the next look finds what there is.
            do throws(FileError) { try readOnce(progress) } catch { fail(error) }
        }
    }

    /// Takes over what has changed in the project.
    func take(_ change: ProjectChange) {
        if change.touchesUploads { state.withLock { $0.fileNumber += 1 } }
        do throws(FileError) {
            if case .files(let files) = change, let site = current.site, !current.isBroken,
                let next = try site.rereading(files)
            {
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

    private func readOnce(_ progress: BuildProgress?) throws(FileError) {
        let prepared = try PreparedBuild(options(asOf: nil))
        if let site = try LiveSite(prepared, progress: progress) {
            update { $0.take(site, isChecking: false) }
            return
        }
        let findings = prepared.findings
        update { state in
            state.findings = findings
            state.isBroken = true
            state.isChecking = false
            state.failure = nil
            state.number += 1
        }
    }

    private func fail(_ error: FileError) {
        update { state in
            state.failure = error.message
            state.number += 1
        }
    }

    /// The site as readers see it on a day, without drafts.
    ///
    /// - Throws: `FileError` where the disk fails.
    func site(on day: CalendarDate) throws(FileError) -> LiveSite? {
        let before = current
        if let known = before.dated[day] { return known }
        guard let site = try LiveSite(PreparedBuild(options(asOf: day))) else { return nil }
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
