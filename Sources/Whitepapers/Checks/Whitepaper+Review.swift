import Content
import Core

extension Whitepaper {
    /// Reports a review that is due, and tells of one within a month.
    func checkReview(on day: CalendarDate?) -> [Diagnostic] {
        guard let day, let due = declaration.reviewBy else { return [] }
        let days = due.value.daysSince1970 - day.daysSince1970
        return days <= 30 ? [.review(due, isPast: days < 0, inDays: days)] : []
    }

    /// Tells of a framework whose edition has a successor.
    func checkStandard() -> [Diagnostic] {
        let checks = declaration.checks
        guard !checks.acceptsWithdrawnStandard else { return [] }
        for text in Set(declaration.standard.all).sorted() {
            guard let standard = WithdrawnStandard.all.first(where: { $0.isNamed(in: text) })
            else { continue }
            return [.withdrawn(standard, at: checks.standardSpan)]
        }
        return []
    }
}

/// An edition of a standard that a newer one has replaced.
private struct WithdrawnStandard {
    let name: String
    let successor: String

    /// ISO/IEC 27017:2015 is not among them: its second edition was still a draft when this list
    /// was made.
    ///
    /// - Source: the forewords of ISO/IEC 27001:2022, 27002:2022 and 27018:2025 ("cancels and
    ///   replaces"); JIS Q 27001:2023 and JIS Q 27002:2024, まえがき.
    static let all = [
        WithdrawnStandard(name: "ISO/IEC 27001:2005", successor: "ISO/IEC 27001:2022"),
        WithdrawnStandard(name: "ISO/IEC 27001:2013", successor: "ISO/IEC 27001:2022"),
        WithdrawnStandard(name: "ISO/IEC 27002:2005", successor: "ISO/IEC 27002:2022"),
        WithdrawnStandard(name: "ISO/IEC 27002:2013", successor: "ISO/IEC 27002:2022"),
        WithdrawnStandard(name: "ISO/IEC 27018:2014", successor: "ISO/IEC 27018:2025"),
        WithdrawnStandard(name: "ISO/IEC 27018:2019", successor: "ISO/IEC 27018:2025"),
        WithdrawnStandard(name: "JIS Q 27001:2014", successor: "JIS Q 27001:2023"),
        WithdrawnStandard(name: "JIS Q 27002:2014", successor: "JIS Q 27002:2024"),
    ]

    /// Whether `text` names the edition, whatever its spaces.
    func isNamed(in text: String) -> Bool {
        let words = text.filter { !$0.isWhitespace }.lowercased()
        let name = name.filter { !$0.isWhitespace }.lowercased()
        return words.contains(name)
    }
}

extension Diagnostic {
    fileprivate static func review(
        _ due: Located<CalendarDate>, isPast: Bool, inDays days: Int
    ) -> Diagnostic {
        let date = due.value.iso
        return Diagnostic(
            isPast ? .warning : .note, "whitepaper.review-due", at: due.span,
            en: isPast
                ? "the review was due on \(date), \(-days) day\(days == -1 ? "" : "s") ago"
                : "the review is due on \(date), "
                    + (days == 0 ? "today" : "in \(days) day\(days == 1 ? "" : "s")"),
            ja: isPast
                ? "見直しの期日（\(date)）を \(-days) 日過ぎています"
                : days == 0
                    ? "見直しの期日（\(date)）は今日です" : "見直しの期日（\(date)）まであと \(days) 日です",
            fix: .advice(
                en: "review the whitepaper, publish what changed and set the next 'review_by'",
                ja: "内容を見直し、必要なら新しい版を発行して、次の「review_by」を設定してください"))
    }

    fileprivate static func withdrawn(
        _ standard: WithdrawnStandard, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .note, "whitepaper.standard-withdrawn", at: span,
            en: "\(standard.name) has been replaced by \(standard.successor)",
            ja: "\(standard.name) は \(standard.successor) に置き換えられています",
            fix: .advice(
                en: "follow the new edition, or write 'accept_withdrawn_standard: true'",
                ja: "新しい版に対応するか、「accept_withdrawn_standard: true」を書いてください"))
    }
}
