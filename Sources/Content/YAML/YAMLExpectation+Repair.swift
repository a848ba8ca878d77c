import Core

extension YAMLExpectation {
    /// What an author most likely meant by a value of another kind; nil where nobody can know.
    func repaired(_ written: String) -> String? {
        let text = written.halfWidth
        switch self {
        case .int: return Int(text).map(String.init)
        case .bool: return Self.words[text.lowercased()].map { $0 ? "true" : "false" }
        case .date: return CalendarDate(written: text)?.iso
        case .moment:
            let parts = text.split(separator: " ")
            guard let first = parts.first, let date = CalendarDate(written: String(first)) else {
                return nil
            }
            if parts.count == 1 { return date.iso }
            let moment = date.iso + "T" + parts.dropFirst().joined()
            return Moment(iso: moment, defaultZone: .utc) == nil ? nil : moment
        case .list:
            let items = text.split { "、,，".contains($0) }
                .map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
            return items.isEmpty ? nil : "[" + items.map(yamlText).joined(separator: ", ") + "]"
        case .text, .mapping, .localized: return nil
        }
    }

    /// What to do where the meaning is not known.
    func advice(for key: String?) -> Diagnostic.Fix {
        let name = key ?? "key"
        return switch self {
        case .text:
            .advice(
                en: "write '\(name): ' and a text on one line, or delete the line",
                ja: "一行に「\(name): 」と文字列を書くか、この行を消してください")
        case .bool: .advice(en: "write 'true' or 'false'", ja: "true か false と書いてください")
        case .int: .advice(en: "write half-width digits only", ja: "半角の数字だけを書いてください")
        case .date, .moment:
            .advice(
                en: "write a day of the calendar in half-width digits, like 2026-05-01",
                ja: "暦にある日を、「2026-05-01」のように半角の数字とハイフンで書いてください")
        case .list:
            .advice(
                en: "write '[one, two]' with half-width brackets and commas",
                ja: "半角の角括弧とコンマで「[一つ目, 二つ目]」と書いてください")
        case .mapping:
            .advice(
                en: "write a line 'key: value' for each value",
                ja: "値ごとに「キー: 値」の行を書いてください")
        case .localized:
            .advice(
                en: "write a text, or '{ja: …, en: …}'", ja: "文字列か「{ja: …, en: …}」を書いてください")
        }
    }

    private static let words = [
        "yes": true, "on": true, "はい": true, "真": true, "有効": true, "true": true,
        "no": false, "off": false, "いいえ": false, "偽": false, "無効": false, "false": false,
    ]
}

extension CalendarDate {
    /// Reads `2026/5/1`, `2026.5.1`, `2026年5月1日` and years of the eras Heisei and Reiwa.
    fileprivate init?(written text: String) {
        var text = text[...]
        var first = 0
        for (era, year) in [("令和", 2018), ("平成", 1988)] where text.hasPrefix(era) {
            (text, first) = (text.dropFirst(era.count), year)
        }
        let parts = text.split(omittingEmptySubsequences: true) { "/.-年月日".contains($0) }
        guard parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]),
            let year = parts[0] == "元" && first > 0 ? 1 : Int(parts[0]),
            parts[0].count == 4 || first > 0 && parts[0].count <= 2
        else { return nil }
        self.init(year: first + year, month: month, day: day)
    }
}

extension String {
    /// With signs of ASCII in place of their full-width forms.
    fileprivate var halfWidth: String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let folded =
                scalar == "\u{3000}"
                ? " "
                : (0xFF01...0xFF5E).contains(scalar.value)
                    ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
            text.append(folded ?? scalar)
        }
        return String(text)
    }
}
