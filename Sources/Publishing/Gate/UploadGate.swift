package import Building
package import Core
package import Scanning

/// Lets no generation go live whose uploads an engine has not judged.
///
/// What is judged are the staged copies, by their own bytes: a verdict counts only where the bytes
/// that the engine was given have the digest that the manifest states, and the commit reads every
/// file again and compares it with the manifest. A byte that changes in between is found there.
package struct UploadGate: Sendable {
    /// One for each file and each of its contents, in the order of the files; named after the
    /// files below Content/uploads.
    package let samples: [Sample]
    /// For each sample: the digest that its bytes must have.
    private let digests: [SHA256Digest]
    /// By file: who answers for it, and where texts refer to it.
    private let notes: [String: [Diagnostic.Note]]

    /// Finds the staged bytes of all copies; copies that are equal are judged once.
    package init(_ copies: [UploadCopy], in staged: StagedGeneration) {
        var samples: [Sample] = []
        var digests: [SHA256Digest] = []
        var seen: Set<[String]> = []
        for copy in copies.sorted(by: { ($0.file, $0.output) < ($1.file, $1.output) })
        where seen.insert([copy.file, copy.digest.hex]).inserted {
            guard let place = staged.location(output: copy.output, path: copy.path) else {
                preconditionFailure("a copy is handed in before it is judged: \(copy.path)")
            }
            samples.append(Sample(name: copy.file, path: Array(place.utf8)))
            digests.append(copy.digest)
        }
        self.samples = samples
        self.digests = digests
        notes = Dictionary(
            copies.map { copy in
                let places = Diagnostic.Note.references(copy.places)
                return (copy.file, places + Diagnostic.Note.owner(copy.owner))
            }
        ) { first, _ in first }
    }

    /// What the engines' verdicts mean for going live.
    ///
    /// - Parameter isRequired: Whether what was not scanned must not go live; else that is a
    ///   warning.
    package func findings(_ result: ScanResult, isRequired: Bool) -> [Diagnostic] {
        var found = result.diagnostics(isRequired: isRequired) { notes[$0] ?? [] }
        for (judgement, digest) in zip(result.judgements, digests)
        where judgement.verdict.isClean && judgement.contents?.digest != digest {
            found.append(.otherBytes(judgement.name))
        }
        return found
    }

    /// The files that no engine has found clean.
    ///
    /// - Parameter result: Nil where no engine was asked.
    package func files(notCleanIn result: ScanResult?) -> Set<String> {
        guard let result else { return Set(samples.map(\.name)) }
        return Set(result.judgements.filter { !$0.verdict.isClean }.map(\.name))
    }

    /// Whether the machine or an engine failed, and nothing else is wrong.
    package static func isMachineFailure(_ findings: [Diagnostic]) -> Bool {
        let errors = findings.filter { $0.severity == .error }
        return !errors.isEmpty && errors.allSatisfy { machineFailures.contains($0.code) }
    }

    private static let machineFailures: Set = [
        "scan.no-engine", "scan.engine-failed", "scan.failed",
    ]
}

extension Diagnostic {
    /// Where only the policy judged, and that is allowed.
    package static func policyOnly(files: Int) -> Diagnostic {
        Diagnostic(
            .warning, "upload.not-scanned", at: SourceSpan(file: "Content/uploads"),
            en:
                "no engine has looked for viruses in \(files) file\(files == 1 ? "" : "s"); only the "
                + "policy judged",
            ja: "\(files) 個のファイルはポリシーで確認しただけで、ウイルス検査はしていません",
            fix: .advice(
                en: "name an engine under 'uploads' in site.yml, as 'publish' asks for one; to do "
                    + "without, write 'uploads: {accept_unscanned_files: true}'",
                ja: "site.yml の「uploads」にウイルス検査エンジンを指定してください（publish では必須です）。"
                    + "検査せずに公開する場合は「uploads: {accept_unscanned_files: true}」と書いてください"))
    }

    fileprivate static func otherBytes(_ file: String) -> Diagnostic {
        Diagnostic(
            .error, "scan.other-bytes", at: SourceSpan(file: file),
            en: "the bytes that were scanned are not those that would be published",
            ja: "検査したファイルと、公開しようとしているファイルの内容が違います",
            fix: .advice(
                en: "find out who writes to the folder Site, and run this again",
                ja: "Site フォルダーに書き込んでいるものがないか確認し、もう一度実行してください"))
    }
}
