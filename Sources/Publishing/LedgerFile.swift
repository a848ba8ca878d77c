package import Building
package import Core
import Links

/// Writes what a publication has made citable into Content/published.tsv.
///
/// Called when the generation is live. A run that dies between the two loses nothing: what the
/// ledger lacks is still published, and the next publication adds it. The file is read again
/// first, so that lines which somebody has added meanwhile stay; it is replaced in one step, and
/// left alone where nothing is new.
///
/// - Returns: The number of lines that are new, and, where the file cannot be read as a ledger,
///   why; then it is left as it is.
/// - Throws: `FileError`.
package func recordPublication(
    _ report: BuildReport, outputs: [String], project: String, holding _: SiteLock
) throws(FileError) -> (added: Int, diagnostics: [Diagnostic]) {
    guard let day = report.day else { return (0, []) }
    let file = "Content/published.tsv"
    let path = project + "/" + file
    let bytes = try fileStatus(path) == nil ? [] : readFile(path)
    let (ledger, damage) = Ledger.read(bytes, file: file)
    guard damage.isEmpty else { return (0, damage) }
    let new = ledger.adding(report.published, outputs: outputs, day: day)
    guard new != bytes else { return (0, []) }
    try replaceFile(path, with: new)
    try flushFile(project + "/Content")
    let lines = { (bytes: [UInt8]) in bytes.count { $0 == 0x0A } }
    return (max(0, lines(new) - max(lines(bytes), 1)), [])
}
