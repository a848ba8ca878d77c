import Content
import Core
import Synchronization

/// What a build takes over from an earlier one, and notes for the next.
package struct Keeping: Sendable {
    /// The inputs, read before anything else.
    package let survey: InputSurvey
    /// What the earlier build left, where it fits this one.
    let earlier: KeptFacts?
    /// Takes a file of the live generation over, unread.
    let share: OutputShare

    /// - Parameters:
    ///   - earlier: Of the same frame, valid now, and made for the generation that is live.
    ///   - share: Is asked for files of that generation alone.
    package init(survey: InputSurvey, earlier: KeptFacts?, share: @escaping OutputShare) {
        self.survey = survey
        self.earlier = earlier
        self.share = share
    }

    /// Does a job, unless the earlier build has done the same.
    ///
    /// - Parameter index: The job's place in the plan.
    func render(
        _ job: Job, at index: Int, of count: Int, with renderer: JobRenderer
    ) -> Result<(JobResult, KeptJob?), FileError> {
        let text = self.text(of: job, in: renderer)
        if let known = known(at: index, of: count, text, renderer.plan) {
            return Result { () throws(FileError) in
                for file in known.job.files { try share(file.output, file.path) }
                return (known.result, known.job)
            }
        }
        let files = FileNotes()
        let noting = renderer.writing(
            to: files.noting(renderer.sink), printer: renderer.printer)
        return noting.render(job).map { result in
            var writer = PackedWriter(reservingCapacity: 1 << 10)
            writer.append(result)
            let kept = KeptJob(text: text, files: files.all, result: writer.bytes[...])
            return (result, kept)
        }
    }

    /// What the earlier build found of a job, if it read the same text.
    private func known(
        at index: Int, of count: Int, _ text: SHA256Digest?, _ plan: BuildPlan
    ) -> (job: KeptJob, result: JobResult)? {
        guard let earlier, earlier.jobs.count == count, earlier.jobs[index].text == text
        else { return nil }
        let job = earlier.jobs[index]
        var reader = PackedReader(job.result)
        do throws(PackedDamage) {
            let result = try JobResult(unpacking: &reader)
            return result.fits(plan) ? (job, result) : nil
        } catch {
            return nil
        }
    }

    private func text(of job: Job, in renderer: JobRenderer) -> SHA256Digest? {
        guard case .page(let page) = job else { return nil }
        return survey.digest(ofPage: renderer.project.tree.pages[page].file)
    }
}

/// The files that one job writes. A class because the job's sink notes them.
private final class FileNotes: Sendable {
    private let files = Mutex<[OutputFile]>([])

    var all: [OutputFile] { files.withLock { $0 } }

    /// A sink that notes what it hands on.
    func noting(_ sink: OutputSink?) -> OutputSink? {
        guard let sink else { return nil }
        return { output, path, bytes throws(FileError) in
            self.files.withLock { $0.append(OutputFile(output: output, path: path)) }
            try sink(output, path, bytes)
        }
    }
}
