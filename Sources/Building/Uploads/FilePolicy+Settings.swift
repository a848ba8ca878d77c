package import Content
package import Core
package import FilePolicy

extension FilePolicy {
    /// The policy that `uploads` of site.yml asks for.
    ///
    /// - Throws: `FileError` where the block-list cannot be read for another reason than that it
    ///   is not there.
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
    /// Reads the list that site.yml names, below the project's folder.
    fileprivate static func read(
        _ file: Located<String>, project: String
    ) throws(FileError) -> (list: BlockList?, diagnostics: [Diagnostic]) {
        let path = project + "/" + file.value
        guard try fileStatus(path)?.kind == .file else { return (nil, [.noBlockList(file)]) }
        let list = BlockList(try readFile(path))
        return (list, list.problems.map { .blockListLine($0.line, $0.message, file) })
    }
}

extension Diagnostic {
    fileprivate static func noBlockList(_ file: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "upload.block-list", at: file.span,
            en: "there is no file '\(file.value)' in the project",
            ja: "プロジェクトに「\(file.value)」というファイルがありません")
    }

    fileprivate static func blockListLine(
        _ line: Int, _ why: Message, _ file: Located<String>
    ) -> Diagnostic {
        Diagnostic(
            .error, "upload.block-list", at: file.span,
            en: "line \(line) of '\(file.value)' is no entry of a block-list: \(why.en)",
            ja: "「\(file.value)」の \(line) 行目はブロックリストの項目ではありません。\(why.ja)")
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
