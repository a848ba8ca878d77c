import Foundation

@testable import Scanning

/// An ICAP service that finds the EICAR file anywhere, and misbehaves with files that begin
/// `FAULT`.
final class FakeICAP: Sendable {
    typealias Fault = @Sendable (_ connection: Connection) -> Void

    let server: TestServer
    static let tag = "ISTag: \"abc\"\r\n"
    static let options =
        "ICAP/1.0 200 OK\r\nMethods: RESPMOD\r\nService: Fake\r\n" + tag
        + "Preview: 4\r\nAllow: 204\r\nEncapsulated: null-body=0\r\n\r\n"
    static let clean = "ICAP/1.0 204 No Content\r\n" + tag + "\r\n"
    static let infected =
        "ICAP/1.0 200 OK\r\n" + tag + "X-Infection-Found: Type=0; Resolution=2; Threat=Eicar;\r\n"
        + "Encapsulated: null-body=0\r\n\r\n"

    /// - Parameters:
    ///   - options: The answer to OPTIONS.
    ///   - respmod: The answer to any RESPMOD; nil to judge.
    ///   - early: Whether the fault comes when the first four bytes are there.
    init(
        options: String = options, respmod: String? = nil, early: Bool = false,
        fault: @escaping Fault = { _ in }
    ) throws {
        server = try TestServer { connection in
            while let head = connection.read(until: Array("\r\n\r\n".utf8)) {
                let text = String(decoding: head, as: UTF8.self)
                if text.hasPrefix("OPTIONS ") {
                    connection.write(options)
                    continue
                }
                guard let body = Self.body(text, connection, early: early, fault) else { return }
                if body.starts(with: "FAULT".utf8) {
                    fault(connection)
                } else if let respmod {
                    connection.write(respmod)
                } else {
                    connection.write(
                        BadArchives.holdsEICAR(body) ? Self.infected : Self.clean)
                }
            }
        }
    }

    /// The file within a RESPMOD; nil where the connection ended, or the fault came first.
    private static func body(
        _ head: String, _ connection: Connection, early: Bool, _ fault: Fault
    ) -> [UInt8]? {
        let line: [UInt8] = [0x0D, 0x0A]
        // Request and response line of the encapsulated message.
        _ = connection.read(until: line + line)
        _ = connection.read(until: line + line)
        var bytes: [UInt8] = []
        if head.contains("null-body") { return bytes }
        for part in head.contains("\r\nPreview:") ? [true, false] : [false] {
            while let size = connection.read(until: line) {
                let count = Int(String(decoding: size, as: UTF8.self), radix: 16) ?? 0
                if count > 0 { bytes += connection.read(count) }
                _ = connection.read(2)
                if count == 0 { break }
            }
            guard part else { break }
            if early, bytes.starts(with: "FAUL".utf8) {
                fault(connection)
                return nil
            }
            connection.write("ICAP/1.0 100 Continue\r\n\r\n")
        }
        return bytes
    }
}
