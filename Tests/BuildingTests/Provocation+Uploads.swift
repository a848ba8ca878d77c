/// What can be wrong with `uploads` in site.yml.
extension Provocation {
    static let uploads: [Provocation] = [
        .init(
            code: "content.misnamed-sidecar",
            archive: page("a.md") + "-- Content/uploads/a.txt --\nx\n"
                + "-- Content/uploads/a.txt.yaml --\nlabel: internal\n"),
        engine("config.bad-engine", "{}"),
        engine("config.bad-clamd-address", "clamd: {}"),
        engine("config.bad-socket", "clamd: {socket: clamd.ctl}"),
        engine("config.bad-port", "clamd: {host: localhost, port: 0}"),
        engine("config.bad-icap-url", "icap: {url: \"http://localhost/\"}"),
        engine("config.empty-command", "command: {run: []}"),
        .init(
            code: "config.signatures-max-age",
            archive: settings("uploads: {signatures_max_age: 8d}")),
        .init(
            code: "config.two-signature-ages",
            archive: settings(
                "uploads: {signatures_max_age: 1d, accept_outdated_signatures: 30d}")),
    ]

    private static func engine(_ code: String, _ engine: String) -> Provocation {
        .init(code: code, archive: settings("uploads:\n  engines:\n    - \(engine)"))
    }
}
