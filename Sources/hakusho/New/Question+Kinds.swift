import Content
import Core

extension Question {
    /// The title of a page, a file or a whitepaper.
    static var title: Question {
        Question(option: "--title", words: Message(en: "the title", ja: "題名"))
    }

    /// A page's summary.
    static var description: Question {
        Question(
            option: "--description",
            words: Message(en: "a summary (may be left out)", ja: "概要（省略できます）"), isOptional: true)
    }

    /// The folder of a page; those that are there are shown, and another one is made.
    static func folder(_ known: [String]) -> Question {
        let list = known.prefix(12).joined(separator: ", ")
        let more = known.count > 12 ? ", …" : ""
        return Question(
            option: "<page>",
            words: Message(
                en: "its folder below Content/pages; nothing for the top"
                    + (list.isEmpty ? "" : " (\(list)\(more))"),
                ja: "Content/pages の中のフォルダー。最上位なら空のまま"
                    + (list.isEmpty ? "" : "（\(list)\(more)）")), isOptional: true)
    }

    /// The name of a page's file.
    static func page(suggestion: String) -> Question {
        Question(
            option: "<page>", words: Message(en: "the name of its file", ja: "ファイル名"),
            suggestion: suggestion)
    }

    /// One of the site's languages.
    static func language(_ known: [String]) -> Question {
        Question(
            option: "--language", words: Message(en: "the language", ja: "言語"),
            suggestion: known[0], choices: known)
    }

    /// The last part of a notice's URL.
    static func slug(suggestion: String) -> Question {
        Question(
            option: "<slug>",
            words: Message(en: "the last part of its URL", ja: "URL の末尾"), suggestion: suggestion
        ) { answer -> Message? in
            urlSegment(answer).map { !$0.contains("/") } ?? false ? nil : .badName(answer)
        }
    }

    /// A level of labels.yml.
    static func label(_ levels: [String]) -> Question {
        guard !levels.isEmpty else {
            return Question(option: "--label", words: Message(en: "the label", ja: "ラベル")) { _ in
                Message(
                    en: "there is no Content/labels.yml, so there are no labels",
                    ja: "Content/labels.yml がないため、ラベルは使えません")
            }
        }
        return Question(
            option: "--label", words: Message(en: "the label", ja: "ラベル"), choices: levels)
    }

    /// A key of a collection.
    static func field(_ field: CollectionField, language: MessageLanguage) -> Question {
        let name = field.title?.text(in: language.rawValue) ?? field.name
        let kind = field.kind
        return Question(
            option: "--set \(field.name)=…", words: Message(en: "'\(name)'", ja: "「\(name)」"),
            choices: kind == .bool ? ["true", "false"] : field.values
        ) { answer -> Message? in
            switch kind {
            case .int where Int(answer) == nil:
                Message(en: "it has to be a whole number", ja: "整数で指定してください")
            case .date where CalendarDate(iso: answer) == nil:
                Message(
                    en: "it has to be a date such as 2026-11-01",
                    ja: "2026-11-01 のような日付で指定してください")
            default: nil
            }
        }
    }

    /// What an image shows.
    static var alternative: Question {
        Question(
            option: "--alt",
            words: Message(
                en: "what the image shows, for those who cannot see it (may be left out)",
                ja: "画像の内容の説明（見えない人のため。省略できます）"), isOptional: true)
    }
}

extension Message {
    /// Why a name can be no part of a URL.
    static func badName(_ name: String) -> Message {
        Message(
            en: "'\(name)' cannot become part of a URL: no / ? # % \\ : \" < > | * and no dot at "
                + "its beginning",
            ja: "「\(name)」は URL に使えません（/ ? # % \\ : \" < > | * と、先頭のドットは使えません）")
    }

    /// Why `new page` cannot go on.
    static var noPage: Message {
        Message(
            en: "name the page's file, such as guide/start.md",
            ja: "ページのファイルを指定してください（例: guide/start.md）")
    }
}
