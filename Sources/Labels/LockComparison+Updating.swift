import Content
package import Core

extension LockComparison {
    /// The lock as it is to be written; without errors only.
    ///
    /// - Throws: `FileError` where a text cannot be read.
    package func updated() throws(FileError) -> LabelLock {
        var next = LabelLock()
        let span = SourceSpan(file: LabelLock.file)
        next.levels = scheme.levels.map { Located($0.id, at: span) }
        next.handling = scheme.handling.map { Located($0.id, at: span) }
        var written = Set<LabelLock.Key>()
        for item in items where item.isRecorded {
            guard let label = item.label, written.insert(item.key).inserted else { continue }
            let print = try project.fingerprint(item)
            next.entries.append(
                LabelLock.Entry(
                    key: item.key, level: label.level, marks: bits(of: label),
                    digest: print.digest, sketch: print.sketch, isDeleted: false, span: span))
        }
        let gone = Set(vanished.map(\.key))
        for entry in lock.entries
        where superseded[entry.key] == nil && !written.contains(entry.key) {
            guard let label = order.label(of: entry) else { continue }
            next.entries.append(
                LabelLock.Entry(
                    key: entry.key, level: label.level, marks: bits(of: label),
                    digest: entry.digest, sketch: entry.sketch,
                    isDeleted: entry.isDeleted || gone.contains(entry.key), span: entry.span))
        }
        next.downgrades = history
        return next
    }

    /// Recorded downgrades under the paths of today, and the new ones.
    private var history: [LabelLock.Record] {
        var moved: [String: String] = [:]
        for (key, item) in superseded where key.kind != .portion && item.kind != .portion {
            moved[key.path] = item.path
        }
        var records: [LabelLock.Record] = []
        for record in lock.downgrades + approved {
            var record = record
            let parts = record.path.split(separator: "#", maxSplits: 1)
            if let path = moved[String(parts[0])] {
                record.path = path + (parts.count > 1 ? "#" + parts[1] : "")
            }
            if !records.contains(where: { $0.isSame(as: record) }) { records.append(record) }
        }
        return records
    }

    private func bits(of label: Label) -> [Int] {
        scheme.handling.indices.filter { label.handling & (1 << UInt64($0)) != 0 }
    }
}
