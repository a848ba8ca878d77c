/// A reader of bytes that strangers write, and what must hold whatever the bytes are.
enum Reader: String, CaseIterable, Sendable {
    case frontMatter = "front-matter"
    case site
    case markdown
    case rawHTML = "raw-html"
    case svg
    case pdf
    case zip
    /// The input is a list of members, which are packed before they are read.
    case office
    case image
    case media
    case text
    case clamd
    case icap

    /// The most bytes of an input.
    static let mostBytes = 64 << 10

    /// The longest time for one of them.
    static let limit = Duration.seconds(2)

    /// Reads an input.
    ///
    /// - Returns: Which rule is broken; nil where all hold.
    func complaint(about bytes: [UInt8]) -> String? {
        switch self {
        case .frontMatter: FrontMatterReading.complaint(about: bytes)
        case .site: SiteReading.complaint(about: bytes)
        case .markdown, .rawHTML: MarkdownReading.complaint(about: bytes)
        case .svg, .pdf, .zip, .media: FileReading.complaint(about: bytes)
        case .text: FileReading.complaint(aboutText: bytes)
        case .image: FileReading.complaint(aboutImage: bytes)
        case .office: FileReading.complaint(about: MemberList(bytes).zip)
        case .clamd: ReplyReading.complaint(aboutClamd: bytes)
        case .icap: ReplyReading.complaint(aboutICAP: bytes)
        }
    }

    /// Reads an input, and looks at the clock too.
    func complaintInTime(about bytes: [UInt8]) -> String? {
        var complaint: String?
        let time = ContinuousClock().measure { complaint = self.complaint(about: bytes) }
        return complaint ?? (time > Self.limit ? "it takes \(time)" : nil)
    }
}
