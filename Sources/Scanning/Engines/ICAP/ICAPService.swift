import Core

/// What an ICAP service says of itself, and the requests that fit it.
///
/// - Source: RFC 3507, sections 4.8 (RESPMOD), 4.5 (preview) and 4.10 (OPTIONS).
package struct ICAPService: Sendable {
    let host: String
    let port: Int
    /// With its slash.
    let path: String

    /// What a service says that it can do.
    package struct Options: Sendable {
        /// The most bytes that it wants to see before it decides; nil where it wants none.
        package let preview: Int?
        let tag: String?
        let version: String
    }

    private var authority: String {
        (host.contains(":") ? "[\(host)]" : host) + ":\(port)"
    }

    private func start(_ method: String) -> String {
        "\(method) icap://\(authority)\(path) ICAP/1.0\r\nHost: \(authority)\r\n"
    }

    /// The question for what the service can do.
    var optionsRequest: [UInt8] { Array((start("OPTIONS") + "\r\n").utf8) }

    /// Reads the answer to it.
    ///
    /// - Throws: `.badAnswer`, or `.engineError` for a service that cannot serve.
    package static func options(_ bytes: [UInt8]) throws(ScanFailure) -> Options {
        guard let end = ICAPHead.end(in: bytes), let head = ICAPHead(bytes[..<end]) else {
            throw .badAnswer(ScanFailure.excerpt(bytes))
        }
        guard head.status == 200 else {
            throw .engineError("OPTIONS: \(head.status) \(ScanFailure.excerpt(head.phrase.utf8))")
        }
        let methods = head["Methods"] ?? ""
        guard methods.uppercased().contains("RESPMOD") else {
            throw .engineError("OPTIONS: no RESPMOD (\(ScanFailure.excerpt(methods.utf8)))")
        }
        guard let allowed = head["Allow"], allowed.contains("204") else {
            throw .engineError("OPTIONS: no 'Allow: 204', without which clean cannot be told")
        }
        return Options(
            preview: head["Preview"].flatMap { Int($0) }.map { max(0, $0) }, tag: head.tag,
            version: ScanFailure.excerpt((head["Service"] ?? "").utf8))
    }

    /// The head of a RESPMOD: the file as if a web server had sent it.
    ///
    /// - Parameter preview: Bytes that are sent before the service decides; nil for no preview.
    func scanRequest(name: String, size: Int, preview: Int?) -> [UInt8] {
        let last = name.split(separator: "/").last ?? "file"
        let request =
            "GET /\(PercentEncoding.encodePath(String(last))) HTTP/1.1\r\nHost: localhost\r\n\r\n"
        let response =
            "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
            + "Content-Length: \(size)\r\n\r\n"
        let bodyStart = request.utf8.count + response.utf8.count
        let body = size == 0 ? "null-body" : "res-body"
        let head =
            start("RESPMOD") + "Allow: 204\r\n"
            + (preview.map { "Preview: \($0)\r\n" } ?? "")
            + "Encapsulated: req-hdr=0, res-hdr=\(request.utf8.count), \(body)=\(bodyStart)\r\n\r\n"
        return Array((head + request + response).utf8)
    }
}
