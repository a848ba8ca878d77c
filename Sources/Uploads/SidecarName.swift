import Core

/// What the file `name` should be called, where it was most likely meant as folder.yml or as the
/// sidecar of a file in its folder.
///
/// A file that has a sidecar itself is an upload for certain. So is `a.yml` beside `a.txt` where
/// `a.txt` has a sidecar already.
///
/// - Parameter names: All files of the folder.
func rightSidecarName(for name: String, among names: Set<String>) -> String? {
    var stem = name.lowercased()
    guard stem.contains(".yml") || stem.contains(".yaml"), !names.contains(name + ".yml") else {
        return nil
    }
    if stem.hasSuffix(".yml.txt") || stem.hasSuffix(".yaml.txt") { stem.removeLast(4) }
    guard let ending = [".yml", ".yaml"].first(where: { stem.hasSuffix($0) }) else { return nil }
    stem.removeLast(ending.count)
    if stem == "folder" { return "folder.yml" }
    let others = names.filter { other in
        let small = other.lowercased()
        return other != name && !small.hasSuffix(".yml") && !small.hasSuffix(".yaml")
            && !small.hasSuffix(".yml.txt") && !small.hasSuffix(".yaml.txt")
    }.sorted()
    if let whole = others.first(where: { $0.lowercased() == stem }) { return whole + ".yml" }
    let near = others.first { other in
        guard let dot = other.lastIndex(of: ".") else { return false }
        return other[..<dot].lowercased() == stem && !names.contains(other + ".yml")
    }
    return near.map { $0 + ".yml" }
}

extension Diagnostic {
    static func misnamedSidecar(_ name: String, right: String, file: String) -> Diagnostic {
        Diagnostic(
            .error, "content.misnamed-sidecar", at: SourceSpan(file: file),
            en: "'\(name)' would be published as a file, and the label in it would not count",
            ja: "「\(name)」は、ラベルの設定としては読まれず、ファイルとして公開されてしまいます",
            fix: .advice(
                en: "rename it to \(right); if it is to be published, put its own label beside it "
                    + "in \(name).yml",
                ja: "名前を \(right) に変えてください。公開するファイルであれば、そのラベルを \(name).yml に書いてください"))
    }
}
