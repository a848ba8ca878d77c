extension FilePolicy {
    func examineOpenXML(
        _ archive: ZipArchive, suffix: String, _ budget: inout ArchiveBudget,
        _ found: inout Examination
    ) throws(ZipRefusal) {}
    func examineOpenDocument(
        _ archive: ZipArchive, suffix: String, _ budget: inout ArchiveBudget,
        _ found: inout Examination
    ) throws(ZipRefusal) {}
}
