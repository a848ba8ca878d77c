package import Core

extension PublicationLog {
    /// What the log says, and whether it can be believed.
    package struct Verification: Sendable {
        /// The lines that can be read, in order.
        package let entries: [LogEntry]
        /// The SHA-256 of the last line; nil where there is none.
        package let head: SHA256Digest?
        /// The first line that does not fit, as an error; before it, as warnings, lines that a
        /// crash cut off and that the next line admits.
        package let diagnostics: [Diagnostic]
    }

    /// Walks the log from its first line. The first line that does not fit is the last finding,
    /// since all that follows is in doubt; `entries` has what can be read of it all the same.
    ///
    /// - Throws: `FileError` where the log cannot be read; one that is missing is empty.
    package func verify() throws(FileError) -> Verification {
        let bytes = try contents()
        let lines = Self.lines(of: bytes)
        var diagnostics: [Diagnostic] = []
        var previous = SHA256Digest.zero
        for (index, line) in lines.enumerated() {
            let next = index + 1 < lines.count ? lines[index + 1].content : nil
            if let finding = line.finding(number: index + 1, previous: previous, next: next) {
                diagnostics.append(finding)
                if finding.severity == .error { break }
            }
            previous = SHA256Digest(of: bytes[line.range])
        }
        return Verification(
            entries: lines.compactMap { $0.content?.entry },
            head: lines.last.map { SHA256Digest(of: bytes[$0.range]) }, diagnostics: diagnostics)
    }

    private struct Line {
        let range: Range<Int>
        /// Whether a line feed ends it.
        let isEnded: Bool
        /// Nil where it cannot be read.
        let content: LogLine?

        /// Why it does not fit between the line before and the next one.
        func finding(number: Int, previous: SHA256Digest, next: LogLine?) -> Diagnostic? {
            guard isEnded else { return .incompleteLogLine(at: range, isAdmitted: false) }
            guard let content else {
                return next?.previousIsIncomplete == true
                    ? .incompleteLogLine(at: range, isAdmitted: true)
                    : .unreadableLogLine(number, at: range)
            }
            return content.previous == previous ? nil : .brokenChain(number, at: range)
        }
    }

    private static func lines(of bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        var start = 0
        while start < bytes.count {
            let feed = bytes[start...].firstIndex(of: 0x0A)
            let range = start..<(feed ?? bytes.count)
            lines.append(
                Line(range: range, isEnded: feed != nil, content: LogLine(Array(bytes[range]))))
            start = range.upperBound + 1
        }
        return lines
    }
}

extension Diagnostic {
    /// - Parameter isAdmitted: Whether a later line says that this one is incomplete; then what
    ///   the log says is sound, except that one event is missing from it.
    static func incompleteLogLine(at range: Range<Int>, isAdmitted: Bool) -> Diagnostic {
        Diagnostic(
            isAdmitted ? .warning : .error, "publish.log-incomplete",
            at: SourceSpan(file: logName, range: range),
            en: "this line of the log is cut off: a run ended while it was writing it",
            ja: "ログのこの行は途中で切れています（書き込み中に実行が終了しました）",
            fix: isAdmitted
                ? nil
                : .advice(
                    en: "publish again: the next line states that this one is incomplete",
                    ja: "もう一度公開してください。この行が不完全であることが次の行に記録されます"))
    }

    fileprivate static func unreadableLogLine(_ number: Int, at range: Range<Int>) -> Diagnostic {
        Diagnostic(
            .error, "publish.log-broken", at: SourceSpan(file: logName, range: range),
            en: "line \(number) of the log is not a line that Hakusho wrote",
            ja: "ログの \(number) 行目は Hakusho が書いた行ではありません")
    }

    fileprivate static func brokenChain(_ number: Int, at range: Range<Int>) -> Diagnostic {
        Diagnostic(
            .error, "publish.log-broken", at: SourceSpan(file: logName, range: range),
            en: "line \(number) of the log does not follow from the line before it:"
                + " a line was changed, added or removed",
            ja: "ログの \(number) 行目が直前の行とつながりません"
                + "（行の変更、追加、または削除があったことを示します）")
    }
}

/// The log as diagnostics name it.
private let logName = "Site/log.jsonl"
