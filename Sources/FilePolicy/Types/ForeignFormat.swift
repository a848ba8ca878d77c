import Core

/// A format that is recognised and never published.
struct ForeignFormat: Hashable {
    /// Why it is not published.
    enum Kind: Hashable {
        /// A computer or a server runs it.
        case program
        /// A browser runs what stands in it.
        case webPage
        /// The policy does not look into it.
        case archive
        /// An office format that may hold macros, or that the policy does not read.
        case oldOffice
        /// Something else than the types that may be published.
        case other
    }

    /// Why it is not published.
    let kind: Kind
    /// What it is called in a sentence.
    let title: Message

    init(_ kind: Kind, en: String, ja: String) {
        self.kind = kind
        title = Message(en: en, ja: ja)
    }

    /// The rule that refuses it.
    var rule: PolicyRule {
        switch kind {
        case .program: .program(title)
        case .webPage: .webPage(title)
        case .archive: .otherArchive(title)
        case .oldOffice: .oldOffice(title)
        case .other: .otherFormat(title)
        }
    }
}

extension ForeignFormat {
    static let windowsProgram = ForeignFormat(
        .program, en: "a program for Windows", ja: "Windows のプログラム")
    static let script = ForeignFormat(.program, en: "a script", ja: "スクリプト")
    static let javaProgram = ForeignFormat(.program, en: "a Java program", ja: "Java のプログラム")
    static let phpPage = ForeignFormat(.program, en: "a PHP program", ja: "PHP のプログラム")
    static let serverPage = ForeignFormat(
        .program, en: "a page that a server runs (ASP or JSP)",
        ja: "サーバーで実行されるページ (ASP、JSP)")
    static let htmlPage = ForeignFormat(.webPage, en: "a web page (HTML)", ja: "Web ページ (HTML)")
    static let htmlPiece = ForeignFormat(
        .webPage, en: "a text that begins like a web page (HTML)",
        ja: "Web ページ (HTML) のように始まるテキスト")
    static let xmlFile = ForeignFormat(.webPage, en: "an XML document", ja: "XML 文書")
    static let compoundFile = ForeignFormat(
        .oldOffice, en: "a file of old office programs (such as .doc, .xls, .ppt or .msg)",
        ja: "古い形式の Office ファイル (.doc、.xls、.ppt、.msg など)")
    static let otherOffice = ForeignFormat(
        .oldOffice, en: "an office file of another kind (such as a template or a drawing)",
        ja: "別の種類の Office ファイル (テンプレートや図面など)")
    static let otherVideo = ForeignFormat(
        .other, en: "a video or picture in another format (such as QuickTime or HEIC)",
        ja: "別の形式の動画または画像 (QuickTime、HEIC など)")
    static let matroska = ForeignFormat(.other, en: "a Matroska video", ja: "Matroska 動画")
}

extension PolicyRule {
    fileprivate static func program(_ title: Message) -> PolicyRule {
        PolicyRule(
            id: "program",
            en: "the file is \(title.en), whatever its name says; programs are not published",
            ja: "このファイルの中身は「\(title.ja)」です。名前にかかわらず、プログラムは公開できません")
    }

    fileprivate static func webPage(_ title: Message) -> PolicyRule {
        PolicyRule(
            id: "web-page",
            en: "the file is \(title.en), whatever its name says, and a browser may run what "
                + "stands in it; save it as PDF",
            ja: "このファイルの中身は「\(title.ja)」で、ブラウザーがその内容を実行するおそれがあります。"
                + "PDF として保存し直してください")
    }

    fileprivate static func otherArchive(_ title: Message) -> PolicyRule {
        PolicyRule(
            id: "other-archive",
            en: "the file is \(title.en), which cannot be looked into; make a zip file of what is "
                + "in it",
            ja: "このファイルの種類は「\(title.ja)」で、中身を検査できません。中のファイルを zip にまとめ直してください")
    }

    fileprivate static func oldOffice(_ title: Message) -> PolicyRule {
        PolicyRule(
            id: "other-office",
            en: "the file is \(title.en); save it as PDF, or as .docx, .xlsx or .pptx",
            ja: "このファイルの種類は「\(title.ja)」です。PDF か、.docx、.xlsx、.pptx として保存し直してください")
    }

    fileprivate static func otherFormat(_ title: Message) -> PolicyRule {
        PolicyRule(
            id: "other-format",
            en: "the file is \(title.en), which is not published; save it in a format that is",
            ja: "このファイルの種類は「\(title.ja)」で、公開できない形式です。公開できる形式で保存し直してください")
    }
}
