import Core

/// The value of a Retry-After field.
///
/// - Source: RFC 9110, sections 10.2.3 and 5.6.7.
enum RetryAfter {
    /// How long to wait.
    ///
    /// - Parameters:
    ///   - date: The value of the answer's Date field, the server's own clock.
    ///   - now: Our clock, where the server has none.
    /// - Returns: Nil for what is neither seconds nor a date; zero for a date that is over.
    static func wait(_ value: String, date: String?, now: Moment) -> Duration? {
        let text = value.trimming
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return .seconds(Int(text.prefix(9)) ?? 0)
        }
        guard let moment = moment(text) else { return nil }
        let start = date.flatMap { self.moment($0.trimming) } ?? now.secondsSince1970
        return .seconds(max(0, moment - start))
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`; the two obsolete forms are not read.
    private static func moment(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[0].hasSuffix(","), words[5] == "GMT",
            let month = months.firstIndex(of: String(words[2])), words[1].count == 2,
            let moment = Moment(
                iso: "\(words[3])-\(month < 9 ? "0" : "")\(month + 1)-\(words[1])T\(words[4])Z",
                defaultZone: .utc)
        else { return nil }
        return moment.secondsSince1970
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension String {
    fileprivate var trimming: String {
        var text = self[...]
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}
