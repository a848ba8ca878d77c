import Building
import Core

/// The work of `hakusho links fix`: decides what has moved, and changes the files, all or none.
struct LinkRepair {
    let options: GlobalOptions
    let isDryRun: Bool

    /// Does it.
    ///
    /// - Returns: False where something is left for a person.
    /// - Throws: `FileError` where the disk fails.
    func run(from old: String?, to new: String?, all: Bool) throws(FileError) -> Bool {
        let build = try Compilation(options: options).read()
        guard !build.outputs.isEmpty else {
            say(
                Message(
                    en: "the project cannot be read; 'hakusho check' says why",
                    ja: "プロジェクトを読めません。理由は「hakusho check」で確かめてください"))
            return false
        }
        guard let moves = try moves(build, old, new),
            let fix = try fixing(build, moves.certain)
        else { return false }
        for item in fix.left { say(item.message, at: item.span.file) }
        var edits = fix.edits
        if all, edits.isEmpty { edits = try offeredEdits(build) }
        let isWritten = try apply(edits)
        if isWritten, !options.quiet { close(edits, fix, from: old) }
        // What would be left is known only where nothing would change.
        guard isWritten, !isDryRun || edits.isEmpty else {
            return isWritten && moves.isClear && fix.left.isEmpty
        }
        let isWhole = try noLinkIsBroken()
        return moves.isClear && fix.left.isEmpty && isWhole
    }

    private func fixing(
        _ build: PreparedBuild, _ moves: [PageMove]
    ) throws(FileError) -> LinkFix? {
        try options.showing(.searching) { _ throws(FileError) in
            try build.fixingLinks(after: moves)
        }
    }

    /// Whether the project as it is now has no broken link; says how many where it has.
    private func noLinkIsBroken() throws(FileError) -> Bool {
        let build = try Compilation(options: options).read()
        let broken = try Compilation(options: options).check(build).diagnostics.count {
            $0.severity == .error && $0.code.hasPrefix("link.")
        }
        guard broken > 0 else { return true }
        say(
            Message(
                en:
                    "what is wrong with \(broken) other link\(broken == 1 ? "" : "s") is for you to "
                    + "decide; 'hakusho check' shows where",
                ja: "ほかに \(broken) 件のリンクの誤りがあり、直し方を決めていただく必要があります。"
                    + "場所は「hakusho check」で確かめてください"))
        return false
    }

    /// - Returns: Nil where what is asked for cannot have happened.
    private func moves(
        _ build: PreparedBuild, _ old: String?, _ new: String?
    ) throws(FileError) -> (certain: [PageMove], isClear: Bool)? {
        if let old, let new {
            let (moves, problem) = build.moves(from: old, to: new)
            if let problem { say(problem) }
            return problem == nil ? (moves, true) : nil
        }
        let detected = try options.showing(.searching) { _ throws(FileError) in
            try build.detectedMoves()
        }
        for found in detected {
            let (from, to) = (found.move.from, found.move.to)
            if found.isCertain {
                say(
                    Message(
                        en: "\(from) is now \(to): \(found.reason.en)",
                        ja: "\(from) は \(to) に移ったとみなします（\(found.reason.ja)）"))
            } else {
                say(
                    Message(
                        en: "\(from) may be \(to) now; if so, run: hakusho links fix \(from) \(to)",
                        ja: "\(from) は \(to) に移ったのかもしれません。そうであれば次を実行してください: "
                            + "hakusho links fix \(from) \(to)"))
            }
        }
        return (detected.filter(\.isCertain).map(\.move), detected.allSatisfy(\.isCertain))
    }

    /// The corrections that findings on links offer. What was published and is lost is not among
    /// them: a person decides where its readers go.
    private func offeredEdits(_ build: PreparedBuild) throws(FileError) -> [TextEdit] {
        var edits: [TextEdit] = []
        var taken: [String: [Range<Int>]] = [:]
        for finding in try Compilation(options: options).check(build).diagnostics
        where finding.code.hasPrefix("link.") && !finding.code.hasPrefix("link.published-") {
            for edit in finding.edits where !edits.contains(edit) {
                guard case .bytes(let range) = edit.place else { continue }
                // Two corrections of one place: the first is made, and the next run sees the rest.
                if taken[edit.file, default: []].contains(where: { $0.overlaps(range) }) {
                    continue
                }
                taken[edit.file, default: []].append(range)
                edits.append(edit)
            }
        }
        return edits
    }

    /// Works all files out, and only then writes the first.
    ///
    /// - Returns: False where the edits contradict each other; then nothing is written.
    private func apply(_ edits: [TextEdit]) throws(FileError) -> Bool {
        let byFile = Dictionary(grouping: edits, by: \.file)
        var files: [(file: String, old: [UInt8]?, new: [UInt8])] = []
        for (file, edits) in byFile.sorted(by: { $0.key < $1.key }) {
            let path = options.projectFolder + "/" + file
            let old = try fileStatus(path) == nil ? nil : readFile(path)
            do throws(TextEditError) {
                files.append((file, old, try applying(edits, to: old ?? [])))
            } catch {
                say(
                    Message(
                        en: "\(file) has changed meanwhile; nothing was written",
                        ja: "処理中に \(file) が変わったため、何も書き込みませんでした"))
                return false
            }
        }
        if isDryRun {
            for (file, old, new) in files {
                try Machine.print(UnifiedDiff.text(file: file, from: old, to: new))
            }
            return true
        }
        try rewriteFiles(
            files.filter { $0.old != $0.new }.map {
                (options.projectFolder + "/" + $0.file, $0.new)
            })
        return true
    }

    private func close(_ edits: [TextEdit], _ fix: LinkFix, from old: String?) {
        if edits.isEmpty, let old { return say(Self.nothingLed(to: old)) }
        let files = Set(edits.map(\.file)).count
        let links = edits.count { if case .bytes = $0.place { true } else { false } }
        for redirect in fix.redirects {
            say(
                Message(
                    en: "redirect: \(redirect.from) to \(redirect.to)",
                    ja: "転送: \(redirect.from) から \(redirect.to)"))
        }
        let would = isDryRun
        say(
            Message(
                en: edits.isEmpty
                    ? "nothing to change"
                    : "\(would ? "would change" : "changed") \(links) places in \(files) files",
                ja: edits.isEmpty
                    ? "変更するところはありません"
                    : "\(files) ファイルの \(links) か所を\(would ? "変更します（まだ書き込んでいません）" : "変更しました")"))
    }

    /// It may never have existed, or all is done already.
    private static func nothingLed(to old: String) -> Message {
        Message(
            en: "nothing to change: no link leads to '\(old)', and no published URL of it lacks a "
                + "redirect; is the name right?",
            ja: "変更するところはありません。「\(old)」へのリンクも、転送が必要な公開済みの URL も"
                + "見つかりません。名前が正しいか確かめてください")
    }

    private func say(_ message: Message, at file: String? = nil) {
        let place = file.map { $0 + ": " } ?? ""
        Machine.report(place + message.text(in: options.language) + "\n")
    }
}
