/// What a diagnostic code stands for, in general: the text of `hakusho explain` and of the rules
/// in SARIF.
///
/// Every code that the sources can report has one row in the tables of this folder, and every row
/// a code; a test compares them.
package struct Rule: Sendable {
    /// How much a finding of this code weighs where nothing else is said.
    package let severity: Severity
    /// Stable name, `room.kebab-case`.
    package let code: String
    /// What is wrong, in a few words.
    package let title: Message
    /// What it means, why it matters and what to do, in two or three sentences for an editor.
    package let help: Message

    /// - Parameters:
    ///   - helpInEnglish: Whole sentences; a line break counts as a space.
    ///   - helpInJapanese: The same; a line break counts as nothing, or as a space where Japanese
    ///     and Latin letters meet.
    init(
        _ severity: Severity, _ code: String, en: String, ja: String,
        _ helpInEnglish: String, _ helpInJapanese: String
    ) {
        self.severity = severity
        self.code = code
        self.title = Message(en: en, ja: ja)
        self.help = Message(
            en: String(helpInEnglish.map { $0 == "\n" ? " " : $0 }),
            ja: Self.joined(japanese: helpInJapanese))
    }

    private static func joined(japanese text: String) -> String {
        text.split(separator: "\n").reduce(into: "") { joined, line in
            guard let last = joined.last, let first = line.first else {
                joined += line
                return
            }
            let isWord = last.isASCII && first.isASCII
            let isBoundary =
                (last.isASCII && first.isLetter) || (last.isLetter && first.isASCII)
            joined += isWord || isBoundary ? " " + line : line
        }
    }

    /// All rules, by code.
    package static let all: [Rule] = {
        let tables = [
            yaml,
            configuration,
            content,
            frontMatter,
            labels,
            labelScheme,
            labelLock,
            links,
            linkForms,
            definitions,
            standingLinks,
            redirects,
            ledger,
            externalLinks,
            externalProbes,
            markdown,
            likelyMarkdown,
            rawHTML,
            themes,
            templates,
            whitepaperFiles,
            whitepaperEditions,
            whitepaperFreezing,
            whitepaperStatements,
            whitepaperWording,
            editorial,
            publishing,
            uploads,
            securityText,
            access,
            scanning,
            uploadSettings,
        ]
        return tables.joined().sorted { $0.code < $1.code }
    }()

    /// The rule of a code.
    package static func of(_ code: String) -> Rule? {
        byCode[code]
    }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }) { first, _ in first }
}
