package import Content

/// The engines of the settings, each with a name of its own: `clamd`, `icap`, `clamd-2`.
///
/// - Parameter surroundings: What commands among them find around themselves.
package func makeEngines(
    _ settings: UploadSettings, in surroundings: CommandEngine.Surroundings
) -> [any Engine] {
    var counts: [String: Int] = [:]
    return settings.engines.map { engine in
        let rule = SignatureRule(
            maxAge: settings.signaturesMaxAge, acceptsUnknown: engine.acceptsUnknownSignatures)
        let kind = engine.kind.name
        let count = (counts[kind] ?? 0) + 1
        counts[kind] = count
        let name = count == 1 ? kind : "\(kind)-\(count)"
        switch engine.kind {
        case .clamd(let address):
            return ClamdEngine(name: name, address, signatures: rule, limit: engine.timeout)
        case .icap(let host, let port, let path):
            return ICAPEngine(
                name: name, host: host, port: port, path: path, signatures: rule,
                limit: engine.timeout)
        case .command(let run, let version):
            return CommandEngine(
                name: name, run, version: version, signatures: rule, limit: engine.timeout,
                in: surroundings)
        }
    }
}

extension UploadSettings.Engine.Kind {
    fileprivate var name: String {
        switch self {
        case .clamd: "clamd"
        case .icap: "icap"
        case .command: "command"
        }
    }
}
