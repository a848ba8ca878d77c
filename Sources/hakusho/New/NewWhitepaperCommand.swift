import ArgumentParser
import Building
import Content
import Core
import Labels
import Whitepapers

/// `hakusho new whitepaper`: begins a whitepaper, with a draft of its first edition.
struct NewWhitepaperCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whitepaper",
        abstract: "Begin a whitepaper, with a draft of its first edition.",
        discussion: """
            It makes Content/whitepapers/ID with whitepaper.yml and a first section. A draft is in \
            no published output. The next edition of a whitepaper that is there is begun by \
            'hakusho whitepaper new'.
            """)

    @Argument(help: "The name of the whitepaper's folder, such as iso27017.")
    var id: String?

    @Option(help: ArgumentHelp("The title.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("The product's name.", valueName: "text"))
    var product: String?

    @Option(
        help: ArgumentHelp(
            "The standard that it follows (default: ISO/IEC 27017:2015).", valueName: "text"))
    var standard: String?

    @Option(help: ArgumentHelp("Its URL (default: /ID/).", valueName: "path"))
    var path: String?

    @Option(help: "The label (default: that of labels.yml).")
    var label: String?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let desk = try NewDesk(options: options)
        let interview = Interview(options: options)
        let id = try interview.ask(.id, given: id)
        if desk.prepared.whitepapers.contains(where: { $0.id == id }) {
            throw options.refusal(.isThere(id))
        }
        let folder = "Content/whitepapers/" + id
        try desk.refuseExisting(folder)
        let title = try interview.ask(.title, given: title)
        let product = try interview.ask(.product, given: product)
        let standard = try interview.ask(.standard, given: standard)
        let path = try interview.ask(.url(suggestion: "/\(id)/"), given: path)
        var lines = [
            "title: " + yamlText(title), "product: " + yamlText(product),
            "standard: " + yamlText(standard), "path: " + yamlText(path),
        ]
        if let label = try label(desk, interview) { lines.append("label: " + label) }
        let language = desk.site.defaultLanguage
        lines += ["languages: [\(language)]", "editions:", "  - version: \"1.0\"", ""]
        let text = language == "ja" ? Self.japaneseSection : Self.englishSection
        try desk.finish(
            NewDesk.Work(
                files: [
                    (folder + "/whitepaper.yml", Array(lines.joined(separator: "\n").utf8)),
                    (folder + "/editions/1.0/section-1.md", Array(text.utf8)),
                ], next: .begun(folder)))
    }

    private func label(_ desk: NewDesk, _ interview: Interview) throws -> String? {
        let isDecided = desk.scheme == nil || desk.scheme?.defaultLevel != nil
        if isDecided, label == nil { return nil }
        return try interview.ask(.label(desk.scheme?.levels.map(\.id) ?? []), given: label)
    }

    private static let japaneseSection =
        "---\nid: \"1\"\ntitle: 目的\n---\n\nここに、この文書の目的を書きます。\n"
    private static let englishSection =
        "---\nid: \"1\"\ntitle: Purpose\n---\n\nWrite here what this document is for.\n"
}

extension Question {
    fileprivate static var id: Question {
        Question(
            option: "<id>",
            words: Message(en: "the name of its folder", ja: "フォルダー名")
        ) { answer -> Message? in
            let isGood = urlSegment(answer).map { !$0.contains("/") && !isSystemFile($0) }
            return isGood ?? false ? nil : .badName(answer)
        }
    }

    fileprivate static var product: Question {
        Question(option: "--product", words: Message(en: "the product's name", ja: "製品名"))
    }

    fileprivate static var standard: Question {
        Question(
            option: "--standard", words: Message(en: "the standard", ja: "準拠する規格"),
            suggestion: "ISO/IEC 27017:2015")
    }

    fileprivate static func url(suggestion: String) -> Question {
        Question(
            option: "--path", words: Message(en: "its URL", ja: "URL"), suggestion: suggestion
        ) { answer -> Message? in
            answer.hasPrefix("/") && answer.hasSuffix("/")
                ? nil
                : Message(
                    en: "it has to begin and end with '/', such as /security/whitepaper/",
                    ja: "「/security/whitepaper/」のように「/」で始まり「/」で終わる形にしてください")
        }
    }
}

extension Message {
    fileprivate static func isThere(_ id: String) -> Message {
        Message(
            en:
                "there is a whitepaper '\(id)' already; 'hakusho whitepaper new VERSION --id \(id)' "
                + "begins its next edition",
            ja: "ホワイトペーパー「\(id)」はすでにあります。次の版は「hakusho whitepaper new 版 --id \(id)」で始めます")
    }

    fileprivate static func begun(_ folder: String) -> Message {
        Message(
            en: "next: write a file for each section or control in \(folder)/editions/1.0, 'facts' "
                + "and 'catalogue' in \(folder)/whitepaper.yml; once all is said, 'date' and "
                + "'approver' there; then hakusho whitepaper freeze 1.0",
            ja: "次の手順: \(folder)/editions/1.0 に節や管理策ごとのファイルを、\(folder)/whitepaper.yml に"
                + "「facts」や「catalogue」を書きます。書き終えたら「date」と「approver」を書き、"
                + "hakusho whitepaper freeze 1.0 を実行してください")
    }
}
