package import Building
package import Core
package import Links

/// Writes what a publication makes citable into Content/published.tsv.
///
/// Called *before* `Site/current` changes, so that nothing is ever live that the ledger lacks:
///
/// 1. the ledger is replaced in one step and flushed,
/// 2. `Site/current` changes,
/// 3. the log states the ledger's number of lines and digest.
///
/// A run that dies before 1 changes nothing. Between 1 and 2, the ledger has lines that were
/// never live: too many promises, never too few; the next publication makes them true, or the
/// author says what became of them. Between 2 and 3, only the log is behind: it states the ledger
/// of the publication before, which `ledgerFindings` then holds the file to.
///
/// The file is read again first, so that lines which somebody has added meanwhile stay; it is
/// left alone where nothing is new.
///
/// - Returns: The ledger as it is on the disk, and, where the file cannot be read as a ledger,
///   why; then it is left as it is.
/// - Throws: `FileError`; then the publication must not go on.
package func recordPublication(
    _ report: BuildReport, outputs: [String], project: String, holding _: SiteLock
) throws(FileError) -> (state: LedgerState?, diagnostics: [Diagnostic]) {
    guard let day = report.day else { return (nil, []) }
    let path = project + "/" + ledgerName
    let bytes = try fileStatus(path) == nil ? [] : readFile(path)
    let (ledger, damage) = Ledger.read(bytes, file: ledgerName)
    guard damage.isEmpty else { return (nil, damage) }
    let new = ledger.adding(
        report.published, outputs: outputs, day: day, address: report.address)
    guard new != bytes else { return (LedgerState(ledger), []) }
    try replaceFile(path, with: new, staged: project + "/Content/." + copyName + "-new")
    try flushFile(project + "/Content")
    return (LedgerState(Ledger.read(new, file: ledgerName).ledger), [])
}

/// Keeps a copy of the ledger in `Site`, so that a later run can name the lines that were lost.
/// The log, which states the ledger's digest, vouches for the copy.
///
/// - Throws: `FileError`; then the log alone tells that lines were lost.
package func keepLedgerCopy(
    project: String, siteFolder: String, holding _: SiteLock
) throws(FileError) {
    try replaceFile(
        siteFolder + "/" + copyName, with: readFile(project + "/" + ledgerName),
        staged: siteFolder + "/." + copyName + "-new")
}

/// Compares Content/published.tsv with what the log of publications last said of it, and with the
/// copy of that time where there is one.
///
/// Where there is no log, as in a fresh checkout, or none of its lines speaks of the ledger, there
/// is nothing to compare. A ledger that is damaged is what the build reports.
///
/// - Returns: An error where lines are missing.
/// - Throws: `FileError` where one of the two cannot be read.
package func ledgerFindings(
    project: String, siteFolder: String
) throws(FileError) -> [Diagnostic] {
    let entries = try PublicationLog(siteFolder: siteFolder).verify().entries
    guard let entry = entries.last(where: { $0.ledger != nil }), let logged = entry.ledger
    else { return [] }
    let path = project + "/" + ledgerName
    guard let status = try fileStatus(path) else {
        return [.ledgerLost(lines: logged.lines, entry.time)]
    }
    guard status.kind == .file else { return [] }
    let (ledger, damage) = Ledger.read(try readFile(path), file: ledgerName)
    guard damage.isEmpty else { return [] }
    if let copy = try copy(in: siteFolder, of: logged) {
        let lost = ledger.linesLost(since: copy)
        return lost.isEmpty ? [] : [.ledgerLinesLost(lost, of: copy, entry.time)]
    }
    let now = LedgerState(ledger)
    guard now.hasLostLines(of: logged) else { return [] }
    return [.ledgerLinesLost(now: now.lines, logged: logged.lines, entry.time)]
}

/// The copy in `Site`; nil where it is not the ledger of which the log speaks.
private func copy(
    in siteFolder: String, of state: LedgerState
) throws(FileError) -> Ledger? {
    let path = siteFolder + "/" + copyName
    guard let status = try fileStatus(path), status.kind == .file else { return nil }
    let (ledger, damage) = Ledger.read(try readFile(path), file: copyName)
    return damage.isEmpty && LedgerState(ledger) == state ? ledger : nil
}

private let ledgerName = "Content/published.tsv"
private let copyName = "published.tsv"

extension Diagnostic {
    fileprivate static func ledgerLost(lines: Int, _ time: Moment) -> Diagnostic {
        Diagnostic(
            .error, "publish.ledger-lines-lost", at: SourceSpan(file: ledgerName),
            en: "the ledger is missing; after the publication of \(time.iso) it had \(lines) lines",
            ja: "台帳がありません。\(time.iso) の公開後には \(lines) 行ありました",
            fix: restoring)
    }

    fileprivate static func ledgerLinesLost(
        now: Int, logged: Int, _ time: Moment
    ) -> Diagnostic {
        Diagnostic(
            .error, "publish.ledger-lines-lost", at: SourceSpan(file: ledgerName),
            en: now < logged
                ? "the ledger has lost lines: it had \(logged) after the publication of "
                    + "\(time.iso), and has \(now) now"
                : "the ledger has lost lines that it had after the publication of \(time.iso), "
                    + "and has others in their place",
            ja: now < logged
                ? "台帳の行が失われています（\(time.iso) の公開後は \(logged) 行、現在は \(now) 行）"
                : "\(time.iso) の公開後にあった台帳の行が失われ、別の行に置き換わっています",
            fix: restoring)
    }

    fileprivate static func ledgerLinesLost(
        _ lines: [Ledger.Line], of copy: Ledger, _ time: Moment
    ) -> Diagnostic {
        Diagnostic(
            .error, "publish.ledger-lines-lost", at: SourceSpan(file: ledgerName),
            en: "the ledger has lost \(lines.count) of the lines that it had after the "
                + "publication of \(time.iso)",
            ja: "\(time.iso) の公開後にあった台帳の行のうち \(lines.count) 行が失われています",
            notes: lines.prefix(20).map { line in
                let place = copy.url(of: line) + (copy.anchor(of: line).map { "#" + $0 } ?? "")
                let outputs = copy.outputs(of: line).joined(separator: ", ")
                return Note(
                    en: "lost: \(place) (\(outputs))", ja: "失われた行: \(place)（\(outputs)）")
            },
            fix: .advice(
                en: "add the lines again from Site/published.tsv, which is the ledger of that "
                    + "publication; their order does not matter",
                ja: "その公開時の台帳である Site/published.tsv から、失われた行を書き戻してください。"
                    + "行の順序は問いません"))
    }

    private static var restoring: Fix {
        .advice(
            en: "take Content/published.tsv from the version control system or a backup as it was "
                + "after that publication",
            ja: "その公開後の Content/published.tsv を、バージョン管理またはバックアップから戻してください")
    }
}
