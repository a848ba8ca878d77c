import ArgumentParser
import Building
import Core
import Whitepapers

/// `hakusho whitepaper fix`: makes the corrections of wording that are safe.
struct WhitepaperFixCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fix", abstract: "Make the corrections of wording that are safe.",
        discussion: """
            Parentheses and letters of the wrong width, spaces between Japanese and Latin text, \
            words that a line break divides, spellings of the term list, the product's name: in \
            the newest edition's own files, as long as it is not frozen. All files are written, or \
            none. It exits 1 where findings remain for you to decide.
            """)

    @Flag(help: "Print what would change as a unified diff, and write nothing.")
    var dryRun = false

    @OptionGroup var whitepaper: WhitepaperOptions

    func run() async throws {
        let desk = try whitepaper.open()
        try desk.requireSoundLock()
        let byFile = Dictionary(grouping: desk.whitepaper.safeEdits(), by: \.file)
        var files: [(path: String, bytes: [UInt8])] = []
        for (file, edits) in byFile.sorted(by: { $0.key < $1.key }) {
            let old = try desk.read(file)
            do throws(TextEditError) {
                files.append((file, try applying(edits, to: old)))
            } catch {
                throw desk.options.failure(.changedMeanwhile(file))
            }
            if dryRun {
                let diff = UnifiedDiff.text(file: file, from: old, to: files[files.count - 1].bytes)
                try desk.report.print(diff)
            }
        }
        let places = byFile.values.reduce(0) { $0 + $1.count }
        guard !dryRun else {
            desk.report.tell(.wouldChange(places, files: files.count))
            return
        }
        try desk.write(files)
        desk.report.tell(.changed(places, files: files.count))
        let rest = try whatRemains()
        if desk.options.format == .json {
            try desk.print([
                "version": 1, "files": .array(files.map { .string($0.path) }),
                "changes": .number(places), "diagnostics": desk.report.json(rest),
            ])
        } else if !rest.isEmpty {
            desk.report.show(rest)
            desk.report.tell(.remaining(rest.count))
        }
        if !rest.isEmpty { throw ExitCode(1) }
    }

    /// The wording's findings in the files as they are now.
    private func whatRemains() throws -> [Diagnostic] {
        let desk = try whitepaper.open()
        return desk.report.severities(
            desk.prepared.findings.filter { finding in
                let code = finding.code
                let isWording =
                    code.hasPrefix("editorial.") || code == "whitepaper.product-name"
                let file = finding.span?.file ?? ""
                return isWording && file.hasPrefix(desk.whitepaper.folder + "/")
            })
    }
}

extension GlobalOptions {
    /// Tells why nothing was done.
    ///
    /// - Returns: Exit status 1.
    fileprivate func failure(_ message: Message) -> ExitCode {
        _ = misuse(message)
        return ExitCode(1)
    }
}

extension Message {
    fileprivate static func changedMeanwhile(_ file: String) -> Message {
        Message(
            en: "\(file) has changed meanwhile; nothing was written",
            ja: "処理中に \(file) が変わったため、何も書き込みませんでした")
    }

    fileprivate static func changed(_ places: Int, files: Int) -> Message {
        if places == 0 {
            return Message(en: "nothing to change", ja: "変更するところはありません")
        }
        return Message(
            en: "changed \(places) place\(places == 1 ? "" : "s") in \(files) "
                + "file\(files == 1 ? "" : "s")",
            ja: "\(files) ファイルの \(places) か所を変更しました")
    }

    fileprivate static func wouldChange(_ places: Int, files: Int) -> Message {
        if places == 0 { return changed(0, files: 0) }
        return Message(
            en: "would change \(places) place\(places == 1 ? "" : "s") in \(files) "
                + "file\(files == 1 ? "" : "s")",
            ja: "\(files) ファイルの \(places) か所を変更します（まだ書き込んでいません）")
    }

    fileprivate static func remaining(_ count: Int) -> Message {
        Message(
            en: "\(count) finding\(count == 1 ? " remains" : "s remain") for you to decide",
            ja: "ほかに \(count) 件、判断していただくものが残っています")
    }
}
