package import Content
package import Core
package import FilePolicy

extension FilePolicy {
    /// The policy that `uploads` of site.yml asks for.
    ///
    /// - Throws: `FileError` where the disk fails.
    package static func make(
        _ settings: UploadSettings, project: String
    ) throws(FileError) -> (policy: FilePolicy, diagnostics: [Diagnostic]) {
        var policy = FilePolicy()
        var diagnostics: [Diagnostic] = []
        policy.limits.fileBytes = settings.maxSize
        if let names = settings.types {
            let known = FileType.allCases.map(\.rawValue).sorted()
            policy.allowed = []
            for name in names {
                if let type = FileType(rawValue: name.value) {
                    policy.allowed.insert(type)
                } else {
                    diagnostics.append(.unknownType(name, known: known))
                }
            }
        }
        if let file = settings.blockList {
            let (list, found) = try BlockList.read(file, project: project)
            policy.blockList = list
            diagnostics += found
        }
        return (policy, diagnostics)
    }
}

extension BlockList {
    /// The longest list that is read, in bytes.
    private static let limit = 1 << 30

    /// Reads the list that site.yml names; no path leads out of the project's folder.
    fileprivate static func read(
        _ file: Located<String>, project: String
    ) throws(FileError) -> (list: BlockList?, diagnostics: [Diagnostic]) {
        let folder = try ConfinedFolder(Array(project.utf8))
        let bytes: [UInt8]
        do throws(ConfinedReadFailure) {
            bytes = try folder.read(file.value, limit: limit)
        } catch {
            switch error {
            case .file(let error):
                guard try fileStatus(project + "/" + file.value) == nil else { throw error }
                return (nil, [.noBlockList(file)])
            case .link: return (nil, [.blockListOutside(file)])
            default: return (nil, [.noBlockList(file)])
            }
        }
        let list = BlockList(bytes)
        var diagnostics = list.problems.map { problem in
            Diagnostic.blockListLine(
                problem.message, at: SourceSpan(file: file.value, range: problem.range))
        }
        let more = list.problemCount - list.problems.count
        if more > 0 { diagnostics.append(.blockListLines(more, of: file)) }
        return (list, diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func noBlockList(_ file: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "upload.block-list", at: file.span,
            en: "there is no file '\(file.value)' in the project",
            ja: "プロジェクトに「\(file.value)」というファイルがありません",
            fix: .advice(
                en: "put the list there, or state its path from the project's folder",
                ja: "その場所にリストを置くか、プロジェクトのフォルダーからのパスを書いてください"))
    }

    fileprivate static func blockListOutside(_ file: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "upload.block-list", at: file.span,
            en: "'\(file.value)' leads out of the project's folder, or is a symbolic link",
            ja: "「\(file.value)」はプロジェクトのフォルダーの外を指すか、シンボリックリンクです",
            fix: .advice(
                en: "copy the list into the project, and state its path from there",
                ja: "リストをプロジェクトの中にコピーし、プロジェクトのフォルダーからのパスを書いてください"))
    }

    fileprivate static func blockListLine(_ why: Message, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "upload.block-list", at: span,
            en: "this line is no entry of a block-list: \(why.en)",
            ja: "この行はブロックリストの項目ではありません。\(why.ja)")
    }

    fileprivate static func blockListLines(_ count: Int, of file: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "upload.block-list", at: file.span,
            en: "\(count) more line\(count == 1 ? " is" : "s are") no entries of a block-list",
            ja: "ほかに \(count) 行が、ブロックリストの項目として読めません",
            fix: .advice(
                en: "write a line for each file: HASH:SIZE:NAME",
                ja: "一行に一つずつ「ハッシュ値:バイト数:名前」の形で書いてください"))
    }

    fileprivate static func unknownType(_ name: Located<String>, known: [String]) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .error, "config.unknown-file-type", at: name.span,
            en: "there is no type of file '\(name.value)'; the types are \(list)",
            ja: "「\(name.value)」というファイルの種類はありません。使えるもの: \(list)",
            fix: nearestName(to: name.value, in: known).map { .replace(with: $0) })
    }
}
