/// What can be wrong with `uploads` in site.yml.
extension Provocation {
    static let uploads: [Provocation] = [
        .init(
            code: "content.misnamed-sidecar",
            archive: page("a.md") + "-- Content/uploads/a.txt --\nx\n"
                + "-- Content/uploads/a.txt.yaml --\nlabel: internal\n"),
        .init(code: "config.bad-size", archive: settings("uploads: {max_size: 1T}")),
        .init(code: "config.unknown-file-type", archive: settings("uploads: {types: [exe]}")),
        .init(code: "upload.block-list", archive: settings("uploads: {block_list: none.hsb}")),
        .init(
            code: "upload.refused",
            archive: page("index.md", text: "[x](/uploads/x.exe)")
                + "-- Content/uploads/x.exe --\nMZ\n"),
        .init(
            code: "upload.too-large",
            archive: settings("uploads: {max_size: 3}")
                + page("index.md", text: "[x](/uploads/x.txt)")
                + "-- Content/uploads/x.txt --\nlong\n"),
        .init(
            code: "upload.unreferenced",
            archive: page("index.md") + "-- Content/uploads/x.txt --\nx\n"),
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
