import ArgumentParser
import Building
import Content
import Core
import Labels

/// A project to which a file is added.
struct NewDesk {
    /// What is to be made, and what its author does next.
    struct Work {
        /// Paths from the project's folder.
        let files: [(path: String, bytes: [UInt8])]
        let next: Message
    }

    let options: GlobalOptions
    let prepared: PreparedBuild
    let site: SiteConfiguration

    var report: Report { Report(options: options) }
    var scheme: LabelScheme? { prepared.scheme }

    /// Reads the project.
    ///
    /// - Throws: `ExitCode` 1, after showing why, where it cannot be read; 2 where the machine
    ///   failed.
    init(options: GlobalOptions) throws {
        self.options = options
        do throws(FileError) {
            prepared = try Compilation(options: options).read()
        } catch {
            try Report(options: options).fail(error.message)
        }
        guard let site = prepared.site else {
            Report(options: options).show(prepared.findings.filter { $0.severity == .error })
            throw ExitCode(1)
        }
        self.site = site
    }

    /// The day for which the project is looked at.
    var today: CalendarDate {
        prepared.today ?? Machine.now.shown(in: site.zone).date
    }

    /// - Throws: `ExitCode` 1 where the file is there already.
    func refuseExisting(_ file: String) throws {
        do throws(FileError) {
            guard try fileStatus(options.projectFolder + "/" + file) != nil else { return }
        } catch {
            try report.fail(error.message)
        }
        throw options.refusal(.exists(file))
    }

    /// Writes the files, has them checked, and tells what to do next. Files that bring an error
    /// into the project go again.
    ///
    /// - Throws: `ExitCode` 1 where they cannot stay, 2 where the machine failed.
    func finish(_ work: Work) throws {
        for file in work.files { try refuseExisting(file.path) }
        let found: [Diagnostic]
        let url: String?
        do throws(FileError) {
            let made = try writeNewFiles(work.files, below: options.projectFolder)
            do throws(FileError) {
                (found, url) = try check(work.files.map(\.path))
            } catch {
                made.undo()
                throw error
            }
            if found.hasErrors { made.undo() }
        } catch {
            try report.fail(error.message)
        }
        report.show(found)
        if found.hasErrors { throw options.refusal(.undone) }
        try tell(work, url)
    }

    /// What a check finds about the files, were they no drafts; and the URL of the first.
    private func check(
        _ files: [String]
    ) throws(FileError) -> (found: [Diagnostic], url: String?) {
        var compilation = Compilation(options: options)
        compilation.includesDrafts = true
        let prepared = try compilation.read()
        let result = try compilation.check(prepared)
        let about = result.diagnostics.filter { finding in
            let places = [finding.span?.file] + finding.notes.map { $0.span?.file }
            return finding.severity != .note && places.contains { $0.map(files.contains) ?? false }
        }
        return (report.severities(about), files.first.flatMap(prepared.route))
    }

    private func tell(_ work: Work, _ url: String?) throws {
        var output = ByteWriter()
        if options.format == .json {
            output.append(
                json: [
                    "version": 1, "files": .array(work.files.map { .string($0.path) }),
                    "url": url.map(JSONValue.string) ?? .null,
                ], indented: true)
            output.append("\n" as StaticString)
        } else {
            for file in work.files { output.append(file.path + "\n") }
        }
        try report.print(output.bytes)
        report.tell(work.next)
    }
}

extension Message {
    fileprivate static func exists(_ file: String) -> Message {
        Message(
            en: "\(file) is there already; nothing was made",
            ja: "\(file) はすでにあります。何も作りませんでした")
    }

    fileprivate static var undone: Message {
        Message(
            en: "the project would have errors with it; nothing was made",
            ja: "追加するとプロジェクトにエラーが生じるため、何も作りませんでした")
    }
}
