import Core

/// The folder `Site`: its generations, and which of them is live.
///
/// `Site/generations/N/OUTPUT` is one immutable tree for each output, `manifest.json` beside them
/// says what they hold, and `Site/current` is a relative symbolic link to the live one. What else
/// lies in `Site` is left alone.
package struct Generations: Sendable {
    let siteFolder: String

    /// - Parameter siteFolder: The path of `Site`; it need not exist.
    package init(siteFolder: String) { self.siteFolder = siteFolder }

    /// The link to the live generation.
    var currentLink: String { siteFolder + "/current" }

    var generationsFolder: String { siteFolder + "/generations" }

    func folder(of number: Int) -> String { generationsFolder + "/\(number)" }

    /// The number that `Site/current` names, whether or not the generation is there; nil where
    /// there is no link.
    ///
    /// - Throws: `GenerationError.currentIsNoLink`, `.currentLeadsElsewhere`, `.file`.
    package func liveNumber() throws(GenerationError) -> Int? {
        let link = currentLink
        let status = try orGenerationError { () throws(FileError) in try fileStatus(link) }
        guard let status else { return nil }
        guard status.kind == .link else { throw .currentIsNoLink(link) }
        let target = try orGenerationError { () throws(FileError) in try readLink(link) }
        let prefix = "generations/"
        let name = target.hasSuffix("/") ? target.dropLast() : target[...]
        guard name.hasPrefix(prefix), let number = generationNumber(name.dropFirst(prefix.count))
        else { throw .currentLeadsElsewhere(link, target: target) }
        return number
    }

    /// The numbers of the generations that are there, ascending.
    func numbers() throws(GenerationError) -> [Int] {
        try entries().filter { $0.kind == .folder }
            .compactMap { generationNumber($0.name) }.sorted()
    }

    /// What lies in `Site/generations`; nothing where it is missing.
    func entries() throws(GenerationError) -> [FolderEntry] {
        try orGenerationError { () throws(FileError) in
            try fileStatus(generationsFolder) == nil ? [] : listFolder(generationsFolder)
        }
    }

    /// A generation's manifest; nil where it is missing or damaged.
    func manifest(of number: Int) -> Manifest? {
        guard let bytes = try? readFile(folder(of: number) + "/" + manifestName) else { return nil }
        return Manifest(json: bytes)
    }

    /// Points `Site/current` to a generation in one step, and flushes the change.
    func makeLive(_ number: Int) throws(GenerationError) {
        try orGenerationError { () throws(FileError) in
            try replaceLink(
                currentLink, target: "generations/\(number)", staged: siteFolder + "/.current-new")
            try flushFile(siteFolder)
        }
    }
}

/// Reads a generation's number: decimal digits as the tool writes them; nil for anything else.
func generationNumber(_ text: some StringProtocol) -> Int? {
    guard let number = Int(text), number > 0, String(number) == text else { return nil }
    return number
}
