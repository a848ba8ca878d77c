extension Array where Element == Diagnostic {
    /// The findings without most of those in a file that has more than anybody reads: errors stay
    /// before all others, then the first by place, and one finding says how many more there are.
    /// Those without a file all stay.
    ///
    /// - Parameter limit: How many of one file stay.
    package func bounded(to limit: Int = Diagnostic.mostShown) -> [Diagnostic] {
        guard count > limit else { return self }
        var byFile: [String: [Int]] = [:]
        for (index, diagnostic) in enumerated() {
            if let file = diagnostic.span?.file { byFile[file, default: []].append(index) }
        }
        var dropped: Set<Int> = []
        var rest: [Diagnostic] = []
        for (file, indices) in byFile where indices.count > limit {
            let ordered = indices.sorted {
                (self[$0].severity, self[$0].span?.range?.lowerBound ?? 0, $0)
                    < (self[$1].severity, self[$1].span?.range?.lowerBound ?? 0, $1)
            }
            let more = ordered.dropFirst(limit)
            dropped.formUnion(more)
            let hasErrors = more.contains { self[$0].severity == .error }
            rest.append(.notShown(more.count, in: file, hasErrors: hasErrors))
        }
        return indices.filter { !dropped.contains($0) }.map { self[$0] } + rest
    }
}

extension Diagnostic {
    /// How many findings of one file a report shows.
    package static let mostShown = 1000

    fileprivate static func notShown(
        _ count: Int, in file: String, hasErrors: Bool
    ) -> Diagnostic {
        Diagnostic(
            hasErrors ? .error : .warning, "content.too-many-findings", at: SourceSpan(file: file),
            en: "\(count) more findings in this file are not shown",
            ja: "このファイルにはほかに \(count) 件の指摘がありますが、表示していません",
            fix: goingOn)
    }

    /// The error for a text that has so many that the rest of it was not looked at.
    package static func checkEnded(after count: Int, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "content.too-many-findings", at: span,
            en: "the text has more than \(count) errors; what follows was not looked at",
            ja: "誤りが \(count) 件を超えたため、ここから先は調べていません",
            fix: goingOn)
    }

    private static var goingOn: Fix {
        .advice(
            en: "mend what is shown, and run this again",
            ja: "表示されたものを直してから、もう一度実行してください")
    }
}
