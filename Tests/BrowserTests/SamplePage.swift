import Testing

/// A page of the sample that stands for its kind.
struct SamplePage: Sendable, CustomTestStringConvertible {
    /// What kind of page it is; also the name of its screenshots.
    let kind: String
    let path: String
    var output = ServedSample.Output.forEverybody
    /// What the server answers.
    var status = 200

    var testDescription: String { kind }

    private init(
        _ kind: String, _ path: String, _ output: ServedSample.Output = .forEverybody,
        status: Int = 200
    ) {
        self.kind = kind
        self.path = path
        self.output = output
        self.status = status
    }

    /// The whitepaper's current edition.
    static let whitepaper = Self("whitepaper", editions)

    private static let editions = "/security/whitepaper/"

    /// Every kind of page, those in English with a text of their own too.
    static let all = [
        Self("home", "/"), Self("home-en", "/en/"),
        Self("folder", "/manual/"), Self("page", "/policies/privacy/"),
        Self("manual", "/manual/getting-started/"), Self("faq", "/support/faq/"),
        Self("product", "/product/features/"),
        Self("list", "/notices/"), Self("list-last", "/notices/page/2/"),
        Self("notice", "/notices/2022-11-02-openssl/"),
        Self("tags", "/tags/"), Self("tag", "/en/tags/release/"),
        whitepaper, Self("whitepaper-en", "/en" + editions),
        Self("edition", editions + "1.1/"),
        Self("comparison", editions + "compare/1.0..1.3/"),
        Self("comparison-en", "/en" + editions + "compare/1.0..1.3/"),
        Self("control-history", editions + "history/12.3.1/"),
        Self("section-history", "/en" + editions + "history/section-3.1/"),
        Self("members", "/manual/operations/tls/", .forStaff),
        Self("internal", "/internal/incident-response/", .forStaff),
        Self("missing", "/missing/", status: 404),
        Self("gone", "/support/maintenance/", status: 410),
    ]
}
