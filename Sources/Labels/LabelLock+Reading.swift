import Content
package import Core

extension LabelLock {
    /// Reads labels.lock.
    ///
    /// - Returns: Nil where a line cannot be trusted; the diagnostics show each such line.
    package static func read(
        _ bytes: [UInt8]
    ) -> (lock: LabelLock?, diagnostics: [Diagnostic]) {
        var reader = LockReader()
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            reader.read(bytes[start..<end])
            start = end + 1
        }
        reader.finish(count: bytes.count)
        return (reader.diagnostics.isEmpty ? reader.lock : nil, reader.diagnostics)
    }
}

/// Reads one line after another.
private struct LockReader {
    var lock = LabelLock()
    var diagnostics: [Diagnostic] = []
    private var hasHeader = false
    private var seen: [LabelLock.Key: SourceSpan] = [:]

    mutating func read(_ line: ArraySlice<UInt8>) {
        let line = line.last == 0x0D ? line.dropLast() : line
        guard let first = line.first, first != 0x23 else { return }
        let span = SourceSpan(file: LabelLock.file, range: line.startIndex..<line.endIndex)
        let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        if !hasHeader, columns == LabelLock.header {
            hasHeader = true
        } else if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(columns[0].prefix(7)) {
            diagnostics.append(.lockConflict(at: span))
        } else if !hasHeader {
            diagnostics.append(.lockDamaged(at: span))
            hasHeader = true
        } else if !take(columns, span) {
            diagnostics.append(.lockDamaged(at: span))
        }
    }

    mutating func finish(count: Int) {
        if hasHeader || !diagnostics.isEmpty { return }
        diagnostics.append(.lockDamaged(at: SourceSpan(file: LabelLock.file, range: 0..<0)))
    }

    private mutating func take(_ columns: [String], _ span: SourceSpan) -> Bool {
        switch columns[0] {
        case "levels" where columns.count == 2 && lock.levels.isEmpty:
            lock.levels = names(columns[1], span)
            return !lock.levels.isEmpty
        case "handling" where columns.count == 2 && lock.handling.isEmpty:
            lock.handling = names(columns[1], span)
            return true
        case "downgrade" where columns.count == 7:
            guard !columns[1].isEmpty, CalendarDate(iso: columns[4]) != nil else { return false }
            lock.downgrades.append(
                .init(
                    path: columns[1], from: columns[2], to: columns[3], on: columns[4],
                    by: columns[5], reason: columns[6]))
            return true
        default:
            guard let entry = entry(columns, span) else { return false }
            if let first = seen.updateValue(span, forKey: entry.key) {
                diagnostics.append(.lockRepeats(entry.key.path, at: span, first: first))
                seen[entry.key] = first
            }
            lock.entries.append(entry)
            return true
        }
    }

    private func entry(_ columns: [String], _ span: SourceSpan) -> LabelLock.Entry? {
        guard columns.count == 5 || columns.count == 6 && columns[5] == "deleted",
            let kind = LabelledItem.Kind(rawValue: columns[0]),
            columns[1].hasPrefix("Content/"), isDigest(columns[3]),
            let sketch = sketch(columns[4])
        else { return nil }
        let words = columns[2].split(separator: " ", omittingEmptySubsequences: false)
        let marks = words.dropFirst().map { word in
            lock.handling.firstIndex { $0.value == word }
        }
        guard let level = lock.levels.firstIndex(where: { $0.value == words[0] }),
            marks.allSatisfy({ $0 != nil })
        else { return nil }
        return LabelLock.Entry(
            key: .init(kind: kind, path: columns[1]), level: level,
            marks: marks.compactMap(\.self), digest: columns[3], sketch: sketch,
            isDeleted: columns.count == 6, span: span)
    }

    private func isDigest(_ text: String) -> Bool {
        text.utf8.count == 32
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    private func sketch(_ text: String) -> [UInt32]? {
        if text == "-" { return [] }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        let values = parts.compactMap { $0.utf8.count == 8 ? UInt32($0, radix: 16) : nil }
        return values.count == parts.count ? values : nil
    }

    private func names(_ text: String, _ span: SourceSpan) -> [Located<String>] {
        text.split(separator: " ").map { Located(String($0), at: span) }
    }
}

extension Diagnostic {
    fileprivate static func lockDamaged(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "label.lock-damaged", at: span,
            en: "this line of labels.lock is damaged, so nobody knows whether a label was lowered",
            ja: "labels.lock のこの行は壊れているため、ラベルの引き下げを確認できません",
            fix: .advice(
                en: "take the file back from git, then run 'hakusho labels lock'",
                ja: "git から元のファイルを戻し、「hakusho labels lock」を実行してください"))
    }

    fileprivate static func lockConflict(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "label.lock-conflict", at: span,
            en: "labels.lock has a merge conflict that is not resolved",
            ja: "labels.lock に未解決のマージの競合が残っています",
            fix: .advice(
                en: "keep the lines of both sides (of two lines for one item, the higher label), "
                    + "then run 'hakusho labels lock'",
                ja: "両方の行を残し（同じ項目が二行あるときは高いほうのラベルの行）、"
                    + "「hakusho labels lock」を実行してください"))
    }

    fileprivate static func lockRepeats(
        _ path: String, at span: SourceSpan, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.lock-repeated", at: span,
            en: "labels.lock has two lines for '\(path)'",
            ja: "labels.lock に「\(path)」の行が二つあります",
            notes: [.init(at: first, en: "the first is here", ja: "最初の行はここです")],
            fix: .advice(
                en: "keep the line with the higher label", ja: "ラベルが高いほうの行を残してください"))
    }
}
