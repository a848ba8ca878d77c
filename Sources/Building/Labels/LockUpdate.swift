package import Core
package import Labels

/// What `labels lock` does to labels.lock.
package struct LockUpdate: Sendable {
    /// What forbids it: lowered labels without a downgrade, and labels that cannot be read.
    package let diagnostics: [Diagnostic]
    /// The differences between the lock and the project.
    package let changes: [LockChange]
    /// The new lock; nil where something forbids it, or the project has no labels.
    package let bytes: [UInt8]?
    /// Whether the file has these bytes already.
    package let isCurrent: Bool
    /// Whether the project has labels at all.
    package let hasScheme: Bool
}

extension PreparedBuild {
    /// Compares labels.lock with every label of the project, and makes a new one.
    ///
    /// - Throws: `FileError` where the disk fails.
    package func lockUpdate() throws(FileError) -> LockUpdate {
        var diagnostics = found
        guard let project else {
            return LockUpdate(
                diagnostics: diagnostics.inReportingOrder(), changes: [], bytes: nil,
                isCurrent: false, hasScheme: true)
        }
        let plan = BuildPlan(project)
        diagnostics += plan.diagnostics.filter { $0.code.hasPrefix("label.") }
        let (portions, wrong) = try RecordedSources(plan, options, []).allPortions()
        diagnostics += wrong
        let comparison = try plan.compareLock(portions, knowsAll: true, options: options)
        diagnostics += comparison?.diagnostics ?? []
        var bytes: [UInt8]?
        if let comparison, !diagnostics.hasErrors { bytes = try comparison.updated().bytes }
        let path = options.project + "/" + LabelLock.file
        let old = try fileStatus(path) == nil ? nil : try readFile(path)
        return LockUpdate(
            diagnostics: diagnostics.inReportingOrder(), changes: comparison?.changes ?? [],
            bytes: bytes, isCurrent: bytes == old, hasScheme: comparison != nil)
    }
}
