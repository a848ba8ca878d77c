import Core

extension Provocation {
    private static func redirects(_ lines: String) -> String {
        page("index.md") + "-- Content/redirects.yml --\n" + lines
    }

    private static func ledger(_ lines: String) -> String {
        page("index.md")
            + "-- Content/published.tsv --\n# url\tanchor\toutputs\tfirst published (version 1)\n"
            + lines
    }

    /// Redirects, and the ledger of what was published.
    static let former: [Provocation] = [
        .init(
            code: "config.redirect-gone-and-moved",
            archive: redirects("- {from: /x/, to: /, gone: true}\n")),
        .init(
            code: "config.redirect-bad-target",
            archive: redirects("- {from: /x/, to: \"/a b/\"}\n")),
        .init(
            code: "link.redirect-chain",
            archive: redirects("- {from: /x/, to: /y/}\n- {from: /y/, to: /}\n")),
        .init(code: "link.redirect-from-missing", archive: redirects("- {from: /x/#y, to: /}\n")),
        .init(
            code: "link.redirect-from-page", archive: redirects("- {from: /, to: /index.html}\n")),
        .init(
            code: "link.redirect-loop",
            archive: redirects("- {from: /x/, to: /y/}\n- {from: /y/, to: /x/}\n")),
        .init(
            code: "link.redirect-repeated",
            archive: redirects("- {from: /x/, to: /}\n- {from: /x/, to: /}\n")),
        .init(
            code: "link.redirect-target-gone",
            archive: redirects("- {from: /x/, to: /y/}\n- {from: /y/, gone: true}\n")),
        .init(
            code: "link.published-anchor-lost", archive: ledger("/\tx\tpublic\t2026-01-15\n")),
        .init(code: "link.published-url-lost", archive: ledger("/x/\t\tpublic\t2026-01-15\n")),
        .init(
            code: "publish.ledger-address",
            archive: page("index.md")
                + "-- Content/published.tsv --\n"
                + "# url\tanchor\toutputs\tfirst published (version 1) at https://old.example.jp/\n"
                + "/\t\tpublic\t2026-01-15\n"),
        .init(code: "publish.ledger-conflict", archive: ledger("<<<<<<< x\n")),
        .init(code: "publish.ledger-damaged", archive: ledger("x\n")),
        .init(
            code: "publish.ledger-output-unknown", archive: ledger("/\t\tx\t2026-01-15\n")),
        .init(
            code: "publish.ledger-repeated",
            archive: ledger("/\t\tpublic\t2026-01-15\n/\t\tpublic\t2026-01-16\n")),
    ]
}
