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
    let new = ledger.adding(report.published, outputs: outputs, day: day)
    guard new != bytes else { return (LedgerState(ledger), []) }
    try replaceFile(path, with: new)
    try flushFile(project + "/Content")
    return (LedgerState(Ledger.read(new, file: ledgerName).ledger), [])
}

/// Compares Content/published.tsv with what the log of publications last said of it.
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
    let now = LedgerState(ledger)
    guard damage.isEmpty, now.hasLostLines(of: logged) else { return [] }
    return [.ledgerLinesLost(now: now.lines, logged: logged.lines, entry.time)]
}

private let ledgerName = "Content/published.tsv"

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

    private static var restoring: Fix {
        .advice(
            en: "take Content/published.tsv from the version control system or a backup as it was "
                + "after that publication",
            ja: "その公開後の Content/published.tsv を、バージョン管理またはバックアップから戻してください")
    }
}
