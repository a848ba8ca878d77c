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
        return (policy, diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func unknownType(_ name: Located<String>, known: [String]) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .error, "config.unknown-file-type", at: name.span,
            en: "there is no type of file '\(name.value)'; the types are \(list)",
            ja: "「\(name.value)」というファイルの種類はありません。使えるもの: \(list)",
            fix: nearestName(to: name.value, in: known).map { .replace(with: $0) })
    }
}
