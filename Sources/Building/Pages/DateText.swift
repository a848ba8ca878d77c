import Core
import Theming

extension CalendarDate {
    /// The date as readers of `language` write it.
    func text(in language: String) -> String {
        switch language {
        case "ja": return "\(year)年\(month)月\(day)日"
        case "en": return "\(day) \(Self.englishMonths[month - 1]) \(year)"
        default: return iso
        }
    }

    /// What templates see: `iso` for machines, `text` for people.
    func value(in language: String) -> TemplateValue {
        .object([("iso", .text(iso)), ("text", .text(text(in: language)))])
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}

/// A language's name in itself; its code where Hakusho does not know it.
func languageName(_ code: String) -> String {
    let names = [
        "ja": "日本語", "en": "English", "zh": "中文", "zh-CN": "简体中文", "zh-TW": "繁體中文",
        "ko": "한국어", "fr": "Français", "de": "Deutsch", "es": "Español", "pt": "Português",
        "vi": "Tiếng Việt", "th": "ไทย", "id": "Bahasa Indonesia",
    ]
    return names[code] ?? code
}
