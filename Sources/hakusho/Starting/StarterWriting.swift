import ArgumentParser
import Building
import Core

/// The work of `hakusho init FOLDER`: a starter project, its labels recorded, in one step.
struct StarterWriting {
    let options: GlobalOptions
    /// As it stands on the command line.
    let folder: String

    private var report: Report { Report(options: options) }

    /// - Throws: `FileError`; `ExitCode` 1 where the folder holds something.
    func run() throws {
        let target = folder.count > 1 && folder.last == "/" ? String(folder.dropLast()) : folder
        let isThere = try examine(target)
        let starter = StarterProject(language: options.language, today: today)
        let staged = target + ".hakusho-\(Machine.processNumber)"
        defer { discard(staged) }
        try removeTree(staged)
        try write(starter.files, below: staged)
        let lock = try labelLock(of: staged)
        if isThere {
            // A folder that somebody is in keeps its place; what is in it comes or goes together.
            try writeNewFiles(
                starter.files.map { ($0.path, Array($0.text.utf8)) } + [(lockFile, lock)],
                below: target)
        } else {
            try writeNewFile(staged + "/" + lockFile, lock)
            try renameFile(staged, to: target)
        }
        try tell(target, starter.files.map(\.path) + [lockFile])
    }

    private let lockFile = "Content/labels.lock"

    /// In the zone that the project's site.yml states.
    private var today: CalendarDate {
        switch options.asOf {
        case .day(let day): day
        case .moment(let moment): moment.shown(in: zone).date
        case nil: Machine.now.shown(in: zone).date
        }
    }

    private var zone: ZoneOffset { options.language == .ja ? .japan : .utc }

    private func discard(_ staged: String) {
        do throws(FileError) {
            try removeTree(staged)
        } catch {
            report.tell(error.message)
        }
    }

    /// - Returns: Whether the folder is there already, and empty but for a repository.
    private func examine(_ target: String) throws -> Bool {
        guard let status = try fileStatus(target) else { return false }
        guard try status.kind == .folder || status.kind == .link && isFolder(behind: target) else {
            throw options.refusal(.noFolder(target))
        }
        let found = try listFolder(target).map(\.name).filter { $0 != ".git" }.sorted()
        guard let first = found.first else { return true }
        throw options.refusal(.notEmpty(target, first))
    }

    private func isFolder(behind link: String) throws(FileError) -> Bool {
        guard let place = Machine.resolved(link) else { return false }
        return try fileStatus(place)?.kind == .folder
    }

    private func write(_ files: [StarterProject.File], below folder: String) throws(FileError) {
        for file in files {
            let path = folder + "/" + file.path
            let name = path[(path.lastIndex(of: "/") ?? path.startIndex)...]
            try makeFolder(String(path.dropLast(name.count)))
            try writeNewFile(path, Array(file.text.utf8))
        }
    }

    /// labels.lock of the staged project, so that it can be published as it is.
    private func labelLock(of project: String) throws(FileError) -> [UInt8] {
        var build = Compilation(options: options).buildOptions
        build.project = project
        let update = try PreparedBuild(build).lockUpdate()
        guard let bytes = update.bytes else {
            preconditionFailure("the starter project has errors: \(update.diagnostics)")
        }
        return bytes
    }

    private func tell(_ target: String, _ files: [String]) throws {
        let paths = files.sorted().map { target + "/" + $0 }
        if options.format == .json {
            var output = ByteWriter()
            output.append(
                json: [
                    "version": 1, "project": .string(target),
                    "files": .array(paths.map(JSONValue.string)),
                ], indented: true)
            output.append("\n" as StaticString)
            try report.print(output.bytes)
        }
        report.tell(.begun(target))
    }
}

extension Message {
    fileprivate static func noFolder(_ path: String) -> Message {
        Message(
            en: "'\(path)' is there and is no folder; name another one",
            ja: "「\(path)」はフォルダーではありません。別の名前を指定してください")
    }

    fileprivate static func notEmpty(_ path: String, _ first: String) -> Message {
        Message(
            en: "'\(path)' is not empty (there is '\(first)'); name a new folder or an empty one",
            ja: "「\(path)」は空ではありません（「\(first)」があります）。新しいフォルダーか空のフォルダーを"
                + "指定してください")
    }

    fileprivate static func begun(_ folder: String) -> Message {
        Message(
            en: """
                a new project is in \(folder)
                next: put the site's title and address into \(folder)/Content/site.yml; \
                'hakusho serve --open --project \(folder)' shows it in the browser, and \
                'hakusho build --project \(folder)' makes the site. README.md there tells editors more
                """,
            ja: """
                \(folder) に新しいプロジェクトを作りました
                次の手順: \(folder)/Content/site.yml にサイトの名前とアドレスを書きます。\
                「hakusho serve --open --project \(folder)」でブラウザーに表示し、\
                「hakusho build --project \(folder)」でサイトを生成します。\
                編集の手引きは \(folder)/README.md にあります
                """)
    }
}
